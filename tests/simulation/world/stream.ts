import type { GatewayEvent } from '../../../src/model/event.ts'
import { frameOf } from '../stand-ins/wire.ts'
import { Body } from './body.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import type { Wiretap } from './line.ts'
import type { Network } from './network.ts'
import type { Page } from './page.ts'
import { rates } from './rates.ts'

const commentEveryMs = 15_000

/** One open stream of events from the server to a page. */
export class Stream {
  readonly body = new Body()
  #isOpen = true
  /** The page reads no more. */
  #isLeft = false
  readonly page: Page
  readonly #network: Network
  /** Told of everything that arrives, after the kit was. */
  readonly #onArrival: Wiretap['heard']
  #isSilent = false
  #lastArrivalAt = 0

  constructor(page: Page, network: Network, onArrival: Wiretap['heard']) {
    this.page = page
    this.#network = network
    this.#onArrival = onArrival
    this.#comment()
  }

  send(event: GatewayEvent): void {
    if (!this.#isOpen || this.#isLeft || this.#isSilent) return
    const isFaulty = this.#network.isFaulty
    const fate = isFaulty ? dice.next() : 1
    const { lost, silences, twice, late, garbled } = rates.event
    if (fate < lost) {
      if (dice.happens(0.5)) this.cut()
      else if (dice.happens(silences)) this.#isSilent = true
      // Without cursors nothing tells that something is missing, so there nothing is lost without a trace.
      else if (event.cursor === null) this.#arrive(event, 0)
      return
    }
    if (fate < lost + garbled) return this.#later(0, () => this.#push(event, null))
    // Order, too, can only be told by cursors.
    const isLate = isFaulty && event.cursor !== null && fate > 1 - late
    this.#arrive(event, isLate ? dice.between(100, 3_000) : 0)
    if (isFaulty && event.cursor !== null && dice.happens(twice)) this.#arrive(event, 0)
  }

  /** The connection ends, and the page notices. */
  cut(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#later(0, () => this.body.end())
  }

  /** The connection stays, and nothing comes through it any more. */
  silence(): void {
    this.#isSilent = true
  }

  /** The page goes away. */
  leave(): void {
    this.#isLeft = true
  }

  #arrive(event: GatewayEvent, delayMs: number): void {
    const data = frameOf(event)
    this.#later(delayMs, () => this.#push(event, data))
  }

  /** `data` null: nobody can make anything of it but its cursor. */
  #push(event: GatewayEvent, data: string | null): void {
    if (this.#isLeft) return
    this.body.push({ type: 'event', id: event.cursor ?? undefined, data: data ?? 'garbled' })
    this.#onArrival(event, data === null)
  }

  /** Events arrive in order, unless one is delayed. */
  #later(delayMs: number, then: () => void): void {
    const at = Math.max(this.#lastArrivalAt, clock.now + dice.between(3, 150))
    if (delayMs === 0) this.#lastArrivalAt = at
    clock.after(at + delayMs - clock.now, this.page, then)
  }

  #comment(): void {
    clock.after(commentEveryMs, this.page, () => {
      if (!this.#isOpen || this.#isLeft) return
      this.#comment()
      if (this.#isSilent) return
      this.page.isIdleTurn = true
      this.body.push({ type: 'comment' })
      this.#onArrival(null)
    })
  }
}
