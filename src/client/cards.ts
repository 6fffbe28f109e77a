import type { DecisionRequest } from '../model/decision.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { Group } from '../model/pending.ts'
import type { ResumeAnswer } from '../model/resume.ts'
import type { CardMemory } from './cardMemory.ts'
import type { Ends } from './chain.ts'

/** The result of a press that sent nothing: the host cancelled it, or the choice waits for its siblings. */
export type NotSent =
  | { readonly outcome: 'cancelled' }
  /** `left`: how many calls are still undecided. */
  | { readonly outcome: 'kept'; readonly left: number }

/** The result of a press. */
export type DecideResult = ResumeAnswer | NotSent

/** One decision on its way. The same record stands for every card of its resume. */
export interface Lock {
  /** The same decision on one of its calls joins it, another is refused. */
  readonly decisions: readonly DecisionRequest[]
  /** `asking`: the host's veto is out. `checking`: nobody knows yet whether it took effect. */
  readonly stage: 'asking' | 'sending' | 'checking'
  /** Our clock when it was sent, in milliseconds; null: it was not yet. */
  readonly sentAt: number | null
  /** Tells of its end too. */
  readonly join: (ends: Ends<DecideResult>) => void
}

/** What a person began on a card and did not send yet. */
export interface Draft {
  readonly reason: string
  /** A rejection that needs words was pressed: the box for them is open. */
  readonly rejecting: 'rejected' | 'rejected_continue' | null
}

/** What this page knows of one card beyond what the gateway says. */
export interface Card {
  /** The only home of in-flight truth: no two buttons, bars or hooks of the page send for the same card. */
  readonly lock: Lock | undefined
  readonly memory: CardMemory | undefined
  readonly draft: Draft
  /** Decided, and kept until the calls that are answered together with it are decided too. */
  readonly choice: DecisionRequest | null
}

const emptyDraft: Draft = { reason: '', rejecting: null }
/** A card that nothing is known of. */
export const blankCard: Card = { lock: undefined, memory: undefined, draft: emptyDraft, choice: null }

/** The cards of one conversation. The same map until something in it changes. */
export type Cards = ReadonlyMap<ToolCallId, Card>

const noCards: Cards = new Map()
const scopes = new Map<string, Cards>()
const listeners = new Map<string, Set<() => void>>()

/** The cards of a conversation. They are page-wide: they survive a failure and an unmount. */
export function cardsOf(scope: string): Cards {
  return scopes.get(scope) ?? noCards
}

export function cardOf(scope: string, toolCallId: ToolCallId): Card {
  return cardsOf(scope).get(toolCallId) ?? blankCard
}

/** Changes some cards at once, and tells the listeners of their conversation before it returns. */
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

/** A decision of this conversation that is on its way. */
export function lockIn(cards: Cards): Lock | undefined {
  for (const { lock } of cards.values()) if (lock) return lock
  return undefined
}

/** The choice that is kept for a call, as long as the call is what was chosen on. */
export function choiceOf(
  cards: Cards,
  { toolCallId, revision }: { readonly toolCallId: ToolCallId; readonly revision: string },
): DecisionRequest | null {
  const choice = cards.get(toolCallId)?.choice
  return choice?.revision === revision ? choice : null
}

/** How many calls of a group are undecided: answered together, they are sent with the last one. */
export function countUndecided(cards: Cards, { calls }: Group): number {
  return calls.filter((call) => !choiceOf(cards, call)).length
}
