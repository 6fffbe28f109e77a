import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { GatewayError } from '../gateway/GatewayError.ts'
import { onWake } from '../gateway/wake.ts'
import { findCall, hasPendingInChain, isHeardOf } from '../model/conversation.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { isRunning } from '../model/operation.ts'
import { reduce } from '../model/reduce.ts'
import { rereadIntervalMs } from '../model/reread.ts'
import { type ConversationAddress, getState, reread, scopeOf } from './address.ts'
import { conversationOptions } from './conversationOptions.ts'
import { type ConversationStore, createConversationStore } from './conversationStore.ts'
import { dropElsewhere, showElsewhere } from './elsewhere.ts'
import { eventsOf } from './eventsOf.ts'
import { inFlight } from './inFlight.ts'
import { intents } from './intents.ts'
import { listenToOtherTabs, type OtherTab } from './otherTabs.ts'
import { onLongWait } from './onLongWait.ts'
import { recallUnsettled } from './unsettled.ts'

/** One conversation as a page follows it: one stream and one clock for however many subscribers. */
export interface Follower extends Pick<ConversationStore, 'snapshot'> {
  /** The first subscriber starts the stream, the last one ends it. */
  subscribe(listener: () => void): () => void
  /** Asks for the truth, and starts a stopped stream again. What fails is in the snapshot. */
  reread(): void
}

const followers = new WeakMap<QueryClient, Map<string, Follower>>()
const tickMs = 1_000
const maxRetryMs = 30_000
const restAfterMs = 30_000
const reopenAfterMs = 250

/** The one follower of this conversation in this client. */
export function followConversation(address: ConversationAddress): Follower {
  const scope = scopeOf(address)
  const known = followers.get(address.client) ?? new Map<string, Follower>()
  followers.set(address.client, known)
  const follower =
    known.get(scope) ??
    createFollower(address, scope, () => {
      // One that a component held on to while it was hidden ends beside the one that took its place.
      if (known.get(scope) === follower) known.delete(scope)
    })
  known.set(scope, follower)
  return follower
}

