import { type ConversationState, findIntervention, isAfter } from './conversation.ts'
import type { GatewayEvent } from './event.ts'
import type { OperationId } from './ids.ts'
import { type Intervention, settle } from './intervention.ts'
import { defaultPause, hasEnded, isRunning, type Operation, type OperationEnd, withEnd } from './operation.ts'

/**
 * Applies one event. Returns the very same state when the event changes nothing: what is doubled, late, unknown or the
 * chat's business leaves no trace.
 *
 * @param at Our clock when the event arrived, in milliseconds. Defaults to the event's own timestamp.
 */
export function reduce(
  state: ConversationState,
  event: GatewayEvent,
  at: number = event.timestamp,
): ConversationState {
  if (event.cursor !== null && state.cursor !== null && !isAfter(event.cursor, state.cursor)) return state
  const next = apply(state, event, at)
  if (next === state) return state
  return { ...next, cursor: event.cursor ?? state.cursor, version: state.version + 1 }
}

function apply(state: ConversationState, event: GatewayEvent, at: number): ConversationState {
  switch (event.type) {
    case 'agent_runtime_init':
      return start(state, event.data.operation, at)
    case 'agent_intervention_request':
      return ask(state, event.data.intervention)
    case 'agent_intervention_response': {
      const { toolCallId, status, resolution } = event.data
      const known = findIntervention(state, toolCallId)
      if (!known) return state
      return { ...state, interventions: replace(state.interventions, settle(known, status, resolution)) }
    }
    case 'agent_runtime_end':
      return end(state, event.operationId, endOf(event.data, event.timestamp), at)
    case 'stream_start':
    case 'stream_chunk':
    case 'stream_end':
    case 'step_start':
    case 'step_complete':
    case 'tool_start':
    case 'tool_end':
    case 'unknown':
      return state
    default:
      event satisfies never
      return state
  }
}

function start(state: ConversationState, operation: Operation, at: number): ConversationState {
  const { id } = operation
  if (state.forgotten.includes(id) || state.operations.some((known) => known.id === id)) return state
  const early = state.ended.find((known) => known.operationId === id)
  const ended =
    early || isRunning(operation) ? state.ended : [...state.ended, { operationId: id, end: operation, at }]
  return {
    ...state,
    operations: [...state.operations, early ? { ...operation, ...early.end } : operation],
    expected: state.expected.filter((expected) => expected.operationId !== id),
    ended,
  }
}

function ask(state: ConversationState, intervention: Intervention): ConversationState {
  const known = findIntervention(state, intervention.toolCallId)
  if (!known) return { ...state, interventions: [...state.interventions, intervention] }
  if (known.status !== 'pending' && known.revision === intervention.revision) return state
  return { ...state, interventions: replace(state.interventions, intervention) }
}

function end(
  state: ConversationState,
  operationId: OperationId,
  operationEnd: OperationEnd,
  at: number,
): ConversationState {
  if (state.forgotten.includes(operationId)) return state
  const known = state.operations.find((operation) => operation.id === operationId)
  const before = known ?? state.ended.find((ended) => ended.operationId === operationId)?.end
  if (before && (hasEnded(before) || before.status === operationEnd.status)) return state
  return {
    ...state,
    operations: known
      ? state.operations.map((one) => (one === known ? withEnd(known, operationEnd) : one))
      : state.operations,
    expected: state.expected.filter((expected) => expected.operationId !== operationId),
    ended: [
      ...state.ended.filter((ended) => ended.operationId !== operationId),
      { operationId, end: operationEnd, at },
    ],
  }
}

function endOf(
  data: Extract<GatewayEvent, { type: 'agent_runtime_end' }>['data'],
  endedAt: number,
): OperationEnd {
  switch (data.reason) {
    case 'waiting_for_human':
      return { status: data.reason, pause: data.pause ?? defaultPause }
    case 'error':
      return { status: data.reason, endedAt, error: data.error ?? { code: 'unknown', message: '' } }
    case 'done':
    case 'interrupted':
      return { status: data.reason, endedAt }
    default:
      data.reason satisfies never
      return { status: 'done', endedAt }
  }
}

/** The list with the call of the same id replaced. */
export function replace(interventions: readonly Intervention[], by: Intervention): readonly Intervention[] {
  return interventions.map((one) => (one.toolCallId === by.toolCallId ? by : one))
}
