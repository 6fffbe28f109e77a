import { type ConversationState, findCall } from '../../../src/model/conversation.ts'
import type { DecisionRequest } from '../../../src/model/decision.ts'
import type { Failure } from '../../../src/model/failure.ts'
import {
  begin,
  type Intent,
  type IntentInput,
  type IntentStep,
  isChecking,
  step,
} from '../../../src/model/intent.ts'
import type { ResumeAnswer, ResumeRequest } from '../../../src/model/resume.ts'
import { captureRetired } from '../../../src/model/retire.ts'
import type { DecideResult, Lock } from '../../../src/client/inFlight.ts'
import type { CardRecord } from '../../../src/client/intents.ts'
import { createRequestId } from '../stand-ins/requestId.ts'
import { clock } from '../world/clock.ts'
import { dice } from '../world/dice.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import type { Pressed } from '../world/tab.ts'
import type { OnRead } from './modelReads.ts'

/** What a press needs of the page it was made on. */
export interface Desk {
  readonly page: Page
  readonly line: Line
  readonly state: ConversationState | undefined
  read(onRead: OnRead): void
  recordOf(toolCallId: string): CardRecord | undefined
  /** Remembers it of every call that still waits. */
  record(press: ModelPress, entry: CardRecord): void
  /** Applies an answer. */
  retire(request: ResumeRequest, answer: ResumeAnswer, captured: readonly string[]): void
  /** The stage is another one, or the press is over. */
  changed(press: ModelPress, isOver: boolean): void
}

type Failed = Extract<CardRecord, { status: 'failed' }>

const limitMs = 10_000

/** One press on the real `intent` machine: what `src/query` does with promises, as it happens. */
export class ModelPress {
  readonly decisions: Pressed['decisions']
  stage: Lock['stage'] = 'asking'
  readonly #desk: Desk
  readonly #onEnds: Pressed['onEnd'][]
  #intent: Intent | null = null
  #captured: readonly string[] = []
  #sends = 0

  constructor(desk: Desk, { decisions, onEnd }: Pressed) {
    this.#desk = desk
    this.decisions = decisions
    this.#onEnds = [onEnd]
  }

  /** The same decision, pressed again. */
  join(onEnd: Pressed['onEnd']): void {
    this.#onEnds.push(onEnd)
  }

  start(hesitate: Pressed['hesitate']): void {
    if (!hesitate) return this.#findOut()
    hesitate((isTakenBack) => {
      if (isTakenBack) this.#end({ outcome: 'cancelled' }, null)
      else this.#findOut()
    })
  }

  /** The conversation changed. */
  observe({ interventions }: ConversationState): void {
    if (this.#intent) this.#feed({ type: 'observed', interventions, at: clock.now })
  }

  /** An earlier decision may have run, and this one is another: that comes first. */
  #findOut(): void {
    this.stage = 'sending'
    const open = this.#openOne()
    if (open?.failure.applied !== 'unknown' || areSame(open.request.decisions, this.decisions)) {
      return this.#sendIfShown()
    }
    this.#desk.read((failure) => {
      if (!failure) return this.#sendIfShown()
      const { request } = open
      const unknown: Failure = { code: failure.code, applied: 'unknown' }
      this.#desk.record(this, { status: 'failed', request, failure: unknown, failedAt: clock.now })
      this.#end(null, failure)
    })
  }

  #sendIfShown(): void {
    const { state } = this.#desk
    const calls = this.decisions
      .map((made) => findCall(state?.interventions, made.toolCallId))
      .filter((call) => call !== undefined)
    const isWaiting = calls.every(({ status }) => status === 'pending')
    if (!isWaiting || calls.length < this.decisions.length) {
      return this.#end(null, { code: 'not_found', applied: 'no' })
    }
    if (calls.some((call, index) => call.revision !== this.decisions[index]?.revision)) {
      this.#desk.record(this, { status: 'changed', request: null })
      return this.#end({ outcome: 'changed', interventions: calls }, null)
    }
    this.#send(calls[0]?.operationId ?? '')
  }

  #send(operationId: string): void {
    const open = this.#openOne()
    const isAgain = open !== undefined && areSame(open.request.decisions, this.decisions)
    const request: ResumeRequest = {
      conversationId: 'demo',
      operationId,
      requestId: isAgain ? open.request.requestId : createRequestId(),
      decisions: this.decisions,
    }
    const doubt = isAgain && open.failure.applied === 'unknown' ? open.failure : null
    this.#captured = captureRetired(this.#desk.state ?? { operations: [] }, request)
    this.#desk.record(this, { status: 'sent', request })
    this.#carryOut(begin(request, clock.now, doubt))
  }

  #feed(input: IntentInput): void {
    if (!this.#intent) return
    const next = step(this.#intent, input)
    if (next[0] !== this.#intent) this.#carryOut(next)
  }

  #carryOut([intent, effects]: IntentStep): void {
    this.#intent = intent
    if (intent.status === 'settled') return this.#settle(intent)
    if (intent.status === 'failed') {
      const { request, failure } = intent
      this.#desk.record(this, { status: 'failed', request, failure, failedAt: clock.now })
      return this.#end(null, failure)
    }
    this.stage = isChecking(intent) ? 'checking' : 'sending'
    this.#desk.changed(this, false)
    for (const effect of effects) {
      if (effect.type === 'send') this.#resume(intent.request)
      else if (effect.type === 'wake') this.#wake(effect.at)
      else this.#check()
    }
  }

  #settle({ request, answer }: { readonly request: ResumeRequest; readonly answer: ResumeAnswer }): void {
    if (answer.outcome === 'changed') this.#desk.record(this, { status: 'changed', request: null })
    this.#desk.retire(request, answer, this.#captured)
    this.#end(answer, null)
  }

  #resume(request: ResumeRequest): void {
    const send = (this.#sends += 1)
    const refuse = (failure: Failure): void => {
      clock.cancel(limit)
      if (send !== this.#sends) return
      this.#sends += 1
      this.#feed({ type: 'refused', failure, at: clock.now, random: dice.next() })
    }
    const limit = clock.after(limitMs, this.#desk.page, () => refuse({ code: 'timeout', applied: 'unknown' }))
    this.#desk.line.resume(request, {
      onReply: (answer) => {
        clock.cancel(limit)
        if (send === this.#sends) this.#feed({ type: 'answered', answer, at: clock.now })
      },
      onFailure: refuse,
    })
  }

  #wake(at: number): void {
    clock.after(at - clock.now, this.#desk.page, () => this.#feed({ type: 'woke', at: clock.now }))
  }

  #check(): void {
    this.#desk.read((failure) => {
      const interventions = this.#desk.state?.interventions ?? []
      if (failure) this.#feed({ type: 'read_failed', at: clock.now, random: dice.next() })
      else this.#feed({ type: 'read', interventions, at: clock.now })
    })
  }

  #openOne(): Failed | undefined {
    const last = this.#desk.recordOf(this.decisions[0].toolCallId)
    return last?.status === 'failed' ? last : undefined
  }

  #end(result: DecideResult | null, failure: Failure | null): void {
    this.#intent = null
    this.#sends += 1
    this.#desk.changed(this, true)
    for (const onEnd of this.#onEnds) onEnd(result, failure)
  }
}

/** True for equal decisions in the same order. Here a decision is no more than this. */
export function areSame(a: readonly DecisionRequest[], b: readonly DecisionRequest[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index]
      return (
        one.toolCallId === other?.toolCallId &&
        one.revision === other.revision &&
        one.decision === other.decision
      )
    })
  )
}
