import { type Conversation, findCall, pendingOf } from './conversation.ts'
import type { OperationId, ToolCallId } from './ids.ts'
import type { PendingIntervention } from './intervention.ts'
import { chainOf, defaultPause, type Pause } from './operation.ts'

/** The calls that wait in one pause, oldest first, and how they may be answered. */
export interface Group {
  readonly pause: Pause
  /** The operation that waits for them; undefined: none does. */
  readonly operationId?: OperationId
  readonly calls: readonly PendingIntervention[]
}

type Calls = Pick<Conversation, 'interventions' | 'operations'>

/** What waits together with this call. Empty when the call does not wait. */
export function groupOf(state: Calls | undefined, toolCallId: ToolCallId): Group {
  const pending = pendingOf(state)
  const call = findCall(pending, toolCallId)
  if (!state || !call) return { pause: defaultPause, calls: [] }
  const { operationId } = call
  for (const operation of state.operations.toReversed()) {
    if (operation.status !== 'waiting_for_human') continue
    const chain = new Set(chainOf(state.operations, operation.id).map((one) => one.id))
    if (chain.has(operationId)) {
      return {
        pause: operation.pause,
        operationId: operation.id,
        calls: pending.filter((one) => chain.has(one.operationId)),
      }
    }
  }
  const calls = pending.filter((one) => one.operationId === operationId)
  return { pause: defaultPause, operationId, calls }
}
