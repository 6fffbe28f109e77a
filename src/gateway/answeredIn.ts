import { type KeyedRequest, type Ledger, payloadOf } from '../model/ledger.ts'
import type { ResumeAnswer } from '../model/resume.ts'
import { GatewayError } from './GatewayError.ts'

/** What was answered to this request id before. Throws `key_reused` where it asked for something else. */
export function answeredIn(
  { answers }: Pick<Ledger, 'answers'>,
  request: KeyedRequest,
): ResumeAnswer | undefined {
  const kept = answers.find((one) => one.requestId === request.requestId)
  if (kept && kept.payload !== payloadOf(request)) {
    throw new GatewayError({ code: 'key_reused', applied: 'no' })
  }
  return kept?.answer
}
