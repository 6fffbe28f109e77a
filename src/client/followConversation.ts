import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { GatewayError } from '../gateway/GatewayError.ts'
import { isBusy } from '../model/busy.ts'
import type { ConversationState } from '../model/conversation.ts'
import { type Connection, isAskingSoon, shownConnection } from '../model/followed.ts'
import { type ConversationAddress, scopeOf } from './cache.ts'
import { type Cards, cardsOf, lockIn, watchCards } from './cards.ts'
import { driveFollowing } from './driveFollowing.ts'
import { recallUnsettled } from './unsettled.ts'
import { type World, worldOf } from './world.ts'

/** The state of a conversation in one object, which changes only when something in it changes. */
export interface ConversationSnapshot {
  readonly connection: Connection
  readonly failure: GatewayError | null
  readonly state: ConversationState | undefined
  readonly busySince: number | null
  /** A run has parked, and its card is being read. */
  readonly isAskingSoon: boolean
  readonly cards: Cards
}

export interface Follower {
  /** Reads no clock, so that it can be called while rendering. */
  snapshot(): ConversationSnapshot
  /** The first subscriber starts the first read and the stream. The last one ends them. */
  subscribe(listener: () => void): () => void
  reread(): void
  /** Tells of a state that was drawn before the first read, so that what was settled since gets a receipt. */
  drawn(state: ConversationState | undefined): void
}

export const blankSnapshot: ConversationSnapshot = {
  connection: 'connecting',
  failure: null,
  state: undefined,
  busySince: null,
  isAskingSoon: false,
  cards: new Map(),
}

const followers = new WeakMap<QueryClient, Map<string, Follower>>()

export function followConversation(address: ConversationAddress): Follower {
  const scope = scopeOf(address)
  const known = followers.get(address.client) ?? new Map<string, Follower>()
  followers.set(address.client, known)
  const follower =
    known.get(scope) ??
    // The host may not know the id yet.
    createFollower(worldOf(address), Boolean(address.conversationId), () => {
      // A hidden component may have kept an older follower, which must not remove the newer one.
      if (known.get(scope) === follower) known.delete(scope)
    })
  known.set(scope, follower)
  return follower
}

/** The conversations that something of this page follows. */
export function followedScopes(client: QueryClient): ReadonlySet<string> {
  return new Set(followers.get(client)?.keys())
}

/** `isNamed` false: nothing is read or followed. `forget` is called after the last subscriber has left. */
export function createFollower(world: World, isNamed: boolean, forget: () => void): Follower {
  const { scope } = world
  const listeners = new Set<() => void>()
  const driver = driveFollowing(world, show)
  let current = blankSnapshot
  let isFollowed = false
  let willTell = false
  let end: (() => void) | undefined

  function become(next: ConversationSnapshot): boolean {
    const keys = Object.keys(next) as (keyof ConversationSnapshot)[]
    if (!keys.some((key) => current[key] !== next[key])) return false
    current = next
    return true
  }

  function tell(): void {
    willTell = false
    for (const listener of [...listeners]) listener()
  }

  function show(mayWait = false): void {
    const now = Date.now()
    const { following } = driver
    const state = world.getState()
    const cards = cardsOf(scope)
    const isNews = become({
      connection: shownConnection(following, state, now),
      // SAFETY: every failure in the kit is a GatewayError.
      failure: following.failure as GatewayError | null,
      state,
      busySince: isBusy(state, lockIn(cards) !== undefined, { now, ...following })
        ? (current.busySince ?? now)
        : null,
      isAskingSoon: isAskingSoon(following, state),
      cards,
    })
    if (!isNews) return
    if (!mayWait) return tell()
    // A stream may bring several events in one moment, which are drawn once.
    if (!willTell) notifyManager.schedule(tell)
    willTell = true
  }

  function start(): () => void {
    const stop = isNamed ? driver.start() : watchCards(scope, show)
    // A browser reads storage from the disk: after the first read is on its way.
    recallUnsettled(scope)
    show()
    return stop
  }

  return {
    snapshot: () => {
      // Nothing follows it yet, so nothing confirms the cached state.
      if (!isFollowed) become({ ...blankSnapshot, state: world.getState(), cards: cardsOf(scope) })
      return current
    },
    reread: driver.reread,
    drawn: driver.drawn,
    subscribe: (listener) => {
      listeners.add(listener)
      if (!isFollowed) {
        isFollowed = true
        end = start()
      }
      return () => {
        listeners.delete(listener)
        // A remount in the same task (StrictMode, a moved subtree) keeps the stream.
        queueMicrotask(() => {
          if (listeners.size > 0 || !isFollowed) return
          isFollowed = false
          end?.()
          forget()
        })
      }
    },
  }
}
