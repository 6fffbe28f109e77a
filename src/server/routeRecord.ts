import type { Conversation } from '../model/conversation.ts'
import type { EventDraft, GatewayEvent } from '../model/event.ts'
import type { ConversationId } from '../model/ids.ts'
import { conversationOf, emptyLedger, expired } from '../backend/ledger.ts'
import type { QualifiedLedger } from './callIds.ts'
import { eventsBetween } from './eventsBetween.ts'

/** What a route keeps of a conversation: plain data, so that any machine can go on with it. */
export interface RouteRecord extends QualifiedLedger {
  /** Another one where the store has lost the conversation. */
  readonly epoch: string
  /** How many events there were. */
  readonly cursor: number
  /** The last ones. */
  readonly events: readonly GatewayEvent[]
  /** The state of the agent. */
  readonly state?: string
}

const keptEvents = 100

/** What is read of a conversation nobody has said anything in: nothing is kept of it, so every machine says the same. */
export const unbegunRecord: RouteRecord = { ...emptyLedger, epoch: '', cursor: 0, events: [] }

/** The record of a conversation that begins. */
export function emptyRecord(): RouteRecord {
  return { ...unbegunRecord, epoch: crypto.randomUUID() }
}

/** The same record at a later time: what was to be decided before then has expired. */
export function lapsed(record: RouteRecord, at: number): RouteRecord {
  return withEvents(record, { ...record, interventions: expired(record.interventions, at) }, at)
}

/** The next record, with the events that lead to it. */
export function withEvents(before: RouteRecord, after: RouteRecord, at: number): RouteRecord {
  const drafts = eventsBetween(before, after)
  if (drafts.length === 0) return after
  const events = drafts.map((draft, index) => place(draft, before.cursor + index + 1, at))
  return {
    ...after,
    cursor: before.cursor + events.length,
    events: [...before.events, ...events].slice(-keptEvents),
  }
}

function place(draft: EventDraft, cursor: number, timestamp: number): GatewayEvent {
  return { ...draft, cursor: String(cursor), timestamp }
}

/** What a client reads. */
export function readRecord(record: RouteRecord, id: ConversationId): Conversation {
  const { epoch, cursor } = record
  return { ...conversationOf(record, id), epoch, cursor: String(cursor) }
}
