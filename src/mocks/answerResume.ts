import type { DecisionRequest } from '../model/decision.ts'
import { type Intervention, settle, type SettledIntervention } from '../model/intervention.ts'
import type { MockClock } from './clock.ts'
import type { MockConversation } from './mockConversation.ts'
import { json, problem } from '../gateway/problem.ts'

/** A resume as it came over the wire. */
export interface IncomingResume {
  readonly requestId: string
  readonly operationId: string
  readonly decisions: readonly DecisionRequest[]
}

/** Who the mock gateway takes the caller for. */
export interface MockPerson {
  readonly id: string
  readonly name?: string
}

/**
 * The server's half of exactly once: one answer per request id, all decisions or none, and only on calls that wait, in
 * the revision that was shown.
 */
export async function answerResume(
  conversation: MockConversation,
  incoming: IncomingResume,
  { clock, by }: { readonly clock: MockClock; readonly by: MockPerson },
): Promise<Response> {
  const { requestId } = incoming
  const payload = JSON.stringify([incoming.operationId, incoming.decisions])
  const earlier = conversation.answers.get(requestId)
  if (earlier && earlier.payload !== payload) return problem(422, 'key_reused')
  if (earlier) return earlier.response?.clone() ?? problem(409, 'in_progress')
  conversation.answers.set(requestId, { payload, response: null })
  await conversation.parked(incoming.operationId)
  const response = resume(conversation, incoming, clock.now(), by)
  if (isKept(response)) conversation.answers.set(requestId, { payload, response: response.clone() })
  else conversation.answers.delete(requestId)
  return response
}

/** Refusals may be different the next time; whatever says what became of the calls is not. */
function isKept({ status }: Response): boolean {
  return status === 202 || status === 409 || status === 410 || status === 412
}

function resume(
  conversation: MockConversation,
  { requestId, operationId, decisions }: IncomingResume,
  at: number,
  by: MockPerson,
): Response {
  const cards = decisions.map((made) => conversation.find(made.toolCallId))
  const interventions = cards.filter((card): card is Intervention => card !== undefined)
  if (interventions.length < decisions.length) return problem(404, 'not_found')

  const fields = decisions.flatMap((made, index) => invalidField(made, interventions[index]!, index))
  if (fields.length > 0) return problem(422, 'invalid', { fields })
  const lapsed = interventions.find((card) => card.status === 'expired' || card.status === 'withdrawn')
  if (lapsed) return problem(410, lapsed.status, { interventions })
  if (interventions.some((card) => card.status !== 'pending')) {
    return problem(409, 'already_resolved', { interventions })
  }
  if (decisions.some((made, index) => made.revision !== interventions[index]!.revision)) {
    return problem(412, 'changed', { interventions })
  }
  const wrong = againstThePause(conversation, operationId, decisions)
  if (wrong) return problem(422, 'invalid', { fields: [wrong] })
  const settled: readonly SettledIntervention[] = decisions.map((made, index) => {
    const { toolCallId: _call, revision: _revision, decision, ...words } = made
    return settle(interventions[index]!, decision, { at, requestId, by, ...words })
  })
  return json(202, { requestId, ...conversation.resume(operationId, settled) })
}

function againstThePause(
  conversation: MockConversation,
  operationId: string,
  decisions: readonly DecisionRequest[],
): { readonly path: string; readonly message: string } | null {
  const { pause, ids } = conversation.question(operationId)
  const waiting = conversation.pending(ids)
  const decided = decisions.map((made) => made.toolCallId)
  if (pause.answering === 'together' && waiting.some((id) => !decided.includes(id))) {
    return { path: '/decisions', message: 'These calls are answered together.' }
  }
  const early = pause.answering === 'in_order' ? decided.findIndex((id, index) => id !== waiting[index]) : -1
  return early < 0
    ? null
    : { path: `/decisions/${early}/toolCallId`, message: 'Another call has to be decided first.' }
}

function invalidField(
  made: DecisionRequest,
  card: Intervention,
  index: number,
): readonly { path: string; message: string }[] {
  const at = `/decisions/${index}`
  if (!card.decisions.includes(made.decision)) return [{ path: `${at}/decision`, message: 'Not offered.' }]
  if (made.decision === 'approved') {
    return made.argsText !== undefined && !card.editable
      ? [{ path: `${at}/argsText`, message: 'These arguments cannot be edited.' }]
      : []
  }
  return card.reason === 'required' && !made.reason
    ? [{ path: `${at}/reason`, message: 'A reason is required.' }]
    : []
}
