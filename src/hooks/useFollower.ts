'use client'
import { useMemo, useSyncExternalStore } from 'react'
import type { ConversationId } from '../model/ids.ts'
import type { ConversationSnapshot } from '../client/conversationStore.ts'
import { type Follower, followConversation } from '../client/followConversation.ts'
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
  return useSyncExternalStore(
    subscribe,
    () => pick(snapshot()),
    () => pick(serverSnapshot),
  )
}

/** A server sends no conversation along, so the first render on a page knows of none either. */
const serverSnapshot: ConversationSnapshot = {
  connection: 'connecting',
  failure: null,
  state: undefined,
  busySince: null,
  locks: new Map(),
  records: new Map(),
}

function everything<Picked>(snapshot: ConversationSnapshot): Picked {
  // SAFETY: used only where nothing else is picked.
  return snapshot as Picked
}
