'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { findCall } from '../model/conversation.ts'
import type { ConversationId, Revision, ToolCallId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import { getState } from '../client/address.ts'
import { useAddress } from './useAddress.ts'

export type ShownRevision = (toolCallId: ToolCallId) => Revision

/**
 * The revisions that this component last rendered. It renders again when one changes, although it does not follow the
 * conversation.
 */
export function useShownRevision(conversationId: ConversationId): ShownRevision {
  const address = useAddress(conversationId)
  const subscribe = useCallback(
    (listener: () => void) => address.client.getQueryCache().subscribe(listener),
    [address],
  )
  const known = (): readonly InterventionCall[] | undefined => getState(address)?.interventions
  const shown = useSyncExternalStore(subscribe, known, () => undefined)
  return (toolCallId) => findCall(shown, toolCallId)?.revision ?? ''
}
