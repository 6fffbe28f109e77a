'use client'
import { useBusy } from '../hooks/useBusy.ts'
import { type ConversationView, type Phase, useConversation } from '../hooks/useConversation.ts'
import { useFailures } from '../hooks/useFailures.ts'
import { useInterventions } from '../hooks/useInterventions.ts'
import { useLocks } from '../hooks/useLocks.ts'
import { type ReceiptView, useReceipts } from '../hooks/useReceipts.ts'
import { useDelayed } from '../internal/useDelayed.ts'
import type { ConversationId } from '../model/ids.ts'
import { isRunning } from '../model/operation.ts'
import type { BusyStage } from './BusyIndicator.tsx'

/** What the bar has to show. */
export interface BarView extends Pick<ConversationView, 'connection' | 'failure' | 'reread'> {
  /** False: there is nothing to say, and nothing is drawn. */
  readonly isDrawn: boolean
  readonly phase: Phase
  /** What the spinner waits for; null: it does not spin. */
  readonly stage: BusyStage | null
  /** Our clock, in milliseconds. */
  readonly since: number | null
  readonly receipts: readonly ReceiptView[]
}

/** A reconnect that is quicker than this is not worth a word. */
const connectingAfterMs = 1_000

/**
 * When the bar is drawn: something waits or failed, busy after a decision made here, an operation runs and the
 * connection is not live, or a receipt was not dismissed.
 */
export function useBarView(conversationId: ConversationId): BarView {
  const { phase, connection, failure, operations, reread } = useConversation(conversationId)
  const { pending } = useInterventions(conversationId)
  const { since } = useBusy(conversationId)
  const receipts = useReceipts(conversationId)
  const failures = useFailures(conversationId)
  const [lock] = useLocks(conversationId)
  const busyAfterDecision =
    since !== null && (lock !== undefined || receipts.some((one) => one.own && one.settledAt >= since))
  const isConnecting = useDelayed(connection === 'connecting', connectingAfterMs)
  const isLive = connection === 'live' || (connection === 'connecting' && !isConnecting)
  const runsUnseen = !isLive && operations.some((operation) => isRunning(operation))
  const isDrawn =
    pending.length > 0 ||
    failures.length > 0 ||
    failure !== null ||
    busyAfterDecision ||
    runsUnseen ||
    receipts.some((receipt) => !receipt.dismissed)
  const stage = since === null ? null : (lock?.stage ?? 'running')
  return { isDrawn, phase, stage, since, connection: isLive ? 'live' : connection, failure, reread, receipts }
}
