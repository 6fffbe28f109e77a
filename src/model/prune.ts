import { type ConversationState, hasPendingInChain } from './conversation.ts'
import { isRunning } from './operation.ts'

/** Ended operations are forgotten this many ms after we learnt of their end (rule S6). */
const forgetAfterMs = 30_000
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
  const over = state.operations.filter(
    (one) => !isRunning(one) && (one.status !== 'waiting_for_human' || !hasPendingInChain(state, one.id)),
  )
  const forget = over.filter((one, index) => index < over.length - keepEnded || now - one.at >= forgetAfterMs)
  let surplus = state.interventions.filter((one) => one.status !== 'pending').length - keepSettled
  const isTidy =
    surplus <= 0 && state.forgotten.length <= keepForgotten && state.expected.length <= keepExpected
  if (forget.length === 0 && isTidy) return state
  return {
    ...state,
    operations: state.operations.filter((one) => !forget.includes(one)),
    forgotten: [...state.forgotten, ...forget.map((one) => one.id)].slice(-keepForgotten),
    interventions: state.interventions.filter((one) => one.status === 'pending' || surplus-- <= 0),
    expected: state.expected.slice(-keepExpected),
  }
}
