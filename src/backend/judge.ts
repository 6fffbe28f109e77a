import { GatewayError } from '../gateway/GatewayError.ts'
import { findCall } from '../model/conversation.ts'
import {
  type DecisionRequest,
  isRejection,
  type ResumeAnswer,
  type ResumeRequest,
} from '../model/decision.ts'
import { type InterventionCall, offers } from '../model/intervention.ts'
import { parsed } from './json.ts'
import { type Ledger, turnOf } from './ledger.ts'

export type Decidable = Pick<Ledger, 'operations' | 'interventions'>

export type Verdict = { readonly calls: readonly InterventionCall[] } | { readonly answer: ResumeAnswer }

/**
 * A backend's half of exactly once: all decisions or none, only on calls that wait, in the revision that was shown, and
 * only as the pause allows. Throws `not_found` and `invalid`.
 */
export function judge(ledger: Decidable, { decisions }: ResumeRequest): Verdict {
  const calls = decisions.flatMap((made) => findCall(ledger.interventions, made.toolCallId) ?? [])
  if (calls.length < decisions.length) {
    throw new GatewayError({ code: 'not_found', applied: 'no' }, 'No such call.')
  }
  demand(new Set(calls).size === calls.length, '/decisions', 'One decision per call.')
  decisions.forEach((made, index) => check(made, calls[index]!, `/decisions/${index}`))
  const answer = outcomeOf(decisions, calls)
  if (answer) return { answer }
  checkPause(ledger, calls, decisions)
  return { calls }
}

function demand(isMet: boolean, path: string, message = 'Not offered.'): void {
  if (!isMet) throw new GatewayError({ code: 'invalid', applied: 'no', fields: [{ path, message }] }, message)
}

function check(made: DecisionRequest, card: InterventionCall, at: string): void {
  demand(offers(card, made.decision), `${at}/decision`)
  if (isRejection(made)) {
    return demand(card.reason !== 'required' || Boolean(made.reason?.trim()), `${at}/reason`, 'Required.')
  }
  if (made.decision === 'answered') return checkAnswer(made.answerText, card, `${at}/answerText`)
  const { argsText, remember, note } = made
  demand(note === undefined || card.approvalNote !== undefined, `${at}/note`)
  demand(remember === undefined || card.remember.includes(remember), `${at}/remember`)
  if (argsText === undefined) return
  const path = `${at}/argsText`
  demand(card.editable, path)
  demand(parsed(argsText) !== undefined, path, 'Not JSON.')
}

// A question that names no kind is answered with text.
function checkAnswer(answerText: string | undefined, { question }: InterventionCall, path: string): void {
  const kind = question?.kind ?? 'text'
  if (kind === 'url') return demand(answerText === undefined, path, 'No answer.')
  demand(answerText !== undefined, path, 'Required.')
  if (kind === 'form') demand(parsed(answerText ?? '') !== undefined, path, 'Not JSON.')
}

function outcomeOf(
  decisions: ResumeRequest['decisions'],
  interventions: readonly InterventionCall[],
): ResumeAnswer | undefined {
  for (const { status: reason } of interventions) {
    if (reason === 'expired' || reason === 'withdrawn') return { outcome: 'gone', reason, interventions }
  }
  if (interventions.some((card) => card.status !== 'pending')) {
    return { outcome: 'already_resolved', interventions }
  }
  const isChanged = decisions.some((made, index) => made.revision !== interventions[index]!.revision)
  return isChanged ? { outcome: 'changed', interventions } : undefined
}

// A pause may ask for all decisions at once, or for the first one first.
function checkPause(
  { operations, interventions }: Decidable,
  calls: readonly InterventionCall[],
  decisions: ResumeRequest['decisions'],
): void {
  const operation = operations.find((one) => one.id === calls[0]?.operationId)
  if (operation?.status !== 'waiting_for_human' || operation.pause.answering === 'any') return
  const isTogether = operation.pause.answering === 'together'
  const waiting = interventions.filter((one) => one.status === 'pending' && one.operationId === operation.id)
  const first = isTogether ? waiting : waiting.slice(0, calls.length)
  const stops = decisions.filter((made) => made.decision === 'rejected').length
  demand(
    first.every((card) => calls.includes(card)),
    '/decisions',
    'Not all calls.',
  )
  // One answer for a batch cannot both stop the run and continue it.
  demand(!isTogether || stops % decisions.length === 0, '/decisions', 'Stop all or none.')
}

/**
 * `judge`, for backends that keep their operations: what is decided was asked in the turn of the request's operation, by
 * it or by one of the same chain of `resumes`, and waits by the pause of whichever of them is parked now. Throws
 * `not_found` where the operation is unknown, or of another turn, and `invalid` where the decisions are of several.
 */
export function judgeTurn(ledger: Decidable, request: ResumeRequest): Verdict {
  const turn = turnOf(ledger, request.operationId)
  const ids = new Set([request.operationId, ...turn.map((one) => one.id)])
  const isOfTurn = request.decisions.map(({ toolCallId }) => {
    const asking = findCall(ledger.interventions, toolCallId)?.operationId
    return asking === undefined || ids.has(asking)
  })
  if (!isOfTurn.includes(true)) throw new GatewayError({ code: 'not_found', applied: 'no' })
  isOfTurn.forEach((isMet, index) => demand(isMet, `/decisions/${index}/toolCallId`, 'Of another operation.'))
  const parked = turn.find((one) => one.status === 'waiting_for_human')
  const operations = parked ? turn.map(({ id }) => ({ ...parked, id })) : turn
  return judge({ ...ledger, operations }, request)
}
