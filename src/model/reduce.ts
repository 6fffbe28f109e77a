import {
  type ConversationState,
  endKnown,
  findCall,
  isAfter,
  isHeardOf,
  type KnownOperation,
} from './conversation.ts'
import type { ChatEventType, GatewayEvent } from './event.ts'
import type { OperationId } from './ids.ts'
import { type InterventionCall, settle } from './intervention.ts'
import { defaultPause, hasEnded, type Operation, type OperationEnd } from './operation.ts'

/**
 * Applies one event. Returns the same state if the event changes nothing: repeated, late, unknown and chat events.
 *
 * @param at Our clock when the event arrived, in milliseconds. Defaults to the event's own timestamp.
 *
 * @example
 * const next = reduce(state, heard, Date.now())
 * const isNews = next !== state
 */
export function reduce(
  state: ConversationState,
  event: GatewayEvent,
  at: number = event.timestamp,
): ConversationState {
  const { cursor } = event
  if (cursor !== null && state.cursor !== null && !isAfter(cursor, state.cursor)) return state
  const change = changeOf(state, event, at)
  return change ? { ...state, ...change, cursor: cursor ?? state.cursor, version: state.version + 1 } : state
}

type Change = Partial<ConversationState> | null

function changeOf(state: ConversationState, event: GatewayEvent, at: number): Change {
  switch (event.type) {
    case 'agent_runtime_init':
      return start(state, event.data.operation, at)
    case 'agent_intervention_request':
      return ask(state, event.data.intervention, event.cursor)
    case 'agent_intervention_response': {
      const { toolCallId, status, resolution } = event.data
      const known = findCall(state.interventions, toolCallId)
      if (!known) return null
      const isOurs = known.status === 'pending' || known.resolution.requestId === resolution.requestId
      if (!isOurs && isBehindAnswer(state, known, event.cursor)) return { unread: true }
      return { interventions: replace(state, settle(known, status, resolution)) }
    }
    case 'agent_runtime_end':
      return end(state, event, at)
    default:
      event.type satisfies ChatEventType | 'approval_settings_changed' | 'unknown'
      return null
  }
}

function start(state: ConversationState, operation: Operation, at: number): Change {
  const { id } = operation
  if (isHeardOf(state, id)) return null
  return { operations: [...state.operations, { ...operation, at }], expected: unexpected(state, id) }
}

function ask(state: ConversationState, intervention: InterventionCall, cursor: string | null): Change {
  const known = findCall(state.interventions, intervention.toolCallId)
  if (!known) return { interventions: [...state.interventions, intervention] }
  if (known.status !== 'pending') {
    // Without a cursor it may be a late copy of an older request. A read tells.
    if (known.revision === intervention.revision || cursor === null) return null
    if (isBehindAnswer(state, known, cursor)) return { unread: true }
  }
  // An answer was ahead of the events. Only a read that is not older than this event can tell which of the two is newer.
  if (state.unread) return {}
  return { interventions: replace(state, intervention) }
}

// A server that checks neither states nor revisions may accept a decision of ours after what this event tells. A read
// has to say what it made of both.
function isBehindAnswer(
  { expected }: ConversationState,
  { toolCallId }: InterventionCall,
  cursor: string | null,
): boolean {
  return expected.some(
    (one) =>
      cursor !== null &&
      one.cursor !== null &&
      !isAfter(cursor, one.cursor) &&
      findCall(one.decisions, toolCallId) !== undefined,
  )
}

type EndEvent = Extract<GatewayEvent, { type: 'agent_runtime_end' }>

function end(state: ConversationState, event: EndEvent, at: number): Change {
  const { operationId: id, timestamp } = event
  const how = endOf(event)
  // An end may come before its init. Then the init comes too late.
  const known: KnownOperation = state.operations.find((one) => one.id === id) ?? {
    ...{ id, startedAt: timestamp, status: 'running', at },
    isUnannounced: true,
  }
  if (state.forgotten.includes(id) || known.status === how.status) return null
  if (hasEnded(known)) {
    const { answered } = state
    const isNewer =
      event.cursor !== null &&
      answered !== null &&
      (answered.cursor === null || isAfter(event.cursor, answered.cursor))
    // Our decision ended it, and it parks all the same: a read that is older than this must not say that it runs.
    return isNewer && how.status === 'waiting_for_human' ? {} : null
  }
  const others = state.operations.filter((one) => one.id !== id)
  return { operations: [...others, endKnown(known, how, at)], expected: unexpected(state, id) }
}

function endOf({ data, timestamp }: EndEvent): OperationEnd {
  const { reason: status } = data
  if (status === 'waiting_for_human') return { status, pause: data.pause ?? defaultPause }
  if (status === 'error') {
    return { status, endedAt: timestamp, error: data.error ?? { code: 'unknown', message: '' } }
  }
  return { status, endedAt: timestamp }
}

function unexpected(state: ConversationState, id: OperationId): ConversationState['expected'] {
  return state.expected.filter((expected) => expected.operationId !== id)
}

function replace({ interventions }: ConversationState, by: InterventionCall): readonly InterventionCall[] {
  return interventions.map((one) => (one.toolCallId === by.toolCallId ? by : one))
}
