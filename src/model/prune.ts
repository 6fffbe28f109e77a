import { type ConversationState, hasPendingInChain } from './conversation.ts'
import type { OperationId } from './ids.ts'
import { hasEnded } from './operation.ts'

/** Ended operations are forgotten this many ms after we learnt of their end (rule S6). */
export const forgetAfterMs = 30_000
const keepEnded = 50
const keepForgotten = 200
const keepSettled = 200
const keepExpected = 20

/**
 * Forgets what nothing depends on any more (rules S6, S15). Returns the very same state when there is nothing to
 * forget. A park is kept while a call in its chain waits.
 *
 * @param now Our clock, in milliseconds.
 */
export function prune(state: ConversationState, now: number): ConversationState {
  const over = state.ended.filter((one) => hasEnded(one.end) || !hasPendingInChain(state, one.operationId))
  const tooMany = over.length - keepEnded
  const forget = new Set<OperationId>(
    over
      .filter((one, index) => index < tooMany || now - one.at >= forgetAfterMs)
      .map((one) => one.operationId),
  )
  const settled = state.interventions.filter((one) => one.status !== 'pending').length
  const unchanged =
    forget.size === 0 &&
    state.forgotten.length <= keepForgotten &&
    settled <= keepSettled &&
    state.expected.length <= keepExpected
  if (unchanged) return state
  let surplus = settled - keepSettled
  return {
    ...state,
    operations: state.operations.filter((operation) => !forget.has(operation.id)),
    ended: state.ended.filter((one) => !forget.has(one.operationId)),
    forgotten: [...state.forgotten, ...forget].slice(-keepForgotten),
    interventions: state.interventions.filter((one) => one.status === 'pending' || surplus-- <= 0),
    expected: state.expected.slice(-keepExpected),
  }
}
