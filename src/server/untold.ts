import { reasonOf } from '../backend/cards.ts'
import { mayHaveRun } from '../backend/toldToAgent.ts'
import type { RouteDecision } from './RouteAgent.ts'
import type { RouteRecord } from './routeRecord.ts'

/** Adds decisions that the state of the agent does not know yet. */
export function withUntold(record: RouteRecord, made: readonly RouteDecision[]): RouteRecord {
  const { untold = [] } = record
  return { ...record, untold: [...untold.filter((one) => !isAmong(made, one)), ...made] }
}

export function isAmong(decisions: readonly RouteDecision[], one: RouteDecision): boolean {
  const { toolCallId, occurrence = 0 } = one
  return decisions.some((other) => other.toolCallId === toolCallId && (other.occurrence ?? 0) === occurrence)
}

/** For the model: the fate of a call whose result the run did not keep. */
export function fateOf(made: RouteDecision): string {
  switch (made.decision) {
    case 'approved':
      return mayHaveRun
    case 'answered':
      return `The person answered, and then the run broke off: ${made.answerText ?? 'the address was opened'}`
    case 'rejected':
    case 'rejected_continue':
      return reasonOf(made) ?? 'The person rejected this call, and it has not run.'
    default:
      return made satisfies never
  }
}
