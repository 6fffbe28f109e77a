'use client'
import { useMemo } from 'react'
import type { GatewayError } from '../gateway/GatewayError.ts'
import { isWaiting } from '../model/pending.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Connection } from '../model/followed.ts'
import type { Operation } from '../model/operation.ts'
import { lockIn } from '../client/cards.ts'
import { type Followed, useFollowed } from './useFollowed.ts'

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

/** Follows a conversation and returns its activity and the state of its stream. */
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
