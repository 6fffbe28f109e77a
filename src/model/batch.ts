import type { Decision } from './decision.ts'
import type { ToolCallId } from './ids.ts'
import { offers, type PendingIntervention, questionOf } from './intervention.ts'

/** The reason why a call cannot be decided together with others. */
export type LeftOut =
  /** It may destroy something. */
  | 'destructive'
  /** It is edited, hides a value, asks a question, needs a second press, or was chosen already. */
  | 'separate'
  /** It arrived or changed less than a second ago. */
  | 'new'
  /** Not all of its arguments were in view. */
  | 'not_seen'
  /** It is of another tool or server than those that are ticked. */
  | 'other_tool'
  /** It is of another operation than those that are ticked. */
  | 'other_task'

export interface ListedFacts {
  /** A person is editing it, a value of it is hidden, it needs a second press, or a choice is kept for it. */
  readonly isApart: boolean
  /** All of its arguments were in view, at this revision. */
  readonly isSeen: boolean
  /** It came, or changed, less than a second ago. */
  readonly isNew: boolean
}

/** The reason why this call cannot be decided together with `lead`, the first that is ticked. Null: it can. */
export function leftOut(
  call: PendingIntervention,
  lead: PendingIntervention | undefined,
  { isApart, isSeen, isNew }: ListedFacts,
): LeftOut | null {
  if (call.tool?.annotations?.destructiveHint === true) return 'destructive'
  if (call.tool === null || questionOf(call) || call.argsText === null || isApart) return 'separate'
  if (lead?.operationId !== undefined && lead.operationId !== call.operationId) return 'other_task'
  const [one, other] = [lead?.tool, call.tool]
  if (one && (one.name !== other.name || one.server !== other.server)) return 'other_tool'
  if (isNew) return 'new'
  return isSeen ? null : 'not_seen'
}

/** The decisions for a batch: a rejection, which goes on where every call offers that, and the approval. */
export function decisionsForAll(calls: readonly PendingIntervention[]): readonly Decision[] {
  const isOffered = (decision: Decision): boolean =>
    calls.every((call) => offers(call, decision) && (decision === 'approved' || call.reason !== 'required'))
  const rejections = (['rejected_continue', 'rejected'] as const).filter(isOffered).slice(0, 1)
  return isOffered('approved') ? [...rejections, 'approved'] : rejections
}

/** A stable name of what would be decided: it changes with every call and every revision. */
export function batchKey(
  calls: readonly { readonly toolCallId: ToolCallId; readonly revision: string }[],
): string {
  return JSON.stringify(calls.map(({ toolCallId, revision }) => [toolCallId, revision]))
}
