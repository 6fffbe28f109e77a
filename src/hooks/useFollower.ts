'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import type { ConversationId } from '../model/ids.ts'
import type { ConversationSnapshot } from '../query/conversationStore.ts'
import { type Follower, followConversation } from '../query/followConversation.ts'
import { useGatewayContext } from './GatewayContext.ts'

/** The follower of a conversation, for what acts on it. */
export function useFollower(conversationId: ConversationId): Follower {
  const client = useQueryClient()
  const gateway = useGatewayContext().gatewayOf(conversationId)
  return useMemo(() => followConversation(client, gateway, conversationId), [client, gateway, conversationId])
}

/**
 * Follows a conversation and picks from its snapshot. Renders again only when what was picked is another value, so
 * pick what keeps its identity.
 */
export function useSnapshot<Picked>(
  conversationId: ConversationId,
  pick: (snapshot: ConversationSnapshot) => Picked,
): Picked {
  const follower = useFollower(conversationId)
  const get = (): Picked => pick(follower.store.snapshot())
  return useSyncExternalStore(follower.subscribe, get, get)
}
