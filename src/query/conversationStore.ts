import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import type { GatewayError } from '../gateway/GatewayError.ts'
import { busyOperations, isBusy, unseenForMs, unwitnessedAfterMs, type Witness } from '../model/busy.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import { prune } from '../model/prune.ts'
import { conversationOptions } from './conversationOptions.ts'
import { inFlight, type Lock } from './inFlight.ts'
import { type CardRecord, intents } from './intents.ts'
import { scopeOf } from './keys.ts'
import { trackReceipts } from './receipts.ts'

/** How the kit hears of changes. `stopped`: it does not any more, and `failure` says why. */
export type Connection = 'live' | 'connecting' | 'stale' | 'stopped'

/** Everything known of a conversation, in one object that changes only when something in it does. */
export interface ConversationSnapshot {
  readonly state: ConversationState | undefined
  readonly connection: Connection
  /** Why reading or following failed last, until it works again. */
  readonly failure: GatewayError | null
  readonly isBusy: boolean
  /** Our clock when busy began, in milliseconds. */
  readonly busySince: number | null
  /** Decisions on their way, by tool call. */
  readonly locks: ReadonlyMap<string, Lock>
  /** What is remembered of each card, by tool call. */
  readonly records: ReadonlyMap<string, CardRecord>
}

/** What is known of one conversation: the cache, the locks, the records and the witnesses, seen as one. */
export interface ConversationStore {
  readonly scope: string
  getState(): ConversationState | undefined
  witness(): Witness
  snapshot(): ConversationSnapshot
  /** Writes a change of the state and tells everybody at once. */
  update(change: (state: ConversationState) => ConversationState): void
  /** Says how the connection is, and what failed. */
  report(link: { readonly connection?: Connection; readonly failure?: GatewayError | null }): void
  /** Vouches for an operation: it gave a sign of life, or a gateway has just shown it. */
  vouch(operationId: OperationId): void
  /** Looks whether anything changed, also by time alone, and tells everybody. */
  refresh(): void
  /** Is told of every change of the snapshot. */
  listen(listener: () => void): () => void
  /** Keeps the query alive and hears of changes made elsewhere. Returns what ends it. */
  attach(): () => void
}

/** Creates the store of one conversation in one client. */
export function createConversationStore(
  client: QueryClient,
  gateway: GatewayClient,
  conversationId: ConversationId,
): ConversationStore {
  const scope = scopeOf(gateway, conversationId)
  const options = conversationOptions(gateway, conversationId)
  const listeners = new Set<() => void>()
  const seenAt = new Map<OperationId, number>()
  let connection: Connection = 'connecting'
  let failure: GatewayError | null = null
  let tracked: ConversationState | undefined
  let current: ConversationSnapshot | undefined

  const getState = (): ConversationState | undefined =>
    client.getQueryData<ConversationState>(options.queryKey)
  const witness = (): Witness => ({ now: Date.now(), seenAt })

  function snapshot(): ConversationSnapshot {
    const state = getState()
    const locks = inFlight.all(scope)
    const seen = witness()
    const busy = isBusy(state, locks.size > 0, seen)
    const unwitnessed = busyOperations(state).some((id) => unseenForMs(id, seen) >= unwitnessedAfterMs)
    const next: ConversationSnapshot = {
      state,
      connection: unwitnessed && connection === 'live' ? 'stale' : connection,
      failure,
      isBusy: busy,
      busySince: busy ? (current?.busySince ?? seen.now) : null,
      locks,
      records: intents.all(scope),
    }
    if (!current || !isSame(current, next)) current = next
    return current
  }

  function refresh(): void {
    const state = getState()
    if (state && state !== tracked) {
      const before = tracked
      tracked = state
      const busy = new Set(busyOperations(state))
      for (const id of seenAt.keys()) if (!busy.has(id)) seenAt.delete(id)
      trackReceipts(scope, before, state, Date.now())
    }
    const before = current
    if (snapshot() !== before) for (const listener of [...listeners]) listener()
  }

  return {
    scope,
    getState,
    witness,
    snapshot,
    refresh,
    update: (change) => {
      const state = getState()
      if (!state) return
      const next = prune(change(state), Date.now())
      if (next !== state) client.setQueryData<ConversationState>(options.queryKey, next)
      refresh()
    },
    report: (link) => {
      connection = link.connection ?? connection
      if (link.failure !== undefined) failure = link.failure
      refresh()
    },
    vouch: (operationId) => void seenAt.set(operationId, Date.now()),
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    attach: () => {
      const observer = new QueryObserver(client, { ...options, enabled: false })
      const ends = [
        observer.subscribe(refresh),
        inFlight.subscribe(scope, refresh),
        intents.subscribe(scope, refresh),
      ]
      return () => {
        for (const end of ends) end()
      }
    },
  }
}

function isSame(a: ConversationSnapshot, b: ConversationSnapshot): boolean {
  return (Object.keys(a) as (keyof ConversationSnapshot)[]).every((key) => a[key] === b[key])
}
