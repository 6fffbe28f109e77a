import { findCall } from './conversation.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from './decision.ts'
import type { Failure } from './failure.ts'
import type { Intervention } from './intervention.ts'
import { type Ledger, payloadOf } from './ledger.ts'

/** What a backend says to a resume before anything runs. */
export type Verdict =
  /** Nothing stands against it. `calls` in the order of the decisions. */
  | { readonly verdict: 'accept'; readonly calls: readonly Intervention[] }
  | { readonly verdict: 'answer'; readonly answer: ResumeAnswer }
  | { readonly verdict: 'refuse'; readonly failure: Failure; readonly message: string }

/**
 * A backend's half of exactly once: one answer per request id, all decisions or none, only on calls that wait, in the
 * revision that was shown, and only as the pause allows.
 */
export function judge(ledger: Ledger, request: ResumeRequest): Verdict {
  const { requestId, decisions } = request
  const kept = ledger.answers.find((one) => one.requestId === requestId)
  if (kept?.payload === payloadOf(request)) return { verdict: 'answer', answer: kept.answer }
  if (kept) return refuse('key_reused', 'Used with other decisions.')

  const calls = decisions.flatMap((made) => findCall(ledger.interventions, made.toolCallId) ?? [])
  if (calls.length < decisions.length) return refuse('not_found', 'No such call.')
  const fields = decisions.flatMap((made, index) => fieldsOf(made, calls[index]!, index))
  if (fields.length > 0) return refuse('invalid', fields[0]!.message, fields)
  const outcome = outcomeOf(decisions, calls)
  if (outcome) return { verdict: 'answer', answer: outcome }
  return missingOf(ledger, calls) ?? { verdict: 'accept', calls }
}

type Fields = NonNullable<Failure['fields']>

function refuse(code: Failure['code'], message: string, fields?: Fields): Verdict {
  return { verdict: 'refuse', failure: { code, applied: 'no', ...(fields ? { fields } : {}) }, message }
}

function fieldsOf(made: DecisionRequest, card: Intervention, index: number): Fields {
  const wrong = (field: string, message = 'Not offered.'): Fields => [
    { path: `/decisions/${index}/${field}`, message },
  ]
  if (!card.decisions.includes(made.decision)) return wrong('decision')
  if (made.decision !== 'approved') {
    return card.reason === 'required' && !made.reason ? wrong('reason', 'Required.') : []
  }
  if (made.argsText !== undefined && !card.editable) return wrong('argsText')
  return made.remember === undefined || card.remember.includes(made.remember) ? [] : wrong('remember')
}

function outcomeOf(
  decisions: ResumeRequest['decisions'],
  interventions: readonly Intervention[],
): ResumeAnswer | null {
  const lapsed = interventions.find(({ status }) => status === 'expired' || status === 'withdrawn')
  if (lapsed) {
    return { outcome: 'gone', reason: lapsed.status === 'expired' ? 'expired' : 'withdrawn', interventions }
  }
  if (interventions.some((card) => card.status !== 'pending')) {
    return { outcome: 'already_resolved', interventions }
  }
  const isChanged = decisions.some((made, index) => made.revision !== interventions[index]!.revision)
  return isChanged ? { outcome: 'changed', interventions } : null
}

/** What the pause asks for beyond the decisions themselves: all at once, or the first one first. */
function missingOf(ledger: Ledger, calls: readonly Intervention[]): Verdict | null {
  const operationId = calls[0]?.operationId
  const operation = ledger.operations.find((one) => one.id === operationId)
  const answering = operation?.status === 'waiting_for_human' ? operation.pause.answering : 'any'
  if (answering === 'any') return null
  const waiting = ledger.interventions.filter(
    (card) => card.status === 'pending' && card.operationId === operationId,
  )
  const first = answering === 'together' ? waiting : waiting.slice(0, calls.length)
  if (first.every((card) => calls.includes(card))) return null
  const message =
    answering === 'together' ? 'All calls are answered together.' : 'The first call is answered first.'
  return refuse('invalid', message, [{ path: '/decisions', message }])
}
