import type { Failure } from '../model/failure.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'
import { GatewayError } from './GatewayError.ts'
import { parseAccepted, parseProblem, type Problem } from './wire.ts'

/** Reads a response body as JSON. What is no JSON is not the contract; a body that breaks off is `unavailable`. */
export async function readJson(response: Response, applied: Failure['applied']): Promise<unknown> {
  const text = await response.text().catch((thrown: unknown) => {
    throw GatewayError.from(thrown, applied)
  })
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own words quote the text, and with it what nobody may read.
    throw new GatewayError({ code: 'protocol', applied, path: '' }, 'Not JSON.')
  }
}

/** What a response to `POST …/resume` means. Outcomes are returned, failures are thrown. */
export async function readResumeAnswer(response: Response, request: ResumeRequest): Promise<ResumeAnswer> {
  if (response.ok) {
    const { requestId, ...accepted } = parseAccepted(await readJson(response, 'unknown'))
    if (requestId === request.requestId) return { outcome: 'accepted', ...accepted }
    throw new GatewayError(
      { code: 'protocol', applied: 'unknown', path: '/requestId' },
      'Another request id.',
    )
  }
  if (![409, 410, 412].includes(response.status)) throw await failureOf(response)
  const problem = parseProblem(await readJson(response, 'unknown'))
  switch (problem.code) {
    case 'in_progress':
      throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
    case 'already_resolved': {
      const { operationId } = problem
      const interventions = interventionsOf(problem)
      return { outcome: problem.code, interventions, ...(operationId === undefined ? {} : { operationId }) }
    }
    case 'changed':
      return { outcome: problem.code, interventions: interventionsOf(problem) }
    case 'expired':
    case 'withdrawn':
    case 'operation_ended':
      return { outcome: 'gone', reason: problem.code, interventions: interventionsOf(problem) }
    default:
      throw new GatewayError({ code: 'protocol', applied: 'unknown', path: '/code' }, problem.code)
  }
}

/** What any other response means. 401, 403, 404, 422, 429 and their like did nothing; 5xx may have. */
export async function failureOf(response: Response): Promise<GatewayError> {
  const { status } = response
  const wait = retryAfterMs(response)
  const hint = wait === undefined ? {} : { retryAfterMs: wait }
  if (status >= 500 || status === 408 || status === 425 || status < 400) {
    return new GatewayError({ code: 'unavailable', applied: 'unknown', ...hint }, `HTTP ${status}.`)
  }
  if (status === 429) return new GatewayError({ code: 'rate_limited', applied: 'no', ...hint })
  if (status === 401) return new GatewayError({ code: 'unauthenticated', applied: 'no' })
  if (status === 403) return new GatewayError({ code: 'forbidden', applied: 'no' })
  if (status === 404) return new GatewayError({ code: 'not_found', applied: 'no' })
  if (status === 405) return new GatewayError({ code: 'unsupported', applied: 'no' })
  const problem = await readJson(response, 'no')
    .then(parseProblem)
    .catch(() => undefined)
  if (problem?.code === 'key_reused') return new GatewayError({ code: 'key_reused', applied: 'no' })
  const fields = problem?.fields
  return new GatewayError(
    { code: 'invalid', applied: 'no', ...(fields ? { fields } : {}) },
    `HTTP ${status}.`,
  )
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110). */
function retryAfterMs(response: Response): number | undefined {
  const value = response.headers.get('retry-after')
  if (value === null) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

function interventionsOf(problem: Problem): NonNullable<Problem['interventions']> {
  if (problem.interventions) return problem.interventions
  throw new GatewayError({ code: 'protocol', applied: 'unknown', path: '/interventions' }, 'Missing.')
}
