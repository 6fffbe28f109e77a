'use client'
import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import { type PressOrigin, useDecisionMutation } from './useDecisionMutation.ts'

/** Presses a decision, for the parts: everything is in the arguments, and what comes of it is in the card. */
export function usePress(
  conversationId: ConversationId,
): (made: DecisionRequest, origin: PressOrigin) => void {
  const { press } = useDecisionMutation(conversationId, decisionsOf)
  return (made, origin) => press({ made }, origin)
}

function decisionsOf({ made }: { readonly made: DecisionRequest }): readonly [DecisionRequest] {
  return [made]
}
