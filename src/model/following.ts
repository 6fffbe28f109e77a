import { unseenForMs, unwitnessedAfterMs } from './busy.ts'
import { type ConversationState, findCall, isHeardOf } from './conversation.ts'
import type { FollowSignal, GatewayEvent } from './event.ts'
import type { Failure } from './failure.ts'
import type { OperationId } from './ids.ts'
import { isRunning } from './operation.ts'
import { waitsInChain } from './pending.ts'
import { prune } from './prune.ts'
import { reduce } from './reduce.ts'
import { rereadIntervalMs } from './reread.ts'
import type { ResumeRequest } from './resume.ts'

/** The state of the stream. `stopped`: the kit no longer follows the conversation, and `failure` says why. */
export type Connection = 'live' | 'connecting' | 'stale' | 'stopped'

/** The life of one followed conversation: its stream, its reads and its clock. All times are ours, in milliseconds. */
export interface Following {
  readonly connection: Connection
  readonly failure: Failure | null
  /** The state that was looked at last. */
  readonly known: ConversationState | undefined
  /** How many reads had landed then. A read vouches for the operations it lists, whoever asked for it. */
  readonly reads: number | undefined
  /** When each operation last gave a sign of life. It is kept with the stream, never in the cache. */
  readonly seenAt: ReadonlyMap<OperationId, number>
  /** There is no stream: changes are found by reading. */
  readonly polls: boolean
  /** The open stream, and the epoch it was opened at. */
  readonly stream: { readonly epoch: string | undefined } | null
  /** The stream dropped after being live: events may have been missed. */
  readonly wasCut: boolean
  /** Nobody has looked at the page for long: it keeps no connection. */
  readonly isResting: boolean
  readonly lookedAt: number
  /** When the last read began, how many have failed since the last that landed, and how many are under way. */
  readonly readAt: number
  readonly failures: number
  readonly reading: number
  /** When the decision on its way was sent, and when the stream gives way to it. */
  readonly sentAt: number | null
  readonly givesWayAt: number
  readonly reopensAt: number
  /** How many decisions another QueryClient of this page has an answer to, and this one does not. */
  readonly behind: number
}

/** `at` is our clock, `state` what the cache holds now. */
export type FollowingInput = { readonly at: number; readonly state: ConversationState | undefined } & (
  | { readonly type: 'started' | 'stopped' | 'changed' | 'asked' | 'due' }
  | { readonly type: 'heard'; readonly item: GatewayEvent | FollowSignal }
  /** The stream ended for good; `failure` null: the server ended it. */
  | { readonly type: 'ended'; readonly failure: Failure | null }
  | { readonly type: 'read'; readonly failure: Failure | null; readonly over?: ResumeRequest | undefined }
  /** The decisions of this page: when the first was sent, and how many of their answers are not in `state`. */
  | { readonly type: 'decided'; readonly sentAt: number | null; readonly behind: number }
  /** Another tab began a decision, or (`over`) has its answer. */
  | { readonly type: 'told'; readonly over?: ResumeRequest | undefined }
  | {
      readonly type: 'ticked'
      readonly isHidden: boolean
      readonly isDeciding: boolean
      /** A decision of ours may have run, and nobody knows. */
      readonly unknownOutcome: boolean
    }
  | { readonly type: 'woke'; readonly reason: 'online' | 'visible' | 'restored' }
)

export type FollowingEffect =
  | { readonly type: 'open'; readonly after: string | null }
  | { readonly type: 'close' }
  | { readonly type: 'read'; readonly over?: ResumeRequest | undefined }
  | { readonly type: 'write'; readonly state: ConversationState }
  /** What is remembered of the cards follows the state. */
  | {
      readonly type: 'track'
      readonly before: ConversationState | undefined
      readonly after: ConversationState
    }
  /** Asks for a `due` input at that time. */
  | { readonly type: 'wake'; readonly at: number }
  /** The decision of another tab is over. */
  | { readonly type: 'free'; readonly request: ResumeRequest }
  /** What is shown may be another. */
  | { readonly type: 'show' }

export type FollowingStep = readonly [Following, readonly FollowingEffect[]]

const firstRetryMs = 1_000
const maxRetryMs = 30_000
const restAfterMs = 30_000
/** Six streams are all the connections of a browser on HTTP/1.1, and the decision may wait for one. */
const giveWayAfterMs = 2_000
const reopenAfterMs = 250

/** A conversation that nobody follows yet. */
export function unfollowed(state: ConversationState | undefined, polls: boolean): Following {
  return {
    connection: 'connecting',
    failure: null,
    known: undefined,
    reads: state?.reads,
    seenAt: new Map(),
    polls,
    stream: null,
    wasCut: false,
    isResting: false,
    lookedAt: 0,
    readAt: 0,
    failures: 0,
    reading: 0,
    sentAt: null,
    givesWayAt: Infinity,
    reopensAt: Infinity,
    behind: 0,
  }
}

/** The one transition function of a followed conversation. */
export function step(following: Following, input: FollowingInput): FollowingStep {
  const { at, state } = input
  const [reacted, effects] = react(following, input)
  const reduced =
    state && input.type === 'heard' && 'operationId' in input.item ? reduce(state, input.item, at) : state
  const after = reduced && prune(reduced, at)
  const [next, followUps] = takeIn(reacted, after, at)
  const written: FollowingEffect[] = after && after !== state ? [{ type: 'write', state: after }] : []
  const isShown = mayShow(following, next, input)
  return [next, [...written, ...followUps, ...effects, ...(isShown ? [show] : [])]]
}

