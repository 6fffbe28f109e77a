import { warnOfProtocol } from '../model/developerErrors.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { GatewayError } from './GatewayError.ts'
import { failureOf } from './answer.ts'
import { answered } from './answered.ts'
import { readEvents } from './readEvents.ts'
import { pause } from './timeLimit.ts'
import { onWake } from './wake.ts'
import { isCursor, parseEvent } from './wire.ts'

export type Connect = (lastEventId: string | null, signal: AbortSignal) => Promise<Response>

const silenceMs = 45_000
// Browsers slow the clock of a hidden page down.
const hiddenSilenceMs = 90_000
const maxLength = 1_048_576
const firstBackoffMs = 500
// A connection that lived this long was good, with or without events.
const goodAfterMs = 10_000
/**
 * A connection with events is good after this time. It keeps a server that ends each connection at once from being asked
 * without a pause.
 */
const eventfulAfterMs = 1_000
const maxBackoffMs = 30_000

/**
 * Events of one conversation over as many connections as it takes (rules S10, S11). The first reconnect is immediate,
 * then full jitter. An event's position counts as reached only after it was handled. Throws only for good.
 */
export async function* eventStream({
  connect,
  after,
  signal,
}: {
  readonly connect: Connect
  readonly after: string | null
  readonly signal: AbortSignal
}): AsyncGenerator<GatewayEvent | FollowSignal, void> {
  let position = after
  let failures = 0
  let retryMs = 0
  let lost = false
  let refused = false

  while (!signal.aborted) {
    yield { type: 'connection', status: 'connecting' }
    const openedAt = Date.now()
    let isEventful = false
    const attempt = beginAttempt(signal)
    let pauseMs: number | undefined
    try {
      const response = await connect(position, attempt.signal)
      if (response.status === 204) return
      if (response.status === 410 && position !== null) {
        position = null
        lost = true
        continue
      }
      if (response.status === 401 && !refused) {
        refused = true
        continue
      }
      if (!response.ok) throw await streamFailure(response)
      const body = eventBody(response)
      refused = false
      yield { type: 'connection', status: 'live' }
      if (lost) yield { type: 'gap' }
      lost = false
      for await (const message of readEvents(body, { signal: attempt.signal, maxLength })) {
        attempt.heard()
        if (message.type === 'retry') retryMs = Math.min(message.ms, maxBackoffMs)
        if (message.type === 'too_large') {
          position = null
          lost = true
        }
        if (message.type !== 'event') continue
        const isFirst = !isEventful
        isEventful = true
        const skipped = skippedBetween(position, message.id)
        if (skipped < 0n) {
          // The server sends events from before the requested cursor, so it has restarted its count.
          if (isFirst) {
            position = message.id ?? null
            yield { type: 'gap' }
          }
          continue
        }
        const event = tryParse(message.data, message.id)
        if (event) yield event
        if (!event || skipped > 0n) yield { type: 'gap' }
        position = message.id ?? position
      }
    } catch (thrown) {
      if (signal.aborted) return
      if (isFinal(thrown)) throw thrown
      if (thrown instanceof GatewayError) pauseMs = thrown.retryAfterMs
    } finally {
      attempt.close()
    }
    const givenUp = attempt.givenUp()
    const isGood = Date.now() - openedAt >= (isEventful ? eventfulAfterMs : goodAfterMs)
    if (isGood && !givenUp) failures = 0
    else if (isEventful) failures = Math.min(failures, 1)
    if (givenUp === 'silence') yield { type: 'connection', status: 'stale' }
    const delay = givenUp ? 0 : Math.max(pauseMs ?? retryMs, backoffMs(failures))
    failures += 1
    if (delay > 0) await pause(delay, signal, onWake)
  }
}

function backoffMs(failures: number): number {
  if (failures === 0) return 0
  return Math.random() * Math.min(maxBackoffMs, firstBackoffMs * 2 ** (failures - 1))
}

function eventBody(response: Response): ReadableStream<Uint8Array> {
  const type = response.headers.get('content-type') ?? ''
  if (response.body && type.toLowerCase().startsWith('text/event-stream')) return response.body
  throw new GatewayError(
    { code: 'protocol', applied: 'no', path: '' },
    answered(response, 'text/event-stream'),
  )
}

// An unknown cursor twice in a row: this server can only be read, not followed.
async function streamFailure(response: Response): Promise<GatewayError> {
  if (response.status === 410) return new GatewayError({ code: 'unsupported', applied: 'no' })
  return failureOf(response)
}

// A malformed event is dropped, and a read fills the gap.
function tryParse(data: string, id: string | undefined): GatewayEvent | undefined {
  try {
    return parseEvent(JSON.parse(data), isCursor(id) ? id : null)
  } catch (thrown) {
    if (thrown instanceof GatewayError) warnOfProtocol(thrown)
    return undefined
  }
}

/**
 * Counts the events that are missing before this one; negative if it is a repetition. Ids that are not decimal prove
 * nothing.
 */
function skippedBetween(position: string | null, id: string | undefined): bigint {
  return isCursor(position) && isCursor(id) ? BigInt(id) - BigInt(position) - 1n : 0n
}

function isFinal(thrown: unknown): boolean {
  if (!(thrown instanceof GatewayError) || thrown.applied === 'unknown') return false
  return !['unavailable', 'rate_limited', 'offline', 'timeout'].includes(thrown.code)
}

interface StreamAttempt {
  readonly signal: AbortSignal
  heard(): void
  givenUp(): 'silence' | 'wake' | null
  close(): void
}

const quietMs = 20_000

function beginAttempt(outer: AbortSignal): StreamAttempt {
  const controller = new AbortController()
  let heardAt = Date.now()
  let reason: 'silence' | 'wake' | null = null
  let timer = setTimeout(check, silenceMs)

  function check(): void {
    // If the clock was set back, the silence would seem shorter.
    heardAt = Math.min(heardAt, Date.now())
    const isHidden = globalThis.document?.hidden === true
    const left = heardAt + (isHidden ? hiddenSilenceMs : silenceMs) - Date.now()
    if (left <= 0) giveUp('silence')
    else timer = setTimeout(check, left)
  }
  function giveUp(why: 'silence' | 'wake'): void {
    reason ??= why
    controller.abort()
  }
  function end(): void {
    controller.abort(outer.reason)
  }

  outer.addEventListener('abort', end)
  if (outer.aborted) end()
  const unwatch = onWake((wake) => {
    if (wake !== 'visible' || Date.now() - heardAt > quietMs) giveUp('wake')
  })
  return {
    signal: controller.signal,
    heard: () => {
      heardAt = Date.now()
    },
    givenUp: () => reason,
    close: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', end)
      unwatch()
      controller.abort()
    },
  }
}
