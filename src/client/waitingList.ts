import type { QueryClient } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { createListening } from '../gateway/listening.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import { pendingOf } from '../model/pending.ts'
import { type WaitingItem, waitingItemOf, type WaitingPage } from '../model/waiting.ts'
import { scopeOf, SealedState } from './cache.ts'
import { isStreamKept } from './keptStreams.ts'
import { followedScopes } from './followConversation.ts'

export interface WaitingSnapshot {
  /** Oldest first. */
  readonly items: readonly WaitingItem[]
  /** The gateway has more of them. */
  readonly hasMore: boolean
  /** The last failure of reading the list, until it works again. */
  readonly failure: GatewayError | null
}

export interface WaitingFollower {
  /** Reads no clock, so that it can be called while rendering. */
  snapshot(): WaitingSnapshot
  subscribe(listener: () => void): () => void
  /** Reads the next part. */
  more(): void
}

export const blankWaiting: WaitingSnapshot = { items: [], hasMore: false, failure: null }

const everyMs = 30_000
const maxPages = 40

type Gateways = () => readonly GatewayClient[]
const followers = new WeakMap<QueryClient, WeakMap<Gateways, WaitingFollower>>()

export function followWaiting(client: QueryClient, gateways: Gateways): WaitingFollower {
  const known = followers.get(client) ?? new WeakMap<Gateways, WaitingFollower>()
  followers.set(client, known)
  const follower = known.get(gateways) ?? createFollower(client, gateways)
  known.set(gateways, follower)
  return follower
}

function createFollower(client: QueryClient, gateways: Gateways): WaitingFollower {
  const listeners = new Set<() => void>()
  // Maps the id of a gateway to the pages that were read.
  let pages = new Map<string, readonly WaitingPage[]>()
  let wanted = 1
  let failure: GatewayError | null = null
  let current = blankWaiting
  let key = ''
  let end: (() => void) | undefined

  function show(): void {
    const items = [
      ...gateways().flatMap((gateway) => itemsOf(client, gateway, pages.get(gateway.id) ?? [])),
    ].toSorted((a, b) => a.requestedAt - b.requestedAt)
    const hasMore = [...pages.values()].some((all) => all.at(-1)?.next !== undefined)
    const nextKey = JSON.stringify([items, hasMore, failure?.code])
    if (nextKey === key) return
    key = nextKey
    current = { items, hasMore, failure }
    for (const listener of [...listeners]) listener()
  }

  async function read(signal: AbortSignal): Promise<void> {
    const next = new Map<string, readonly WaitingPage[]>()
    let failed: GatewayError | null = null
    for (const gateway of gateways()) {
      try {
        next.set(gateway.id, await readPages(gateway, wanted, signal))
      } catch (thrown) {
        const told = GatewayError.from(thrown, 'no')
        warnOfProtocol(told)
        next.set(gateway.id, pages.get(gateway.id) ?? [])
        // The mounted conversations are listed all the same.
        if (told.code !== 'unsupported' && told.code !== 'not_found') failed = told
      }
    }
    if (signal.aborted) return
    pages = next
    failure = failed
    show()
  }

  function start(): () => void {
    let reading = new AbortController()
    const again = (): void => {
      reading.abort()
      reading = new AbortController()
      void read(reading.signal)
    }
    const whenSeen = (): void => {
      if (!document.hidden || isStreamKept('')) again()
    }
    const listening = createListening()
    listening.on(window, 'focus', again)
    listening.on(window, 'online', again)
    listening.on(document, 'visibilitychange', whenSeen)
    const timer = setInterval(whenSeen, everyMs)
    const unwatch = client.getQueryCache().subscribe(({ query }) => {
      if (query.queryKey[0] === 'intervention-bar') show()
    })
    readMore = again
    again()
    show()
    return () => {
      reading.abort()
      listening.end()
      clearInterval(timer)
      unwatch()
    }
  }
  let readMore = (): void => undefined

  return {
    snapshot: () => current,
    more: () => {
      if (!current.hasMore || wanted >= maxPages) return
      wanted += 1
      readMore()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      end ??= start()
      return () => {
        listeners.delete(listener)
        // A remount in the same task (StrictMode, a moved subtree) keeps it.
        queueMicrotask(() => {
          if (listeners.size > 0 || !end) return
          end()
          end = undefined
        })
      }
    },
  }
}

async function readPages(
  gateway: GatewayClient,
  wanted: number,
  signal: AbortSignal,
): Promise<readonly WaitingPage[]> {
  const port = portOf(gateway)
  const pages: WaitingPage[] = []
  while (port.listWaiting && pages.length < wanted) {
    const last = pages.at(-1)
    if (last && last.next === undefined) break
    pages.push(await port.listWaiting({ signal, after: last?.next }))
  }
  return pages
}

/** A conversation that is followed here is known better than the list knows it. */
function itemsOf(
  client: QueryClient,
  gateway: GatewayClient,
  pages: readonly WaitingPage[],
): readonly WaitingItem[] {
  const followed = followedScopes(client)
  const isFollowed = (conversationId: string): boolean =>
    followed.has(scopeOf({ client, gateway, conversationId }))
  const mounted = client
    .getQueryCache()
    .findAll({ queryKey: ['intervention-bar', gateway.id, 'conversation'] })
    .flatMap(({ state: { data } }) => SealedState.open(data) ?? [])
    .filter(({ id }) => isFollowed(id))
  const known = new Set(mounted.map(({ id }) => id))
  const elsewhere = new Map(
    pages
      .flatMap(({ items }) => items)
      .filter(({ conversationId }) => !known.has(conversationId))
      .map((item) => [JSON.stringify([item.conversationId, item.toolCallId]), item]),
  )
  const here = mounted.flatMap((state) => pendingOf(state).map((call) => waitingItemOf(state.id, call)))
  return [...here, ...elsewhere.values()]
}
