import { frameOf } from '../backend/responses.ts'
import type { EventDraft, GatewayEvent } from '../model/event.ts'
import type { FaultPlan } from './faults.ts'

export interface EventLog {
  cursor(): string
  append(event: EventDraft): void
  /** The events from after a cursor (null: from now); undefined: the cursor is unknown. */
  open(after: string | null, signal: AbortSignal): EventSource | undefined
  streams(): number
  cut(): void
  clear(): void
}

/** Begins to send. Returns a function that ends it. */
export type EventSource = (to: EventSink) => () => void

export interface EventSink {
  send(text: string): void
  end(): void
  fail(reason: unknown): void
}

type OpenStream = Pick<EventSink, 'send'> & { cut(): void }

const keepEvents = 2_000
const commentEveryMs = 15_000

export function createEventLog(now: () => number, faults: FaultPlan): EventLog {
  const streams = new Set<OpenStream>()
  let events: GatewayEvent[] = []
  let last = 0
  let delayed: string | null = null

  function deliver(event: GatewayEvent): void {
    if (faults.has('silences_stream')) return
    if (event.type === 'agent_runtime_end' && faults.take('loses_end')) return
    const text = frameOf(event)
    const frames = faults.has('doubles_events') ? [text, text] : [text]
    if (faults.has('reorders_events') && delayed === null) {
      delayed = frames.join('')
      // The last event has no successor to swap with.
      setTimeout(() => flush(''), 20)
      return
    }
    flush(frames.join(''))
  }
  function flush(text: string): void {
    const all = text + (delayed ?? '')
    delayed = null
    if (all) for (const stream of [...streams]) stream.send(all)
  }

  return {
    cursor: () => String(last),
    streams: () => streams.size,
    cut: () => {
      for (const stream of [...streams]) stream.cut()
    },
    clear: () => {
      events = []
      last = 0
    },
    append: (draft) => {
      last += 1
      // SAFETY: a draft is an event without exactly these two fields.
      const event = { ...draft, cursor: String(last), timestamp: now() } as GatewayEvent
      events.push(event)
      if (events.length > 2 * keepEvents) events = events.slice(-keepEvents)
      deliver(event)
    },
    open: (after, signal) => {
      const first = last - events.length
      if (after !== null && !(/^\d+$/.test(after) && Number(after) >= first && Number(after) <= last))
        return undefined
      const from = after === null ? last : Number(after)
      const silent = faults.has('silences_stream')
      return (to) => {
        const comments = setInterval(() => {
          if (!faults.has('silences_stream')) to.send(': still here\n\n')
        }, commentEveryMs)
        const stream: OpenStream = {
          send: (text) => to.send(text),
          cut: () => {
            close()
            to.end()
          },
        }
        const abort = (): void => {
          close()
          to.fail(signal.reason)
        }
        const close = (): void => {
          clearInterval(comments)
          streams.delete(stream)
          signal.removeEventListener('abort', abort)
        }
        streams.add(stream)
        signal.addEventListener('abort', abort)
        // The client may disconnect before the stream is open.
        if (signal.aborted) abort()
        if (signal.aborted || silent) return close
        const missed = events.filter(({ cursor }) => Number(cursor) > from)
        to.send(`: welcome\n\n${missed.map(frameOf).join('')}`)
        return close
      }
    },
  }
}
