import type { ConversationId, OperationId, RequestId, Revision, ToolCallId } from './ids.ts'
import type { Intervention } from './intervention.ts'

/**
 * What a person can decide: `approved` runs the tool, `rejected` stops the run, `rejected_continue` tells the agent
 * and lets it go on.
 */
export type Decision = 'approved' | 'rejected' | 'rejected_continue'

/** How long an approval holds beyond this one call, where the backend offers it. */
export type RememberScope = 'operation' | 'session' | 'always'

/** One decision on one call, valid only for the revision that was shown. */
export type DecisionRequest = { readonly toolCallId: ToolCallId; readonly revision: Revision } & (
  | {
      readonly decision: 'approved'
      /** Raw JSON text, only when the person edited the arguments. */
      readonly argsText?: string
      readonly remember?: RememberScope
    }
  | { readonly decision: 'rejected' | 'rejected_continue'; readonly reason?: string }
)

/** The one request that carries one or more decisions for one paused operation. All of them apply, or none. */
export interface ResumeRequest {
  readonly conversationId: ConversationId
  readonly operationId: OperationId
  readonly requestId: RequestId
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
}

/** What a gateway answers to a resume. Every outcome is a value with a face in the bar; failures are thrown. */
export type ResumeAnswer =
  /** Taken. `operationId` is the new operation that carries on; `null`: nothing does. */
  | { readonly outcome: 'accepted'; readonly operationId: OperationId | null; readonly cursor?: string }
  /** Somebody was first. With our own request id in the resolution it is our own decision, answered again. */
  | {
      readonly outcome: 'already_resolved'
      readonly interventions: readonly Intervention[]
      readonly operationId?: OperationId
    }
  /** What would run is no longer what was shown: show again, arm again, a new intent. */
  | { readonly outcome: 'changed'; readonly interventions: readonly Intervention[] }
  /** Nothing waits for this decision any more. */
  | {
      readonly outcome: 'gone'
      readonly reason: 'expired' | 'withdrawn' | 'operation_ended'
      readonly interventions: readonly Intervention[]
    }
