'use client'
import { useMemo } from 'react'
import { pendingOf } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Intervention, PendingIntervention, SettledIntervention } from '../model/intervention.ts'
import { useSnapshot } from './useFollower.ts'

const none: readonly Intervention[] = []

/** The calls of a conversation: those that wait, newest run first and oldest call first, and those that do not. */
export function useInterventions(conversationId: ConversationId): {
  readonly pending: readonly PendingIntervention[]
  readonly settled: readonly SettledIntervention[]
} {
  const state = useSnapshot(conversationId, (snapshot) => snapshot.state)
  const interventions = state?.interventions ?? none
  const operations = state?.operations
  return useMemo(
    () => ({
      pending: pendingOf({ interventions, operations: operations ?? [] }),
      settled: interventions.filter((one): one is SettledIntervention => one.status !== 'pending'),
    }),
    [interventions, operations],
  )
}
