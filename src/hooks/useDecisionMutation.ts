'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { DecideResult } from '../client/cards.ts'
import type { Press } from '../client/press.ts'
import { resumeOptions, startPress } from '../client/decide.ts'
import { mapVariables } from './mapVariables.ts'
import { useGatewayContext } from './GatewayContext.ts'
import { useAddress } from './useAddress.ts'

/** A TanStack mutation whose locks are taken the moment `mutate` is called. */
export type DecisionMutation<Variables> = UseMutationResult<DecideResult, GatewayError, Variables>

export type DecisionsOf<Variables> = (
  variables: Variables,
) => readonly [DecisionRequest, ...DecisionRequest[]]

/** The one way from a hook to a decision. It decides on what the cache has; something else has to follow. */
export function useDecisionMutation<Variables extends object>(
  conversationId: ConversationId,
  decisionsOf: DecisionsOf<Variables>,
): DecisionMutation<Variables> {
  const { onDecide, onResumed } = useGatewayContext()
  const address = useAddress(conversationId)
  const mutation = useMutation<DecideResult, GatewayError, Press & Variables>(resumeOptions)

  return mapVariables(mutation, (variables: Variables) => {
    const decisions = decisionsOf(variables)
    const press = { ...variables, ...address, decisions, source: 'hook', onDecide, onResumed } as const
    void startPress(press)
    return press
  })
}
