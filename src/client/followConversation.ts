import type { QueryClient } from '@tanstack/react-query'
import { type ConversationAddress, scopeOf } from './address.ts'
import { type ConversationStore, createConversationStore } from './conversationStore.ts'
import { createFollowing } from './createFollowing.ts'
import { inFlight } from './inFlight.ts'
import { intents } from './intents.ts'
import { recallUnsettled } from './unsettled.ts'

/** One conversation as a page follows it: one stream and one clock for however many subscribers. */
export interface Follower extends Pick<ConversationStore, 'snapshot'> {
  /** The first subscriber starts the stream, the last one ends it. */
  subscribe(listener: () => void): () => void
  /** Asks for the truth, and starts a stopped stream again. What fails is in the snapshot. */
  reread(): void
}

const followers = new WeakMap<QueryClient, Map<string, Follower>>()

/** The one follower of this conversation in this client. */
export function followConversation(address: ConversationAddress): Follower {
  const scope = scopeOf(address)
  const known = followers.get(address.client) ?? new Map<string, Follower>()
  followers.set(address.client, known)
  const follower =
    known.get(scope) ??
    createFollower(address, scope, () => {
      // One that a component held on to while it was hidden ends beside the one that took its place.
      if (known.get(scope) === follower) known.delete(scope)
    })
  known.set(scope, follower)
  return follower
}

function createFollower(address: ConversationAddress, scope: string, forget: () => void): Follower {
  const store = createConversationStore(address)
  const { listeners, note } = store
  const following = createFollowing(address, store)
  let session: AbortController | undefined

  function start(): AbortController {
    const started = new AbortController()
    const refresh = (): void => note()
    const ends = [inFlight.subscribe(scope, refresh), intents.subscribe(scope, refresh)]
    started.signal.addEventListener('abort', () => ends.forEach((end) => end()))
    recallUnsettled(scope)
    note({ connection: 'connecting', failure: null })
    // A host may not know yet which one it is.
    if (address.conversationId) started.signal.addEventListener('abort', following.start())
    return started
  }

  return {
    snapshot: store.snapshot,
    reread: following.reread,
    subscribe: (listener) => {
      listeners.add(listener)
      session ??= start()
      return () => {
        listeners.delete(listener)
        // A remount in the same task (StrictMode, a moved subtree) keeps the stream.
        queueMicrotask(() => {
          if (listeners.size > 0) return
          session?.abort()
          session = undefined
          forget()
        })
      }
    },
  }
}
