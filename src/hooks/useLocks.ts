'use client'
import { useMemo } from 'react'
import type { ConversationId } from '../model/ids.ts'
import type { Lock } from '../query/inFlight.ts'
import { useSnapshot } from './useFollower.ts'

/** The decisions of a conversation that are on their way, one entry per card. */
export function useLocks(conversationId: ConversationId): readonly Lock[] {
  const locks = useSnapshot(conversationId, (snapshot) => snapshot.locks)
  return useMemo(() => [...locks.values()], [locks])
}
