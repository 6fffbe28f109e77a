import { type ConversationState, findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import type { RequestId } from '../model/ids.ts'
import { type InterventionCall, offers } from '../model/intervention.ts'
import { groupOf } from '../model/pending.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { withDigestedRevision } from './digest.ts'

/** The last decision on a card, and what became of it. */
export type CardMemory =
  | { readonly status: 'sent'; readonly request: ResumeRequest }
  /** `failedAt`: our clock, in milliseconds. */
  | {
      readonly status: 'failed'
      readonly request: ResumeRequest
      readonly failure: Failure
      readonly failedAt: number
    }
  /** Sent before a reload; the outcome is unknown. */
  | { readonly status: 'earlier'; readonly request: ResumeRequest; readonly isExact: boolean }
  /** Another tab of this browser decides. `since`: our clock, in milliseconds. */
  | { readonly status: 'elsewhere'; readonly request: ResumeRequest; readonly since: number }
  /** What would have run is no longer what was shown, and nothing was done. */
  | { readonly status: 'changed'; readonly request: null }
  /** A receipt. `request` null: settled by somebody else. `settledAt`: our clock, in ms. */
  | {
      readonly status: 'settled'
      readonly request: ResumeRequest | null
      readonly settledAt: number
      readonly dismissed: boolean
    }

/** A decision that was made before, and of which nobody knows the end. */
type Open = Extract<CardMemory, { status: 'failed' | 'earlier' }>

/** A decision of this page that is over, as far as this page knows. */
export function wasAnswered(
  memory: CardMemory | undefined,
): memory is Extract<CardMemory, { status: 'sent' | 'settled' }> & { readonly request: ResumeRequest } {
  return memory?.status === 'sent' || (memory?.status === 'settled' && memory.request !== null)
}

/** A decision of ours that may have run, and nobody knows. */
export function hasUnknownOutcome(memory: CardMemory | undefined): boolean {
  return memory?.status === 'earlier' || (memory?.status === 'failed' && memory.failure.applied === 'unknown')
}

/** True for equal decisions in the same order, whatever the order of their fields. */
export function areSame(a: readonly DecisionRequest[], b: readonly DecisionRequest[]): boolean {
  return a === b || textOf(a) === textOf(b)
}

function textOf(decisions: readonly DecisionRequest[]): string {
  return JSON.stringify(
    decisions.map((made) => Object.entries(made).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )
}

/** The decision that a new one may continue. */
export function openOf(memory: CardMemory | undefined): Open | undefined {
  return memory?.status === 'failed' || memory?.status === 'earlier' ? memory : undefined
}

/** Why an earlier decision may have taken effect; null: it did not. */
export function doubtOf(open: Open): Failure | null {
  if (open.status === 'earlier') return { code: 'unavailable', applied: 'unknown' }
  return open.failure.applied === 'unknown' ? open.failure : null
}

/** True when these decisions are those of an earlier request: they go on under its id. */
export function continues(decisions: readonly DecisionRequest[], open: Open | undefined): open is Open {
  // The server holds another decision under this id, and will not take one under it.
  if (!open || (open.status === 'failed' && open.failure.code === 'key_reused')) return false
  const made = open.status === 'failed' ? decisions : decisions.map(withDigestedRevision)
  const isExact = open.status === 'failed' || open.isExact
  return isExact && areSame(open.request.decisions, made)
}

/** Why a request that continues an earlier one may have taken effect already; null: it is new, or did not. */
export function inheritedDoubt(open: Open | undefined, requestId: RequestId): Failure | null {
  return open?.request.requestId === requestId ? doubtOf(open) : null
}

/**
 * What a failure means after an earlier decision: what that one left open stays open, whatever became of this one.
 * `told`: what the person is told. `memory`: what is remembered; undefined: what was.
 */
export function afterFailure(
  open: Open | undefined,
  request: ResumeRequest,
  latest: Failure,
  failedAt: number,
): { readonly told: Failure; readonly memory: CardMemory | undefined } {
  const inDoubt = open && doubtOf(open) ? open : undefined
  const failure: Failure = inDoubt ? { code: latest.code, applied: 'unknown' } : latest
  if (!inDoubt || inDoubt.request.requestId === request.requestId) {
    return { told: failure, memory: { status: 'failed', request, failure, failedAt } }
  }
  if (inDoubt.status === 'earlier') return { told: latest, memory: undefined }
  return { told: latest, memory: { status: 'failed', request: inDoubt.request, failure, failedAt } }
}

/**
 * Why these decisions cannot be sent, or null. Nothing is sent for a call that is unknown or settled (rule S14), that
 * the viewer may not decide, or in a way its backend does not offer.
 */
export function refusalOf(
  state: ConversationState | undefined,
  decisions: readonly [DecisionRequest, ...DecisionRequest[]],
): Failure | null {
  if (state?.viewer?.mayDecide === false) return { code: 'forbidden', applied: 'no' }
  const cards = callsOf(state, decisions)
  for (const [index, made] of decisions.entries()) {
    const card = cards[index]
    if (card?.status !== 'pending') return { code: 'not_found', applied: 'no' }
    if (!offers(card, made.decision)) return { code: 'unsupported', applied: 'no' }
    if (made.decision !== 'approved' && card.reason === 'required' && !made.reason?.trim()) {
      return invalid(index, 'reason', 'A reason is required.')
    }
  }
  const { pause, calls } = groupOf(state, decisions[0].toolCallId)
  const early = decisions.findIndex((made, index) => made.toolCallId !== calls[index]?.toolCallId)
  return pause.answering === 'in_order' && early >= 0
    ? invalid(early, 'toolCallId', 'Another call has to be decided first.')
    : null
}

function invalid(index: number, field: string, message: string): Failure {
  return { code: 'invalid', applied: 'no', fields: [{ path: `/decisions/${index}/${field}`, message }] }
}

/** The calls of these decisions where one is no longer what was shown; null: all of them are. */
export function changedCalls(
  state: ConversationState | undefined,
  decisions: readonly DecisionRequest[],
): readonly InterventionCall[] | null {
  const calls = callsOf(state, decisions)
  const isChanged = calls.some((card, index) => card && card.revision !== decisions[index]?.revision)
  return isChanged ? calls.flatMap((card) => card ?? []) : null
}

function callsOf(
  state: ConversationState | undefined,
  decisions: readonly DecisionRequest[],
): readonly (InterventionCall | undefined)[] {
  if (decisions.length === 1) return decisions.map((made) => findCall(state?.interventions, made.toolCallId))
  const byId = new Map(state?.interventions.map((card) => [card.toolCallId, card]))
  return decisions.map((made) => byId.get(made.toolCallId))
}
