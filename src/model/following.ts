import { isUnconfirmed, rereadIntervalMs } from './busy.ts'
import type { ConversationState } from './conversation.ts'
import type { FollowSignal, GatewayEvent } from './event.ts'
import type { Failure, ResumeRequest } from './decision.ts'
import { prune } from './prune.ts'
import { reduce } from './reduce.ts'
import {
  confirmedByRead,
  type Following,
  type FollowingEffect,
  type FollowingInput,
  type FollowingStep,
  isDoubtful,
  isFinal,
  pruneSeenAt,
  shownConnection,
  unfollowed,
} from './followed.ts'

const firstRetryMs = 1_000
const maxRetryMs = 30_000
const restAfterMs = 30_000
/**
 * Six streams use all connections of a browser over HTTP/1.1, so that a decision may have to wait for one.
 */
const giveWayAfterMs = 2_000
const reopenAfterMs = 250

export function step(following: Following, input: FollowingInput): FollowingStep {
  const { at, state } = input
  const [reacted, effects] = react(following, input)
  const reduced = state && input.type === 'heard' ? hearInState(state, input.item, following, at) : state
  const after = reduced && prune(reduced, at)
  const [next, followUps] = applyState(reacted, after, at)
  const written: FollowingEffect[] = after && after !== state ? [{ type: 'write', state: after }] : []
  const isShown = mayShow(following, next, input)
  return [next, [...written, ...followUps, ...effects, ...(isShown ? [show] : [])]]
}

function hearInState(
  state: ConversationState,
  item: GatewayEvent | FollowSignal,
  following: Following,
  at: number,
): ConversationState {
  if ('operationId' in item) return reduce(state, item, at)
  const isBack = item.type === 'connection' && item.status === 'live' && following.wasCut
  const version = state.version + 1
  return isBack ? { ...state, version, reconnected: version } : state
}

const read: FollowingEffect = { type: 'read' }
const close: FollowingEffect = { type: 'close' }
const show: FollowingEffect = { type: 'show' }

/**
 * Applies another state: a read confirms the operations that it lists, and a new epoch invalidates the cursor.
 */
function applyState(following: Following, after: ConversationState | undefined, at: number): FollowingStep {
  const { known, stream } = following
  if (after === known) return [following, []]
  const reads = after?.reads
  const isRead = after !== undefined && reads !== following.reads
  const next = {
    ...following,
    known: after,
    reads,
    ...(isRead && { seenAt: confirmedByRead(following, after, at) }),
  }
  if (!after) return [next, []]
  const track: FollowingEffect = { type: 'track', before: known, after }
  if (!stream || stream.epoch === after.epoch) return [next, [track]]
  const [opened, effects] = open(next, after)
  return [opened, [track, close, ...effects]]
}

function open(following: Following, state: ConversationState | undefined): FollowingStep {
  const opened = { ...following, stream: { epoch: state?.epoch } }
  return [opened, [{ type: 'open', after: state?.cursor ?? null }]]
}

function begunRead(following: Following, at: number, over?: ResumeRequest): FollowingStep {
  return [
    { ...following, readAt: at, reading: following.reading + 1 },
    [over ? { type: 'read', over } : read],
  ]
}

function react(following: Following, input: FollowingInput): FollowingStep {
  const { at, state } = input
  switch (input.type) {
    case 'started': {
      const { polls, known, reads, seenAt, stream } = following
      const again = { ...unfollowed(state, polls), known, reads, seenAt, lookedAt: at }
      const [begun, effects] = begunRead(again, at)
      return [begun, stream ? [close, ...effects] : effects]
    }
    case 'stopped':
      return [{ ...following, stream: null, reading: 0 }, following.stream ? [close] : []]
    case 'changed':
      return [following, []]
    case 'asked':
      return ask(following, at)
    case 'heard':
      return hear(following, input.item, input)
    case 'ended': {
      const polls = input.failure?.code === 'unsupported'
      const ended = { ...following, stream: null, polls }
      if (polls) return [{ ...ended, connection: 'live' }, []]
      return [{ ...ended, connection: 'stopped', failure: input.failure }, []]
    }
    case 'read': {
      const [next, effects] = readOver(following, input.failure, state)
      return [next, input.over ? [{ type: 'free', request: input.over }, ...effects] : effects]
    }
    case 'decided':
      return decide(following, input)
    case 'told':
      return begunRead(following, at, input.over)
    case 'due':
      return giveWay(following, input)
    case 'ticked':
      return tick(following, input)
    case 'woke': {
      // After a freeze the shown state may be old, even if the connection looks live.
      const isLive = shownConnection({ ...following, isHidden: false }, state, at) === 'live'
      const mustRead = input.reason === 'restored' || following.isResting || following.polls || !isLive
      const awake = { ...following, isResting: false }
      return mustRead && following.failure?.code !== 'not_found' ? ask(awake, at) : [awake, []]
    }
    default:
      input satisfies never
      return [following, []]
  }
}

