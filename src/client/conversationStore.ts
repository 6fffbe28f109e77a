import type { GatewayError } from '../gateway/GatewayError.ts'
import { isBusy, unseenForMs, unwitnessedAfterMs, type Witness } from '../model/busy.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { OperationId } from '../model/ids.ts'
import { type ConversationAddress, getState, scopeOf } from './address.ts'
import { inFlight, type Lock } from './inFlight.ts'
import { type CardRecord, intents } from './intents.ts'

/** The state of the stream. `stopped`: the kit no longer follows the conversation, and `failure` says why. */
export type Connection = 'live' | 'connecting' | 'stale' | 'stopped'

/** How a conversation is connected. */
export interface Link {
  readonly connection: Connection
  /** Why reading or following failed last, until it works again. */
  readonly failure: GatewayError | null
}

/** Everything known of a conversation, in one object that changes only when something in it does. */
export interface ConversationSnapshot extends Link {
  readonly state: ConversationState | undefined
  /** Our clock when busy began, in milliseconds; null: not busy. */
  readonly busySince: number | null
  /** Decisions on their way, by tool call. */
  readonly locks: ReadonlyMap<string, Lock>
  /** What is remembered of each card, by tool call. */
  readonly records: ReadonlyMap<string, CardRecord>
}

/** What is known of one conversation: the cache, the locks, the records and the witnesses, seen as one. */
export interface ConversationStore {
  readonly listeners: Set<() => void>
  /** When each operation last gave a sign of life. It lives with the stream, never in the cache. */
  readonly seenAt: Map<OperationId, number>
  snapshot(): ConversationSnapshot
  /** Notes how the conversation is connected, and tells everybody where anything is new. */
  note(link?: Partial<Link>): void
}

/** Creates the store of one conversation. */
export function createConversationStore(address: ConversationAddress): ConversationStore {
  const scope = scopeOf(address)
  const listeners = new Set<() => void>()
  const seenAt = new Map<OperationId, number>()
  let link: Link = { connection: 'connecting', failure: null }
  let current: ConversationSnapshot | undefined

  function snapshot(): ConversationSnapshot {
    const state = getState(address)
    const locks = inFlight.all(scope)
    const seen: Witness = { now: Date.now(), seenAt }
    const isUnwitnessed = unseenForMs(state, seen).some((ms) => ms >= unwitnessedAfterMs)
    const next: ConversationSnapshot = {
      connection: isUnwitnessed && link.connection === 'live' ? 'stale' : link.connection,
      failure: link.failure,
      state,
      busySince: isBusy(state, locks.size > 0, seen) ? (current?.busySince ?? seen.now) : null,
      locks,
      records: intents.all(scope),
    }
    const keys = Object.keys(next) as (keyof ConversationSnapshot)[]
    if (keys.some((key) => current?.[key] !== next[key])) current = next
    return current ?? next
  }

  return {
    listeners,
    seenAt,
    snapshot,
    note: (changes) => {
      const last = current
      link = { ...link, ...changes }
      if (snapshot() !== last) for (const listener of [...listeners]) listener()
    },
  }
}
