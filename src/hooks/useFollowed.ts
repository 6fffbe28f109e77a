'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { scopeOf } from '../client/cache.ts'
import {
  blankSnapshot,
  type ConversationSnapshot,
  type Follower,
  followConversation,
} from '../client/followConversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { useAddress } from './GatewayContext.ts'

export interface Followed extends ConversationSnapshot, Pick<Follower, 'reread'> {
  readonly scope: string
}

// Follows a conversation. A bar does this once, and passes the result down.
export function useFollowed(conversationId: ConversationId): Followed {
  const address = useAddress(conversationId)
  const { subscribe, snapshot, reread } = useMemo(() => followConversation(address), [address])
  const current = useSyncExternalStore(subscribe, snapshot, () => blankSnapshot)
  return useMemo(() => ({ ...current, reread, scope: scopeOf(address) }), [address, current, reread])
}

export function useSnapshot<Picked>(
  conversationId: ConversationId,
  pick: (snapshot: ConversationSnapshot) => Picked,
): Picked {
  const address = useAddress(conversationId)
  const { subscribe, snapshot } = useMemo(() => followConversation(address), [address])
  return useSyncExternalStore(
    subscribe,
    () => pick(snapshot()),
    () => pick(blankSnapshot),
  )
}
