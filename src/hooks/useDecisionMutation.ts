'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { DecideResult } from '../client/cards.ts'
import type { DecideDetails, OnDecide, OnResumed, Press } from '../client/press.ts'
import { resumeOptions, startPress } from '../client/decide.ts'
import { mapVariables } from './mapVariables.ts'
import { useGatewayContext } from './GatewayContext.ts'
import { useAddress } from './useAddress.ts'

/** Where a press comes from, as far as a part knows it. Everybody else is the host's own code. */
export interface PressOrigin {
  readonly source: DecideDetails['source']
  readonly event?: Event
  readonly onDecide?: OnDecide | undefined
  readonly onResumed?: OnResumed | undefined
}

/** A TanStack mutation whose locks are taken the moment `mutate` is called. */
export type DecisionMutation<Variables> = UseMutationResult<DecideResult, GatewayError, Variables>

/** What variables mean. */
export type DecisionsOf<Variables> = (
  variables: Variables,
) => readonly [DecisionRequest, ...DecisionRequest[]]

/** The one way from a hook to a decision. It decides on what the cache has; something else has to follow. */
export function useDecisionMutation<Variables extends object>(
  conversationId: ConversationId,
  decisionsOf: DecisionsOf<Variables>,
): DecisionMutation<Variables> & { press: (variables: Variables, origin: PressOrigin) => void } {
  const host = useGatewayContext()
  const address = useAddress(conversationId)
  const mutation = useMutation<DecideResult, GatewayError, Press & Variables>(resumeOptions)

  function start(variables: Variables, { source, event, ...own }: PressOrigin): Press & Variables {
    const press = {
      ...variables,
      ...address,
      decisions: decisionsOf(variables),
      source,
      event,
      onDecide: own.onDecide ?? host.onDecide,
      onResumed: own.onResumed ?? host.onResumed,
    }
    void startPress(press)
    return press
  }

  return {
    ...mapVariables(mutation, (variables: Variables) => start(variables, { source: 'hook' })),
    press: (variables, origin) => mutation.mutate(start(variables, origin)),
  }
}
