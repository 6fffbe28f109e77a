import { QueryObserver } from '@tanstack/react-query'
import { GatewayError } from '../gateway/GatewayError.ts'
import { onWake } from '../gateway/wake.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import { findCall, isHeardOf } from '../model/conversation.ts'
import { waitsInChain } from '../model/pending.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { isRunning } from '../model/operation.ts'
import { reduce } from '../model/reduce.ts'
import { rereadIntervalMs } from '../model/reread.ts'
import { type ConversationAddress, getState, reread, scopeOf } from './address.ts'
import { conversationOptions } from './conversationOptions.ts'
import type { ConversationStore } from './conversationStore.ts'
import { dropElsewhere, showElsewhere } from './elsewhere.ts'
import { eventsOf } from './eventsOf.ts'
import { inFlight } from './inFlight.ts'
import { wasAnswered } from './intents.ts'
import { listenToOtherTabs, type OtherTab } from './otherTabs.ts'
import { onLongWait } from './onLongWait.ts'
import { createWriter } from './writer.ts'

/** What keeps a conversation up to date: its stream, its reads and its clock. */
export interface Following {
  /** Follows, until what it returns is called. */
  start(): () => void
  /** Asks for the truth, and starts a stopped stream again. What fails is in the snapshot. */
  reread(): void
}

const tickMs = 1_000
const maxRetryMs = 30_000
const restAfterMs = 30_000
const reopenAfterMs = 250

/** Keeps what is known of a conversation up to date, from when it is started. */
export function createFollowing(address: ConversationAddress, store: ConversationStore): Following {
  const { client, gateway } = address
  const scope = scopeOf(address)
  const { seenAt, snapshot } = store
  const update = createWriter(address, store)
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
      warnOfProtocol(failure)
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
    if (isPark && state && !waitsInChain(state)(operationId)) void read()
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
    // What seems to lie ahead, because the clock was set back, would hold everything up for as long.
    readAt = Math.min(readAt, now)
    seenByPersonAt = Math.min(seenByPersonAt, now)
    for (const [id, at] of seenAt) seenAt.set(id, Math.min(at, now))
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

  /** What another client of this page sent has its answer: this one has to read it. */
  function catchUp(): void {
    const { state, locks, records } = snapshot()
    const isBehind = state?.interventions.some(
      ({ status, toolCallId: id }) => status === 'pending' && !locks.has(id) && wasAnswered(records.get(id)),
    )
    if (isBehind) void read()
  }

  function start(): () => void {
    session = new AbortController()
    const renew = (): void => {
      events.renew()
      update()
    }
    const clock = setInterval(tick, tickMs)
    const ends = [
      observer.subscribe(renew),
      onLongWait(scope, giveWay),
      inFlight.subscribe(scope, catchUp),
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
        session?.abort()
        session = undefined
      },
    ]
    isResting = false
    seenByPersonAt = Date.now()
    update()
    void read()
    return () => ends.forEach((end) => end())
  }

  return { start, reread: readNow }
}

/** What asking again would not change. */
function isFinal({ code }: GatewayError): boolean {
  return ['not_found', 'forbidden', 'unauthenticated', 'unsupported', 'invalid'].includes(code)
}
