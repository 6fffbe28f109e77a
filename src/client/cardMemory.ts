import { type ConversationState, findCall } from '../model/conversation.ts'
import { type DecisionRequest, type Failure, isRejection, type ResumeRequest } from '../model/decision.ts'
import { digest } from '../model/digest.ts'
import type { RequestId } from '../model/ids.ts'
import { type InterventionCall, offers } from '../model/intervention.ts'
import { groupOf } from '../model/pending.ts'
import { createRequestId } from '../gateway/requestId.ts'
import type { Press } from './press.ts'

export type CardMemory =
  | { readonly status: 'sent'; readonly request: ResumeRequest }
  | {
      readonly status: 'failed'
      readonly request: ResumeRequest
      readonly failure: Failure
      readonly failedAt: number
    }
  /** Sent before a reload; the outcome is unknown. */
  | { readonly status: 'earlier'; readonly request: ResumeRequest; readonly isExact: boolean }
  | { readonly status: 'elsewhere'; readonly request: ResumeRequest; readonly since: number }
  | { readonly status: 'changed'; readonly request: null; readonly changedAt: number }
  | {
      readonly status: 'settled'
      readonly request: ResumeRequest | null
      readonly settledAt: number
      readonly dismissed: boolean
    }

export type Open = Extract<CardMemory, { status: 'failed' | 'earlier' }>

export function wasAnswered(
  memory: CardMemory | undefined,
): memory is Extract<CardMemory, { status: 'sent' | 'settled' }> & { readonly request: ResumeRequest } {
  return memory?.status === 'sent' || (memory?.status === 'settled' && memory.request !== null)
}

export function hasUnknownOutcome(memory: CardMemory | undefined): boolean {
  return memory?.status === 'earlier' || (memory?.status === 'failed' && memory.failure.applied === 'unknown')
}

export function areSame(a: readonly DecisionRequest[], b: readonly DecisionRequest[]): boolean {
  return a === b || textOf(a) === textOf(b)
}

function textOf(decisions: readonly DecisionRequest[]): string {
  return JSON.stringify(
    decisions.map((made) => Object.entries(made).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )
}

export function openOf(memory: CardMemory | undefined): Open | undefined {
  return memory?.status === 'failed' || memory?.status === 'earlier' ? memory : undefined
}

export function doubtOf(open: Open): Failure | null {
  if (open.status === 'earlier') return { code: 'unavailable', applied: 'unknown' }
  return open.failure.applied === 'unknown' ? open.failure : null
}

export function continues(decisions: readonly DecisionRequest[], open: Open): boolean {
  // The server has another decision under this id.
  if (open.status === 'failed' && open.failure.code === 'key_reused') return false
  const made = open.status === 'failed' ? decisions : decisions.map(withDigestedRevision)
  const isExact = open.status === 'failed' || open.isExact
  return isExact && areSame(open.request.decisions, made)
}

/** Decisions equal to those of a failed intent continue it under its request id. */
export function requestOf(
  state: ConversationState | undefined,
  { conversationId, operationId, decisions }: Pick<Press, 'conversationId' | 'operationId' | 'decisions'>,
  opens: readonly Open[] = [],
): ResumeRequest {
  const continued = opens.find((open) => continues(decisions, open))
  const call = findCall(state?.interventions, decisions[0].toolCallId)
  return {
    conversationId,
    operationId: operationId ?? call?.operationId ?? '',
    requestId: continued?.request.requestId ?? createRequestId(),
    decisions,
  }
}

export function inheritedDoubt(opens: readonly Open[], requestId: RequestId): Failure | null {
  const open = opens.find(({ request }) => request.requestId === requestId)
  return open ? doubtOf(open) : null
}

/** The memory of one card after a request for it failed. An earlier decision of it that may have run is not forgotten. */
export function afterFailure(
  memory: CardMemory | undefined,
  request: ResumeRequest,
  told: Failure,
  failedAt: number,
): CardMemory {
  const open = openOf(memory)
  if (!open || !doubtOf(open) || open.request.requestId === request.requestId) {
    return { status: 'failed', request, failure: told, failedAt }
  }
  if (open.status === 'earlier') return open
  const failure: Failure = { code: told.code, applied: 'unknown' }
  return { status: 'failed', request: open.request, failure, failedAt }
}

/**
 * Returns the reason why these decisions cannot be sent, or null. Nothing is sent for a call that is unknown or settled
 * (rule S14), that the viewer may not decide, or in a way its backend does not offer.
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
    if (isRejection(made) && card.reason === 'required' && !made.reason?.trim()) {
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

// A backend's revision may contain the arguments, so only a digest is stored.
export function withDigestedRevision<Made extends DecisionRequest>(made: Made): Made {
  return { ...made, revision: digest(made.revision) }
}
