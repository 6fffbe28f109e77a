import type { ConversationState, KnownOperation } from '../model/conversation.ts'
import type { OperationId } from '../model/ids.ts'
import { hasEnded } from '../model/operation.ts'
import { blankCard, cardsOf, updateCards } from './cards.ts'
import type { CardMemory } from './cardMemory.ts'
import { forgetUnsettled } from './unsettled.ts'

/**
 * Keeps what is remembered of a conversation's cards in step with its state: what was waiting and is settled gets a
 * receipt, whoever settled it; receipts of an earlier run leave when a later run ends.
 */
export function trackReceipts(
  scope: string,
  before: ConversationState | undefined,
  after: ConversationState,
): void {
  const cards = cardsOf(scope)
  const earlier = new Map(before?.interventions.map((one) => [one.toolCallId, one.status]))
  const now = new Map(after.interventions.map((one) => [one.toolCallId, one]))
  const isPassed = laterRunEnded(before, after)
  const requests = new Map([...cards.values()].map(({ memory }) => [memory?.request?.requestId, memory?.request]))
  const forget = (memory: CardMemory | undefined): void => {
    if (memory?.request) forgetUnsettled(scope, memory.request.requestId)
  }
  updateCards(scope, new Set([...now.keys(), ...cards.keys()]), ({ memory }, id) => {
    const card = now.get(id)
    const isPending = card?.status === 'pending'
    if (card && !isPending && memory?.status !== 'settled' && (memory || earlier.get(id) === 'pending')) {
      forget(memory)
      const { requestId } = card.resolution
      const request = (requestId !== undefined && requests.get(requestId)) || null
      const receipt: CardMemory = { status: 'settled', request, settledAt: Date.now(), dismissed: false }
      return { memory: receipt, draft: blankCard.draft, choice: null }
    }
    if (!memory || (card && (memory.status !== 'settled' || !isPassed(card.operationId)))) return undefined
    forget(memory)
    return { memory: undefined }
  })
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
