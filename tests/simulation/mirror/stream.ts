import { openLink } from '../../../src/gateway/link.ts'
import { onWake } from '../../../src/gateway/wake.ts'
import type { StreamMessage } from '../../../src/gateway/readEvents.ts'
import type { FollowSignal, GatewayEvent } from '../../../src/model/event.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { parseEvent } from '../stand-ins/wire.ts'
import { clock, type Timer } from '../world/clock.ts'
import { dice } from '../world/dice.ts'
import type { Line } from '../world/line.ts'
import type { Stream } from '../world/stream.ts'
import { later } from './later.ts'

const silenceMs = 45_000
const firstBackoffMs = 500
const maxBackoffMs = 30_000

/** What a stream tells, and that it is over for good. */
export interface Follow {
  readonly signal: AbortSignal
  readonly onItem: (item: GatewayEvent | FollowSignal) => void
  readonly onEnd: (failure: Failure) => void
}

/** `eventStream` without promises: events over as many connections as it takes. */
export class EventStream {
  readonly #line: Line
  readonly #follow: Follow
  #position: string | null
  #failures = 0
  #isLost = false

  constructor(line: Line, after: string | null, follow: Follow) {
    this.#line = line
    this.#position = after
    this.#follow = follow
    this.#connect()
  }

  #connect(): void {
    const { signal, onItem } = this.#follow
    if (signal.aborted) return
    onItem({ type: 'connection', status: 'connecting' })
    const link = openLink(signal, silenceMs)
    let stream: Stream | undefined
    let isOver = false
    const end = (pauseMs?: number): void => {
      if (isOver) return
      isOver = true
      stream?.leave()
      link.close()
      if (!signal.aborted) this.#pause(link.givenUp(), pauseMs)
    }
    link.signal.addEventListener('abort', () => later(() => end()))
    this.#line.connect(this.#position, {
      onReply: (open) => {
        if (isOver || link.signal.aborted) return
        if (!open) {
          this.#position = null
          this.#isLost = true
          isOver = true
          link.close()
          return this.#connect()
        }
        stream = open()
        onItem({ type: 'connection', status: 'live' })
        if (this.#isLost) onItem({ type: 'gap' })
        this.#isLost = false
        const { body } = stream
        const take = (): void => {
          while (!isOver && !link.signal.aborted) {
            const message = body.take()
            if (!message) break
            link.heard()
            this.#read(message)
          }
          if (body.isOver) end()
        }
        body.listen(() => later(take))
      },
      onFailure: (failure) => {
        if (isOver) return
        if (!isFinal(failure)) return end(failure.retryAfterMs)
        isOver = true
        link.close()
        this.#follow.onEnd(failure)
      },
    })
  }

  #read(message: StreamMessage): void {
    if (message.type !== 'event') return
    const { onItem } = this.#follow
    this.#failures = 0
    const { id = null } = message
    const skipped = this.#position === null || id === null ? 0 : Number(id) - Number(this.#position) - 1
    if (skipped < 0) return
    const event = tryParse(message.data, id)
    if (event) onItem(event)
    if (!event || skipped > 0) onItem({ type: 'gap' })
    this.#position = id ?? this.#position
  }

  #pause(givenUp: 'silence' | 'wake' | null, pauseMs: number | undefined): void {
    if (givenUp === 'silence') this.#follow.onItem({ type: 'connection', status: 'stale' })
    const delay = givenUp ? 0 : (pauseMs ?? backoffMs(this.#failures))
    this.#failures += 1
    if (delay === 0) return this.#connect()
    const { signal } = this.#follow
    let timer: Timer | null = clock.after(delay, clock.page, () => finish())
    const unwatch = onWake(() => finish())
    const finish = (): void => {
      if (!timer) return
      clock.cancel(timer)
      timer = null
      unwatch()
      later(() => this.#connect())
    }
    signal.addEventListener('abort', finish)
  }
}

function backoffMs(failures: number): number {
  if (failures === 0) return 0
  return dice.next() * Math.min(maxBackoffMs, firstBackoffMs * 2 ** (failures - 1))
}

function tryParse(data: string, id: string | null): GatewayEvent | undefined {
  try {
    return parseEvent(Number(data), id)
  } catch {
    return undefined
  }
}

function isFinal({ applied, code }: Failure): boolean {
  if (applied === 'unknown') return false
  return !['unavailable', 'rate_limited', 'offline', 'timeout'].includes(code)
}
