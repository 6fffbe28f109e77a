import type { DecisionRequest } from './decision.ts'
import type { ConversationId, OperationId, RequestId, ToolCallId } from './ids.ts'
import type { Intervention, PendingIntervention } from './intervention.ts'
import { chainOf, type Operation, type OperationEnd } from './operation.ts'

/** What a gateway says of a conversation when it is asked. */
export interface Conversation {
  readonly id: ConversationId
  /** Another epoch (server restarted, history rewritten) replaces everything; cursors are not compared across epochs. */
  readonly epoch: string
  /** The last event this answer includes: decimal digits, or `null` where a backend has no such thing. */
  readonly cursor: string | null
  /** Milliseconds since the epoch, server clock. For countdowns. */
  readonly now: number
  readonly operations: readonly Operation[]
  readonly interventions: readonly Intervention[]
  /** Absent: the viewer may decide. */
  readonly viewer?: { readonly mayDecide: boolean; readonly why?: string }
}

/** An operation that a resume was accepted for and that nothing else has shown yet. */
export interface ExpectedOperation {
  readonly operationId: OperationId
  readonly requestId: RequestId
  readonly decisions: readonly DecisionRequest[]
  /** Our clock at the answer, in milliseconds. */
  readonly at: number
  /** The answer's cursor. */
  readonly cursor: string | null
  /** The state's version right after the answer: a read that began at or after it began after the answer. */
  readonly version: number
  /** Reads begun after the answer that did not list it. */
  readonly reads: number
  /** It did not show (rule S13). It no longer counts as busy, but its decision says so. */
  readonly missing: boolean
}

/** An end or a park we know of, also of an operation whose init we have not seen. */
export interface EndedOperation {
  readonly operationId: OperationId
  readonly end: OperationEnd
  /** Our clock when we learnt of it, in milliseconds. */
  readonly at: number
}

/** What the client keeps of a conversation: what the gateway said, and what it needs to fit the next message in. */
export interface ConversationState extends Conversation {
  readonly expected: readonly ExpectedOperation[]
  readonly ended: readonly EndedOperation[]
  /** The newest forgotten ids, so that a late init revives nothing. */
  readonly forgotten: readonly OperationId[]
  /** The last answer of ours that was applied. A read older than it says nothing. */
  readonly answered: { readonly cursor: string | null; readonly version: number } | null
  /** Grows with every event, answer and read that was applied. */
  readonly version: number
  /** The version at which this epoch was taken over. */
  readonly epochVersion: number
  /** How many reads were merged. */
  readonly reads: number
}

/** True when cursor `a` lies after cursor `b`. Decimal digits of any length. */
export function isAfter(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length
}

/** The call with this id, if the conversation has one. */
export function findIntervention(
  state: Pick<Conversation, 'interventions'> | undefined,
  toolCallId: ToolCallId,
): Intervention | undefined {
  return state?.interventions.find((intervention) => intervention.toolCallId === toolCallId)
}

/** The operations of the newest run: the newest operation and what it carries on. */
export function latestChain(state: Pick<Conversation, 'operations'>): readonly Operation[] {
  const newest = state.operations.reduce<Operation | undefined>(
    (latest, operation) => (latest && latest.startedAt > operation.startedAt ? latest : operation),
    undefined,
  )
  return chainOf(state.operations, newest?.id)
}

/**
 * The calls that wait: those of the newest run first, oldest first, then what earlier turns left behind (rule S9: an
 * earlier turn neither blocks nor joins the current one).
 */
export function pendingOf(
  state: Pick<Conversation, 'interventions' | 'operations'> | undefined,
): readonly PendingIntervention[] {
  if (!state) return []
  const pending = state.interventions.filter((one): one is PendingIntervention => one.status === 'pending')
  if (pending.length < 2) return pending
  const current = currentIds(state)
  return pending.toSorted(
    (a, b) =>
      Number(current.has(b.operationId)) - Number(current.has(a.operationId)) ||
      a.requestedAt - b.requestedAt,
  )
}

/** True while a call of the newest run waits. What an earlier turn left behind does not count. */
export function isWaiting(state: Pick<Conversation, 'interventions' | 'operations'>): boolean {
  const current = currentIds(state)
  return state.interventions.some(
    (one) => one.status === 'pending' && (current.size === 0 || current.has(one.operationId)),
  )
}

/** True while a call in the chain of this operation waits: its park is kept that long. */
export function hasPendingInChain(state: Conversation, id: OperationId): boolean {
  const chain = new Set<OperationId>(chainOf(state.operations, id).map((operation) => operation.id)).add(id)
  return state.interventions.some((one) => one.status === 'pending' && chain.has(one.operationId))
}

function currentIds(state: Pick<Conversation, 'operations'>): ReadonlySet<OperationId> {
  return new Set(latestChain(state).map((operation) => operation.id))
}
