'use client'
import { useDelayed } from './useDelayed.ts'
import { findCall } from '../model/conversation.ts'
import type { Decision } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { PendingIntervention } from '../model/intervention.ts'
import { isRunning } from '../model/operation.ts'
import { pendingOf } from '../model/pending.ts'
import type { CardMemory } from '../client/cardMemory.ts'
import { lockIn, type Lock } from '../client/cards.ts'
import { type ReceiptView, receiptOf } from './receiptOf.ts'
import { type ConversationView, conversationViewOf } from './useConversation.ts'
import type { Followed } from './useFollowed.ts'

export interface FailureView {
  readonly key: string
  readonly decision: Decision
  readonly failure: Failure
}

export type BusyStage = 'running' | Lock['stage']

export interface BarView extends ConversationView {
  readonly pending: readonly PendingIntervention[]
  readonly isDrawn: boolean
  /** Calls that break the contract and are left out. */
  readonly unreadable: number
  readonly stage: BusyStage | null
  readonly receipts: readonly ReceiptView[]
  readonly failures: readonly FailureView[]
}

const connectingAfterMs = 1_000

/**
 * The content of a bar. It is drawn if a call waits or failed, while busy after a decision made here, if an operation
 * runs and the connection is not live, or if a receipt was not dismissed.
 */
export function useBarView(followed: Followed): BarView {
  const pending = pendingOf(followed.state)
  const view = conversationViewOf(followed)
  const receipts = receiptsOf(followed)
  const failures = failuresOf(followed)
  const { busySince: since, cards } = followed
  const lock = lockIn(cards)

  const isLate = useDelayed(view.connection === 'connecting', connectingAfterMs)
  const connection = view.connection === 'connecting' && !isLate ? 'live' : view.connection
  const decidedHere =
    lock !== undefined ||
    [...cards.values()].some(
      ({ memory: one }) =>
        one?.status === 'settled' && one.request && one.settledAt >= (since ?? Number.POSITIVE_INFINITY),
    )
  const unreadable = followed.state?.unreadable?.length ?? 0
  const isDrawn =
    pending.length > 0 ||
    unreadable > 0 ||
    view.failure !== null ||
    (since !== null && decidedHere) ||
    (connection !== 'live' && view.operations.some((operation) => isRunning(operation))) ||
    receipts.some((receipt) => !receipt.dismissed)
  // The events may be ahead of the answer. Then the decision is over.
  const isStillPending = lock?.decisions.some((made) => findCall(pending, made.toolCallId) !== undefined)
  const stage = since === null ? null : isStillPending && lock ? lock.stage : 'running'
  return { ...view, pending, connection, isDrawn, unreadable, stage, receipts, failures }
}

function receiptsOf(followed: Followed): readonly ReceiptView[] {
  return [...followed.cards.keys()].flatMap((id) => receiptOf(followed, id) ?? [])
}

function failuresOf({ cards }: Followed): readonly FailureView[] {
  return [...cards].flatMap(([toolCallId, { memory }]) => failureOf(toolCallId, memory) ?? [])
}

export function failureOf(toolCallId: ToolCallId, memory: CardMemory | undefined): FailureView | null {
  const made = memory?.status === 'failed' && findCall(memory.request.decisions, toolCallId)
  if (!made) return null
  const { failure, failedAt } = memory
  return { key: `${toolCallId} ${failedAt}`, decision: made.decision, failure }
}
