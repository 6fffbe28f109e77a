import { type ConversationState, findIntervention } from './conversation.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from './decision.ts'
import type { OperationId } from './ids.ts'
import { type Intervention, type PendingIntervention, type Resolution, settle } from './intervention.ts'
import { chainOf, hasEnded, type OperationEnd, withEnd } from './operation.ts'

/**
 * What an accepted resume will retire: the request's operation and the parked ones it carries on. Captured before the
 * call, so that the new operation is never among them (rule S3).
 */
export function captureRetired(
  state: ConversationState,
  request: Pick<ResumeRequest, 'operationId'>,
): readonly OperationId[] {
  const parked = chainOf(state.operations, request.operationId)
    .filter((operation) => operation.status === 'waiting_for_human')
    .map((operation) => operation.id)
  return [...new Set<OperationId>([request.operationId, ...parked])]
}

/**
 * Applies the answer to a resume, in one write: on acceptance the cards take their decision, what was captured before
 * the call is `done`, and the new operation is expected unless it was seen already. Other outcomes only bring the
 * cards up to date.
 *
 * @param at Our clock at the answer, in milliseconds.
 */
export function retire(
  state: ConversationState,
  request: ResumeRequest,
  answer: ResumeAnswer,
  { captured, at }: { readonly captured: readonly OperationId[]; readonly at: number },
): ConversationState {
  const version = state.version + 1
  const cursor = answer.outcome === 'accepted' ? (answer.cursor ?? null) : null
  const answered: ConversationState = { ...state, version, answered: { cursor, version } }
  switch (answer.outcome) {
    case 'accepted':
      return expect(end(decide(answered, request, at), captured, at), request, answer.operationId, at)
    case 'already_resolved': {
      const known = adopt(answered, answer.interventions)
      if (!isOwn(request, answer)) return known
      return expect(end(known, captured, at), request, answer.operationId ?? null, at)
    }
    case 'changed':
      return adopt(answered, answer.interventions)
    case 'gone':
      return dismiss(adopt(answered, answer.interventions), request, {
        status: answer.reason === 'expired' ? 'expired' : 'withdrawn',
        at,
      })
    default:
      answer satisfies never
      return state
  }
}

/** True when the calls were resolved by this very request: its first answer was lost, the decision was not. */
export function isOwn(
  request: Pick<ResumeRequest, 'requestId' | 'decisions'>,
  answer: { readonly interventions: readonly Intervention[] },
): boolean {
  return request.decisions.every((made) => {
    const card = findIntervention(answer, made.toolCallId)
    return (
      card?.status !== undefined &&
      card.status !== 'pending' &&
      card.resolution.requestId === request.requestId
    )
  })
}

function decide(state: ConversationState, request: ResumeRequest, at: number): ConversationState {
  return mapPending(state, (card) => {
    const made = request.decisions.find((one) => one.toolCallId === card.toolCallId)
    return made ? settle(card, made.decision, resolutionOf(made, request, at)) : card
  })
}

function resolutionOf(made: DecisionRequest, request: ResumeRequest, at: number): Resolution {
  const { toolCallId: _card, revision: _revision, decision: _decision, ...words } = made
  return { at, requestId: request.requestId, ...words }
}

function adopt(state: ConversationState, answered: readonly Intervention[]): ConversationState {
  return mapPending(state, (card) => answered.find((one) => one.toolCallId === card.toolCallId) ?? card)
}

/** What a server gives up without saying what became of a card leaves the card with nothing to wait for. */
function dismiss(
  state: ConversationState,
  request: ResumeRequest,
  { status, at }: { readonly status: 'expired' | 'withdrawn'; readonly at: number },
): ConversationState {
  return mapPending(state, (card) =>
    request.decisions.some((made) => made.toolCallId === card.toolCallId)
      ? settle(card, status, { at })
      : card,
  )
}

/** An answer speaks only for cards that still wait. */
function mapPending(
  state: ConversationState,
  change: (card: PendingIntervention) => Intervention,
): ConversationState {
  return {
    ...state,
    interventions: state.interventions.map((card) => (card.status === 'pending' ? change(card) : card)),
  }
}

function end(state: ConversationState, ids: readonly OperationId[], at: number): ConversationState {
  const done: OperationEnd = { status: 'done', endedAt: at }
  const over = state.operations.filter((one) => ids.includes(one.id) && !hasEnded(one)).map((one) => one.id)
  return {
    ...state,
    operations: state.operations.map((one) => (over.includes(one.id) ? withEnd(one, done) : one)),
    ended: [
      ...state.ended.filter((one) => !over.includes(one.operationId)),
      ...over.map((operationId) => ({ operationId, end: done, at })),
    ],
  }
}

function expect(
  state: ConversationState,
  request: ResumeRequest,
  operationId: OperationId | null,
  at: number,
): ConversationState {
  const known =
    operationId === null ||
    state.operations.some((one) => one.id === operationId) ||
    state.ended.some((one) => one.operationId === operationId) ||
    state.forgotten.includes(operationId)
  if (known) return state
  const { requestId, decisions } = request
  const { version } = state
  const cursor = state.answered?.cursor ?? null
  return {
    ...state,
    expected: [
      ...state.expected,
      { operationId, requestId, decisions, at, cursor, version, reads: 0, missing: false },
    ],
  }
}