const read: FollowingEffect = { type: 'read' }
const close: FollowingEffect = { type: 'close' }
const show: FollowingEffect = { type: 'show' }

/** The state is another one: a read vouches for what it lists, and a position of another epoch says nothing. */
function takeIn(following: Following, after: ConversationState | undefined, at: number): FollowingStep {
  const { known, stream } = following
  if (after === known) return [following, []]
  const reads = after?.reads
  const isRead = after !== undefined && reads !== following.reads
  const next = { ...following, known: after, reads, ...(isRead && { seenAt: vouched(following, after, at) }) }
  if (!after) return [next, []]
  const track: FollowingEffect = { type: 'track', before: known, after }
  if (!stream || stream.epoch === after.epoch) return [next, [track]]
  const [opened, effects] = open(next, after)
  return [opened, [track, close, ...effects]]
}

function vouched({ seenAt }: Following, { operations }: ConversationState, at: number): Following['seenAt'] {
  const listed = operations.filter(isRunning).map(({ id }) => [id, at] as const)
  return new Map([...seenAt, ...listed])
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
      // What was on the screen when the page froze may be long over, whatever its connection says.
      const isLive = shownConnection(following, state, at) === 'live'
      const mustRead = input.reason === 'restored' || following.isResting || following.polls || !isLive
      const awake = { ...following, isResting: false }
      return mustRead && following.failure?.code !== 'not_found' ? ask(awake, at) : [awake, []]
    }
    default:
      input satisfies never
      return [following, []]
  }
}

/** Asks for the truth, and starts a stopped stream again. */
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

/** True when something may be missing. Without a cursor, or after a restart, no connection knows what came before it. */
function isDoubtful(
  { wasCut }: Following,
  item: GatewayEvent | FollowSignal,
  state: ConversationState | undefined,
): boolean {
  switch (item.type) {
    case 'gap':
      return true
    case 'connection':
      return item.status === 'stale' || (item.status === 'live' && (wasCut || state?.cursor === null))
    case 'agent_intervention_response':
      return !findCall(state?.interventions, item.data.toolCallId)
    case 'agent_runtime_end': {
      if (!state) return false
      const isBarePark = item.data.reason === 'waiting_for_human' && !waitsInChain(state)(item.operationId)
      return isBarePark || !isHeardOf(state, item.operationId)
    }
    default:
      return false
  }
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

/** Gives the connection of the stream to a decision that waits for one, and takes it again. */
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

/** Does what time alone asks for: forgets, notices silence, reads again. */
function tick(last: Following, input: Extract<FollowingInput, { type: 'ticked' }>): FollowingStep {
  const { at, state, isDeciding, isHidden, unknownOutcome } = input
  // What seems to lie ahead, because the clock was set back, would hold everything up for as long.
  const following: Following = {
    ...last,
    readAt: isDeciding ? at : Math.min(last.readAt, at),
    lookedAt: !isHidden || isDeciding ? at : Math.min(last.lookedAt, at),
    seenAt: mapped(last.seenAt, (seen) => Math.min(seen, at)),
  }
  const { failure, failures, polls, seenAt } = following
  if (!polls && !following.isResting && at - following.lookedAt >= restAfterMs) {
    return [{ ...following, isResting: true, stream: null, connection: 'connecting' }, [close]]
  }
  if ((failure && isFinal(failure)) || following.isResting) return [following, []]
  const running = new Set(state?.operations.filter(isRunning).map(({ id }) => id))
  const next = { ...following, seenAt: mapped(seenAt, (seen, id) => (running.has(id) ? seen : null)) }
  const interval = failures
    ? Math.min(maxRetryMs, firstRetryMs * 2 ** failures)
    : state && rereadIntervalMs(state, { witness: { now: at, seenAt }, polls, unknownOutcome })
  const isLost = !state && failures === 0 && following.reading === 0
  return isLost || (interval && at - next.readAt >= interval) ? begunRead(next, at) : [next, []]
}

/** The same map where nothing in it changes: this happens every second. Null: without it. */
function mapped(
  seenAt: Following['seenAt'],
  change: (seen: number, id: OperationId) => number | null,
): Following['seenAt'] {
  const isSame = [...seenAt].every(([id, seen]) => change(seen, id) === seen)
  if (isSame) return seenAt
  const changed = [...seenAt].map(([id, seen]) => [id, change(seen, id)] as const)
  return new Map(changed.flatMap(([id, seen]) => (seen === null ? [] : [[id, seen] as const])))
}

/** A chat that writes is heard thousands of times a minute, and nothing of it is shown but that it is alive. */
function mayShow(before: Following, after: Following, input: FollowingInput): boolean {
  if (input.type !== 'heard' || !('operationId' in input.item)) return true
  const last = before.seenAt.get(input.item.operationId)
  return after.known !== before.known || last === undefined || input.at - last >= unwitnessedAfterMs
}

/** How the conversation is connected, as far as anything vouches for it. */
export function shownConnection(
  { connection, seenAt }: Following,
  state: ConversationState | undefined,
  now: number,
): Connection {
  const isUnwitnessed = unseenForMs(state, { now, seenAt }).some((ms) => ms >= unwitnessedAfterMs)
  return isUnwitnessed && connection === 'live' ? 'stale' : connection
}

/** What asking again would not change. */
function isFinal({ code }: Failure): boolean {
  return ['not_found', 'forbidden', 'unauthenticated', 'unsupported', 'invalid'].includes(code)
}
