'use client'
import { useMemo } from 'react'
import type { ConversationId } from '../model/ids.ts'
import type { SettledIntervention } from '../model/intervention.ts'
import { intents } from '../query/intents.ts'
import { useFollower, useSnapshot } from './useFollower.ts'
import { useInterventions } from './useInterventions.ts'

/** What became of a call that waited here. */
export interface ReceiptView {
  readonly card: SettledIntervention
  /** Decided on this page. */
  readonly own: boolean
  /** Decided here, but what should carry on did not show (rule S13). */
  readonly notStarted: boolean
  /** Our clock, in milliseconds. */
  readonly settledAt: number
  readonly dismissed: boolean
  readonly dismiss: () => void
}

/** The receipts of a conversation, oldest first, dismissed ones too. */
export function useReceipts(conversationId: ConversationId): readonly ReceiptView[] {
  const { scope } = useFollower(conversationId).store
  const { settled } = useInterventions(conversationId)
  const records = useSnapshot(conversationId, (snapshot) => snapshot.records)
  const expected = useSnapshot(conversationId, ({ state }) => state?.expected)
  return useMemo(
    () =>
      settled
        .flatMap((card): readonly ReceiptView[] => {
          const record = records.get(card.toolCallId)
          if (record?.status !== 'settled') return []
          const { request, settledAt, dismissed } = record
          const missing =
            expected?.some((one) => one.missing && one.requestId === request?.requestId) ?? false
          const dismiss = (): void => intents.set(scope, card.toolCallId, { ...record, dismissed: true })
          return [{ card, own: request !== null, notStarted: missing, settledAt, dismissed, dismiss }]
        })
        .toSorted((a, b) => a.settledAt - b.settledAt),
    [settled, records, expected, scope],
  )
}
