import { GatewayError } from '../gateway/GatewayError.ts'
import { json, problem } from '../gateway/problem.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'

/** An outcome as the reference protocol says it. */
export function answerOf({ requestId }: ResumeRequest, answer: ResumeAnswer): Response {
  switch (answer.outcome) {
    case 'accepted':
      return json(202, { operationId: answer.operationId, requestId })
    case 'already_resolved':
      return problem(409, answer.outcome, { interventions: answer.interventions })
    case 'changed':
      return problem(412, answer.outcome, { interventions: answer.interventions })
    case 'gone':
      return problem(410, answer.reason, { interventions: answer.interventions })
    default:
      return answer satisfies never
  }
}

const statuses: Partial<Record<GatewayError['code'], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  unsupported: 405,
  in_progress: 409,
  invalid: 422,
  key_reused: 422,
}

/** A failure as the reference protocol says it. What nobody named is 503, and says nothing of what it was. */
export function failureOf(thrown: unknown): Response {
  if (!(thrown instanceof GatewayError)) return problem(503, 'unavailable')
  const { code, fields } = thrown
  return problem(statuses[code] ?? 503, code, fields ? { fields } : {})
}
