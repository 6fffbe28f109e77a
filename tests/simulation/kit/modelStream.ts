import type { FollowSignal, GatewayEvent } from '../../../src/model/event.ts'
import { eventOf } from '../stand-ins/wire.ts'
import { clock, type Timer } from '../world/clock.ts'
import { dice } from '../world/dice.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import type { Stream } from '../world/stream.ts'

const silenceMs = 45_000
const quietMs = 20_000
const goodAfterMs = 10_000
const maxBackoffMs = 30_000
const firstBackoffMs = 500

/** The events of a conversation over as many connections as it takes: the rules of `eventStream`, without a promise. */
export class ModelStream {
  readonly #page: Page
  readonly #line: Line
  readonly #onItem: (item: GatewayEvent | FollowSignal) => void
  #position: string | null = null
  #failures = 0
  #isLost = false
  #isOpen = false
  #openedAt = 0
  #heardAt = 0
  #stream: Stream | null = null
  /** Counts connections: what an earlier one still says is not heard. */
  #link = 0
  #timer: Timer | null = null

  constructor(page: Page, line: Line, onItem: (item: GatewayEvent | FollowSignal) => void) {
    this.#page = page
    this.#line = line
    this.#onItem = onItem
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  open(after: string | null): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#position = after
    this.#failures = 0
    this.#isLost = false
    this.#connect()
  }

  close(): void {
    this.#isOpen = false
    this.#leave()
  }

  /** The page woke up, with reason to doubt its connection. */
  wake(isSeen: boolean): void {
    if (!this.#isOpen || (isSeen && this.#stream && clock.now - this.#heardAt <= quietMs)) return
    this.#giveUp()
  }

  #connect(): void {
    const link = (this.#link += 1)
    this.#openedAt = this.#heardAt = clock.now
    this.#watch()
    this.#onItem({ type: 'connection', status: 'connecting' })
    this.#line.connect(this.#position, {
      onReply: (open) => {
        if (this.#link !== link) return
        if (open) return this.#live(open(), link)
        this.#position = null
        this.#isLost = true
        this.#leave()
        this.#connect()
      },
      onFailure: ({ retryAfterMs }) => {
        if (this.#link === link) this.#end(retryAfterMs)
      },
    })
  }

  #live(stream: Stream, link: number): void {
    this.#stream = stream
    this.#onItem({ type: 'connection', status: 'live' })
    if (this.#isLost) this.#onItem({ type: 'gap' })
    this.#isLost = false
    const { body } = stream
    const take = (): void => {
      for (let message = body.take(); message && this.#link === link; message = body.take()) {
        this.#heardAt = clock.now
        if (message.type === 'event') this.#hear(message.data, message.id ?? null)
      }
      if (body.isOver && this.#link === link) this.#end()
    }
    body.listen(take)
    take()
  }

  #hear(frame: string, cursor: string | null): void {
    this.#failures = 0
    const skipped =
      cursor === null || this.#position === null ? 0 : Number(cursor) - Number(this.#position) - 1
    if (skipped < 0) return
    const event = eventOf(frame, cursor)
    if (event) this.#onItem(event)
    if (!event || skipped > 0) this.#onItem({ type: 'gap' })
    this.#position = cursor ?? this.#position
  }

  /** The connection ended, and the next one follows: at once, then after longer and longer pauses. */
  #end(pauseMs?: number): void {
    this.#leave()
    if (clock.now - this.#openedAt >= goodAfterMs) this.#failures = 0
    const longestMs = Math.min(maxBackoffMs, firstBackoffMs * 2 ** (this.#failures - 1))
    const delayMs = pauseMs ?? (this.#failures === 0 ? 0 : dice.next() * longestMs)
    this.#failures += 1
    if (delayMs > 0) this.#timer = clock.after(delayMs, this.#page, () => this.#connect())
    else this.#connect()
  }

  #watch(): void {
    this.#timer = clock.after(this.#heardAt + silenceMs - clock.now, this.#page, () => {
      if (clock.now - this.#heardAt < silenceMs) return this.#watch()
      this.#onItem({ type: 'connection', status: 'stale' })
      this.#giveUp()
    })
  }

  #giveUp(): void {
    this.#failures += 1
    this.#leave()
    this.#connect()
  }

  #leave(): void {
    this.#link += 1
    this.#stream?.leave()
    this.#stream = null
    if (this.#timer) clock.cancel(this.#timer)
    this.#timer = null
  }
}
