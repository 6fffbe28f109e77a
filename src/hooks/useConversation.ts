'use client'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { scopeOf } from '../client/cache.ts'
import {
  blankSnapshot,
  type ConversationSnapshot,
  followConversation,
  type Follower,
} from '../client/followConversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { useAddress, useGatewayContext } from './GatewayContext.ts'
import { type InitialConversation, initialStateOf } from './initialState.ts'
import { maskedState } from './maskedState.ts'
import type { GatewayError } from '../gateway/GatewayError.ts'
import { isWaiting, pendingOf } from '../model/pending.ts'
import { type ConversationState, settledOf } from '../model/conversation.ts'
import type { Connection } from '../model/followed.ts'
import type { Operation } from '../model/operation.ts'
import { lockIn } from '../client/cards.ts'
import type { PendingIntervention, SettledIntervention } from '../model/intervention.ts'

export interface Followed extends ConversationSnapshot, Pick<Follower, 'reread'> {
  readonly scope: string
}

// Follows a conversation. A bar does this once, and passes the result down. Hidden values are not in it.
export function useFollowed(conversationId: ConversationId, own?: InitialConversation): Followed {
  const address = useAddress(conversationId)
  const { subscribe, snapshot, reread, drawn } = useMemo(() => followConversation(address), [address])
  const current = useSyncExternalStore(subscribe, snapshot, () => blankSnapshot)
  const { secretKeys } = useGatewayContext()
  const initial = useInitialState(conversationId, own)
  useEffect(() => drawn(initial), [drawn, initial])
  return useMemo(() => {
    const state = maskedState(current.state ?? initial, secretKeys)
    return { ...current, state, reread, scope: scopeOf(address) }
  }, [address, current, initial, reread, secretKeys])
}

function useInitialState(
  conversationId: ConversationId,
  own?: InitialConversation,
): ConversationState | undefined {
  const { initialConversation } = useGatewayContext()
  return initialStateOf([own, initialConversation], conversationId)
}

export function useSnapshot<Picked>(
  conversationId: ConversationId,
  pick: (snapshot: ConversationSnapshot) => Picked,
): Picked {
  const address = useAddress(conversationId)
  const { subscribe, snapshot } = useMemo(() => followConversation(address), [address])
  const initial = useInitialState(conversationId)
  const pickFrom = (current: ConversationSnapshot): Picked =>
    pick(current.state || !initial ? current : { ...current, state: initial })
  return useSyncExternalStore(
    subscribe,
    () => pickFrom(snapshot()),
    () => pickFrom(blankSnapshot),
  )
}

/**
 * The activity of a conversation. `waiting` is neither completion nor failure: do not drain queues or announce an end. A run
 * that parked is `running` until its card is read.
 */
export type Phase = 'idle' | 'running' | 'waiting' | 'deciding'

/** A conversation, as a host needs it. */
export interface ConversationView {
  readonly phase: Phase
  readonly connection: Connection
  readonly operations: readonly Operation[]
  /** The last failure of reading or following, until it works again. */
  readonly failure: GatewayError | null
  /** Reads the conversation, and restarts a stopped stream. A failure is in `failure`. */
  readonly reread: () => void
}

/**
 * Follows a conversation and returns its activity and the state of its stream.
 *
 * @example
 * const { phase, connection } = useConversation(conversationId)
 */
export function useConversation(conversationId: ConversationId): ConversationView {
  const followed = useFollowed(conversationId)
  return useMemo(() => conversationViewOf(followed), [followed])
}

export function conversationViewOf(followed: Followed): ConversationView {
  const { state, connection, failure, reread } = followed
  return { phase: phaseOf(followed), connection, operations: state?.operations ?? [], failure, reread }
}

function phaseOf({ state, cards, busySince, isAskingSoon }: Followed): Phase {
  if (lockIn(cards)) return 'deciding'
  if (busySince !== null) return 'running'
  if (state && isWaiting(state)) return 'waiting'
  // A host that hears `idle` may send its next message, and the agent is about to ask.
  return isAskingSoon ? 'running' : 'idle'
}

/**
 * Tells a spinner when to show. `isBusy`: a decision is in flight, or the agent is confirmed to be running. `since`: when
 * that began, our clock in milliseconds.
 *
 * @example
 * const { isBusy } = useBusy(conversationId)
 * const label = isBusy ? 'Working…' : 'Ready'
 */
export function useBusy(conversationId: ConversationId): {
  readonly isBusy: boolean
  readonly since: number | null
} {
  const since = useSnapshot(conversationId, ({ busySince }) => busySince)
  return useMemo(() => ({ isBusy: since !== null, since }), [since])
}

/**
 * The calls of a conversation: those `pending`, newest run first and oldest call first, and those `settled`. A text such as
 * `⟦•••⟧` stands for a hidden value; `Intervention.Arguments` shows it to a person who asks.
 *
 * @example
 * const { pending } = useInterventions(conversationId)
 * const mayQueue = pending.length > 0
 */
export function useInterventions(conversationId: ConversationId): {
  readonly pending: readonly PendingIntervention[]
  readonly settled: readonly SettledIntervention[]
} {
  const { secretKeys } = useGatewayContext()
  const whole = useSnapshot(conversationId, (snapshot) => snapshot.state)
  return useMemo(() => {
    const state = maskedState(whole, secretKeys)
    return {
      pending: pendingOf(state),
      settled: state ? settledOf(state) : [],
    }
  }, [whole, secretKeys])
}
