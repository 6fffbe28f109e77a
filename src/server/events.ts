import { createListeners } from '../backend/changes.ts'
import { frameOf } from '../backend/responses.ts'
import { pause } from '../gateway/timeLimit.ts'
import type { GatewayEvent } from '../model/event.ts'
import type { ConversationId } from '../model/ids.ts'
import { type RouteRecord, unbegunRecord } from './routeRecord.ts'
import type { RouteRecords } from './routeRecords.ts'

const commentEveryMs = 14_000
const askEveryMs = 45_000
const unreadChunks = 64

interface EventsOptions {
  readonly id: ConversationId
  readonly record: RouteRecord
  readonly after: string | null
  readonly signal: AbortSignal
  readonly mayRead: () => Promise<boolean>
}

/** The events of a conversation as a stream, from after a cursor (null: from now); undefined: the cursor is unknown. */
export function openEvents(
  records: RouteRecords,
  { id, record, after, signal, mayRead }: EventsOptions,
): ReadableStream<Uint8Array> | undefined {
  if (after !== null && !/^\d+$/.test(after)) return undefined
  const begin = after === null ? record.cursor : Number(after)
  if (eventsAfter(record, begin) === undefined) return undefined
  const encoder = new TextEncoder()
  const left = new AbortController()
  const news = createListeners()
  const drained = createListeners()
  signal.addEventListener('abort', () => left.abort())
  if (signal.aborted) left.abort()

  async function send(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const write = (text: string): void => controller.enqueue(encoder.encode(text))
    let now = record
    let failure: { readonly thrown: unknown } | undefined
    const take = (next = unbegunRecord): void => {
      const isOlder = next.epoch === now.epoch && next.cursor < now.cursor
      if (!isOlder) now = next
    }
    // Watches before it reads, so that no change in between is missed.
    const unwatch = records.watch(id, {
      next: (next) => {
        take(next)
        news.notify()
      },
      fail: (thrown) => {
        failure = { thrown }
        news.notify()
      },
    })
    try {
      write(': welcome\n\n')
      take(await records.read(id))
      let sent = begin
      let { epoch } = record
      let askedAt = Date.now()
      while (!left.signal.aborted) {
        if (failure) throw failure.thrown
        // A conversation that begins continues the empty one.
        if (epoch === unbegunRecord.epoch) epoch = now.epoch
        const seen = now
        const missed = seen.epoch === epoch ? eventsAfter(seen, sent) : undefined
        // The client reads, and follows from there.
        if (!missed) break
        // A permission can be taken back while a stream is open.
        if (missed.some(hasArguments) || Date.now() - askedAt >= askEveryMs) {
          if (!(await mayRead())) break
          askedAt = Date.now()
        }
        if (left.signal.aborted) break
        for (const event of missed) write(frameOf(event))
        sent = seen.cursor
        if (now === seen && !failure) {
          await pause(commentEveryMs, left.signal, news.subscribe)
          if (now === seen && !failure && !left.signal.aborted) write(': still here\n\n')
        }
        // A slow reader is waited for: new events stay in the record, not in memory.
        while ((controller.desiredSize ?? 0) <= 0 && !left.signal.aborted) {
          await pause(commentEveryMs, left.signal, drained.subscribe)
        }
      }
      if (!left.signal.aborted) controller.close()
    } catch (thrown) {
      if (!left.signal.aborted) controller.error(thrown)
    } finally {
      unwatch()
    }
  }

  const source: UnderlyingDefaultSource<Uint8Array> = {
    start: (controller) => {
      if (!left.signal.aborted) void send(controller)
    },
    pull: () => drained.notify(),
    cancel: () => left.abort(),
  }
  return new ReadableStream(source, { highWaterMark: unreadChunks })
}

function hasArguments({ type }: GatewayEvent): boolean {
  return type === 'agent_intervention_request' || type === 'agent_intervention_response'
}

function eventsAfter({ cursor, events }: RouteRecord, after: number): RouteRecord['events'] | undefined {
  const isKnown = Number.isInteger(after) && after <= cursor && after >= cursor - events.length
  return isKnown ? events.slice(events.length - (cursor - after)) : undefined
}
