'use client'
import { useMemo } from 'react'
import { pendingOf } from '../model/pending.ts'
import type { ConversationId } from '../model/ids.ts'
import type { PendingIntervention, SettledIntervention } from '../model/intervention.ts'
import { useSnapshot } from './useFollowed.ts'

/** The calls of a conversation: those `pending`, newest run first and oldest call first, and those `settled`. */
export function useInterventions(conversationId: ConversationId): {
  readonly pending: readonly PendingIntervention[]
  readonly settled: readonly SettledIntervention[]
} {
  const state = useSnapshot(conversationId, (snapshot) => snapshot.state)
  return useMemo(
    () => ({
      pending: pendingOf(state),
      settled: (state?.interventions ?? []).filter((one) => one.status !== 'pending'),
    }),
    [state],
  )
}
