import { GatewayError } from '../gateway/GatewayError.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { Intervention } from '../model/intervention.ts'
import { judge } from '../model/judge.ts'
import type { Ledger } from '../model/ledger.ts'

/** The calls of a request that nothing stands against; or the answer it gets without anything being sent. */
export function callsToDecide(
  ledger: Ledger,
  request: ResumeRequest,
): { readonly calls: readonly Intervention[] } | { readonly answer: ResumeAnswer } {
  const verdict = judge(ledger, request)
  if (verdict.verdict === 'refuse') throw new GatewayError(verdict.failure, verdict.message)
  return verdict.verdict === 'answer' ? { answer: verdict.answer } : { calls: verdict.calls }
}

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
