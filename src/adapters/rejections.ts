import { GatewayError } from '../gateway/GatewayError.ts'
import type { DecisionRequest, ResumeRequest } from '../model/decision.ts'

/** A rejection that stops the run stops all of it: throws `invalid` when other calls are to go on. */
export function stopsAll({ decisions }: ResumeRequest): boolean {
  const stops = decisions.filter((made) => made.decision === 'rejected')
  if (stops.length === 0 || stops.length === decisions.length) return stops.length > 0
  const message = 'To stop is for all calls or for none.'
  throw new GatewayError(
    { code: 'invalid', applied: 'no', fields: [{ path: '/decisions', message }] },
    message,
  )
}

/** The words of a rejection. */
export function reasonOf(made: DecisionRequest | undefined): string | undefined {
  return made && made.decision !== 'approved' ? made.reason : undefined
}
