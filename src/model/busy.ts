import type { ConversationState } from './conversation.ts'
import type { OperationId } from './ids.ts'
import { isRunning } from './operation.ts'

/** When each operation last gave a sign of life: one of its own events, or a read that listed it. */
export interface Witness {
  /** Our clock, in milliseconds. */
  readonly now: number
  /** Milliseconds on the same clock. */
  readonly seenAt: ReadonlyMap<OperationId, number>
}

/** Without a witness for this many ms the kit reads again (rule S11). */
export const rereadAfterMs = 30_000
/** Without a witness for this many ms an operation is not busy, and the connection is stale (rule S11). */
export const unwitnessedAfterMs = 60_000

/**
 * What the spinner means, and the only place that knows it: a decision in flight, or an operation at work, or an
 * accepted one that was not seen yet. Of an operation only as long as somebody vouches for it.
 *
 * @param inFlight Whether a decision of this conversation holds its lock.
 */
export function isBusy(state: ConversationState | undefined, inFlight: boolean, witness: Witness): boolean {
  return inFlight || busyOperations(state).some((id) => unseenForMs(id, witness) < unwitnessedAfterMs)
}

/** The operations the spinner stands for: at work, or accepted and not seen yet. */
export function busyOperations(state: ConversationState | undefined): readonly OperationId[] {
  if (!state) return []
  return [
    ...state.operations.filter((operation) => isRunning(operation)).map((operation) => operation.id),
    ...state.expected.filter((expected) => !expected.missing).map((expected) => expected.operationId),
  ]
}

/** How long an operation has given no sign of life, in milliseconds. `Infinity`: it never did. */
export function unseenForMs(id: OperationId, { now, seenAt }: Witness): number {
  return now - (seenAt.get(id) ?? Number.NEGATIVE_INFINITY)
}
