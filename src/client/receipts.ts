import { type ConversationState, findCall } from '../model/conversation.ts'
import { chainOf, hasEnded } from '../model/operation.ts'
import { drafts } from './drafts.ts'
import { intents } from './intents.ts'
import { forgetUnsettled } from './unsettled.ts'

/**
 * Keeps the records of a conversation's cards in step with its state: what was waiting and is settled gets a receipt,
 * whoever settled it; receipts of an earlier run leave when a later run ends.
 */
export function trackReceipts(
  scope: string,
  before: ConversationState | undefined,
  after: ConversationState,
): void {
  for (const card of after.interventions) {
    const { toolCallId } = card
    const record = intents.get(scope, toolCallId)
    const wasOpen = (record ?? findCall(before?.interventions, toolCallId))?.status
    if (card.status === 'pending' || !wasOpen || wasOpen === 'settled') continue
    if (!record && wasOpen !== 'pending') continue
    const { requestId } = card.resolution
    const own = [...intents.all(scope).values()].find((one) => one.request?.requestId === requestId)
    const request = (requestId !== undefined && own?.request) || null
    if (record?.request) forgetUnsettled(scope, record.request.requestId)
    intents.set(scope, toolCallId, { status: 'settled', request, settledAt: Date.now(), dismissed: false })
    drafts.set(scope, toolCallId, undefined)
  }
  for (const [toolCallId, record] of intents.all(scope)) {
    const card = findCall(after.interventions, toolCallId)
    if (card && (record.status !== 'settled' || !laterRunEnded(before, after, card.operationId))) continue
    if (record.request) forgetUnsettled(scope, record.request.requestId)
    intents.set(scope, toolCallId, undefined)
  }
}

/** True when a run that is not the card's own has just ended. */
function laterRunEnded(
  before: ConversationState | undefined,
  { operations }: ConversationState,
  operationId: string,
): boolean {
  return operations.some((operation) => {
    const known = before?.operations.find((one) => one.id === operation.id)
    if (!before || !hasEnded(operation) || (known && hasEnded(known))) return false
    const chain = chainOf(operations, operation.id)
    const cardRun = chainOf(operations, operationId).at(-1)?.id ?? operationId
    // A run that cannot be followed back to its beginning may be the card's own.
    const isWhole = chain.at(-1)?.resumes === undefined && chain.every((one) => !one.isUnannounced)
    return isWhole && !chain.some((one) => one.id === cardRun)
  })
}
