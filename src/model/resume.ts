import type { DecisionRequest } from './decision.ts'
import type { ConversationId, OperationId, RequestId } from './ids.ts'
import type { InterventionCall } from './intervention.ts'

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
