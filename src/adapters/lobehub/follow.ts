import { createChannel, createListeners, type Subscribe } from '../../backend/changes.ts'
import { type Fields, fieldsOf, textOf, wordOf } from '../../backend/json.ts'
import type { ServerClock } from '../../backend/serverClock.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { pause } from '../../gateway/timeLimit.ts'
import { onWake } from '../../gateway/wake.ts'
import type { ChatEventType, FollowSignal, GatewayEvent } from '../../model/event.ts'
import type { OperationId } from '../../model/ids.ts'
import type { Operation } from '../../model/operation.ts'
import type { LobeHubOptions } from './options.ts'
import { openSocket, type StreamPlace } from './socket.ts'
import { errorOf, markerOf, orAbsent, type Topic } from './topic.ts'

const whileStreamingMs = 30_000
const maxPauseMs = 30_000

/**
 * Looks at a topic every so often, says `gap` when it changed, and streams the run whose marker it bears. Throws only for
 * good; `unsupported` without a way to open sockets. `decided` tells of decisions made here: the next run is looked for at
 * once.
 */
export async function* followTopic(
  { gatewayUrl, pollMs = 2_000, webSocket: Socket = globalThis.WebSocket }: LobeHubOptions,
  { id: topicId, clock, runs, call, stored }: Topic,
  decided: Subscribe,
  signal: AbortSignal,
): AsyncGenerator<GatewayEvent | FollowSignal, void> {
  if (!Socket) throw new GatewayError({ code: 'unsupported', applied: 'no' }, 'Expected a WebSocket.')
  const left = new AbortController()
  const items = createChannel<GatewayEvent | FollowSignal>(left.signal)
  const { subscribe, notify: wake } = createListeners()
  let stream: (StreamPlace & { readonly id: OperationId; isOpen: boolean; isOver: boolean }) | undefined
  let close = (): void => undefined
  let status: string | undefined
  let failures = 0
  let seen: string | undefined
  let isDue = true
  let heardAt = Date.now()

  const push = (...more: readonly (GatewayEvent | FollowSignal)[]): void => {
    heardAt = Date.now()
    items.push(...more)
  }
  const say = (next: 'live' | 'connecting' | 'stale'): void => {
    if (status !== next) push({ type: 'connection', status: next })
    status = next
  }
  const look = (): void => {
    isDue = true
    wake()
  }

  async function openStream(id: OperationId): Promise<void> {
    const url = `${gatewayUrl.replace(/^http/, 'ws').replace(/\/+$/, '')}/ws?operationId=${encodeURIComponent(id)}`
    const own = stream?.id === id ? stream : { id, url, lastEventId: '', isOpen: false, isOver: false }
    stream = own
    if (own.isOpen || own.isOver) return
    const token = textOf(fieldsOf(await orAbsent(call('aiAgent.refreshGatewayToken', { topicId })))['token'])
    // The marker is stale: nothing runs.
    own.isOver = token === undefined
    own.isOpen = token !== undefined
    if (token === undefined || left.signal.aborted) return
    const over = (): void => {
      own.isOver = true
      own.isOpen = false
      push({ type: 'gap' })
      look()
    }
    close = openSocket(Socket, own, token, {
      onLive: () => say('live'),
      onEvent: (event) => {
        failures = 0
        if ((textOf(event['operationId']) ?? id) !== id) return
        push(...readEvent(event, runs.get(id) ?? { id, status: 'running', startedAt: clock.now() }, clock))
        if (!isEnd(event)) return
        close()
        over()
      },
      onOver: over,
      onLost: (why) => {
        own.isOpen = false
        failures += 1
        heardAt = Date.now()
        say(why)
        // The pause that is running was chosen for an open stream.
        if (failures === 1) look()
        else wake()
      },
    })
  }

  async function lookNow(): Promise<void> {
    try {
      const topic = await stored()
      const text = JSON.stringify([topic['status'], topic['updatedAt'], topic['metadata']])
      if (seen !== undefined && seen !== text) push({ type: 'gap' })
      seen = text
      const running = markerOf(topic)
      if (running !== stream?.id) {
        close()
        stream = undefined
      }
      if (running !== undefined) await openStream(running)
      if (stream?.isOpen) return
      failures = 0
      say('live')
    } catch (thrown) {
      if (left.signal.aborted) return
      if (!isPassing(thrown)) throw thrown
      failures += 1
      say('connecting')
    }
  }

  async function lookOften(): Promise<void> {
    while (!left.signal.aborted) {
      const pauseMs = stream?.isOpen ? whileStreamingMs : Math.min(maxPauseMs, pollMs * 2 ** failures)
      const waitMs = isDue ? 0 : heardAt + pauseMs - Date.now()
      if (waitMs > 0) await pause(waitMs, left.signal, subscribe)
      else {
        isDue = false
        await lookNow()
        heardAt = Date.now()
      }
    }
  }

  const ends = [onWake(look), decided(look)]
  const leave = (): void => left.abort()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  lookOften().catch(items.close)
  try {
    yield* items
  } finally {
    leave()
    close()
    signal.removeEventListener('abort', leave)
    ends.forEach((end) => end())
  }
}

function isPassing(thrown: unknown): boolean {
  if (!(thrown instanceof GatewayError)) return false
  return ['unavailable', 'rate_limited', 'offline', 'timeout'].includes(thrown.code)
}

const chat = /^(stream_(start|chunk|end)|step_(start|complete)|tool_(start|end))$/
const news = /^(agent_intervention_.+|notify_update|message_patch)$/

export function isEnd({ type }: Fields): boolean {
  return type === 'agent_runtime_end' || type === 'error'
}

export function readEvent(
  event: Fields,
  run: Operation,
  clock: ServerClock,
): readonly (GatewayEvent | FollowSignal)[] {
  const { data, timestamp: at } = event
  const type = wordOf(event['type'])
  const fields = fieldsOf(data)
  if (typeof at === 'number') clock.saw(at)
  const timestamp = typeof at === 'number' ? at : clock.now()
  const base = { cursor: null, operationId: run.id, timestamp } as const
  if (type === 'agent_runtime_init') return [{ ...base, type, data: { operation: run } }]
  if (isEnd(event)) {
    const reason = type === 'error' ? type : fields['reason']
    // Other reasons depend on the server, so a read finds the outcome.
    const end = ((): Extract<GatewayEvent, { type: 'agent_runtime_end' }>['data'] | undefined => {
      if (reason === 'done' || reason === 'interrupted' || reason === 'waiting_for_human') return { reason }
      const { message, reasonDetail, finalState } = fields
      const thrown = fieldsOf(finalState)['error'] ?? { ...fields, message: message ?? reasonDetail }
      return reason === 'error' ? { reason, error: errorOf(thrown) } : undefined
    })()
    return end ? [{ ...base, type: 'agent_runtime_end', data: end }] : []
  }
  const asks = news.test(type) || fields['requiresApproval'] === true || 'toolMessageIds' in fields
  const told: GatewayEvent = chat.test(type)
    ? { ...base, type: type as ChatEventType, data }
    : { ...base, type: 'unknown', data }
  return asks ? [told, { type: 'gap' }] : [told]
}
