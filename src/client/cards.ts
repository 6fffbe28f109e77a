import { type ConversationState, findCall } from '../model/conversation.ts'
import type { DecisionRequest, RememberScope, ResumeAnswer } from '../model/decision.ts'
import type { AnswerDraft, EditDraft } from '../model/editDraft.ts'
import type { Revision, ToolCallId } from '../model/ids.ts'
import { type Group, groupOf } from '../model/pending.ts'
import type { CardMemory } from './cardMemory.ts'
import type { Ends } from './chain.ts'

/** The result of a press that sent nothing: the host cancelled it, or the choice waits for its siblings. */
export type NotSent =
  | { readonly outcome: 'cancelled' }
  /** `left`: how many calls are still undecided. */
  | { readonly outcome: 'kept'; readonly left: number }

/** The result of a press. */
export type DecideResult = ResumeAnswer | NotSent

/**
 * A decision in flight. All cards of its resume share it. The same decision on one of its calls joins it, another is
 * refused.
 */
export interface Lock {
  readonly decisions: readonly DecisionRequest[]
  /**
   * `asking`: waiting for `onDecide`. `not_taken`: the backend cannot take it yet. `checking`: it is unknown whether it
   * took effect.
   */
  readonly stage: 'asking' | 'sending' | 'not_taken' | 'checking'
  readonly sentAt: number | null
  readonly join: (ends: Ends<DecideResult>) => void
}

export interface Draft {
  readonly reason: string
  /** The way in which the reason box was opened: by its entry, or by the first press of a rejection that needs a reason. */
  readonly rejecting: 'entry' | 'rejected' | 'rejected_continue' | null
  /** The arguments are being edited. */
  readonly edit: EditDraft | null
  /** The answer to a question as far as it is written. */
  readonly answer: AnswerDraft | null
  /** Our clock, when something was last written into it. 0: never. */
  readonly usedAt: number
  /** The scope that the approval is to be remembered for, chosen for one revision. */
  readonly remember: { readonly scope: RememberScope; readonly revision: Revision } | null
}

export interface Card {
  readonly lock: Lock | undefined
  readonly memory: CardMemory | undefined
  readonly draft: Draft
  /** A choice that is kept until the calls that are answered together are all decided. */
  readonly choice: DecisionRequest | null
}

const emptyDraft: Draft = {
  reason: '',
  rejecting: null,
  edit: null,
  answer: null,
  remember: null,
  usedAt: 0,
}
export const blankCard: Card = { lock: undefined, memory: undefined, draft: emptyDraft, choice: null }

type Decisions = readonly [DecisionRequest, ...DecisionRequest[]]

/** The cards of one conversation. The map stays the same until a card changes. */
export type Cards = ReadonlyMap<ToolCallId, Card>

const noCards: Cards = new Map()
const scopes = new Map<string, Cards>()
const listeners = new Map<string, Set<() => void>>()

export function cardsOf(scope: string): Cards {
  return scopes.get(scope) ?? noCards
}

export function cardOf(scope: string, toolCallId: ToolCallId): Card {
  return cardsOf(scope).get(toolCallId) ?? blankCard
}

/** Changes several cards at once. Listeners are called before it returns. */
export function updateCards(
  scope: string,
  toolCallIds: Iterable<ToolCallId>,
  change: (card: Card, toolCallId: ToolCallId) => Partial<Card> | undefined,
): void {
  const before = cardsOf(scope)
  const after = new Map(before)
  let isNews = false
  for (const id of toolCallIds) {
    const card = after.get(id) ?? blankCard
    const changes = change(card, id)
    if (!changes || !isOther(card, changes)) continue
    isNews = true
    const next = { ...card, ...changes }
    if (isOther(next, blankCard)) after.set(id, next)
    else after.delete(id)
  }
  if (!isNews) return
  if (after.size > 0) scopes.set(scope, after)
  else scopes.delete(scope)
  for (const listener of [...(listeners.get(scope) ?? [])]) listener()
}

function isOther(card: Card, other: Partial<Card>): boolean {
  return (Object.keys(other) as (keyof Card)[]).some((key) => card[key] !== other[key])
}

export function watchCards(scope: string, listener: () => void): () => void {
  const own = listeners.get(scope) ?? new Set()
  listeners.set(scope, own.add(listener))
  return () => {
    own.delete(listener)
    if (own.size === 0 && listeners.get(scope) === own) listeners.delete(scope)
  }
}

export function lockIn(cards: Cards): Lock | undefined {
  for (const { lock } of cards.values()) if (lock) return lock
  return undefined
}

export function choiceOf(
  cards: Cards,
  { toolCallId, revision }: { readonly toolCallId: ToolCallId; readonly revision: string },
): DecisionRequest | null {
  const choice = cards.get(toolCallId)?.choice
  return choice?.revision === revision ? choice : null
}

export function countUndecided(cards: Cards, { calls }: Group): number {
  let decided = 0
  // Few of the calls that wait have something of their own.
  for (const [id, { choice }] of cards) {
    const call = choice && findCall(calls, id)
    if (call && choiceOf(cards, call)) decided += 1
  }
  return calls.length - decided
}

/**
 * Keeps the decisions if their calls are answered together. Returns those of all the calls when none is missing, the
 * number of missing ones before that, and any other decisions unchanged.
 */
export function withChoices(
  scope: string,
  state: ConversationState | undefined,
  decisions: Decisions,
): Decisions | Extract<NotSent, { outcome: 'kept' }> {
  const group = groupOf(state, decisions[0].toolCallId)
  if (group.pause.answering !== 'together') return decisions
  const made = new Map(decisions.map((one) => [one.toolCallId, one]))
  updateCards(scope, made.keys(), ({ draft }, id) => ({
    choice: made.get(id) ?? null,
    draft: { ...draft, usedAt: Date.now() },
  }))
  const cards = cardsOf(scope)
  const [first, ...others] = group.calls.flatMap((call) => choiceOf(cards, call) ?? [])
  const left = countUndecided(cards, group)
  return left > 0 || !first ? { outcome: 'kept', left } : [first, ...others]
}
