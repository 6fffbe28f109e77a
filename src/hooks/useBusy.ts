'use client'
import { useMemo } from 'react'
import type { ConversationId } from '../model/ids.ts'
import { useSnapshot } from './useFollowed.ts'

/**
 * Tells a spinner when to show. `isBusy`: a decision is in flight, or the agent is confirmed to be running. `since`: when
 * that began, our clock in milliseconds.
 */
export function useBusy(conversationId: ConversationId): {
  readonly isBusy: boolean
  readonly since: number | null
} {
  const since = useSnapshot(conversationId, ({ busySince }) => busySince)
  return useMemo(() => ({ isBusy: since !== null, since }), [since])
}
