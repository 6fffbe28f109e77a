'use client'
import { useMemo } from 'react'
import type { GatewayError } from '../gateway/GatewayError.ts'
import { isWaiting } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Operation } from '../model/operation.ts'
import type { Connection, ConversationSnapshot } from '../query/conversationStore.ts'
import { ignore } from '../query/rereading.ts'
import { useFollower, useSnapshot } from './useFollower.ts'

/** What a conversation is doing. `waiting` is neither completion nor failure: drain no queue, announce no end. */
export type Phase = 'idle' | 'running' | 'waiting' | 'deciding'

/** A conversation, as a host needs it. */
export interface ConversationView {
  readonly phase: Phase
  readonly connection: Connection
  readonly operations: readonly Operation[]
  /** Why reading or following failed last, until it works again. */
  readonly failure: GatewayError | null
  /** Asks the gateway for the truth, and starts a stopped stream again. What fails is in `failure`. */
  readonly reread: () => void
}

const noOperations: readonly Operation[] = []

/** Follows a conversation: what it is doing, and how the kit hears of it. */
export function useConversation(conversationId: ConversationId): ConversationView {
  const follower = useFollower(conversationId)
  const phase = useSnapshot(conversationId, phaseOf)
  const connection = useSnapshot(conversationId, (snapshot) => snapshot.connection)
  const failure = useSnapshot(conversationId, (snapshot) => snapshot.failure)
  const operations = useSnapshot(conversationId, ({ state }) => state?.operations ?? noOperations)
  return useMemo(
    () => ({ phase, connection, operations, failure, reread: () => void follower.reread().catch(ignore) }),
    [phase, connection, operations, failure, follower],
  )
}

/** `deciding` if locked, else `running` if busy, else `waiting` if a call of the newest run waits, else `idle`. */
function phaseOf({ state, locks, isBusy }: ConversationSnapshot): Phase {
  if (locks.size > 0) return 'deciding'
  if (isBusy) return 'running'
  return state && isWaiting(state) ? 'waiting' : 'idle'
}
