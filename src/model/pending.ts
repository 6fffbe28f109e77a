import { type Conversation, type ConversationState, findCall, type KnownOperation } from './conversation.ts'
import type { OperationId, ToolCallId } from './ids.ts'
import type { InterventionCall, PendingIntervention } from './intervention.ts'
import { carriedOnFrom, chainOf, defaultPause, type Operation, type Pause } from './operation.ts'

interface Calls extends Pick<Conversation, 'interventions'> {
  readonly operations: readonly (Operation & Pick<KnownOperation, 'isUnannounced'>)[]
}

/**
 * Returns a predicate: does this call belong to the newest run? A call asked since it began, by an operation that is not
 * known, does.
 */
function newestRun({ operations }: Calls): (call: InterventionCall) => boolean {
  const announced = operations.filter((operation) => !operation.isUnannounced)
  let [newest] = announced
  for (const operation of announced) {
    if (newest && operation.startedAt >= newest.startedAt) newest = operation
  }
  const chain = chainOf(operations, newest?.id)
  // The beginning of the run is unknown, so any call may belong to it.
  const isVague = chain.at(-1)?.resumes !== undefined || chain.some((operation) => operation.isUnannounced)
  // Two operations may carry on the same one, each with calls of its own.
  const run = carriedOnFrom(operations, [chain.at(-1)?.id])
  const known = new Set(announced.map(({ id }) => id))
  const unannounced = new Set(operations.flatMap(({ id, isUnannounced }) => (isUnannounced ? id : [])))
  const beganAt = chain.at(-1)?.startedAt ?? Number.NEGATIVE_INFINITY
  return ({ operationId, requestedAt }) => {
    const isLate = requestedAt >= beganAt && !known.has(operationId)
    return isVague || isLate || run.has(operationId) || unannounced.has(operationId)
  }
}

// Computed once per state, because a bar asks for it many times between two changes.
interface Pending {
  readonly calls: readonly PendingIntervention[]
  readonly isWaiting: boolean
  readonly groups: Map<OperationId, Group>
}

const known = new WeakMap<Calls, Pending>()
// Most events change no call: then those that wait are the same array, so that nothing is made of it again.
const lastOf = new WeakMap<Calls['interventions'], Pending['calls']>()

function sortedOf(state: Calls): Pending {
  const last = known.get(state)
  if (last) return last
  const isOfNewest = newestRun(state)
  const newest: PendingIntervention[] = []
  const left: PendingIntervention[] = []
  for (const call of state.interventions) {
    if (call.status === 'pending') (isOfNewest(call) ? newest : left).push(call)
  }
  const sorted = [...oldestFirst(newest), ...oldestFirst(left)]
  const before = lastOf.get(state.interventions)
  const calls = before && areSame(before, sorted) ? before : sorted
  lastOf.set(state.interventions, calls)
  const pending = { calls, isWaiting: newest.length > 0, groups: new Map() }
  known.set(state, pending)
  return pending
}

// Loops, because a thousand calls may wait.
function areSame(ones: readonly unknown[], others: readonly unknown[]): boolean {
  if (ones.length !== others.length) return false
  for (let index = 0; index < ones.length; index += 1) if (ones[index] !== others[index]) return false
  return true
}

// Servers tell of them in this order.
function oldestFirst(calls: PendingIntervention[]): readonly PendingIntervention[] {
  let last = Number.NEGATIVE_INFINITY
  for (const { requestedAt } of calls) {
    if (requestedAt < last) return calls.toSorted((a, b) => a.requestedAt - b.requestedAt)
    last = requestedAt
  }
  return calls
}

/**
 * The waiting calls: those of the newest run first, oldest first, then those of earlier turns (rule S9: an earlier
 * turn neither blocks nor joins the current one).
 *
 * @example
 * const [first] = pendingOf(state)
 * console.log(first?.tool?.name)
 */
export function pendingOf(state: Calls | undefined): readonly PendingIntervention[] {
  return state ? sortedOf(state).calls : none
}

// The same each time, because components compare it.
const none: readonly PendingIntervention[] = []

export function isWaiting(state: Calls): boolean {
  return sortedOf(state).isWaiting
}

export function waitsInChain({ operations, interventions }: Calls): (id: OperationId) => boolean {
  const asked = new Set<OperationId>()
  for (const { status, operationId } of interventions) if (status === 'pending') asked.add(operationId)
  const waiting = carriedOnFrom(operations, asked)
  return (id) => asked.has(id) || waiting.has(id)
}

/** True if an operation has parked without a card since the last read, which may bring it. */
export function awaitsCards({
  operations,
  interventions,
  readAt,
}: Pick<ConversationState, 'operations' | 'interventions' | 'readAt'>): boolean {
  const parked = operations.filter((one) => one.status === 'waiting_for_human' && one.at >= readAt)
  if (parked.length === 0) return false
  const waits = waitsInChain({ operations, interventions })
  return parked.some(({ id }) => !waits(id))
}

export interface Group {
  readonly pause: Pause
  readonly operationId?: OperationId
  readonly calls: readonly PendingIntervention[]
}

/** The calls that wait in the same pause as this call. Empty if the call does not wait. */
export function groupOf(
  state: Pick<Conversation, 'interventions' | 'operations'> | undefined,
  toolCallId: ToolCallId,
): Group {
  const call = findCall(state?.interventions, toolCallId)
  if (!state || call?.status !== 'pending') return { pause: defaultPause, calls: [] }
  const { calls, groups } = sortedOf(state)
  const group = groups.get(call.operationId) ?? pauseOf(state.operations, calls, call.operationId)
  groups.set(call.operationId, group)
  return group
}

function pauseOf(
  operations: readonly Operation[],
  pending: readonly PendingIntervention[],
  operationId: OperationId,
): Group {
  const heirs = carriedOnFrom(operations, [operationId])
  const parked = operations.findLast(({ id, status }) => status === 'waiting_for_human' && heirs.has(id))
  if (parked?.status !== 'waiting_for_human') {
    return { pause: defaultPause, operationId, calls: someOf(pending, new Set([operationId])) }
  }
  const chain = new Set(chainOf(operations, parked.id).map(({ id }) => id))
  return { pause: parked.pause, operationId: parked.id, calls: someOf(pending, chain) }
}

// The same array if it is all of them.
function someOf(calls: Pending['calls'], operations: ReadonlySet<OperationId>): Pending['calls'] {
  const found = calls.filter((one) => operations.has(one.operationId))
  return found.length === calls.length ? calls : found
}
