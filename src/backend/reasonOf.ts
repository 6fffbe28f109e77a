import type { DecisionRequest } from '../model/decision.ts'

/** The words of a rejection. */
export function reasonOf(made: DecisionRequest | undefined): string | undefined {
  return made && made.decision !== 'approved' ? made.reason : undefined
}