function ask(following: Following, at: number): FollowingStep {
  const isStopped = following.connection === 'stopped'
  return begunRead(isStopped ? { ...following, connection: 'connecting' } : following, at)
}

function hear(
  following: Following,
  item: GatewayEvent | FollowSignal,
  { at, state }: Pick<FollowingInput, 'at' | 'state'>,
): FollowingStep {
  let next = following
  if (item.type === 'connection') {
    const wasCut = item.status !== 'live' && (following.wasCut || following.connection === 'live')
    next = { ...following, wasCut, connection: item.status }
  } else if ('operationId' in item) {
    next = { ...following, seenAt: new Map(following.seenAt).set(item.operationId, at) }
  }
  return isDoubtful(following, item, state) ? begunRead(next, at) : [next, []]
}

function readOver(
  following: Following,
  failure: Failure | null,
  state: ConversationState | undefined,
): FollowingStep {
  const { stream, polls, isResting, connection } = following
  const reading = Math.max(0, following.reading - 1)
  if (failure) {
    const lost = isFinal(failure) ? 'stopped' : polls && 'stale'
    const failures = following.failures + 1
    return [{ ...following, reading, failures, failure, connection: (!stream && lost) || connection }, []]
  }
  const landed = {
    ...following,
    reading,
    failures: 0,
    failure,
    ...(polls && { connection: 'live' as const }),
  }
  const mayStream = !stream && !polls && !isResting && connection !== 'stopped'
  return mayStream ? open(landed, state) : [landed, []]
}

/**
 * Gives the connection of the stream to a decision that waits for one, and opens the stream again afterwards.
 */
function decide(
  following: Following,
  { at, sentAt, behind }: Extract<FollowingInput, { type: 'decided' }>,
): FollowingStep {
  const isNews = sentAt !== following.sentAt
  const givesWayAt = sentAt === null ? Infinity : at + giveWayAfterMs
  const next = { ...following, behind, ...(isNews && { sentAt, givesWayAt }) }
  const wake: FollowingEffect[] = isNews && sentAt !== null ? [{ type: 'wake', at: givesWayAt }] : []
  if (behind <= following.behind) return [next, wake]
  const [reread, effects] = begunRead(next, at)
  return [reread, [...wake, ...effects]]
}

function giveWay(following: Following, { at, state }: FollowingInput): FollowingStep {
  const { stream, isResting, polls } = following
  if (at >= following.givesWayAt) {
    const next = { ...following, givesWayAt: Infinity }
    if (!stream) return [next, []]
    const reopensAt = at + reopenAfterMs
    return [{ ...next, stream: null, reopensAt }, [close, { type: 'wake', at: reopensAt }]]
  }
  if (at < following.reopensAt) return [following, []]
  const next = { ...following, reopensAt: Infinity }
  return stream || isResting || polls ? [next, []] : open(next, state)
}

function tick(last: Following, input: Extract<FollowingInput, { type: 'ticked' }>): FollowingStep {
  const { at, state, isDeciding, isHidden, isKept, unknownOutcome } = input
  // After the clock was set back, times in the future would delay everything.
  const following: Following = {
    ...last,
    readAt: isDeciding ? at : Math.min(last.readAt, at),
    isHidden,
    lookedAt: !isHidden || isKept || isDeciding ? at : Math.min(last.lookedAt, at),
    seenAt: pruneSeenAt(last.seenAt, input),
  }
  const { failure, failures, polls, seenAt, isResting, readAt } = following
  if (!polls && !isResting && at - following.lookedAt >= restAfterMs) {
    return [{ ...following, isResting: true, stream: null, connection: 'connecting' }, [close]]
  }
  if ((failure && isFinal(failure)) || isResting) return [following, []]
  const interval = failures
    ? Math.min(maxRetryMs, firstRetryMs * 2 ** failures)
    : state &&
      rereadIntervalMs(state, {
        lastSeen: { now: at, seenAt },
        polls,
        isConnecting: following.connection === 'connecting',
        unknownOutcome,
      })
  const isLost = !state && failures === 0 && following.reading === 0
  return isLost || (interval && at - readAt >= interval) ? begunRead(following, at) : [following, []]
}

/**
 * A writing chat sends thousands of events a minute. Of those only the confirmation matters, which nothing shows.
 */
function mayShow(before: Following, after: Following, input: FollowingInput): boolean {
  if (input.type !== 'heard' || !('operationId' in input.item)) return true
  const last = before.seenAt.get(input.item.operationId)
  return after.known !== before.known || last === undefined || isUnconfirmed(input.at - last, before)
}
