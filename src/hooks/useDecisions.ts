'use client'
import type { Decision, RememberScope } from '../model/decision.ts'
import type { ConversationId, Revision, ToolCallId } from '../model/ids.ts'
import { type DecisionMutation, type DecisionsOf, useDecisionMutation } from './useDecisionMutation.ts'

/** Which call, and what was seen of it. */
export interface DecideVariables {
  readonly toolCallId: ToolCallId
  /** What the person saw. @default the revision of this hook's last render */
  readonly revision?: Revision
}

/** An approval. */
export interface ApproveVariables extends DecideVariables {
  /** The arguments as the person edited them, as JSON text. */
  readonly argsText?: string
  readonly remember?: RememberScope
}

/** A rejection. */
export interface RejectVariables extends DecideVariables {
  readonly reason?: string
}

const approvalOf: DecisionsOf<ApproveVariables> = ({ toolCallId, revision, argsText, remember }, shown) => [
  {
    toolCallId,
    revision: revision ?? shown(toolCallId),
    decision: 'approved',
    ...(argsText === undefined ? {} : { argsText }),
    ...(remember === undefined ? {} : { remember }),
  },
]

const rejectionOf =
  (decision: Exclude<Decision, 'approved'>): DecisionsOf<RejectVariables> =>
  ({ toolCallId, revision, reason }, shown) => [
    { toolCallId, revision: revision ?? shown(toolCallId), decision, ...(reason ? { reason } : {}) },
  ]

const rejectedOf = rejectionOf('rejected')
const rejectedContinueOf = rejectionOf('rejected_continue')

/**
 * Approves a call: the tool runs. Bypasses the press guard of the buttons; use it for your own controls.
 *
 * @example
 * const approve = useApprove(conversationId)
 * approve.mutate({ toolCallId })
 */
export function useApprove(conversationId: ConversationId): DecisionMutation<ApproveVariables> {
  return useDecisionMutation(conversationId, approvalOf)
}

/** Rejects a call and stops the run. Bypasses the press guard of the buttons. */
export function useReject(conversationId: ConversationId): DecisionMutation<RejectVariables> {
  return useDecisionMutation(conversationId, rejectedOf)
}

/** Rejects a call in one request; the agent is told and goes on. Bypasses the press guard of the buttons. */
export function useRejectContinue(conversationId: ConversationId): DecisionMutation<RejectVariables> {
  return useDecisionMutation(conversationId, rejectedContinueOf)
}
