import { GatewayError } from '../gateway/GatewayError.ts'
import type { DecisionRequest, ResumeRequest } from '../model/decision.ts'
import type { checkSchemas } from './checkSchemas.ts'

/**
 * Checks edited arguments and answers by their schemas, before anything is sent: it throws `invalid` with the fields.
 * The validator is fetched where a request has any.
 */
export async function schemaCheckFor({
  decisions,
}: Pick<ResumeRequest, 'decisions'>): Promise<typeof checkSchemas> {
  if (!decisions.some(isWritten)) return () => undefined
  try {
    return (await import('./checkSchemas.ts')).checkSchemas
  } catch (cause) {
    throw new GatewayError({ code: 'unavailable', applied: 'no' }, undefined, { cause })
  }
}

function isWritten(made: DecisionRequest): boolean {
  return made.decision === 'approved' ? made.argsText !== undefined : made.decision === 'answered'
}
