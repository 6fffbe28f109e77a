import type { FollowSignal, GatewayEvent } from '../../../src/model/event.ts'
import { eventOf } from '../stand-ins/wire.ts'
import { clock, type Timer } from '../world/clock.ts'
import { dice } from '../world/dice.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import type { Stream } from '../world/stream.ts'

/** The time in which a gateway notices that its connection is dead. */
const noticesAfterMs = 45_000
const reconnectsWithinMs = 2_000

/**
 * A stream of a hand-written client, which keeps to the contract of the port: it reconnects by itself and says so, and
 * says `gap` when something may be missing. It stands in because the kit's own `eventStream` is an async generator, and
 * a model run waits for no promise; `--whole` runs that one.
 */
export class PortStream {
  readonly #page: Page
  readonly #line: Line
  readonly #onItem: (item: GatewayEvent | FollowSignal) => void
  #position: string | null = null
  #stream: Stream | null = null
  #timer: Timer | null = null
  /** Counts connections: what an earlier one still says is not heard. */
  #link = 0

  constructor(page: Page, line: Line, onItem: (item: GatewayEvent | FollowSignal) => void) {
    this.#page = page
    this.#line = line
    this.#onItem = onItem
  }

  open(after: string | null): void {
    this.#position = after
    this.#connect()
  }

  close(): void {
    this.#link += 1
    this.#stream?.leave()
    this.#stream = null
    if (this.#timer) clock.cancel(this.#timer)
  }

  #connect(isGap = false): void {
    this.close()
    const link = this.#link
    const isCurrent = (): boolean => this.#link === link
    this.#onItem({ type: 'connection', status: 'connecting' })
    if (!isCurrent()) return
    this.#wait(noticesAfterMs, () => this.#connect(isGap))
    this.#line.connect(this.#position, {
      onReply: (connected) => {
        if (!isCurrent()) return
        if (connected) return this.#listen(connected(), isGap, isCurrent)
        this.#position = null
        this.#connect(true)
      },
      onFailure: () => {
        if (isCurrent()) this.#wait(dice.between(0, reconnectsWithinMs), () => this.#connect(isGap))
      },
    })
  }

  #listen(stream: Stream, isGap: boolean, isCurrent: () => boolean): void {
    this.#stream = stream
    const { body } = stream
    const heard = (): void =>
      this.#wait(noticesAfterMs, () => {
        this.#onItem({ type: 'connection', status: 'stale' })
        if (isCurrent()) this.#connect()
      })
    const take = (): void => {
      for (let message = body.take(); message && isCurrent(); message = body.take()) {
        heard()
        if (message.type === 'event') this.#hear(message.data, message.id ?? null)
      }
      if (!body.isOver || !isCurrent()) return
      // A connection that is over is heard no more, whatever is still on its way.
      this.close()
      this.#wait(dice.between(0, reconnectsWithinMs), () => this.#connect())
    }
    heard()
    this.#onItem({ type: 'connection', status: 'live' })
    if (isGap && isCurrent()) this.#onItem({ type: 'gap' })
    if (!isCurrent()) return
    body.listen(take)
    take()
  }

  #hear(frame: string, cursor: string | null): void {
    const after = this.#position
    const skipped = cursor === null || after === null ? 0 : Number(cursor) - Number(after) - 1
    if (skipped < 0) return
    this.#position = cursor ?? after
    const event = eventOf(frame, cursor)
    if (event) this.#onItem(event)
    if (!event || skipped > 0) this.#onItem({ type: 'gap' })
  }

  #wait(ms: number, then: () => void): void {
    if (this.#timer) clock.cancel(this.#timer)
    this.#timer = clock.after(ms, this.#page, then)
  }
}
