import { judgeEffect } from '../oracles/effects.ts'
import { Hearsay } from '../oracles/hearsay.ts'
import { judgePatience } from '../oracles/patience.ts'
import { judgeSend } from '../oracles/sends.ts'
import { judgeScreen } from '../oracles/shown.ts'
import { clock } from './clock.ts'
import { Line, type Wiretap } from './line.ts'
import { Ledger, limitMs } from './ledger.ts'
import { Network } from './network.ts'
import { Page } from './page.ts'
import { type OnPressEnd, Person } from './person.ts'
import { drawPlan, type Plan } from './plan.ts'
import type { RunOptions } from './run.ts'
import { Server } from './server.ts'
import { Stream } from './stream.ts'
import { type Shown, Tab } from './tab.ts'

/** A seat at the conversation: a page, who sits there, and the notes of its judges. */
interface Seat {
  readonly tab: Tab
  readonly person: Person
  readonly hearsay: Hearsay
  judged: Tab['shown']
}

/** Everything in a run: the server, the network, the pages and the people at them. */
export class World {
  readonly plan: Plan = drawPlan()
  readonly server: Server
  readonly network = new Network()
  readonly ledger: Ledger
  readonly streams = new Set<Stream>()
  isFaulty = true
  readonly #options: RunOptions
  readonly #seats = new Map<Page, Seat>()
  #pages = 0

  constructor(options: RunOptions) {
    this.#options = options
    this.ledger = new Ledger((text) => this.say(text))
    this.server = new Server(options.kind, this.plan, (effect) => {
      this.say(() => `runs ${effect.toolCallId} with ${effect.text} for ${effect.requestId}`)
      judgeEffect(effect, this.ledger)
    })
    this.server.truth.onEvent = (event) => {
      this.say(
        () => `tells #${event.cursor} ${event.type} of ${event.operationId} ${JSON.stringify(event.data)}`,
      )
      for (const stream of this.streams) stream.send(event)
    }
    if (this.plan.isCalm) this.endFaults()
  }

  get tabs(): readonly Tab[] {
    return [...this.#seats.values()].map((seat) => seat.tab)
  }

  say(text: () => string): void {
    this.#options.trace?.(`${String(clock.now - 1_000_000).padStart(7)} ms  ${text()}`)
  }

  start(): void {
    for (const person of this.plan.pages) this.open(person)
    clock.after(0, null, () => this.server.start())
  }

  /** Opens a page of this person and shows the conversation on it. `earlier`: it is that page, loaded again. */
  open(person: string, earlier?: Page): void {
    this.#pages += 1
    const page = new Page(`page ${this.#pages}`, earlier)
    const hearsay = new Hearsay()
    const line = new Line(page, person, {
      server: this.server,
      network: this.network,
      tap: this.#tap(page, hearsay),
      streams: {
        find: (cursor, epoch) => this.#positionOf(cursor, epoch),
        open: (position, onArrival) => this.#open(page, position, onArrival),
      },
    })
    const { polls } = this.plan
    const tab = new Tab(page, person, this.#options.kit(page, line, polls))
    if (this.#options.everyTick) page.quietUntil = () => 0
    const seat = {
      tab,
      hearsay,
      person: new Person(tab, this.ledger, this.#onEnd(hearsay)),
      judged: undefined,
    }
    this.#seats.set(page, seat)
    clock.page = page
    tab.mount()
    this.turn()
    this.say(() => `${person} opens ${page.name}`)
  }

  /** Shows the conversation again on a page that had unmounted it. */
  mount(tab: Tab): void {
    this.#seats.get(tab.page)?.hearsay.mounted()
    tab.mount()
  }

  /** Nothing on this page shows the conversation any more; only decisions on their way go on. */
  unmount(tab: Tab): void {
    const { page } = tab
    clock.page = page
    tab.unmount()
    this.#drain()
    this.#seats.get(page)?.hearsay.unmounted()
    const isDeciding = this.ledger.presses.some((press) => press.page === page.name && !press.isOver)
    if (!isDeciding && page.isTicking()) this.ledger.accuse('untrue', `${page.name} leaves a timer behind`)
  }

  /** Closes a page; what it has sent is on its way. */
  leave(tab: Tab): void {
    const { page } = tab
    this.say(() => `${page.name} is closed`)
    page.isClosed = true
    clock.page = page
    tab.unmount()
    this.#drain()
    tab.forget()
    for (const press of this.ledger.presses) {
      if (press.page !== page.name) continue
      if (!press.isOver && press.sentAt.length > 0) press.isCutOffIn = page.tab
      press.isOver = true
    }
    for (const stream of this.streams) if (stream.page === page) this.streams.delete(stream)
    this.#seats.delete(page)
  }

  /** After everything that happens: promises run, and what is on the screen is judged. */
  turn(): void {
    this.#drain()
    const { page } = clock
    const seat = page && this.#seats.get(page)
    if (!seat) return
    const { tab, hearsay, person, judged } = seat
    if (tab.isNew) {
      tab.isNew = false
      const { shown } = tab
      if (shown) {
        this.say(() => `${page.name} shows ${screenOf(shown)}`)
        const { truth } = this.server
        judgeScreen({
          name: page.name,
          tab: page.tab,
          shown,
          before: judged,
          truth,
          hearsay,
          ledger: this.ledger,
          plan: this.plan,
          kind: this.#options.kind,
        })
        seat.judged = shown
      }
      person.notice()
    }
    judgePatience(tab, hearsay, this.ledger)
    if (page.isIdleTurn) page.isIdleTurn = false
    else page.stir()
  }

  endFaults(): void {
    if (!this.isFaulty) return
    this.isFaulty = false
    this.network.isFaulty = false
    this.server.isFaulty = false
    this.server.speak()
  }

  /** True when every call was decided and the agent is through. */
  isDone(): boolean {
    const { server } = this
    return server.isAtRest() && server.truth.calls.length > 0 && !server.truth.isWaiting()
  }

  /** True when nothing is under way. */
  isQuiet(): boolean {
    return this.network.travelling === 0 && this.tabs.every(({ page }) => !page.isOffline)
  }

  /** Every page is closed; nothing of the kit may go on. */
  close(): void {
    for (const tab of this.tabs) {
      this.unmount(tab)
      this.leave(tab)
    }
  }

  #drain(): void {
    this.#options.drain()
  }

  #open(page: Page, position: number, onArrival: Wiretap['heard']): Stream {
    const stream = new Stream(page, this.network, onArrival)
    this.streams.add(stream)
    for (const event of this.server.truth.log.slice(position)) stream.send(event)
    return stream
  }

  #positionOf(cursor: string | null, epoch: string): number | null {
    const { log } = this.server.truth
    if (cursor === null) return log.length
    return epoch === this.server.truth.epoch ? Number(cursor) : null
  }

  #onEnd(hearsay: Hearsay): OnPressEnd {
    return (press, result, failure) => {
      this.say(
        () => `${press.page} ends a press: ${result?.outcome ?? `${failure?.code}, ${failure?.applied}`}`,
      )
      const { truth } = this.server
      const calls = press.decisions.map(({ toolCallId }) => truth.call(toolCallId))
      const isHeld = result?.outcome === 'accepted' || result?.outcome === 'already_resolved'
      if (isHeld) hearsay.carriedOn(calls.flatMap((call) => call?.operationId ?? []))
      if (result?.outcome === 'accepted') hearsay.accepted(result)
    }
  }

