import { type Conversation, type ConversationState, isAfter } from './conversation.ts'
import { settle } from './intervention.ts'
import { hasEnded } from './operation.ts'

/** One read of a conversation, with what is needed to tell how old it is. */
export interface ConversationRead {
  readonly conversation: Conversation
  /** The state's version when the read began; 0 when there was no state. */
  readonly version: number
  /** Our clock when the read landed, in milliseconds. */
  readonly at: number
}

/**
 * Two reads without an accepted operation, both within this time of the answer, mean that it did not start (S13). A
 * later read proves nothing, because the operation may have come and gone.
 */
const startWithinMs = 60_000

/**
 * Merges a read into the state. A read that is older than the state returns the same state and must be repeated. If a
 * newer read does not list an operation, the operation is gone (unless it is expected). A pending call that is not
 * listed becomes `withdrawn`, a settled one stays. A read of another epoch replaces everything.
 *
 * @example
 * const version = state.version
 * const conversation = await gateway.readConversation('demo', { signal })
 * const next = merge(state, { conversation, version, at: Date.now() })
 */
export function merge(state: ConversationState | undefined, read: ConversationRead): ConversationState {
  const { conversation, at } = read
  const isNewEpoch = state?.epoch !== conversation.epoch
  if (state && (isNewEpoch ? read.version < state.version : isOutdated(state, read))) return state

  const version = (state?.version ?? 0) + 1
  // One that cannot be read is there all the same.
  const listed = new Set([
    ...conversation.operations.map(({ id }) => id),
    ...(conversation.unreadable ?? []).flatMap(({ operationId }) => operationId ?? []),
  ])
  const awaited = state?.expected.filter((one) => !listed.has(one.operationId)) ?? []
  const forgotten = isNewEpoch ? [] : (state?.forgotten ?? [])
  const isForgotten = new Set(forgotten)
  const before = new Map(isNewEpoch ? [] : state?.operations.map((one) => [one.id, one]))
  const operations = conversation.operations
    .filter((one) => !hasEnded(one) || !isForgotten.has(one.id))
    .map((one) => {
      const known = before.get(one.id)
      return { ...one, at: known?.status === one.status ? known.at : at }
    })
  const kept = new Set(operations.map(({ id }) => id))
  return {
    ...conversation,
    operations,
    interventions: isNewEpoch
      ? conversation.interventions
      : [...conversation.interventions, ...unlisted(state, read)],
    expected: awaited.flatMap((one) => {
      const { cursor } = conversation
      const includesAnswer = cursor !== null && one.cursor !== null && !isAfter(one.cursor, cursor)
      const beganAfter = read.version >= one.version
      const isLate = at - one.at > startWithinMs
      const reads = one.reads + (beganAfter && !isLate ? 1 : 0)
      const missing = one.missing || isNewEpoch || includesAnswer || reads >= 2
      return missing || !beganAfter || !isLate ? [{ ...one, reads, missing }] : []
    }),
    forgotten: [
      ...forgotten.filter((id) => !kept.has(id)),
      ...[...before.keys()].filter((id) => !listed.has(id)),
    ],
    answered: isNewEpoch ? null : state.answered,
    reconnected: state?.reconnected ?? 0,
    unread: !isNewEpoch && state.unread && read.version < (state.answered?.version ?? 0),
    version,
    reads: (state?.reads ?? 0) + 1,
    readAt: at,
  }
}

// True if the read is older than the state: by cursor, or without cursors by the time it began.
function isOutdated(
  { cursor, version, answered, reconnected }: ConversationState,
  read: ConversationRead,
): boolean {
  const reached = read.conversation.cursor
  if (read.version < reconnected) return true
  if (reached === null || cursor === null) return read.version < version
  if (isAfter(cursor, reached)) return true
  const beganBeforeAnswer = answered !== null && read.version < answered.version
  return beganBeforeAnswer && (answered.cursor === null || isAfter(answered.cursor, reached))
}

function unlisted(
  state: ConversationState,
  { conversation }: ConversationRead,
): ConversationState['interventions'] {
  const listed = new Set(conversation.interventions.map(({ toolCallId }) => toolCallId))
  const unreadable = new Set(conversation.unreadable?.map(({ toolCallId }) => toolCallId))
  return state.interventions
    .filter(
      (one) => !listed.has(one.toolCallId) && !(one.status === 'pending' && unreadable.has(one.toolCallId)),
    )
    .map((one) => (one.status === 'pending' ? settle(one, 'withdrawn', { at: conversation.now }) : one))
}
