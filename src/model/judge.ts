import { findCall } from './conversation.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from './decision.ts'
import type { Failure } from './failure.ts'
import type { Intervention } from './intervention.ts'
import { type Ledger, payloadOf } from './ledger.ts'
import { defaultPause, type Pause } from './operation.ts'

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
  if (kept) return refuse('key_reused', `"${requestId}" was used with other decisions.`)

  const calls = decisions.flatMap((made) => findCall(ledger.interventions, made.toolCallId) ?? [])
  if (calls.length < decisions.length) return refuse('not_found', 'No such call.')
  const fields = decisions.flatMap((made, index) => fieldsOf(made, calls[index]!, index))
  if (fields.length > 0) return refuse('invalid', fields[0]!.message, fields)
  const outcome = outcomeOf(decisions, calls)
  if (outcome) return { verdict: 'answer', answer: outcome }
  return missingOf(ledger, request, calls) ?? { verdict: 'accept', calls }
}

type Fields = NonNullable<Failure['fields']>

function refuse(code: Failure['code'], message: string, fields?: Fields): Verdict {
  return { verdict: 'refuse', failure: { code, applied: 'no', ...(fields ? { fields } : {}) }, message }
}

function fieldsOf(made: DecisionRequest, card: Intervention, index: number): Fields {
  const at = `/decisions/${index}`
  if (!card.decisions.includes(made.decision)) {
    return [{ path: `${at}/decision`, message: `"${made.decision}" is not offered.` }]
  }
  if (made.decision !== 'approved') {
    const lacks = card.reason === 'required' && !made.reason
    return lacks ? [{ path: `${at}/reason`, message: 'A reason is required.' }] : []
  }
  if (made.argsText !== undefined && !card.editable) {
    return [{ path: `${at}/argsText`, message: 'These arguments cannot be edited.' }]
  }
  if (made.remember !== undefined && !card.remember.includes(made.remember)) {
    return [{ path: `${at}/remember`, message: `"${made.remember}" is not offered.` }]
  }
  return []
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
function missingOf(ledger: Ledger, request: ResumeRequest, calls: readonly Intervention[]): Verdict | null {
  const [{ operationId }] = calls as [Intervention, ...Intervention[]]
  const { answering } = pauseOf(ledger, operationId)
  if (answering === 'any') return null
  const waiting = ledger.interventions.filter(
    (card) => card.status === 'pending' && card.operationId === operationId,
  )
  const isMade = (card: Intervention): boolean => calls.includes(card)
  if (answering === 'together' && !waiting.every(isMade)) {
    const message = `All ${waiting.length} calls are answered together; ${request.decisions.length} came.`
    return refuse('invalid', message, [{ path: '/decisions', message }])
  }
  if (answering === 'in_order' && !waiting.slice(0, calls.length).every(isMade)) {
    const message = 'The first call is answered first.'
    return refuse('invalid', message, [{ path: '/decisions', message }])
  }
  return null
}

function pauseOf({ operations }: Ledger, id: string): Pause {
  const operation = operations.find((one) => one.id === id)
  return operation?.status === 'waiting_for_human' ? operation.pause : defaultPause
}
