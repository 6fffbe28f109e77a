import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import { type Group, groupOf } from '../model/pending.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { CardMemory } from '../client/cardMemory.ts'
import { blankCard, choiceOf, countUndecided, type Draft, type Lock, updateCards } from '../client/cards.ts'
import { type ReceiptView, receiptOf } from './receiptOf.ts'
import type { Followed } from './useFollowed.ts'

/** One call, and everything the kit knows of it beyond what the gateway says. */
export interface CardView {
  readonly card: InterventionCall | undefined
  /** Our clock when the call cannot be decided any more, in milliseconds; null: it waits for as long as it takes. */
  readonly expiresAt: number | null
  /** Undefined: the viewer may decide. */
  readonly viewer: { readonly mayDecide: boolean; readonly why?: string } | undefined
  /** Its decision on the way. */
  readonly lock: Lock | undefined
  readonly record: CardMemory | undefined
  /** What became of it, once it was settled. */
  readonly receipt: ReceiptView | null
  readonly draft: Draft
  /** `choice`: null takes back what is kept. */
  readonly setDraft: (change: Partial<Draft> & { readonly choice?: null }) => void
  readonly group: GroupView
}

/** What waits together with a call. */
export interface GroupView extends Group {
  /** The place of the call among them, from 0; -1: it does not wait. */
  readonly index: number
  /** What was chosen for the call and is not sent yet. */
  readonly choice: DecisionRequest | null
  /** How many of them are undecided. */
  readonly left: number
}

/** A press only keeps the decision, and can be changed until the last one. */
export function isKept({ pause, calls }: GroupView): boolean {
  return pause.answering === 'together' && calls.length > 1
}

/** Another call has to be decided before this one. */
export function isTooEarly({ pause, index }: GroupView): boolean {
  return pause.answering === 'in_order' && index > 0
}

export function cardViewOf(followed: Followed, toolCallId: ToolCallId): CardView {
  const { state, cards, scope } = followed
  const { lock, memory, draft } = cards.get(toolCallId) ?? blankCard
  const card = findCall(state?.interventions, toolCallId)
  const group = groupOf(state, toolCallId)
  const isTimed = state && card?.status === 'pending' && card.expiresAt !== undefined
  return {
    card,
    expiresAt: isTimed ? card.expiresAt + state.readAt - state.now : null,
    group: {
      ...group,
      index: group.calls.findIndex((call) => call.toolCallId === toolCallId),
      choice: card?.status === 'pending' ? choiceOf(cards, card) : null,
      left: countUndecided(cards, group),
    },
    viewer: state?.viewer,
    lock,
    record: memory,
    receipt: receiptOf(followed, toolCallId),
    draft,
    setDraft: ({ choice, ...change }) => {
      updateCards(scope, [toolCallId], (last) => ({
        draft: { ...last.draft, ...change },
        ...(choice === null && { choice }),
      }))
    },
  }
}
