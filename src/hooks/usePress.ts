'use client'
import { useCallback } from 'react'
import { scopeOf } from '../client/cache.ts'
import { mutate } from '../client/decide.ts'
import { claimEarly } from '../client/otherTabs.ts'
import type { DecideDetails, OnDecide, OnResumed } from '../client/press.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import { useAddress, useGatewayContext } from './GatewayContext.ts'

export interface PressOrigin {
  readonly source: DecideDetails['source']
  readonly event?: Event
  readonly onDecide?: OnDecide | undefined
  readonly onResumed?: OnResumed | undefined
}

/** Presses a decision, for the parts: the result is in the card. `prepare`: a button of this call went down. */
export function usePress(conversationId: ConversationId): {
  readonly press: (made: DecisionRequest, origin: PressOrigin) => void
  readonly prepare: (toolCallId: ToolCallId) => void
} {
  const host = useGatewayContext()
  const address = useAddress(conversationId)
  const prepare = useCallback((toolCallId: ToolCallId) => claimEarly(scopeOf(address), toolCallId), [address])
  return {
    prepare,
    press: (made, { source, event, onDecide = host.onDecide, onResumed = host.onResumed }) =>
      mutate({ ...address, decisions: [made], source, event, onDecide, onResumed }),
  }
}
