import { endEventOf } from '../backend/responses.ts'
import type { KeptSettings } from '../backend/settings.ts'
import { conversationOf, emptyLedger, expired, type Ledger } from '../backend/ledger.ts'
import { type Conversation, findCall, type UnreadableCall } from '../model/conversation.ts'
import type { EventDraft, GatewayEvent } from '../model/event.ts'
import type { ConversationId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { Operation } from '../model/operation.ts'
import type { QualifiedLedger } from './callIds.ts'
import type { RouteDecision } from './RouteAgent.ts'

export interface RouteRecord extends QualifiedLedger {
  readonly epoch: string
  readonly cursor: number
  readonly events: readonly GatewayEvent[]
  readonly state?: string
  /** The decisions that the state does not know. */
  readonly untold?: readonly RouteDecision[]
  /** Absent: nobody has changed them yet. */
  readonly settings?: KeptSettings
}

const keptEvents = 100

/** Read of a conversation that has not begun: nothing is stored of it, so every machine says the same. */
export const unbegunRecord: RouteRecord = { ...emptyLedger, epoch: '', cursor: 0, events: [] }

export function emptyRecord(): RouteRecord {
  return { ...unbegunRecord, epoch: crypto.randomUUID() }
}

export function isOverdue({ interventions }: RouteRecord, at: number): boolean {
  return interventions.some((card) => card.status === 'pending' && (card.expiresAt ?? at) < at)
}

export function lapsed(record: RouteRecord, at: number): RouteRecord {
  return withEvents(record, { ...record, interventions: expired(record.interventions, at) }, at)
}

export function withEvents(before: RouteRecord, after: RouteRecord, at: number): RouteRecord {
  const drafts = eventsBetween(before, after)
  if (drafts.length === 0) return after
  const events = drafts.map((draft, index) => place(draft, before.cursor + index + 1, at))
  return {
    ...after,
    cursor: before.cursor + events.length,
    // Streams that are up to date get all of a change, however much it is.
    events: [...before.events, ...events].slice(-Math.max(keptEvents, events.length)),
  }
}

function place(draft: EventDraft, cursor: number, timestamp: number): GatewayEvent {
  return { ...draft, cursor: String(cursor), timestamp }
}

export function readRecord(record: RouteRecord, id: ConversationId): Conversation {
  const { epoch, cursor } = record
  return { ...conversationOf(record, id), epoch, cursor: String(cursor) }
}

type State = Pick<Ledger, 'operations' | 'interventions' | 'unreadable'> & Pick<RouteRecord, 'settings'>

/**
 * The events that lead from one state of a conversation to the next: operations begin, calls ask and are settled, and
 * the ends come last, one per entry (rule S1).
 */
export function eventsBetween(before: State, after: State): readonly EventDraft[] {
  const operations = after.operations.map((operation) => ({
    operation,
    was: before.operations.find((one) => one.id === operation.id),
  }))
  const calls = after.interventions.filter((card) => !before.interventions.some((one) => isSame(one, card)))
  return [
    ...operations.flatMap(({ operation, was }) => (was ? [] : initOf(operation))),
    ...calls.map((card) => eventOf(card, before.interventions)),
    ...(after.unreadable === before.unreadable ? [] : (after.unreadable ?? [])).map(unreadableOf),
    ...operations.flatMap(({ operation, was }) => endEventOf(operation, was) ?? []),
    ...settingsEvents(before.settings, after.settings),
  ]
}

function settingsEvents(
  before: KeptSettings | undefined,
  after: KeptSettings | undefined,
): readonly EventDraft[] {
  if (!after || after.version === before?.version) return []
  const { version } = after
  return [{ type: 'approval_settings_changed', operationId: '', data: { version } }]
}

function isSame(one: InterventionCall, other: InterventionCall): boolean {
  if (one.toolCallId !== other.toolCallId || one.status !== other.status) return false
  return one.revision === other.revision && one.operationId === other.operationId
}

/** A client cannot read it either, and reads the conversation, which says so. */
function unreadableOf({ operationId = '', toolCallId }: UnreadableCall): EventDraft {
  // SAFETY: a client leaves out what is no call.
  const intervention = { toolCallId, operationId } as InterventionCall
  return { type: 'agent_intervention_request', operationId, data: { intervention } }
}

function initOf({ id, startedAt, resumes }: Operation): EventDraft {
  const operation: Operation = {
    id,
    startedAt,
    ...(resumes === undefined ? {} : { resumes }),
    status: 'running',
  }
  return { type: 'agent_runtime_init', operationId: id, data: { operation } }
}

function eventOf(card: InterventionCall, before: readonly InterventionCall[]): EventDraft {
  const { operationId, toolCallId } = card
  // A call that never waited is sent whole.
  if (card.status === 'pending' || !findCall(before, toolCallId)) {
    return { type: 'agent_intervention_request', operationId, data: { intervention: card } }
  }
  const { status, resolution } = card
  return { type: 'agent_intervention_response', operationId, data: { toolCallId, status, resolution } }
}