  #tap(page: Page, hearsay: Hearsay): Wiretap {
    const { ledger } = this
    return {
      heard: (event, isGarbled) => {
        if (event) this.say(() => `${page.name} hears #${event.cursor} ${event.type} of ${event.operationId}`)
        hearsay.event(event, isGarbled)
      },
      connected: () => {
        this.say(() => `${page.name} is connected`)
        hearsay.connected()
      },
      readBegan: () => {
        hearsay.lastReadBeganAt = clock.now
      },
      readLanded: (read, beganAt) => {
        this.say(() => `${page.name} reads up to #${read.cursor}`)
        hearsay.read(read, beganAt)
      },
      sent: (request) => {
        this.say(() => `${page.name} sends ${request.requestId}: ${JSON.stringify(request.decisions)}`)
        judgeSend(request, ledger, { page: page.name, state: this.#seats.get(page)?.tab.state })
      },
      answered: (request, answer, sentAt) => {
        this.say(() => `${page.name} is answered ${request.requestId}: ${answer?.outcome ?? 'a failure'}`)
        const press = ledger.pressOf(request)
        // Of an earlier try the kit hears no more.
        if (!press || press.sentAt.at(-1) !== sentAt) return
        press.openSince = null
        if (!answer) press.refusedAt = Math.min(clock.now, sentAt + limitMs)
      },
    }
  }
}

/** A screen in one line, for the trace. */
function screenOf({ state, cards, busySince, connection, failure }: Shown): string {
  const calls = state?.interventions.map((one) => {
    const { lock, memory } = cards.get(one.toolCallId) ?? {}
    const note =
      memory?.status === 'failed' ? `failed ${memory.failure.code}/${memory.failure.applied}` : memory?.status
    return `${one.toolCallId}@${one.revision} ${one.status}${lock ? ` [${lock.stage}]` : ''}${note ? ` (${note})` : ''}`
  })
  const operations = state?.operations.map((one) => `${one.id} ${one.status}`)
  const expected = state?.expected.map((one) => `${one.operationId} ${one.missing ? 'missing' : 'expected'}`)
  const parts = [...(calls ?? []), ...(operations ?? []), ...(expected ?? [])]
  return `${busySince === null ? 'idle' : 'busy'}, ${connection}${failure ? ` ${failure.code}` : ''}: ${parts.join(', ')}`
}
