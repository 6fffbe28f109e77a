'use client'
import { useMemo, useSyncExternalStore } from 'react'
import type { ConversationId } from '../model/ids.ts'
import {
  blankSnapshot,
  type ConversationSnapshot,
  type Follower,
  followConversation,
} from '../client/followConversation.ts'
import { useAddress } from './useAddress.ts'

/** The follower of a conversation. */
export function useFollower(conversationId: ConversationId): Follower {
  const address = useAddress(conversationId)
  return useMemo(() => followConversation(address), [address])
}

/** Follows a conversation and picks from its snapshot. Renders again only when what was picked is another value. */
export function useSnapshot<Picked = ConversationSnapshot>(
  conversationId: ConversationId,
  pick: (snapshot: ConversationSnapshot) => Picked = everything,
): Picked {
  const { subscribe, snapshot } = useFollower(conversationId)
  const get = (): Picked => pick(snapshot())
  return useSyncExternalStore(subscribe, get, () => pick(blankSnapshot))
}

function everything<Picked>(snapshot: ConversationSnapshot): Picked {
  // SAFETY: used only where nothing else is picked.
  return snapshot as Picked
}