function createFollower(address: ConversationAddress, scope: string, forget: () => void): Follower {
  const { client, gateway } = address
  const store = createConversationStore(address)
  const { listeners, seenAt, snapshot, update } = store
  const events = eventsOf(address, { onItem, onEnd })
  const options = { ...conversationOptions(address), enabled: false }
  const observer = new QueryObserver(client, options)
  let session: AbortController | undefined
  let polls = !gateway.followConversation
  /** A page that nobody sees keeps no connection. */
  let isResting = false
  let reopening: ReturnType<typeof setTimeout> | undefined
  let seenByPersonAt = 0
  /** The stream was live, and is not: what it says next may follow on something else. */
  let wasCut = false
  /** Our clock when the last read began, in milliseconds; and how many have failed in a row since. */
  let readAt = 0
  let failures = 0
  /** How many reads are under way. */
  let reads = 0

  async function read(signal = session?.signal): Promise<void> {
    readAt = Date.now()
    reads += 1
    try {
      keepCached()
      await reread(address, signal)
      if (signal?.aborted) return
      failures = 0
      update({ failure: null, ...(polls ? { connection: 'live' } : {}) })
      const mayStream = signal && !polls && !isResting
      if (mayStream && snapshot().connection !== 'stopped') events.open()
    } catch (thrown) {
      if (signal?.aborted) return
      const failure = GatewayError.from(thrown, 'no')
      failures += 1
      const lost = isFinal(failure) ? 'stopped' : polls && 'stale'
      update({ failure, ...(lost && !events.isOpen() ? { connection: lost } : {}) })
    } finally {
      reads -= 1
    }
  }

  /** A host may have thrown its cache away, and our query with it. */
  function keepCached(): void {
    if (!client.getQueryCache().find({ queryKey: options.queryKey })) observer.setOptions(options)
  }

  function readNow(): void {
    if (snapshot().connection === 'stopped') update({ connection: 'connecting' })
    void read()
  }

  function onEnd(failure: GatewayError | null): void {
    polls = failure?.code === 'unsupported'
    update(polls ? { connection: 'live' } : { connection: 'stopped', failure })
  }

  function onItem(item: GatewayEvent | FollowSignal): void {
    if (isDoubtful(item)) void read()
    if (item.type === 'connection') {
      wasCut = item.status !== 'live' && (wasCut || snapshot().connection === 'live')
      update({ connection: item.status })
    }
    if (!('operationId' in item)) return
    const { operationId } = item
    seenAt.set(operationId, Date.now())
    update({}, (state) => reduce(state, item, Date.now()))
    const state = getState(address)
    const isPark = item.type === 'agent_runtime_end' && item.data.reason === 'waiting_for_human'
    if (isPark && state && !hasPendingInChain(state, operationId)) void read()
  }

  /** True when something may be missing. Without a cursor, or after a restart, no connection knows what came before it. */
  function isDoubtful(item: GatewayEvent | FollowSignal): boolean {
    const state = getState(address)
    if (item.type === 'agent_intervention_response')
      return !findCall(state?.interventions, item.data.toolCallId)
    if (item.type === 'agent_runtime_end') return state !== undefined && !isHeardOf(state, item.operationId)
    if (item.type !== 'connection') return item.type === 'gap'
    return item.status === 'stale' || (item.status === 'live' && (wasCut || state?.cursor === null))
  }

  /** Gives the connection of the stream to a decision that waits for one, and takes it again. */
  function giveWay(): void {
    if (!events.isOpen()) return
    events.close()
    reopening = setTimeout(() => {
      if (!isResting) events.open()
    }, reopenAfterMs)
  }

  /** Another tab decides, or has decided: it is shown here as it happens. */
  async function hear({ request, isOver }: OtherTab): Promise<void> {
    if (!showElsewhere(address, request) || !isOver) return
    await read()
    dropElsewhere(address, request)
  }

  /** Does what time alone asks for: forgets, notices silence, reads again. */
  function tick(): void {
    update()
    const { state, failure, locks, records } = snapshot()
    const now = Date.now()
    if (locks.size > 0) readAt = now
    if (!globalThis.document?.hidden || locks.size > 0) seenByPersonAt = now
    if (!polls && now - seenByPersonAt >= restAfterMs && !isResting) {
      isResting = true
      events.close()
      update({ connection: 'connecting' })
    }
    if ((failure && isFinal(failure)) || isResting) return
    const live = state?.operations.filter((one) => isRunning(one)).map((one) => one.id)
    for (const id of seenAt.keys()) if (!live?.includes(id)) seenAt.delete(id)
    const unknownOutcome = [...records.values()].some(
      (one) => one.status === 'earlier' || (one.status === 'failed' && one.failure.applied === 'unknown'),
    )
    dropElsewhere(address)
    const interval = failures
      ? Math.min(maxRetryMs, tickMs * 2 ** failures)
      : state && rereadIntervalMs(state, { witness: { now, seenAt }, polls, unknownOutcome })
    const isLost = !state && failures === 0 && reads === 0
    if (isLost || (interval && now - readAt >= interval)) void read()
  }

  /** Follows, until it is aborted. */
  function start(): AbortController {
    const started = new AbortController()
    const refresh = (): void => update()
    const renew = (): void => {
      events.renew()
      update()
    }
    const clock = setInterval(tick, tickMs)
    const ends = [
      observer.subscribe(renew),
      inFlight.subscribe(scope, refresh),
      onLongWait(scope, giveWay),
      intents.subscribe(scope, refresh),
      listenToOtherTabs(address, (message) => void hear(message)),
      onWake((reason) => {
        const { connection, failure } = snapshot()
        // What was on the screen when the page froze may be long over, whatever its connection says.
        const mustRead = reason === 'restored' || isResting || polls || connection !== 'live'
        isResting = false
        if (mustRead && failure?.code !== 'not_found') readNow()
      }),
      events.close,
      () => {
        clearInterval(clock)
        clearTimeout(reopening)
      },
    ]
    recallUnsettled(scope)
    isResting = false
    seenByPersonAt = Date.now()
    update({ connection: 'connecting', failure: null })
    started.signal.addEventListener('abort', () => ends.forEach((end) => end()))
    void read(started.signal)
    return started
  }

  return {
    snapshot,
    reread: readNow,
    subscribe: (listener) => {
      listeners.add(listener)
      session ??= start()
      return () => {
        listeners.delete(listener)
        // A remount in the same task (StrictMode, a moved subtree) keeps the stream.
        queueMicrotask(() => {
          if (listeners.size > 0) return
          session?.abort()
          session = undefined
          forget()
        })
      }
    },
  }
}

/** What asking again would not change. */
function isFinal({ code }: GatewayError): boolean {
  return ['not_found', 'forbidden', 'unauthenticated', 'unsupported', 'invalid'].includes(code)
}
