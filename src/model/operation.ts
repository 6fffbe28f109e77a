import type { OperationId } from './ids.ts'

/** The rules for answering the calls of one pause. */
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

export const defaultPause: Pause = { answering: 'any', siblings: 'independent' }

/** Why an operation failed. */
export interface OperationError {
  /** For programs. @default 'unknown' */
  readonly code: string
  /** For people; may be empty. */
  readonly message: string
}

/** The status after `running`. `waiting_for_human` is a park: its stream ends, but nothing is finished. */
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

export function isRunning({ status }: { readonly status: Status }): boolean {
  return status === 'running' || status === 'waiting_for_async_tool'
}

/** True after the end of an operation. A park is not an end. */
export function hasEnded(operation: { readonly status: Status }): boolean {
  return !isRunning(operation) && operation.status !== 'waiting_for_human'
}

export function withEnd({ id, startedAt, resumes }: Operation, end: OperationEnd): Operation {
  return { id, startedAt, ...(resumes === undefined ? {} : { resumes }), ...end }
}

/** The operation and those it carries on, newest first. Stops at an unknown one; a ring is walked once. */
export function chainOf<Kept extends Operation>(
  operations: readonly Kept[],
  id: OperationId | undefined,
): readonly Kept[] {
  const byId = byIdOf(operations)
  return [...carriedOnBy(operations, [id])].map((one) => byId.get(one)!)
}

const indexes = new WeakMap<readonly Operation[], ReadonlyMap<OperationId, Operation>>()

// One index per list, because chains are walked many times between two changes.
function byIdOf<Kept extends Operation>(operations: readonly Kept[]): ReadonlyMap<OperationId, Kept> {
  // SAFETY: the index of a list contains only its items.
  const known = indexes.get(operations) as ReadonlyMap<OperationId, Kept> | undefined
  if (known) return known
  const index = new Map(operations.map((one) => [one.id, one]))
  indexes.set(operations, index)
  return index
}

type Ids = Iterable<OperationId | undefined>

export function carriedOnBy(operations: readonly Operation[], ids: Ids): ReadonlySet<OperationId> {
  const byId = byIdOf(operations)
  return reached(byId, ids, (id) => [byId.get(id)?.resumes])
}

export function carriedOnFrom(operations: readonly Operation[], ids: Ids): ReadonlySet<OperationId> {
  const heirs = new Map<OperationId, OperationId[]>()
  for (const { id, resumes } of operations) {
    if (resumes === undefined) continue
    const known = heirs.get(resumes)
    if (known) known.push(id)
    else heirs.set(resumes, [id])
  }
  return reached(byIdOf(operations), ids, (id) => heirs.get(id) ?? [])
}

function reached(
  known: ReadonlyMap<OperationId, Operation>,
  ids: Ids,
  nextOf: (id: OperationId) => Ids,
): ReadonlySet<OperationId> {
  const found = new Set<OperationId>()
  const find = (all: Ids): void => {
    for (const id of all) if (id !== undefined && known.has(id)) found.add(id)
  }
  find(ids)
  // A set that grows while it is walked: each operation is visited once.
  for (const id of found) find(nextOf(id))
  return found
}
