import type { ConversationState, KnownOperation } from '../model/conversation.ts'
import type { OperationId } from '../model/ids.ts'
import { hasEnded } from '../model/operation.ts'
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
  const earlier = new Map(before?.interventions.map((one) => [one.toolCallId, one]))
  for (const card of after.interventions) {
    const { toolCallId } = card
    const record = intents.get(scope, toolCallId)
    const wasOpen = (record ?? earlier.get(toolCallId))?.status
    if (card.status === 'pending' || !wasOpen || wasOpen === 'settled') continue
    if (!record && wasOpen !== 'pending') continue
    const { requestId } = card.resolution
    const own = [...intents.all(scope).values()].find((one) => one.request?.requestId === requestId)
    const request = (requestId !== undefined && own?.request) || null
    if (record?.request) forgetUnsettled(scope, record.request.requestId)
    intents.set(scope, toolCallId, { status: 'settled', request, settledAt: Date.now(), dismissed: false })
    drafts.set(scope, toolCallId, undefined)
  }
  const isPassed = laterRunEnded(before, after)
  const now = new Map(after.interventions.map((one) => [one.toolCallId, one]))
  for (const [toolCallId, record] of intents.all(scope)) {
    const card = now.get(toolCallId)
    if (card && (record.status !== 'settled' || !isPassed(card.operationId))) continue
    if (record.request) forgetUnsettled(scope, record.request.requestId)
    intents.set(scope, toolCallId, undefined)
  }
}

/** Returns a predicate: has a run just ended that is not the one of this operation? */
function laterRunEnded(
  before: ConversationState | undefined,
  { operations }: ConversationState,
): (operationId: OperationId) => boolean {
  const earlier = new Map(before?.operations.map((one) => [one.id, one]))
  const runOf = runsOf(operations)
  const ended = new Set<OperationId>()
  for (const operation of operations) {
    const known = earlier.get(operation.id)
    if (!before || !hasEnded(operation) || (known && hasEnded(known))) continue
    const run = runOf(operation.id)
    // A run that cannot be followed back to its beginning may be the card's own.
    if (run.isWhole) ended.add(run.begin)
  }
  return (operationId) => [...ended].some((begin) => begin !== runOf(operationId).begin)
}

interface Run {
  /** The operation it began with, as far as it is known. */
  readonly begin: OperationId
  readonly isWhole: boolean
}

function runsOf(operations: readonly KnownOperation[]): (id: OperationId) => Run {
  const byId = new Map(operations.map((one) => [one.id, one]))
  const runs = new Map<OperationId, Run>()
  return (id) => {
    const path = new Set<KnownOperation>()
    let next = byId.get(id)
    while (next && !runs.has(next.id) && !path.has(next)) {
      path.add(next)
      next = next.resumes === undefined ? undefined : byId.get(next.resumes)
    }
    const last = [...path].at(-1)
    // Else it ends with what is unknown, or is a ring.
    const isWhole = last?.resumes === undefined && !last?.isUnannounced
    let run = (next && runs.get(next.id)) ?? { begin: last?.id ?? id, isWhole }
    for (const one of [...path].toReversed()) {
      if (one.isUnannounced) run = { begin: run.begin, isWhole: false }
      runs.set(one.id, run)
    }
    return runs.get(id) ?? run
  }
}
