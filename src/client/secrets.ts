import { GatewayError } from '../gateway/GatewayError.ts'
import { type ConversationState, findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import { maskedCall, maskedDecision, maskedFailure, maskedResult, withHidden } from '../model/maskedCall.ts'
import type { DecideResult } from './cards.ts'
import type { Press } from './press.ts'

type Calls = ConversationState['interventions'] | undefined
type Decisions = Press['decisions']

// The decisions as they are sent: what stands for a hidden value is replaced by the value. An error: it is not in its call.
export function decisionsToSend({ decisions, secretKeys }: Press, calls: Calls): Decisions | GatewayError {
  if (!secretKeys) return decisions
  let lost: GatewayError | undefined
  const restored = mapped(decisions, (made, index) => {
    const call = findCall(calls, made.toolCallId)
    if (made.decision !== 'approved' || made.argsText === undefined || !call) return made
    const argsText = withHidden(made.argsText, maskedCall(call, secretKeys))
    if (argsText !== null) return { ...made, argsText }
    const fields = [{ path: `/decisions/${index}/argsText`, message: 'A hidden value is not in this call.' }]
    lost = new GatewayError({ code: 'invalid', applied: 'no', fields })
    return made
  })
  return lost ?? restored
}

// The decisions as the host's own code gets them.
export function decisionsToShow({ decisions, secretKeys }: Press, calls: Calls): Decisions {
  if (!secretKeys) return decisions
  return mapped(decisions, (made) => maskedDecision(made, findCall(calls, made.toolCallId), secretKeys))
}

function mapped(
  decisions: Decisions,
  change: (made: DecisionRequest, index: number) => DecisionRequest,
): Decisions {
  const [first, ...rest] = decisions
  return [change(first, 0), ...rest.map((made, index) => change(made, index + 1))]
}

// The end of a press as the host's own code gets it.
export async function shownEnd(
  ending: Promise<DecideResult>,
  { secretKeys }: Press,
  calls: () => Calls,
): Promise<DecideResult> {
  if (!secretKeys) return ending
  try {
    return maskedResult(await ending, secretKeys)
  } catch (thrown) {
    if (!(thrown instanceof GatewayError)) throw thrown
    const masked = (calls() ?? []).map((call) => maskedCall(call, secretKeys))
    throw new GatewayError(maskedFailure(thrown, masked), thrown.message, { cause: thrown.cause })
  }
}
