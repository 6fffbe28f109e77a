import { type ConversationState, type KnownOperation, settledOf } from './conversation.ts'
import { carriedOnBy, isRunning } from './operation.ts'
import { waitsInChain } from './pending.ts'

// Ended operations are forgotten this long after the last end in their run (rule S6).
const forgetAfterMs = 30_000
const keepEnded = 50
const keepForgotten = 200
export const keepSettled = 200
const keepExpected = 20

/**
 * Forgets operations that nothing depends on (rules S6, S15). Returns the same state if there are none. An operation
 * is kept while a call in its chain waits, and while the operation that carries it on is kept.
 *
 * @param now Our clock, in milliseconds.
 *
 * @example
 * const kept = prune(state, Date.now())
 */
export function prune(state: ConversationState, now: number): ConversationState {
  if (!mayForget(state, now)) return state
  const { operations } = state
  const over = operations.filter(overIn(state))
  const due = new Set(over.filter((one) => now - one.at >= forgetAfterMs))
  const kept = carriedOnBy(
    operations,
    operations.flatMap((one) => (due.has(one) ? [] : one.id)),
  )
  const forget = new Set(over.filter((one, index) => index < over.length - keepEnded || !kept.has(one.id)))
  let surplus = settledOf(state).length - keepSettled
  const isTidy =
    surplus <= 0 && state.forgotten.length <= keepForgotten && state.expected.length <= keepExpected
  if (forget.size === 0 && isTidy) return state
  return {
    ...state,
    operations: operations.filter((one) => !forget.has(one)),
    forgotten: [...state.forgotten, ...[...forget].map((one) => one.id)].slice(-keepForgotten),
    interventions: state.interventions.filter((one) => one.status === 'pending' || surplus-- <= 0),
    expected: state.expected.slice(-keepExpected),
  }
}

// This check is cheap because it runs on every tick and every event.
function mayForget(state: ConversationState, now: number): boolean {
  const { operations, interventions, forgotten, expected } = state
  const isOld = (one: KnownOperation): boolean => now - one.at >= forgetAfterMs && !isRunning(one)
  return (
    operations.length > keepEnded ||
    (interventions.length > keepSettled && settledOf(state).length > keepSettled) ||
    forgotten.length > keepForgotten ||
    expected.length > keepExpected ||
    (operations.some(isOld) && operations.filter(isOld).some(overIn(state)))
  )
}

function overIn(state: ConversationState): (one: KnownOperation) => boolean {
  const waits = waitsInChain(state)
  return (one) => !isRunning(one) && !waits(one.id)
}
