import type { OperationId } from './ids.ts'

/** How the calls of one pause may be answered. */
export interface Pause {
  /** `any`: one by one. `together`: all in one resume. `in_order`: the first one first. */
  readonly answering: 'any' | 'together' | 'in_order'
  /**
   * The effect of a rejection on the other calls of the pause. `reject_voids_approvals`: none of them runs, even if approved.
   * `reject_rejects_rest`: it rejects all of them.
   */
  readonly siblings: 'independent' | 'reject_voids_approvals' | 'reject_rejects_rest'
}

/** A pause of calls that are each decided for themselves: `siblings` is always `independent`. */
export type IndependentPause = Pick<Pause, 'answering'> & { readonly siblings?: 'independent' }

/** What a park without a `pause` means. */
export const defaultPause: Pause = { answering: 'any', siblings: 'independent' }

/** Why an operation failed. */
export interface OperationError {
  /** For programs. @default 'unknown' */
  readonly code: string
  /** For people; may be empty. */
  readonly message: string
}

/** How an operation left `running`. `waiting_for_human` is a park: its stream ends, nothing is finished. */
export type OperationEnd =
  | { readonly status: 'waiting_for_human'; readonly pause: Pause }
  /** `endedAt` in milliseconds since the epoch, server clock. */
  | { readonly status: 'done' | 'interrupted'; readonly endedAt: number }
  /** `endedAt` in milliseconds since the epoch, server clock; `error`: why. */
  | { readonly status: 'error'; readonly endedAt: number; readonly error: OperationError }

/** One run of the agent on the server. */
export type Operation = OperationBase &
  ({ readonly status: 'running' | 'waiting_for_async_tool' } | OperationEnd)

interface OperationBase {
  /** Unique in its conversation. */
  readonly id: OperationId
  /** The paused operation this one carries on. */
  readonly resumes?: OperationId
  /** Milliseconds since the epoch, server clock. */
  readonly startedAt: number
}

type Status = Operation['status']

/** True while the agent itself is at work. */
export function isRunning({ status }: { readonly status: Status }): boolean {
  return status === 'running' || status === 'waiting_for_async_tool'
}

/** True once nothing more can come of the operation. A park is not an end. */
export function hasEnded(operation: { readonly status: Status }): boolean {
  return !isRunning(operation) && operation.status !== 'waiting_for_human'
}

/** The operation with its status replaced by how it ended. */
export function withEnd({ id, startedAt, resumes }: Operation, end: OperationEnd): Operation {
  return { id, startedAt, ...(resumes === undefined ? {} : { resumes }), ...end }
}

/** The operation and what it carries on, newest first. Stops at what is unknown; a ring is walked once. */
export function chainOf<Kept extends Operation>(
  operations: readonly Kept[],
  id: OperationId | undefined,
): readonly Kept[] {
  const chain: Kept[] = []
  for (let next = id; next !== undefined;) {
    const known = operations.find((operation) => operation.id === next)
    if (!known || chain.includes(known)) break
    chain.push(known)
    next = known.resumes
  }
  return chain
}
