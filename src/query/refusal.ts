import { GatewayError } from '../gateway/GatewayError.ts'
import { type ConversationState, findIntervention } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'

/**
 * Why these decisions cannot be sent, or null. Nothing is sent for a call that is unknown or settled (rule S14), that
 * the viewer may not decide, or in a way its backend does not offer.
 */
export function refusalOf(
  state: ConversationState | undefined,
  decisions: readonly DecisionRequest[],
): GatewayError | null {
  if (state?.viewer?.mayDecide === false) return new GatewayError({ code: 'forbidden', applied: 'no' })
  for (const [index, made] of decisions.entries()) {
    const card = findIntervention(state, made.toolCallId)
    if (card?.status !== 'pending') return new GatewayError({ code: 'not_found', applied: 'no' })
    if (!card.decisions.includes(made.decision)) {
      return new GatewayError(
        { code: 'unsupported', applied: 'no' },
        `"${made.decision}" is not offered here.`,
      )
    }
    if (made.decision !== 'approved' && card.reason === 'required' && !made.reason) {
      const fields = [{ path: `/decisions/${index}/reason`, message: 'A reason is required.' }]
      return new GatewayError({ code: 'invalid', applied: 'no', fields })
    }
  }
  return null
}
