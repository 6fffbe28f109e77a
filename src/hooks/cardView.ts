import { findCall } from '../model/conversation.ts'
import type { Decision, DecisionRequest, Failure } from '../model/decision.ts'
import { hiddenOf, maskedFailure } from '../model/maskedCall.ts'
import { type Group, groupOf } from '../model/pending.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { InterventionCall, SettledIntervention } from '../model/intervention.ts'
import { areSame, type CardMemory } from '../client/cardMemory.ts'
import { blankCard, choiceOf, countUndecided, type Draft, type Lock, updateCards } from '../client/cards.ts'
import type { Followed } from './useConversation.ts'
import { shortText, visibleText } from '../model/visibleText.ts'

export interface CardView {
  readonly card: InterventionCall | undefined
  /** The server's clock when it was read for the first HTML. Null: this page has read it. */
  readonly drawnAt: number | null
  /** Our clock when the call expires, in milliseconds; null: it does not. */
  readonly expiresAt: number | null
  readonly viewer: { readonly mayDecide: boolean; readonly why?: string } | undefined
  readonly lock: Lock | undefined
  readonly memory: CardMemory | undefined
  readonly receipt: ReceiptView | null
  readonly draft: Draft
  readonly group: GroupView
}

export interface GroupView extends Group {
  /** The position of the call among them, from 0; -1: it does not wait. */
  readonly index: number
  readonly choice: DecisionRequest | null
  readonly left: number
}

/** True if a press only keeps the choice, which can be changed until the last one. */
export function isKept({ pause, calls }: GroupView): boolean {
  return pause.answering === 'together' && calls.length > 1
}

export function isTooEarly({ pause, index }: GroupView): boolean {
  return pause.answering === 'in_order' && index > 0
}

/** True if this decision failed: it continues under its request id when it is made again. */
export function hasFailed(memory: CardMemory | undefined, made: DecisionRequest): boolean {
  if (memory?.status !== 'failed') return false
  const last = findCall(memory.request.decisions, made.toolCallId)
  return last !== undefined && areSame([last], [made])
}

// No `Date` holds a later one.
const lastMoment = 8.64e15

export function cardViewOf(followed: Followed, toolCallId: ToolCallId): CardView {
  const { state, cards } = followed
  const { lock, memory, draft } = cards.get(toolCallId) ?? blankCard
  const card = findCall(state?.interventions, toolCallId)
  const group = groupOf(state, toolCallId)
  const isTimed = state && card?.status === 'pending' && card.expiresAt !== undefined
  return {
    card,
    drawnAt: state?.reads === 0 ? state.now : null,
    expiresAt: isTimed ? Math.min(card.expiresAt + state.readAt - state.now, lastMoment) : null,
    group: {
      ...group,
      index: group.calls.findIndex((call) => call.toolCallId === toolCallId),
      choice: card?.status === 'pending' ? choiceOf(cards, card) : null,
      left: countUndecided(cards, group),
    },
    viewer: state?.viewer,
    lock,
    memory,
    receipt: receiptOf(followed, toolCallId),
    draft,
  }
}

/** Changes the draft of a call; null forgets it. `choice`: null takes a kept decision back. */
export type SetDraft = (change: (Partial<Draft> & { readonly choice?: null }) | null) => void

export function draftSetter(scope: string, toolCallId: ToolCallId): SetDraft {
  return (change) =>
    updateCards(scope, [toolCallId], (last) => {
      if (!change) return { draft: blankCard.draft, choice: null }
      const { choice, ...drafted } = change
      return {
        draft: { ...last.draft, ...drafted, usedAt: Date.now() },
        ...(choice === null && { choice }),
      }
    })
}

/** True if the person has begun something of its own with a call that waits: an edit, or a choice that is kept; or if a value is hidden. */
export function isApart({ cards }: Followed, call: InterventionCall): boolean {
  const { draft } = cards.get(call.toolCallId) ?? blankCard
  return draft.edit !== null || hiddenOf(call).size > 0 || choiceOf(cards, call) !== null
}

/** The failure of the last decision on several calls, with the calls that it was about; null: there is none. */
export function failedBatch({ cards, state }: Followed): FailedBatch | null {
  for (const { memory, lock } of cards.values()) {
    if (memory?.status !== 'failed' || lock || memory.request.decisions.length < 2) continue
    const { decisions } = memory.request
    const calls = decisions.map((made) => findCall(state?.interventions, made.toolCallId))
    if (calls.every((call) => call?.status === 'pending'))
      return {
        failure: maskedFailure(memory.failure, state?.interventions ?? []),
        decision: decisions[0].decision,
        calls: calls.flatMap((call) => call ?? []),
      }
  }
  return null
}

export interface FailedBatch {
  readonly failure: Failure
  readonly decision: Decision
  readonly calls: readonly InterventionCall[]
}

export interface ReceiptView {
  /** Hidden characters of its texts are escaped. */
  readonly card: SettledIntervention
  readonly own: boolean
  /** The decision that was accepted and whose operation did not start (rule S13). */
  readonly notStarted: Decision | null
  readonly settledAt: number
  /** The number of calls that were decided in the same request of this page. */
  readonly together: number
  readonly dismissed: boolean
  readonly dismiss: () => void
}

export function receiptOf({ state, cards, scope }: Followed, toolCallId: ToolCallId): ReceiptView | null {
  const card = findCall(state?.interventions, toolCallId)
  const memory = cards.get(toolCallId)?.memory
  if (memory?.status !== 'settled' || !card || card.status === 'pending') return null
  const missing = state?.expected.find((one) => one.missing && one.requestId === memory.request?.requestId)
  const { by, automatic, reason, note, execution } = card.resolution
  const resolution = {
    ...card.resolution,
    ...(by?.name !== undefined && { by: { ...by, name: visibleText(by.name) } }),
    ...(automatic?.name !== undefined && { automatic: { ...automatic, name: shortText(automatic.name) } }),
    ...(reason !== undefined && { reason: visibleText(reason) }),
    ...(note !== undefined && { note: visibleText(note) }),
    ...(execution?.message !== undefined && {
      execution: { ...execution, message: visibleText(execution.message) },
    }),
  }
  const { agent } = card
  return {
    card: { ...card, resolution, ...(agent && { agent: { ...agent, name: shortText(agent.name) } }) },
    own: memory.request !== null,
    notStarted: findCall(missing?.decisions, toolCallId)?.decision ?? null,
    settledAt: memory.settledAt,
    together: memory.request?.decisions.length ?? 1,
    dismissed: memory.dismissed,
    dismiss: () => updateCards(scope, [toolCallId], () => ({ memory: { ...memory, dismissed: true } })),
  }
}

export function tellsOfFailure({ card, notStarted }: ReceiptView): boolean {
  return notStarted !== null || card.resolution.execution?.ok === false
}
