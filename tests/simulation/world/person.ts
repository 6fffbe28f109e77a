import { pendingOf } from '../../../src/model/pending.ts'
import {
  type DecisionRequest,
  type Failure,
  isRejection,
  type Rejection,
} from '../../../src/model/decision.ts'
import type { PendingIntervention } from '../../../src/model/intervention.ts'
import type { DecideResult } from '../../../src/client/cards.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import type { Ledger, MadePress } from './ledger.ts'
import { rates } from './rates.ts'
import type { Shown, Tab } from './tab.ts'

/** Told of the end of each press. */
export type OnPressEnd = (press: MadePress, result: DecideResult | null, failure: Failure | null) => void

const likely: readonly ('yes' | Rejection)[] = ['yes', 'yes', 'yes', 'yes', 'rejected_continue', 'rejected']

/** A person at a page: looks now and then, and decides what waits. */
export class Person {
  readonly #tab: Tab
  readonly #ledger: Ledger
  readonly #onEnd: OnPressEnd
  #willLook = false

  constructor(tab: Tab, ledger: Ledger, onEnd: OnPressEnd) {
    this.#tab = tab
    this.#ledger = ledger
    this.#onEnd = onEnd
  }

  /** Whenever the screen changed: there may be something to do. */
  notice(): void {
    if (this.#willLook) return
    const { shown } = this.#tab
    const isCut = shown?.failure || shown?.connection === 'stopped'
    if (!isCut && !shown?.state?.interventions.some((one) => one.status === 'pending')) return
    this.#willLook = true
    clock.after(dice.between(200, dice.happens(0.5) ? 2_000 : 9_000), this.#tab.page, () => {
      this.#willLook = false
      this.#act()
      this.notice()
    })
  }

  #act(): void {
    const { shown } = this.#tab
    if (!shown) return
    if ((shown.failure || shown.connection === 'stopped') && dice.happens(0.5)) this.#tab.reread()
    const seen = this.#seen(shown)
    const waiting = pendingOf(seen.state)
    const call = dice.happens(0.8) ? waiting[0] : waiting[dice.between(0, waiting.length - 1)]
    if (!call) return
    // The buttons of a call that is being decided do nothing; a host's own code may still try.
    if (shown.cards.get(call.toolCallId)?.lock && !dice.happens(0.1)) return
    const others = waiting.filter((one) => one !== call)
    const all = others.length > 0 && dice.happens(rates.press.several) ? [call, ...others] : [call]
    const made = all.map((one) => this.#decide(one, shown))
    this.#press(made, all)
    if (dice.happens(rates.press.double)) {
      clock.after(dice.between(0, 300), this.#tab.page, () => {
        if (this.#tab.shown) this.#press(made, all)
      })
    }
  }

  /** The screens that justify this press: the present one, or the one until just now. */
  #seen(shown: Shown): Shown {
    const { before } = this.#tab
    const isFresh = before?.shown && clock.now - before.until < 150
    return isFresh && dice.happens(0.5) ? (before.shown ?? shown) : shown
  }

  #decide(call: PendingIntervention, { cards }: Shown): DecisionRequest {
    const { toolCallId, revision } = call
    const memory = cards.get(toolCallId)?.memory
    const earlier =
      memory?.status === 'failed'
        ? memory.request.decisions.find((made) => made.toolCallId === toolCallId)
        : undefined
    if (!earlier || dice.happens(rates.press.otherDecision)) return this.#write(call, dice.pick(likely))
    if (!dice.happens(rates.press.otherWords)) return { ...earlier, revision }
    return this.#write(call, isRejection(earlier) ? earlier.decision : 'yes')
  }

  #write(call: PendingIntervention, decision: 'yes' | Rejection): DecisionRequest {
    const { toolCallId, revision, editable, approvalNote, remember } = call
    const made = { toolCallId, revision }
    const words = `${this.#tab.page.name} at ${clock.now}`
    const [scope] = remember
    const { press } = rates
    if (decision !== 'yes') return { ...made, decision, ...(dice.happens(press.noted) && { reason: words }) }
    if (!call.tool) return { ...made, decision: 'answered', answerText: words }
    return {
      ...made,
      decision: 'approved',
      ...(editable && dice.happens(press.edited) && { argsText: JSON.stringify({ [toolCallId]: words }) }),
      ...(approvalNote && dice.happens(press.noted) && { note: words }),
      ...(scope && dice.happens(press.remembered) && { remember: scope }),
    }
  }

  #press(made: readonly DecisionRequest[], calls: readonly PendingIntervention[]): void {
    const [first, ...rest] = made
    if (!first) return
    const press: MadePress = {
      page: this.#tab.page.name,
      at: clock.now,
      decisions: [first, ...rest],
      shown: new Map(made.map((one, index) => [one.toolCallId, textOf(one) ?? calls[index]?.argsText ?? ''])),
      requestId: null,
      sentAt: [],
      openSince: null,
      refusedAt: 0,
      isOver: false,
      isCutOffIn: null,
    }
    this.#ledger.presses.push(press)
    this.#tab.press({
      decisions: press.decisions,
      hesitate: dice.happens(rates.press.asked) ? hesitate : null,
      onEnd: (result, failure) => {
        press.isOver = true
        this.#onEnd(press, result, failure)
      },
    })
  }
}

/** The text that the person wrote. */
function textOf(made: DecisionRequest): string | undefined {
  return 'argsText' in made ? made.argsText : 'answerText' in made ? made.answerText : undefined
}

/** A host that is asked first: it takes its time, and now and then takes the decision back. */
function hesitate(onAnswer: (isTakenBack: boolean) => void): void {
  clock.after(dice.between(0, 3_000), clock.page, () => onAnswer(dice.happens(0.2)))
}
