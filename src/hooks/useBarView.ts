'use client'
import { type ConversationState, findCall, type UnreadableCall } from '../model/conversation.ts'
import type { Decision, DecisionRequest, Failure } from '../model/decision.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { PendingIntervention } from '../model/intervention.ts'
import { chainOf, isRunning, type OperationError } from '../model/operation.ts'
import { isWaiting, pendingOf } from '../model/pending.ts'
import type { CardMemory } from '../client/cardMemory.ts'
import { choiceOf, type Lock, lockIn } from '../client/cards.ts'
import { maskedFailure } from '../model/maskedCall.ts'
import { receiptOf, type ReceiptView } from './cardView.ts'
import { type ConversationView, conversationViewOf, type Followed } from './useConversation.ts'
import { forgetWanted, wantedIn, watchWanted } from '../client/wanted.ts'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLayoutEffect } from './useLayoutEffect.ts'

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
  readonly unreadable: readonly UnreadableCall[]
  readonly stage: BusyStage | null
  /** The address that somebody agreed to open, while the run waits for what happens there. */
  readonly awaited: string | null
  /** The error with which the run ended that a decision of this conversation began. */
  readonly runError: OperationError | null
  readonly mayDecide: boolean
  readonly receipts: readonly ReceiptView[]
  readonly failures: readonly FailureView[]
}

const connectingAfterMs = 1_000
const none: BarView['unreadable'] = []

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
  const unreadable = followed.state?.unreadable ?? none
  const isDrawn =
    pending.length > 0 ||
    unreadable.length > 0 ||
    view.failure !== null ||
    (since !== null && decidedHere) ||
    (connection !== 'live' && view.operations.some((operation) => isRunning(operation))) ||
    receipts.some((receipt) => !receipt.dismissed)
  // The events may be ahead of the answer. Then the decision is over.
  const isStillPending = lock?.decisions.some((made) => findCall(pending, made.toolCallId) !== undefined)
  // An SDK may close its stream long after it has asked.
  const isAsking = followed.state !== undefined && isWaiting(followed.state)
  const running = since === null || isAsking ? null : 'running'
  const stage = isStillPending && lock ? lock.stage : running
  const mayDecide = followed.state?.viewer?.mayDecide !== false
  const awaited = stage === 'running' && followed.state ? awaitedIn(followed.state) : null
  const last = view.operations.at(-1)
  const isOver = stage === null && pending.length === 0 && receipts.length > 0
  const runError = isOver && last?.status === 'error' ? last.error : null
  const calls = { pending, unreadable, receipts, failures }
  return { ...view, ...calls, connection, isDrawn, stage, awaited, runError, mayDecide }
}

function awaitedIn({ operations, interventions }: ConversationState): string | null {
  const waiting = operations.findLast(({ status }) => status === 'waiting_for_async_tool')
  if (!waiting) return null
  const chain = new Set(chainOf(operations, waiting.id).flatMap(({ id, resumes }) => [id, resumes]))
  const opened = interventions.findLast(
    ({ status, question, operationId }) =>
      status === 'answered' && question?.kind === 'url' && chain.has(operationId),
  )
  return opened?.question?.kind === 'url' ? opened.question.url : null
}

function receiptsOf(followed: Followed): readonly ReceiptView[] {
  return [...followed.cards.keys()].flatMap((id) => receiptOf(followed, id) ?? [])
}

function failuresOf({ cards, state }: Followed): readonly FailureView[] {
  return [...cards].flatMap(([toolCallId, { memory }]) => failureOf(toolCallId, memory, state) ?? [])
}

export function failureOf(
  toolCallId: ToolCallId,
  memory: CardMemory | undefined,
  state: Followed['state'],
): FailureView | null {
  const made = memory?.status === 'failed' && findCall(memory.request.decisions, toolCallId)
  if (!made) return null
  const { failedAt } = memory
  const failure = maskedFailure(memory.failure, state?.interventions ?? [])
  return { key: `${toolCallId} ${failedAt}`, decision: made.decision, failure }
}

export interface ActiveCall {
  readonly call: PendingIntervention | undefined
  readonly place: { readonly at: number; readonly of: number }
  readonly showPrevious: (() => void) | undefined
  readonly showNext: (() => void) | undefined
  readonly showFirst: (() => void) | undefined
  readonly showLast: (() => void) | undefined
  /** A person was led here from elsewhere. Call it once the call is drawn. */
  readonly takeWanted: (() => void) | undefined
  /** Goes to one of the calls that wait. */
  readonly show: (one: PendingIntervention) => void
}

/**
 * The call that the person went to, until it is decided; otherwise the first undecided one. Calls that arrive or leave
 * do not replace it.
 */
export function useActiveCall({ state, cards, scope }: Followed): ActiveCall {
  const pending = pendingOf(state)
  const [goneTo, goTo] = useState<{ id: ToolCallId; choice: DecisionRequest | null } | null>(null)
  const isOpen = (one: PendingIntervention): boolean => !choiceOf(cards, one)
  const shown = useRef<ToolCallId>('')
  const asked = useSyncExternalStore(
    watchWanted,
    () => wantedIn(scope),
    () => null,
  )
  const wanted = asked === null ? undefined : findCall(pending, asked)
  const gone = goneTo ? findCall(pending, goneTo.id) : undefined
  // oxlint-disable-next-line react/refs -- a state that is set here would draw the bar twice for each call.
  const lastCall = findCall(pending, shown.current)
  const undecided =
    wanted ??
    (gone && choiceOf(cards, gone) === goneTo?.choice ? gone : undefined) ??
    (lastCall && isOpen(lastCall) ? lastCall : undefined) ??
    pending.find(isOpen)
  // All calls are chosen and in flight, so the one whose button was pressed stays in view.
  const call = undecided ?? lastCall ?? pending[0]
  const id = call?.toolCallId
  useLayoutEffect(() => {
    shown.current = id ?? shown.current
  }, [id])
  const index = call ? pending.indexOf(call) : 0
  const show = (one: PendingIntervention): void => goTo({ id: one.toolCallId, choice: choiceOf(cards, one) })
  const way = (one: PendingIntervention | undefined): (() => void) | undefined => one && (() => show(one))
  const place = { at: index + 1, of: pending.length }
  return {
    ...{ call, place, show },
    takeWanted:
      wanted &&
      (() => {
        show(wanted)
        forgetWanted(scope)
      }),
    showPrevious: way(pending[index - 1]),
    showNext: way(pending[index + 1]),
    showFirst: index > 0 ? way(pending[0]) : undefined,
    showLast: index < pending.length - 1 ? way(pending.at(-1)) : undefined,
  }
}

/** True once `value` has been true for `ms`, so that short states are not shown. */
export function useDelayed(value: boolean, ms: number): boolean {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => {
    if (!value) return
    let isSet = false
    const timer = setTimeout(() => {
      isSet = true
      setIsDue(true)
    }, ms)
    return () => {
      clearTimeout(timer)
      // A state that is set draws the bar again, even to the same value.
      if (isSet) setIsDue(false)
    }
  }, [value, ms])
  return value && isDue
}
