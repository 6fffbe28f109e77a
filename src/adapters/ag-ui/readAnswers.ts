import { type InterventionCall, settle } from '../../model/intervention.ts'
import { given } from '../../backend/definedFields.ts'
import { type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import type { OpenInterrupt } from './AgUiThread.ts'

/** The answers a run was started with, where its beginning says so, as it does in the replay of a thread. */
export function answersIn(started: Fields): readonly Fields[] {
  return itemsOf(fieldsOf(started['input'])['resume']).map(fieldsOf)
}

/**
 * A call that nobody waits for any more: decided as the answers say, in the words of the standard, or else withdrawn.
 *
 * @param waiting What waited before.
 */
export function settledBy(
  answers: readonly Fields[],
  waiting: readonly OpenInterrupt[],
  card: InterventionCall,
  at: number,
): InterventionCall {
  const open = waiting.find(({ calls }) => calls.includes(card.toolCallId))
  const answer = answers.find(({ interruptId }) => interruptId === open?.interrupt['id'])
  const { approved, reason } = fieldsOf(answer?.['payload'])
  if (approved === true) return settle(card, 'approved', { at })
  const isRejected = approved === false || answer?.['status'] === 'cancelled'
  if (!isRejected) return settle(card, 'withdrawn', { at })
  return settle(card, 'rejected_continue', { at, ...given({ reason: textOf(reason) }) })
}
