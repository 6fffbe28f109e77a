import type { SimulatedSignal } from '../stand-ins/abort.ts'
import { clock, type Timer } from './clock.ts'

/** Told when a page wakes up. */
export type WakeListener = (event: { readonly persisted: boolean }) => void

/** A page in a browser tab, as far as the kit can tell: its timers, its wake-ups, and whether it has a network. */
export class Page {
  readonly name: string
  /** The browser tab it is in: a page that is loaded again has another name, and finds what the tab stored. */
  readonly tab: string
  readonly stored: Map<string, string>
  isClosed = false
  isOffline = false
  isIdleTurn = false
  /** Timeouts that are set. */
  timers = 0
  readonly #wakes = new Set<{ readonly type: string; readonly listen: WakeListener }>()
  #interval: Interval | null = null

  constructor(name: string, earlier?: Page) {
    this.name = name
    this.tab = earlier?.tab ?? name
    this.stored = earlier?.stored ?? new Map()
  }

  /** Until when a tick of this page would change nothing, if nothing else happens on it before. */
  quietUntil: () => number = () => 0

  startInterval(run: () => void, ms: number): Interval {
    if (this.#interval) throw new Error('One clock per page.')
    const end = (): void => {
      this.#interval = null
    }
    this.#interval = new Interval(this, { run, ms, end })
    return this.#interval
  }

  /** Something happened on this page, so its next tick counts. */
  stir(): void {
    this.#interval?.stir()
  }

  /** True while something of the kit would still go off by itself. */
  isTicking(): boolean {
    return this.timers > 0 || this.#interval !== null || this.#wakes.size > 0
  }

  listen(type: string, listen: WakeListener, signal: SimulatedSignal): void {
    const wake = { type, listen }
    this.#wakes.add(wake)
    signal.addEventListener('abort', () => this.#wakes.delete(wake))
  }

  wake(type: 'online' | 'visibilitychange' | 'pageshow'): void {
    for (const one of [...this.#wakes]) if (one.type === type) one.listen({ persisted: type === 'pageshow' })
  }
}

/** A clock that ticks. It leaves out ticks that would change nothing: they are most of them. */
export class Interval {
  readonly #page: Page
  readonly #tick: { readonly run: () => void; readonly ms: number; readonly end: () => void }
  readonly #start = clock.now
  #timer: Timer | null = null

  constructor(page: Page, tick: { readonly run: () => void; readonly ms: number; readonly end: () => void }) {
    this.#page = page
    this.#tick = tick
    this.#arm(clock.now)
  }

  stir(): void {
    if (this.#timer && this.#timer.at <= this.#nextAfter(clock.now)) return
    if (this.#timer) clock.cancel(this.#timer)
    this.#arm(clock.now)
  }

  stop(): void {
    if (this.#timer) clock.cancel(this.#timer)
    this.#tick.end()
  }

  #nextAfter(time: number): number {
    const { ms } = this.#tick
    return this.#start + (Math.floor((time - this.#start) / ms) + 1) * ms
  }

  #arm(after: number): void {
    this.#timer = null
    if (after === Infinity) return
    this.#timer = clock.after(this.#nextAfter(after) - clock.now, this.#page, () => {
      this.#timer = null
      this.#page.isIdleTurn = true
      this.#tick.run()
      this.#arm(Math.max(clock.now, this.#page.quietUntil() - 1))
    })
  }
}
