'use client'
import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import { type Group, groupOf } from '../model/pending.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import { scopeOf } from '../client/address.ts'
import { choiceOf, countUndecided } from '../client/choices.ts'
import { type Draft, drafts, emptyDraft } from '../client/drafts.ts'
import type { Lock } from '../client/inFlight.ts'
import type { CardRecord } from '../client/intents.ts'
import { type ReceiptView, receiptOf } from './receiptOf.ts'
import { useAddress } from './useAddress.ts'
import { useDrafts } from './useDrafts.ts'
import { useSnapshot } from './useFollower.ts'

/** One call, and everything the kit knows of it beyond what the gateway says. */
export interface CardView {
  readonly card: InterventionCall | undefined
  /** Our clock when the call cannot be decided any more, in milliseconds; null: it waits for as long as it takes. */
  readonly expiresAt: number | null
  /** Undefined: the viewer may decide. */
  readonly viewer: { readonly mayDecide: boolean; readonly why?: string } | undefined
  /** Its decision on the way. */
  readonly lock: Lock | undefined
  readonly record: CardRecord | undefined
  /** What became of it, once it was settled. */
  readonly receipt: ReceiptView | null
  readonly draft: Draft
  readonly setDraft: (change: Partial<Draft>) => void
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

/** Follows one call. */
export function useCard(conversationId: ConversationId, toolCallId: ToolCallId): CardView {
  const scope = scopeOf(useAddress(conversationId))
  const snapshot = useSnapshot(conversationId)
  const { state, locks, records } = snapshot
  const draft = useDrafts(scope).get(toolCallId) ?? emptyDraft
  const card = findCall(state?.interventions, toolCallId)
  const group = groupOf(state, toolCallId)
  const isTimed = state && card?.status === 'pending' && card.expiresAt !== undefined
  return {
    card,
    expiresAt: isTimed ? card.expiresAt + state.readAt - state.now : null,
    group: {
      ...group,
      index: group.calls.findIndex((call) => call.toolCallId === toolCallId),
      choice: card?.status === 'pending' ? choiceOf(scope, card) : null,
      left: countUndecided(scope, group),
    },
    viewer: state?.viewer,
    lock: locks.get(toolCallId),
    record: records.get(toolCallId),
    receipt: receiptOf(snapshot, scope, toolCallId),
    draft,
    setDraft: (change) => {
      drafts.set(scope, toolCallId, { ...emptyDraft, ...drafts.get(scope, toolCallId), ...change })
    },
  }
}
