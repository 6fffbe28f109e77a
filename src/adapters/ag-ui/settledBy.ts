import { editedArgsIn } from '../../backend/hitl.ts'
import { argsTextOfField, definedFields, type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import { type InterventionCall, questionOf, settle } from '../../model/intervention.ts'
import type { OpenInterrupt } from './read.ts'

export function answersIn(started: Fields): readonly Fields[] {
  return itemsOf(fieldsOf(started['input'])['resume']).map(fieldsOf)
}

/**
 * A call that nobody waits for any more: decided as the answers say, or else withdrawn.
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
  if (questionOf(card) && answer?.['status'] === 'resolved') return settle(card, 'answered', { at })
  const payload = fieldsOf(answer?.['payload'])
  const { approved, reason, decisions } = payload
  // The bridge to LangGraph answers a batch at once.
  const decision = itemsOf(decisions)[open?.calls.indexOf(card.toolCallId) ?? -1]
  const { type, message } = fieldsOf(decision)
  if (approved === true || type === 'approve' || type === 'edit') {
    const argsText = argsTextOfField(payload, 'editedArgs') ?? editedArgsIn(decision, card.argsText)
    return settle(card, 'approved', { at, ...definedFields({ argsText }) })
  }
  const isRejected = approved === false || type === 'reject' || answer?.['status'] === 'cancelled'
  if (!isRejected) return settle(card, 'withdrawn', { at })
  const words = textOf(reason) ?? textOf(message)
  return settle(card, 'rejected_continue', { at, ...definedFields({ reason: words }) })
}
