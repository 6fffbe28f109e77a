'use client'
import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import { type DecisionMutation, useDecisionMutation } from './useDecisionMutation.ts'

/** One resume with all its decisions. They apply together or not at all. */
export interface ResumeVariables {
  /** The paused operation. */
  readonly operationId: OperationId
  /** One per call. */
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
}

/** Sends several decisions as one resume. Bypasses the press guard of the buttons. */
export function useResume(conversationId: ConversationId): DecisionMutation<ResumeVariables> {
  return useDecisionMutation(conversationId, decisionsOf)
}

function decisionsOf({ decisions }: ResumeVariables): ResumeVariables['decisions'] {
  return decisions
}
