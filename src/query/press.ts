import { GatewayError } from '../gateway/GatewayError.ts'
import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import { groupOf } from '../model/group.ts'
import type { OperationId, RequestId } from '../model/ids.ts'
import { type ConversationAddress, getState } from './address.ts'
import type { DecideDetails, OnDecide } from './veto.ts'

/** Told of each accepted resume, once, and never of a failure. `operationId`: what carries on; null: nothing does. */
export type OnResumed = (resumed: {
  readonly operationId: OperationId | null
  readonly requestId: RequestId
  readonly decisions: readonly DecisionRequest[]
}) => void

/** One press: everything a decision needs, captured when it was made. Nothing is looked up later. */
export interface Press extends ConversationAddress {
  /** The paused operation. @default that of the first call */
  readonly operationId?: OperationId
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
  readonly source: DecideDetails['source']
  readonly event?: Event
  readonly onDecide?: OnDecide
  readonly onResumed?: OnResumed
}

/**
 * Why these decisions cannot be sent, or null. Nothing is sent for a call that is unknown or settled (rule S14), that
 * the viewer may not decide, or in a way its backend does not offer.
 */
export function refusalOf(press: Press): GatewayError | null {
  const state = getState(press)
  if (state?.viewer?.mayDecide === false) return new GatewayError({ code: 'forbidden', applied: 'no' })
  for (const [index, made] of press.decisions.entries()) {
    const card = findCall(state?.interventions, made.toolCallId)
    if (card?.status !== 'pending') return new GatewayError({ code: 'not_found', applied: 'no' })
    if (!card.decisions.includes(made.decision))
      return new GatewayError({ code: 'unsupported', applied: 'no' })
    if (made.decision !== 'approved' && card.reason === 'required' && !made.reason) {
      const fields = [{ path: `/decisions/${index}/reason`, message: 'A reason is required.' }]
      return new GatewayError({ code: 'invalid', applied: 'no', fields })
    }
  }
  const { pause, calls } = groupOf(state, press.decisions[0].toolCallId)
  const early = press.decisions.findIndex((made, index) => made.toolCallId !== calls[index]?.toolCallId)
  if (pause.answering === 'in_order' && early >= 0) {
    const message = 'Another call has to be decided first.'
    const fields = [{ path: `/decisions/${early}/toolCallId`, message }]
    return new GatewayError({ code: 'invalid', applied: 'no', fields })
  }
  return null
}
