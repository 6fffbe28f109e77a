import { isHeardOf, type ConversationState, type KnownOperation } from './conversation.ts'
import type { OperationId } from './ids.ts'
import type { SettledIntervention } from './intervention.ts'
import { hasEnded } from './operation.ts'

/** Returns a predicate: has a later run than the one of this call just ended? */
export function laterRunEnded(
  before: ConversationState | undefined,
  after: ConversationState,
): (call: SettledIntervention) => boolean {
  const { operations } = after
  if (!before || before.operations === operations || !operations.some(hasEnded)) return () => false
  const earlier = new Set(before.operations.filter(hasEnded).map(({ id }) => id))
  const endedNow = operations.filter((one) => hasEnded(one) && !earlier.has(one.id))
  if (endedNow.length === 0) return () => false
  const runOf = runsOf(operations)
  // A run whose beginning is unknown may contain any operation.
  const ended = new Set(endedNow.flatMap(({ id }) => (runOf(id).isWhole ? [runOf(id).begin] : [])))
  const begins = operations.filter(({ id }) => ended.has(id))
  const known = new Set(operations.map(({ id }) => id))
  return ({ operationId, resolution }) => {
    // An operation that was never heard of may belong to the run that ended.
    if (!isHeardOf(after, operationId)) return false
    const { begin, isAnnounced, isWhole } = runOf(operationId)
    const isKnown = known.has(operationId) && isWhole
    return (
      isAnnounced &&
      // Where the beginning of its run was forgotten, an earlier run that ends after it may be its own.
      begins.some(({ id, startedAt }) => id !== begin && (isKnown || startedAt >= resolution.at))
    )
  }
}

interface Run {
  readonly begin: OperationId
  readonly isAnnounced: boolean
  readonly isWhole: boolean
}

// Each operation is walked once, however many are asked for.
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
    const walked = [...path].toReversed()
    const [first] = walked
    // Otherwise it starts with an unknown operation, or is a cycle.
    const isWhole = first?.resumes === undefined
    let run: Run = (next && runs.get(next.id)) ?? { begin: first?.id ?? id, isAnnounced: true, isWhole }
    for (const one of walked) {
      if (one.isUnannounced) run = { begin: run.begin, isAnnounced: false, isWhole: false }
      runs.set(one.id, run)
    }
    return run
  }
}
