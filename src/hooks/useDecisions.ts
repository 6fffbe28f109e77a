'use client'
import type { Decision, DecisionRequest, RememberScope } from '../model/decision.ts'
import type { ConversationId, Revision, ToolCallId } from '../model/ids.ts'
import { type DecisionMutation, useDecisionMutation } from './useDecisionMutation.ts'
import { type ShownRevision, useShownRevision } from './useShownRevision.ts'

/** The call to decide, and the revision that the person saw. */
export interface DecideVariables {
  readonly toolCallId: ToolCallId
  /** The revision that the person saw. @default the revision of this hook's last render */
  readonly revision?: Revision
}

/** An approval. */
export interface ApproveVariables extends DecideVariables {
  /** The arguments as the person edited them, as JSON text. */
  readonly argsText?: string
  /** One of the scopes that the call offers. @default this call only */
  readonly remember?: RememberScope
}

/** A rejection. */
export interface RejectVariables extends DecideVariables {
  /** The person's words, for the agent. Required where the call says so. */
  readonly reason?: string
}

function approvalOf(
  { toolCallId, revision, argsText, remember }: ApproveVariables,
  shown: ShownRevision,
): readonly [DecisionRequest] {
  return [
    {
      toolCallId,
      revision: revision ?? shown(toolCallId),
      decision: 'approved',
      ...(argsText === undefined ? {} : { argsText }),
      ...(remember === undefined ? {} : { remember }),
    },
  ]
}

function useRejection(
  conversationId: ConversationId,
  decision: Exclude<Decision, 'approved'>,
): DecisionMutation<RejectVariables> {
  const shown = useShownRevision(conversationId)
  return useDecisionMutation(conversationId, ({ toolCallId, revision, reason }: RejectVariables) => [
    { toolCallId, revision: revision ?? shown(toolCallId), decision, ...(reason ? { reason } : {}) },
  ])
}

/**
 * Approves a call: the tool runs. Bypasses the press guard of the buttons; use it for your own controls.
 *
 * @example
 * const approve = useApprove(conversationId)
 * approve.mutate({ toolCallId })
 */
export function useApprove(conversationId: ConversationId): DecisionMutation<ApproveVariables> {
  const shown = useShownRevision(conversationId)
  return useDecisionMutation(conversationId, (variables: ApproveVariables) => approvalOf(variables, shown))
}

/** Rejects a call and stops the run. Bypasses the press guard of the buttons. */
export function useReject(conversationId: ConversationId): DecisionMutation<RejectVariables> {
  return useRejection(conversationId, 'rejected')
}

/**
 * Rejects a call in one request; the agent is told and continues. Bypasses the press guard of the buttons.
 */
export function useRejectContinue(conversationId: ConversationId): DecisionMutation<RejectVariables> {
  return useRejection(conversationId, 'rejected_continue')
}
