'use client'
import { useMemo } from 'react'
import type { ConversationId } from '../model/ids.ts'
import { useSnapshot } from './useFollower.ts'

/**
 * What a spinner shows: a decision in flight, or an agent at work that somebody vouches for. `since`: when it began,
 * our clock in milliseconds.
 */
export function useBusy(conversationId: ConversationId): {
  readonly isBusy: boolean
  readonly since: number | null
} {
  const since = useSnapshot(conversationId, ({ busySince }) => busySince)
  return useMemo(() => ({ isBusy: since !== null, since }), [since])
}
