import type { DecisionRequest } from './decision.ts'
import type { ConversationId, OperationId, RequestId, ToolCallId } from './ids.ts'
import type { InterventionCall, SettledIntervention } from './intervention.ts'
import { type Operation, type OperationEnd, withEnd } from './operation.ts'

/** A call that breaks the contract, or whose operation does. It is not shown and cannot be decided. */
export interface UnreadableCall {
  /** A JSON Pointer to the first error: into the read, or into what the gateway itself was told. */
  readonly path: string
  /** The operation that could not be read. */
  readonly operationId?: OperationId
  /** The call that could not be read. */
  readonly toolCallId?: ToolCallId
  /** It waits for a decision, so that nothing of it has run. @default nobody knows */
  readonly waits?: boolean
}

/** A conversation as a gateway reads it. */
export interface Conversation {
  /** Its id, as it was asked for. */
  readonly id: ConversationId
  /** Another epoch (server restarted, history rewritten) replaces everything; cursors are not compared across epochs. */
  readonly epoch: string
  /** The last event this answer includes: decimal digits, or `null` where a backend has no such thing. */
  readonly cursor: string | null
  /** Milliseconds since the epoch, server clock. For countdowns. */
  readonly now: number
  readonly operations: readonly Operation[]
  /** The calls that wait, and those that were settled. */
  readonly interventions: readonly InterventionCall[]
  /** The calls that were left out because they break the contract. The kit adds its own to those that a gateway names. */
  readonly unreadable?: readonly UnreadableCall[]
  /** `mayDecide`: whether this person may; `why` not, in words for them. Absent: they may. */
  readonly viewer?: { readonly mayDecide: boolean; readonly why?: string }
}

/** An operation as the client keeps it. */
export type KnownOperation = Operation & {
  /** Our clock when we learnt of this status, in milliseconds. */
  readonly at: number
  /** Its init was missed, so `resumes` and `startedAt` are unknown until a read. */
  readonly isUnannounced?: true
}

export function endKnown(known: KnownOperation, end: OperationEnd, at: number): KnownOperation {
  return { ...withEnd(known, end), at, ...(known.isUnannounced && { isUnannounced: true }) }
}

/** An operation that was accepted and has not been seen yet. */
export interface ExpectedOperation {
  readonly operationId: OperationId
  readonly requestId: RequestId
  /** The decisions of the resume. */
  readonly decisions: readonly DecisionRequest[]
  /** Our clock at the answer, in milliseconds. */
  readonly at: number
  /** The answer's cursor. */
  readonly cursor: string | null
  /** The state's version right after the answer: a read that began at or after it began after the answer. */
  readonly version: number
  /** Reads begun after the answer that did not list it. */
  readonly reads: number
  /** It never showed (rule S13). It no longer counts as busy, and its decision says so. */
  readonly missing: boolean
}

/** The client's state of a conversation: the gateway's data, and the bookkeeping that merging the next message needs. */
export interface ConversationState extends Conversation {
  /** Those that run, wait, or ended less than 30 s ago. */
  readonly operations: readonly KnownOperation[]
  /** Operations that were accepted and have not been seen yet. */
  readonly expected: readonly ExpectedOperation[]
  /** The newest forgotten ids, so that a late init revives nothing. */
  readonly forgotten: readonly OperationId[]
  /** The `cursor` and `version` of the last answer that was applied. A read older than it is ignored. */
  readonly answered: { readonly cursor: string | null; readonly version: number } | null
  /**
   * The version when the stream last came back after a cut. A read that began before it may tell of a server that has
   * restarted since, and is ignored.
   */
  readonly reconnected: number
  /**
   * A decision of ours came too late, so a read is needed to learn the outcome and the operation that carries on.
   */
  readonly unread: boolean
  /** Grows with every event, answer and read that was applied. */
  readonly version: number
  /** The number of reads that were merged. */
  readonly reads: number
  /**
   * Our clock when the last read landed, in milliseconds. With `now` it gives the offset of the server's clock.
   */
  readonly readAt: number
}

export function isAfter(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length
}

export function findCall<Call extends { readonly toolCallId: ToolCallId }>(
  calls: readonly Call[] | undefined,
  toolCallId: ToolCallId,
): Call | undefined {
  // Asked for many times in a change, of a thousand calls: without a function call for each.
  if (calls) for (const call of calls) if (call.toolCallId === toolCallId) return call
  return undefined
}

const settledIn = new WeakMap<readonly InterventionCall[], readonly SettledIntervention[]>()

/** The calls that do not wait any more. Found once for the same calls. */
export function settledOf({
  interventions,
}: Pick<Conversation, 'interventions'>): readonly SettledIntervention[] {
  const known = settledIn.get(interventions) ?? interventions.filter((one) => one.status !== 'pending')
  settledIn.set(interventions, known)
  return known
}

export function isHeardOf({ operations, forgotten }: ConversationState, id: OperationId): boolean {
  return forgotten.includes(id) || operations.some((operation) => operation.id === id)
}
