import { frameOf } from '../backend/events.ts'
import type { ConversationId } from '../model/ids.ts'
import { type RouteRecord, unbegunRecord } from './routeRecord.ts'
import type { RouteRecords } from './routeRecords.ts'

const commentEveryMs = 15_000
const unreadChunks = 64

/**
 * The events of a conversation as a stream, from after a cursor (null: from now); undefined: the cursor is unknown.
 * What other machines change is found every `pollMs`.
 */
export function openEvents(
  records: RouteRecords,
  { id, record, after, pollMs, signal }: EventsOptions,
): ReadableStream<Uint8Array> | undefined {
  if (after !== null && !/^\d+$/.test(after)) return undefined
  const begin = after === null ? record.cursor : Number(after)
  if (eventsAfter(record, begin) === undefined) return undefined
  const encoder = new TextEncoder()
  const left = new AbortController()
  const read = async (): Promise<RouteRecord> => (await records.read(id)) ?? unbegunRecord
  signal.addEventListener('abort', () => left.abort())
  if (signal.aborted) left.abort()
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start: async (controller) => {
      const send = (text: string): void => controller.enqueue(encoder.encode(text))
      try {
        send(': welcome\n\n')
        let sent = begin
        let saidAt = Date.now()
        let { epoch } = record
        let now = record
        while (!left.signal.aborted) {
          // A conversation that begins continues the empty one.
          if (epoch === unbegunRecord.epoch) epoch = now.epoch
          const missed = now.epoch === epoch ? eventsAfter(now, sent) : undefined
          // The client reads, and follows from there.
          if (!missed) break
          for (const event of missed) send(frameOf(event))
          if (missed.length > 0) saidAt = Date.now()
          sent = now.cursor
          if (Date.now() - saidAt >= commentEveryMs - pollMs) {
            send(': still here\n\n')
            saidAt = Date.now()
          }
          // Listens before it reads, so that no change in between is missed.
          const news = records.changed(id, pollMs, left.signal)
          now = await read()
          if (now.cursor === sent) {
            await news
            now = await read()
          }
          // A slow reader is waited for: new events stay in the record, not in memory.
          while ((controller.desiredSize ?? 0) <= 0 && !left.signal.aborted) {
            await records.changed(id, pollMs, left.signal)
            now = await read()
          }
        }
        if (!left.signal.aborted) controller.close()
      } catch (thrown) {
        if (!left.signal.aborted) controller.error(thrown)
      }
    },
    cancel: () => left.abort(),
  }
  return new ReadableStream(source, { highWaterMark: unreadChunks })
}

interface EventsOptions {
  readonly id: ConversationId
  readonly record: RouteRecord
  readonly after: string | null
  readonly pollMs: number
  readonly signal: AbortSignal
}

function eventsAfter({ cursor, events }: RouteRecord, after: number): RouteRecord['events'] | undefined {
  const isKnown = Number.isInteger(after) && after <= cursor && after >= cursor - events.length
  return isKnown ? events.slice(events.length - (cursor - after)) : undefined
}
