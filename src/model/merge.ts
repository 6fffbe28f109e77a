import {
  type Conversation,
  type ConversationState,
  type EndedOperation,
  type ExpectedOperation,
  isAfter,
} from './conversation.ts'
import type { OperationId } from './ids.ts'
import { settle } from './intervention.ts'
import { hasEnded, isRunning, type Operation } from './operation.ts'

/** One read of a conversation, with what is needed to tell how old it is. */
export interface ConversationRead {
  readonly conversation: Conversation
  /** The state's version when the read began; 0 when there was no state. */
  readonly version: number
  /** Our clock when the read landed, in milliseconds. */
  readonly at: number
}

/** Two reads without an accepted operation, both within this many ms of the answer, say that it did not start (S13). */
const startWithinMs = 60_000

/**
 * Fits a read into what is known. A read that is older than what was applied returns the very same state and must be
 * repeated. What a newer read does not list: an operation is gone (unless it is expected), a pending call becomes
 * `withdrawn`, a settled call stays.
 */
export function merge(state: ConversationState | undefined, read: ConversationRead): ConversationState {
  const { conversation } = read
  if (!state || state.epoch !== conversation.epoch) {
    if (state && read.version < state.epochVersion) return state
    return replaceBy(conversation, state, read)
  }
  if (isOutdated(state, read)) return state
  const listed = idsOf(conversation.operations)
  const operations = conversation.operations.filter(
    (operation) => !hasEnded(operation) || !state.forgotten.includes(operation.id),
  )
  const kept = idsOf(operations)
  const gone = state.operations.map((operation) => operation.id).filter((id) => !listed.has(id))
  return {
    ...conversation,
    operations,
    interventions: [...conversation.interventions, ...unlisted(state, read)],
    expected: state.expected
      .filter((one) => !listed.has(one.operationId))
      .map((one) => stillExpected(one, read)),
    ended: endsOf(operations, state.ended, read.at),
    forgotten: [...state.forgotten.filter((id) => !kept.has(id)), ...gone],
    answered: state.answered,
    version: state.version + 1,
    epochVersion: state.epochVersion,
    reads: state.reads + 1,
  }
}

/** True when the read says less than what is known: by cursor, and where there is none by when it began. */
function isOutdated(state: ConversationState, read: ConversationRead): boolean {
  const { cursor } = read.conversation
  if (cursor === null || state.cursor === null) return read.version < state.version
  if (isAfter(state.cursor, cursor)) return true
  const { answered } = state
  if (!answered || read.version >= answered.version) return false
  return answered.cursor === null || isAfter(answered.cursor, cursor)
}

function replaceBy(
  conversation: Conversation,
  state: ConversationState | undefined,
  read: ConversationRead,
): ConversationState {
  const version = (state?.version ?? 0) + 1
  const listed = idsOf(conversation.operations)
  return {
    ...conversation,
    expected: (state?.expected ?? [])
      .filter((one) => !listed.has(one.operationId))
      .map((one) => ({ ...one, missing: true })),
    ended: endsOf(conversation.operations, [], read.at),
    forgotten: [],
    answered: null,
    version,
    epochVersion: version,
    reads: (state?.reads ?? 0) + 1,
  }
}

/** Calls the read does not list: what waited was withdrawn, what was settled stays. */
function unlisted(state: ConversationState, read: ConversationRead): ConversationState['interventions'] {
  const listed = new Set<string>(read.conversation.interventions.map((one) => one.toolCallId))
  return state.interventions
    .filter((one) => !listed.has(one.toolCallId))
    .map((one) => (one.status === 'pending' ? settle(one, 'withdrawn', { at: read.at }) : one))
}

function stillExpected(expected: ExpectedOperation, read: ConversationRead): ExpectedOperation {
  const { cursor } = read.conversation
  const includesAnswer = cursor !== null && expected.cursor !== null && !isAfter(expected.cursor, cursor)
  const beganAfter = read.version >= expected.version && read.at - expected.at <= startWithinMs
  const reads = expected.reads + (beganAfter ? 1 : 0)
  return { ...expected, reads, missing: expected.missing || includesAnswer || reads >= 2 }
}

/** Ends and parks as the read lists them; what we knew already keeps the time we learnt it. */
function endsOf(
  operations: readonly Operation[],
  known: readonly EndedOperation[],
  at: number,
): readonly EndedOperation[] {
  return operations.flatMap((operation) => {
    if (isRunning(operation)) return []
    const before = known.find(
      (one) => one.operationId === operation.id && one.end.status === operation.status,
    )
    return [before ?? { operationId: operation.id, end: operation, at }]
  })
}

function idsOf(operations: readonly Operation[]): ReadonlySet<OperationId> {
  return new Set(operations.map((operation) => operation.id))
}
