import type { DecisionRequest } from '../model/decision.ts'

/** The exact decisions payload as text: equal for equal decisions, whatever the order of their fields. */
export function payloadOf(decisions: readonly DecisionRequest[]): string {
  return JSON.stringify(
    decisions.map((made) => Object.entries(made).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  )
}
