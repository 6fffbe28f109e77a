import type { EventDraft } from '../model/event.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { Ledger } from '../backend/ledger.ts'
import { isRunning, type Operation } from '../model/operation.ts'

type State = Pick<Ledger, 'operations' | 'interventions'>

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
    ...calls.map((card) => eventOf(card)),
    ...operations.flatMap(({ operation, was }) => (was?.status === operation.status ? [] : endOf(operation))),
  ]
}

function isSame(one: InterventionCall, other: InterventionCall): boolean {
  if (one.toolCallId !== other.toolCallId || one.status !== other.status) return false
  return one.revision === other.revision && one.operationId === other.operationId
}

/** An operation always begins as running: what it came to is told by its end. */
function initOf({ id, startedAt, resumes }: Operation): EventDraft {
  const operation: Operation = {
    id,
    startedAt,
    ...(resumes === undefined ? {} : { resumes }),
    status: 'running',
  }
  return { type: 'agent_runtime_init', operationId: id, data: { operation } }
}

function eventOf(card: InterventionCall): EventDraft {
  const { operationId, toolCallId } = card
  if (card.status === 'pending') {
    return { type: 'agent_intervention_request', operationId, data: { intervention: card } }
  }
  const { status, resolution } = card
  return { type: 'agent_intervention_response', operationId, data: { toolCallId, status, resolution } }
}

function endOf(operation: Operation): readonly EventDraft[] {
  if (isRunning(operation)) return []
  const { id: operationId, status } = operation
  const type = 'agent_runtime_end'
  // SAFETY: what does not run has ended or parked.
  const reason = status as 'done' | 'error' | 'interrupted' | 'waiting_for_human'
  if (operation.status === 'error') {
    return [{ type, operationId, data: { reason, error: operation.error } }]
  }
  if (operation.status === 'waiting_for_human') {
    return [{ type, operationId, data: { reason, pause: operation.pause } }]
  }
  return [{ type, operationId, data: { reason } }]
}
