import { findCall } from '../model/conversation.ts'
import { turnOf } from '../model/ledger.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { GatewayError } from './GatewayError.ts'
import { type Decidable, judge, type Verdict } from './judge.ts'

/**
 * `judge`, for backends that keep their operations: what is decided was asked in the turn of the request's operation, by
 * it or by one of the same chain of `resumes`. Throws `not_found` where the operation is unknown, or of another turn.
 */
export function judgeTurn(ledger: Decidable, request: ResumeRequest): Verdict {
  const { operationId } = request
  for (const { toolCallId } of request.decisions) {
    const asking = findCall(ledger.interventions, toolCallId)?.operationId
    const isOfTurn =
      asking === operationId ||
      (asking !== undefined && turnOf(ledger, asking).some((one) => one.id === operationId))
    if (!isOfTurn) {
      throw new GatewayError({ code: 'not_found', applied: 'no' }, 'No such call in this operation.')
    }
  }
  return judge(ledger, request)
}
