import { type ConversationState, findIntervention } from '../model/conversation.ts'
import type { SettledIntervention } from '../model/intervention.ts'
import { chainOf, hasEnded } from '../model/operation.ts'
import { drafts } from './drafts.ts'
import { type CardRecord, intents } from './intents.ts'

/**
 * Keeps the records of a conversation's cards in step with its state: what was waiting and is settled gets a receipt,
 * whoever settled it; receipts of an earlier run leave when a later run ends.
 */
export function trackReceipts(
  scope: string,
  before: ConversationState | undefined,
  after: ConversationState,
  now: number,
): void {
  for (const card of after.interventions) {
    if (card.status === 'pending') continue
    const record = intents.get(scope, card.toolCallId)
    const wasOpen = record
      ? record.status !== 'settled'
      : findIntervention(before, card.toolCallId)?.status === 'pending'
    if (!wasOpen) continue
    intents.set(scope, card.toolCallId, receiptOf(card, record, now))
    drafts.set(scope, card.toolCallId, undefined)
  }
  for (const [toolCallId, record] of intents.all(scope)) {
    const card = findIntervention(after, toolCallId)
    if (!card || (record.status === 'settled' && laterRunEnded(before, after, card.operationId))) {
      intents.set(scope, toolCallId, undefined)
    }
  }
}

function receiptOf(card: SettledIntervention, record: CardRecord | undefined, settledAt: number): CardRecord {
  const request = record?.request ?? null
  const isOwn = request !== null && request.requestId === card.resolution.requestId
  return { status: 'settled', request: isOwn ? request : null, settledAt, dismissed: false }
}

/** True when a run that is not the card's own has just ended. */
function laterRunEnded(
  before: ConversationState | undefined,
  after: ConversationState,
  operationId: string,
): boolean {
  return after.operations.some((operation) => {
    const known = before?.operations.find((one) => one.id === operation.id)
    if (!before || !hasEnded(operation) || (known && hasEnded(known))) return false
    const chain = chainOf(after.operations, operation.id)
    return !chain.some((one) => one.id === operationId || one.resumes === operationId)
  })
}
