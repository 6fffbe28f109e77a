import type { DecisionRequest } from './decision.ts'
import type { ConversationId, OperationId, RequestId } from './ids.ts'
import type { InterventionCall } from './intervention.ts'

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
      readonly interventions: readonly InterventionCall[]
      readonly operationId?: OperationId
    }
  /** What would run is no longer what was shown: show again, arm again, a new intent. */
  | { readonly outcome: 'changed'; readonly interventions: readonly InterventionCall[] }
  /** Nothing waits for this decision any more. */
  | {
      readonly outcome: 'gone'
      readonly reason: 'expired' | 'withdrawn' | 'operation_ended'
      readonly interventions: readonly InterventionCall[]
    }
