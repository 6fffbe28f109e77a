'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { Intervention } from '../model/intervention.ts'
import { type ConversationAddress, getState } from '../query/address.ts'

/**
 * The calls of a conversation as this component last rendered them: it renders again when one of them changes, although
 * it does not follow the conversation itself.
 */
export function useKnownCalls({
  client,
  gateway,
  conversationId,
}: ConversationAddress): readonly Intervention[] | undefined {
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(listener),
    [client],
  )
  const known = (): readonly Intervention[] | undefined =>
    getState({ client, gateway, conversationId })?.interventions
  return useSyncExternalStore(subscribe, known, known)
}
