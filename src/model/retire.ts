import { type ConversationState, endKnown, isAfter, isHeardOf } from './conversation.ts'
import { type DecisionRequest, isRejection, type ResumeAnswer, type ResumeRequest } from './decision.ts'
import type { OperationId } from './ids.ts'
import { type InterventionCall, type PendingIntervention, settle } from './intervention.ts'
import { chainOf, hasEnded } from './operation.ts'
import { groupOf } from './pending.ts'

/**
 * Lists the operations that a resume retires once it is accepted: the request's operation and the parked ones it carries
 * on. Call it before the resume, so that the new operation is never among them (rule S3).
 *
 * @example
 * const captured = captureRetired(state, request)
 * const answer = await gateway.resume(request, { signal })
 * const next = retire(state, request, answer, { captured, at: Date.now() })
 */
export function captureRetired(
  { operations }: Pick<ConversationState, 'operations'>,
  { operationId }: Pick<ResumeRequest, 'operationId'>,
): readonly OperationId[] {
  const parked = chainOf(operations, operationId).filter((one) => one.status === 'waiting_for_human')
  return [...new Set<OperationId>([operationId, ...parked.map((one) => one.id)])]
}

/**
 * True if this decision is the one that holds: it was accepted, or it was resolved under our own request id.
 */
export function isOurDecision(request: ResumeRequest, answer: ResumeAnswer): boolean {
  if (answer.outcome !== 'already_resolved') return answer.outcome === 'accepted'
  const told = new Map(answer.interventions.map((card) => [card.toolCallId, card]))
  return request.decisions.every(({ toolCallId }) => {
    const card = told.get(toolCallId)
    return card && card.status !== 'pending' && card.resolution.requestId === request.requestId
  })
}

export function carriesOn(answer: ResumeAnswer): OperationId | null {
  return ('operationId' in answer && answer.operationId) || null
}

/**
 * Applies the answer to a resume, in one write. If it is accepted, the cards take their decisions, the captured
 * operations are `done`, and the new operation is expected unless it was already seen. Other outcomes only update the
 * cards. An answer applies only to pending cards, in the revision that was decided.
 *
 * @example
 * const captured = captureRetired(state, request)
 * const answer = await gateway.resume(request, { signal })
 * const next = retire(state, request, answer, { captured, at: Date.now() })
 */
export function retire(
  state: ConversationState,
  request: ResumeRequest,
  answer: ResumeAnswer,
  {
    captured,
    at,
  }: {
    /** The result of `captureRetired` before the call. */
    readonly captured: readonly OperationId[]
    /** The clock of this page at the answer, in milliseconds since 1970. */
    readonly at: number
  },
): ConversationState {
  const version = state.version + 1
  // Resolutions and ends are told in the server's time, which may be hours from ours.
  const serverAt = at + state.now - state.readAt
  const cursor = ('cursor' in answer && answer.cursor) || null
  // A cursor behind the state may be of another epoch, after a restart. Then it cannot be compared.
  const isBehind = cursor !== null && state.cursor !== null && isAfter(state.cursor, cursor)
  // The answer to a sibling's decision may be ahead of this one.
  const latest = state.answered?.cursor ?? null
  const isOvertaken = cursor !== null && latest !== null && isAfter(latest, cursor)
  const { siblings } = groupOf(state, request.decisions[0].toolCallId).pause
  const retired = new Set(captured)
  const made = new Map(request.decisions.map((one) => [one.toolCallId, one]))
  const answered = 'interventions' in answer ? answer.interventions : []
  const told = new Map(answered.map((one) => [one.toolCallId, one]))
  const isNamed = answered.some((one) => one.status !== 'pending')
  const isVoid = siblings === 'reject_voids_approvals' && request.decisions.some(isRejection)
  const next: ConversationState = {
    ...state,
    version,
    answered: { cursor: isBehind ? null : isOvertaken ? latest : cursor, version },
    unread: state.unread || answer.outcome !== 'accepted',
    interventions: state.interventions.map((card) =>
      card.status === 'pending' && made.has(card.toolCallId)
        ? cardAfter(card, {
            request,
            answer,
            at: serverAt,
            made: made.get(card.toolCallId),
            known: told.get(card.toolCallId),
            isNamed,
            isVoid,
          })
        : card,
    ),
  }
  if (!isOurDecision(request, answer)) return next
  const operationId = carriesOn(answer)
  const { requestId, decisions } = request
  return {
    ...next,
    operations: state.operations.map((one) =>
      retired.has(one.id) && !hasEnded(one) ? endKnown(one, { status: 'done', endedAt: serverAt }, at) : one,
    ),
    expected:
      operationId === null || isHeardOf(state, operationId)
        ? state.expected
        : [
            ...state.expected,
            { operationId, requestId, decisions, at, cursor, version, reads: 0, missing: false },
          ],
  }
}

interface Told {
  readonly request: ResumeRequest
  readonly answer: ResumeAnswer
  readonly at: number
  readonly made: DecisionRequest | undefined
  readonly known: InterventionCall | undefined
  readonly isNamed: boolean
  readonly isVoid: boolean
}

function cardAfter(card: PendingIntervention, told: Told): InterventionCall {
  const { request, answer, at, made, known = card } = told
  // An answer is about the revision it was asked for, not about a newer card.
  if (made?.revision !== card.revision) return card
  if (answer.outcome === 'accepted') {
    // An approval that the pause makes void must not be shown as run.
    if (told.isVoid && made.decision === 'approved') return settle(card, 'withdrawn', { at })
    const { toolCallId: _call, revision: _revision, decision, ...words } = made
    return settle(card, decision, { at, requestId: request.requestId, ...words })
  }
  if (answer.outcome !== 'gone' || known.status !== 'pending' || told.isNamed) return known
  return settle(known, answer.reason === 'expired' ? 'expired' : 'withdrawn', { at })
}
