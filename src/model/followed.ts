import { isUnconfirmed, unseenForMs } from './busy.ts'
import { type ConversationState, findCall, isHeardOf } from './conversation.ts'
import type { FollowSignal, GatewayEvent } from './event.ts'
import type { Failure, ResumeRequest } from './decision.ts'
import type { OperationId } from './ids.ts'
import { isRunning } from './operation.ts'
import { awaitsCards, waitsInChain } from './pending.ts'

/** The state of the stream. `stopped`: the kit no longer follows the conversation, and `failure` says why. */
export type Connection = 'live' | 'connecting' | 'stale' | 'stopped'

/**
 * The state of a followed conversation: its stream, its reads and its clock. All times are ours, in milliseconds.
 */
export interface Following {
  readonly connection: Connection
  readonly failure: Failure | null
  readonly known: ConversationState | undefined
  /** The number of merged reads at that time. A read confirms the operations that it lists. */
  readonly reads: number | undefined
  /** The last confirmation of each operation. It belongs to the stream and is never cached. */
  readonly seenAt: ReadonlyMap<OperationId, number>
  readonly polls: boolean
  readonly stream: { readonly epoch: string | undefined } | null
  /** The stream dropped after being live: events may have been missed. */
  readonly wasCut: boolean
  readonly isResting: boolean
  readonly isHidden: boolean
  readonly lookedAt: number
  readonly readAt: number
  readonly failures: number
  readonly reading: number
  /**
   * The time when the decision in flight was sent, and the time when the stream gives up its connection for it.
   */
  readonly sentAt: number | null
  readonly givesWayAt: number
  readonly reopensAt: number
  /**
   * The number of decisions that another QueryClient of this page has an answer to and this one has not read.
   */
  readonly behind: number
}

export type FollowingInput = { readonly at: number; readonly state: ConversationState | undefined } & (
  | { readonly type: 'started' | 'stopped' | 'changed' | 'asked' | 'due' }
  | { readonly type: 'heard'; readonly item: GatewayEvent | FollowSignal }
  | { readonly type: 'ended'; readonly failure: Failure | null }
  | { readonly type: 'read'; readonly failure: Failure | null; readonly over?: ResumeRequest | undefined }
  | { readonly type: 'decided'; readonly sentAt: number | null; readonly behind: number }
  | { readonly type: 'told'; readonly over?: ResumeRequest | undefined }
  | {
      readonly type: 'ticked'
      readonly isHidden: boolean
      /** The host wants to be called, so that a hidden page keeps its stream. */
      readonly isKept: boolean
      readonly isDeciding: boolean
      readonly unknownOutcome: boolean
    }
  | { readonly type: 'woke'; readonly reason: 'online' | 'visible' | 'restored' }
)

export type FollowingEffect =
  | { readonly type: 'open'; readonly after: string | null }
  | { readonly type: 'close' }
  | { readonly type: 'read'; readonly over?: ResumeRequest | undefined }
  | { readonly type: 'write'; readonly state: ConversationState }
  | {
      readonly type: 'track'
      readonly before: ConversationState | undefined
      readonly after: ConversationState
    }
  | { readonly type: 'wake'; readonly at: number }
  | { readonly type: 'free'; readonly request: ResumeRequest }
  | { readonly type: 'show' }

export type FollowingStep = readonly [Following, readonly FollowingEffect[]]

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
    isHidden: false,
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

export function shownConnection(
  { connection, seenAt, isHidden }: Pick<Following, 'connection' | 'seenAt' | 'isHidden'>,
  state: ConversationState | undefined,
  now: number,
): Connection {
  const isOld = unseenForMs(state, { now, seenAt }).some((ms) => isUnconfirmed(ms, { isHidden }))
  return isOld && connection === 'live' ? 'stale' : connection
}

/** True from a park without its card until the read that brings it, however often that fails. */
export function isAskingSoon(
  { reading, failures, connection }: Following,
  state: ConversationState | undefined,
): boolean {
  const isRead = reading === 0 && failures === 0
  return state !== undefined && !isRead && connection !== 'stopped' && awaitsCards(state)
}

export function isFinal({ code }: Failure): boolean {
  return ['not_found', 'forbidden', 'unauthenticated', 'unsupported', 'invalid'].includes(code)
}

export function confirmedByRead(
  { seenAt }: Following,
  { operations }: ConversationState,
  at: number,
): Following['seenAt'] {
  const listed = operations.filter(isRunning).map(({ id }) => [id, at] as const)
  return new Map([...seenAt, ...listed])
}

/** Returns the same map if nothing in it changes, because this runs every second. */
export function pruneSeenAt(
  seenAt: Following['seenAt'],
  { at, state }: Pick<FollowingInput, 'at' | 'state'>,
): Following['seenAt'] {
  const running = new Set(state?.operations.filter(isRunning).map(({ id }) => id))
  const kept = [...seenAt].filter(([id]) => running.has(id))
  if (kept.length === seenAt.size && kept.every(([, seen]) => seen <= at)) return seenAt
  return new Map(kept.map(([id, seen]) => [id, Math.min(seen, at)]))
}

/**
 * True if events may be missing. Without a cursor, or after a restart, a connection does not know the events before it.
 */
export function isDoubtful(
  { wasCut }: Following,
  item: GatewayEvent | FollowSignal,
  state: ConversationState | undefined,
): boolean {
  switch (item.type) {
    case 'gap':
      return true
    case 'connection':
      return item.status === 'stale' || (item.status === 'live' && (wasCut || state?.cursor === null))
    case 'agent_intervention_request': {
      const { toolCallId, revision } = item.data.intervention
      const known = findCall(state?.interventions, toolCallId)
      const isOver = known !== undefined && known.status !== 'pending'
      return item.cursor === null && isOver && known.revision !== revision
    }
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
