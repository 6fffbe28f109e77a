import { type ConversationState, hasPendingInChain, type KnownOperation } from './conversation.ts'
import { chainOf, isRunning } from './operation.ts'

/** Ended operations are forgotten this many ms after we learnt of the last end in their run (rule S6). */
const forgetAfterMs = 30_000
const keepEnded = 50
const keepForgotten = 200
const keepSettled = 200
const keepExpected = 20

/**
 * Forgets what nothing depends on any more (rules S6, S15). Returns the very same state when there is nothing to
 * forget. An operation is kept while a call in its chain waits, and while what carries it on is kept.
 *
 * @param now Our clock, in milliseconds.
 */
export function prune(state: ConversationState, now: number): ConversationState {
  const { operations } = state
  if (!mayForget(state, now)) return state
  const over = operations.filter((one) => isOver(state, one))
  const isDue = (one: KnownOperation): boolean => over.includes(one) && now - one.at >= forgetAfterMs
  const kept = operations.filter((one) => !isDue(one)).map((one) => chainOf(operations, one.id))
  const isKept = (one: KnownOperation): boolean => kept.some((chain) => chain.includes(one))
  const forget = over.filter((one, index) => index < over.length - keepEnded || !isKept(one))
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

/** A cheap look that rules most of it out: this runs with every tick and every event. */
function mayForget(state: ConversationState, now: number): boolean {
  const { operations, interventions, forgotten, expected } = state
  return (
    operations.length > keepEnded ||
    interventions.length > keepSettled ||
    forgotten.length > keepForgotten ||
    expected.length > keepExpected ||
    operations.some((one) => now - one.at >= forgetAfterMs && isOver(state, one))
  )
}

function isOver(state: ConversationState, one: KnownOperation): boolean {
  return !isRunning(one) && !hasPendingInChain(state, one.id)
}
