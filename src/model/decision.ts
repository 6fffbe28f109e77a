import type { ConversationId, OperationId, RequestId, Revision, ToolCallId } from './ids.ts'
import type { InterventionCall, Rejection, RememberScope } from './intervention.ts'

export type { Decision, Rejection, RememberScope } from './intervention.ts'

/** One decision on one call, valid only for the revision that was shown. */
export type DecisionRequest = { readonly toolCallId: ToolCallId; readonly revision: Revision } & (
  | {
      readonly decision: 'approved'
      /** Raw JSON text, only when the person edited the arguments. */
      readonly argsText?: string
      /** One of the scopes that the call offers. */
      readonly remember?: RememberScope
      /** The person's words, where the call has an `approvalNote`. */
      readonly note?: string
    }
  | {
      readonly decision: 'answered'
      /** The text itself, or JSON where the question has a form. Absent only where it has a URL. */
      readonly answerText?: string
    }
  | {
      readonly decision: 'rejected' | 'rejected_continue'
      /** The person's words. */
      readonly reason?: string
    }
)

/** True if the decision runs nothing. */
export function isRejection(
  made: DecisionRequest,
): made is Extract<DecisionRequest, { decision: Rejection }> {
  return made.decision === 'rejected' || made.decision === 'rejected_continue'
}

/** The one request that carries one or more decisions for one paused operation. All of them apply, or none. */
export interface ResumeRequest {
  readonly conversationId: ConversationId
  readonly operationId: OperationId
  readonly requestId: RequestId
  /** One per call. */
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
}

/** A gateway's answer to a resume. Every outcome is a value that the bar shows; failures are thrown. `interventions`: the calls of the request as they are now. */
export type ResumeAnswer =
  /** Accepted. `operationId`: the new operation; `null`: none carries on. `cursor`: the last event that it includes. */
  | { readonly outcome: 'accepted'; readonly operationId: OperationId | null; readonly cursor?: string }
  /**
   * Another decision was first. With our own request id in the resolution it is our own decision, answered again.
   */
  | {
      readonly outcome: 'already_resolved'
      readonly interventions: readonly InterventionCall[]
      readonly operationId?: OperationId
    }
  /** The call that would run differs from the one that was shown: it is shown and armed again, and a new press is a new intent. */
  | { readonly outcome: 'changed'; readonly interventions: readonly InterventionCall[] }
  /** Nothing waits for this decision any more. */
  | {
      readonly outcome: 'gone'
      readonly reason: 'expired' | 'withdrawn' | 'operation_ended'
      readonly interventions: readonly InterventionCall[]
    }

/** The kinds of failures between a press and its answer. */
export type FailureCode =
  | 'offline'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'key_reused'
  | 'unsupported'
  | 'in_progress'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'protocol'

/** A failure, and whether the decision may have taken effect. Thrown as `GatewayError`. */
export interface Failure {
  /** Names the failure. */
  readonly code: FailureCode
  /** `no`: nothing happened on the server. `unknown`: it may have. */
  readonly applied: 'no' | 'unknown'
  /** Milliseconds after which the gateway wants to be asked again. */
  readonly retryAfterMs?: number
  /** Only on `invalid`. `path`: a JSON Pointer into the request body. `message`: for people. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** Only on `protocol`: a JSON Pointer into the gateway's answer, to what is wrong. */
  readonly path?: string
}
