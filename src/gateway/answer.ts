import type { InterventionCall } from '../model/intervention.ts'
import type { Failure, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import { GatewayError } from './GatewayError.ts'
import type { SettingsAnswer } from '../model/settings.ts'
import { answered, warnOfPage } from './answered.ts'
import { httpFailure } from './send.ts'
import { parseSettings } from './settingsSchema.ts'
import { parseAccepted, parseProblem, type Problem } from './wire.ts'

/** Reads a body as JSON. Anything else is `protocol`; a body that breaks off is `unavailable`. */
export async function readJson(response: Response, applied: Failure['applied']): Promise<unknown> {
  const text = await response.text().catch((thrown: unknown) => {
    throw GatewayError.from(thrown, applied)
  })
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message quotes the text, which may contain secrets.
    throw new GatewayError({ code: 'protocol', applied, path: '' }, answered(response, 'JSON'))
  }
}

/** Reads a body as JSON, and checks it. A failure says which request it is of. */
export async function readAs<Answer>(
  response: Response,
  applied: Failure['applied'],
  parse: (body: unknown) => Answer,
): Promise<Answer> {
  const body = await readJson(response, applied)
  try {
    return parse(body)
  } catch (thrown) {
    const request = answered(response)
    if (!request || !(thrown instanceof GatewayError)) throw thrown
    throw new GatewayError(thrown, `${request} ${thrown.message}`, { cause: thrown })
  }
}

export async function readResumeAnswer(response: Response, request: ResumeRequest): Promise<ResumeAnswer> {
  if (response.ok) {
    const { requestId, ...accepted } = await readAs(response, 'unknown', parseAccepted)
    if (requestId === request.requestId) return { outcome: 'accepted', ...accepted }
    throw new GatewayError(
      { code: 'protocol', applied: 'unknown', path: '/requestId' },
      'requestId is not the one that was sent.',
    )
  }
  if (response.status === 412) return { outcome: 'changed', interventions: await callsOf(response) }
  if (![409, 410].includes(response.status)) throw await failureOf(response)
  const problem = await readAs(response, 'unknown', parseProblem)
  switch (problem.code) {
    case 'in_progress':
      throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
    case 'already_resolved': {
      const { operationId } = problem
      const interventions = interventionsOf(problem)
      return { outcome: problem.code, interventions, ...(typeof operationId === 'string' && { operationId }) }
    }
    case 'expired':
    case 'withdrawn':
    case 'operation_ended':
      return { outcome: 'gone', reason: problem.code, interventions: interventionsOf(problem) }
    default:
      throw new GatewayError({ code: 'protocol', applied: 'unknown', path: '/code' }, problem.code)
  }
}

export async function readSettingsAnswer(response: Response): Promise<SettingsAnswer> {
  const isStale = response.status === 412
  if (!response.ok && !isStale) throw await failureOf(response)
  const applied = isStale ? 'no' : 'unknown'
  const body = await readJson(response, applied)
  const { settings = body } = Object(body) as { readonly settings?: unknown }
  return { outcome: isStale ? 'stale' : 'changed', settings: parseSettings(settings, applied) }
}

// A 412 means that nothing was done. If its body has no calls, the conversation is read again.
async function callsOf(response: Response): Promise<readonly InterventionCall[]> {
  const problem = await readJson(response, 'no')
    .then(parseProblem)
    .catch(() => undefined)
  return problem?.interventions ?? []
}

export async function failureOf(response: Response, applied?: Failure['applied']): Promise<GatewayError> {
  const failure = httpFailure(response, applied)
  if (failure.code === 'not_found' || failure.code === 'unsupported') warnOfPage(response)
  if (failure.code !== 'invalid') return failure
  const problem = await readJson(response, 'no')
    .then(parseProblem)
    .catch(() => undefined)
  if (problem?.code === 'key_reused') return new GatewayError({ code: 'key_reused', applied: 'no' })
  if (!problem?.fields?.length) return failure
  return new GatewayError({ code: 'invalid', applied: 'no', fields: problem.fields }, failure.message)
}

function interventionsOf(problem: Problem): NonNullable<Problem['interventions']> {
  if (problem.interventions) return problem.interventions
  throw new GatewayError(
    { code: 'protocol', applied: 'unknown', path: '/interventions' },
    'interventions are missing.',
  )
}
