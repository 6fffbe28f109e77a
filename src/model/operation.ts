import type { OperationId } from './ids.ts'

/** How the calls of one pause may be answered. */
export interface Pause {
  /** `any`: one by one. `together`: all in one resume. `in_order`: the first one first. */
  readonly answering: 'any' | 'together' | 'in_order'
  /** What a rejection does to the other calls of the pause. */
  readonly siblings: 'independent' | 'reject_voids_approvals' | 'reject_rejects_rest'
}

/** What a park without a `pause` means. */
export const defaultPause: Pause = { answering: 'any', siblings: 'independent' }

/** Why an operation failed. */
export interface OperationError {
  readonly code: string
  readonly message: string
}

/** How an operation left `running`. `waiting_for_human` is a park: the stream of the operation ends, nothing is finished. */
export type OperationEnd =
  | { readonly status: 'waiting_for_human'; readonly pause: Pause }
  /** `endedAt` in milliseconds since the epoch, server clock. */
  | { readonly status: 'done' | 'interrupted'; readonly endedAt: number }
  | { readonly status: 'error'; readonly endedAt: number; readonly error: OperationError }

/** One run of the agent on the server. */
export type Operation = RunningOperation | (OperationBase & OperationEnd)

type RunningOperation = OperationBase & { readonly status: 'running' | 'waiting_for_async_tool' }

interface OperationBase {
  readonly id: OperationId
  /** The paused operation this one carries on. */
  readonly resumes?: OperationId
  /** Milliseconds since the epoch, server clock. */
  readonly startedAt: number
}

/** True while the agent itself is at work. */
export function isRunning(operation: Operation): operation is RunningOperation {
  return operation.status === 'running' || operation.status === 'waiting_for_async_tool'
}

/** True once nothing more can come of the operation. A park is not an end. */
export function hasEnded(operation: { readonly status: Operation['status'] }): boolean {
  return operation.status === 'done' || operation.status === 'error' || operation.status === 'interrupted'
}

/** The operation and what it carries on, newest first. Stops at what is unknown; a ring is walked once. */
export function chainOf(operations: readonly Operation[], id: OperationId | undefined): readonly Operation[] {
  const chain: Operation[] = []
  let next = operations.find((operation) => operation.id === id)
  while (next && !chain.includes(next)) {
    chain.push(next)
    const resumes: OperationId | undefined = next.resumes
    next = resumes === undefined ? undefined : operations.find((operation) => operation.id === resumes)
  }
  return chain
}

/** The operation with its status replaced by how it ended. */
export function withEnd(operation: Operation, end: OperationEnd): Operation {
  const { id, startedAt, resumes } = operation
  return { id, startedAt, ...(resumes === undefined ? {} : { resumes }), ...end }
}
