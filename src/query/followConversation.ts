import type { QueryClient } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { onWake } from '../gateway/wake.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { type ConversationStore, createConversationStore } from './conversationStore.ts'
import { scopeOf } from './keys.ts'
import { createReadings } from './readings.ts'
import { createRereading, ignore } from './rereading.ts'
import { streamInto } from './streaming.ts'

/** One conversation as a page follows it: one stream and one clock for however many subscribers. */
export interface Follower {
  readonly store: ConversationStore
  /** The first subscriber starts the stream, the last one ends it. */
  subscribe(listener: () => void): () => void
  /** Resolves with the state after a read that began after this call. Starts a stopped stream again. */
  reread(): Promise<ConversationState>
}

const followers = new WeakMap<QueryClient, Map<string, Follower>>()
const tickMs = 1_000

/** The one follower of this conversation in this client. */
export function followConversation(
  client: QueryClient,
  gateway: GatewayClient,
  conversationId: ConversationId,
): Follower {
  const scope = scopeOf(gateway, conversationId)
  const known = followers.get(client) ?? new Map<string, Follower>()
  followers.set(client, known)
  const follower =
    known.get(scope) ?? createFollower(client, gateway, conversationId, () => known.delete(scope))
  known.set(scope, follower)
  return follower
}

function createFollower(
  client: QueryClient,
  gateway: GatewayClient,
  conversationId: ConversationId,
  forget: () => void,
): Follower {
  const store = createConversationStore(client, gateway, conversationId)
  const readings = createReadings(client, gateway, conversationId)
  let polls = !gateway.followConversation
  let subscribers = 0
  let session: AbortController | null = null
  let streams = false
  const { reread, tick, isTimeBound } = createRereading(store, readings, {
    polls: () => polls,
    streams: () => streams,
    onRead: () => {
      if (session && !streams && !polls && store.snapshot().connection !== 'stopped')
        void stream(session.signal)
    },
  })
  const rereadInBackground = (): void => void reread().catch(ignore)

  async function stream(signal: AbortSignal): Promise<void> {
    streams = true
    const end = await streamInto(store, { gateway, conversationId, signal, reread: rereadInBackground })
    if (signal.aborted) return
    streams = false
    if (end === 'ended') return
    polls = true
    store.report({ connection: 'live' })
  }

  function rereadNow(): Promise<ConversationState> {
    if (store.snapshot().connection === 'stopped') store.report({ connection: 'connecting' })
    return reread()
  }

  function start(): AbortController {
    const started = new AbortController()
    streams = false
    let ticker: ReturnType<typeof setInterval> | undefined
    const watchClock = (): void => {
      if (isTimeBound()) return void (ticker ??= setInterval(onTick, tickMs))
      clearInterval(ticker)
      ticker = undefined
    }
    const onTick = (): void => {
      tick()
      watchClock()
    }
    const ends = [
      store.attach(),
      store.listen(watchClock),
      onWake(() => {
        const { connection, failure } = store.snapshot()
        if ((polls || connection !== 'live') && failure?.code !== 'not_found') rereadNow().catch(ignore)
      }),
      () => clearInterval(ticker),
    ]
    started.signal.addEventListener('abort', () => {
      for (const end of ends) end()
    })
    store.report({ connection: 'connecting' })
    session = started
    rereadInBackground()
    watchClock()
    return started
  }

  return {
    store,
    reread: rereadNow,
    subscribe: (listener) => {
      const stopListening = store.listen(listener)
      subscribers += 1
      session ??= start()
      return () => {
        stopListening()
        subscribers -= 1
        // A remount in the same task (StrictMode, a moved subtree) keeps the stream.
        queueMicrotask(() => {
          if (subscribers > 0) return
          session?.abort()
          session = null
          forget()
        })
      }
    },
  }
}
