import { findCall } from '../model/conversation.ts'
import { turnOf } from '../model/ledger.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { GatewayError } from './GatewayError.ts'
import { type Decidable, judge, type Verdict } from './judge.ts'

/**
 * `judge`, for backends that keep their operations: what is decided was asked in the turn of the request's operation, by
 * it or by one of the same chain of `resumes`, and waits by the pause of whichever of them is parked now. Throws
 * `not_found` where the operation is unknown, or of another turn.
 */
export function judgeTurn(ledger: Decidable, request: ResumeRequest): Verdict {
  const turn = turnOf(ledger, request.operationId)
  const ids = new Set([request.operationId, ...turn.map((one) => one.id)])
  for (const { toolCallId } of request.decisions) {
    const asking = findCall(ledger.interventions, toolCallId)?.operationId
    if (!ids.has(asking!)) throw new GatewayError({ code: 'not_found', applied: 'no' })
  }
  const parked = turn.find((one) => one.status === 'waiting_for_human')
  const operations = parked ? turn.map(({ id }) => ({ ...parked, id })) : turn
  return judge({ ...ledger, operations }, request)
}
