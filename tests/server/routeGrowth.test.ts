import type { GatewayClient, JsonSchema } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
  type RouteAgent,
  type RouteCall,
  type RouteViewer,
  type Store,
} from 'intervention-bar/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { base, clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()
afterEach(() => vi.useRealTimers())

/** Asks for as many calls as it is told, with 50 kB of arguments each. */
const writer: RouteAgent = {
  start: async (text) => ({ state: text, calls: callsTo(Number(text)) }),
  resume: async (decisions, { state = '' }) => {
    const [count, ...before] = state.split(' ')
    const decided = [...before, ...decisions.map((made) => made.toolCallId)]
    const calls = callsTo(Number(count)).filter((call) => !decided.includes(call.toolCallId))
    return { state: [count, ...decided].join(' '), calls }
  },
}

function callsTo(count: number): readonly RouteCall[] {
  return Array.from({ length: count }, (_, index) => ({
    toolCallId: `call_${index}`,
    tool: { name: 'write' },
    argsText: JSON.stringify({ path: `${index}.txt`, content: `${index} `.repeat(50_000).slice(0, 50_000) }),
  }))
}

function countingStore() {
  const inner = createMemoryStore()
  const counts = { reads: [] as string[], bytesRead: 0, writes: [] as string[], bytesWritten: 0 }
  const store: Store = {
    read: async (key) => {
      const text = await inner.read(key)
      counts.reads.push(key)
      counts.bytesRead += text?.length ?? 0
      return text
    },
    swap: async (key, from, to, ttlMs) => {
      counts.writes.push(key)
      counts.bytesWritten += to.length
      return inner.swap(key, from, to, ttlMs)
    },
  }
  const reset = (): void => {
    Object.assign(counts, { reads: [], bytesRead: 0, writes: [], bytesWritten: 0 })
  }
  return { store, counts, reset }
}
function routeOf(store: Store, options: Partial<ResumeRouteOptions> = {}): ResumeRoute {
  const claims = createClaims({ store })
  return createResumeRoute({ claims, agent: writer, authorize: () => ({ id: 'ana' }), ...options })
}
async function waiting(route: ResumeRoute, count: number) {
  await route.start(id, String(count))
  return atRest(clientOf(route))
}
async function atRest(client: GatewayClient) {
  await expect
    .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
    .not.toBe('running')
  return client.readConversation(id, { signal })
}
function opened(route: ResumeRoute, after?: string): Promise<Response> {
  const headers: Record<string, string> = after === undefined ? {} : { 'last-event-id': after }
  return route(new Request(`${base}/conversations/${id}/events`, { headers }))
}
async function toldBy(response: Response): Promise<string> {
  return new TextDecoder().decode(new Uint8Array(await response.arrayBuffer()))
}

describe('a conversation with a hundred waiting calls of 50 kB', () => {
  it('writes each of the arguments once, and per event only what is new', async () => {
    const { store, counts, reset } = countingStore()
    const route = routeOf(store)
    const { interventions } = await waiting(route, 100)
    expect(interventions).toHaveLength(100)
    const argsLength = interventions.reduce((sum, { argsText }) => sum + argsText!.length, 0)
    expect(counts.bytesWritten).toBeLessThan(argsLength + 300_000)
    expect((await store.read(`conversation:${id}`))!.length).toBeLessThan(150_000)
    reset()
    const { toolCallId, revision, operationId } = interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
    await clientOf(route).resume(
      { conversationId: id, operationId, requestId: 'req_1', decisions },
      { signal },
    )
    await atRest(clientOf(route))
    // The decision and the step after it.
    expect(counts.bytesWritten).toBeLessThan(300_000)
    expect(counts.writes.filter((key) => key.startsWith('text:'))).toEqual([])
    expect((await store.read(`conversation:${id}`))!.length).toBeLessThan(150_000)
  })

  it.each([
    ['one schema', () => 'call'],
    ['a schema each', (index: number) => `call ${index}`],
  ])(
    'of tools with %s of 20 kB: the schemas are written once, and stay as they are',
    async (_what, nameOf) => {
      const schemaOf = (index: number): JsonSchema => ({
        type: 'object',
        title: nameOf(index),
        properties: {
          schema: { const: 'text:json:none' },
          ...(JSON.parse('{"__proto__":{"type":"null"}}') as JsonSchema),
          city: { enum: Array.from({ length: 1_000 }, (_one, at) => `The city number ${at}`) },
        },
      })
      const { store, counts, reset } = countingStore()
      const agent: RouteAgent = {
        ...writer,
        start: async () => ({
          state: '100',
          calls: callsTo(100).map(({ toolCallId }, index): RouteCall => ({
            toolCallId,
            argsText: '{}',
            tool: { name: 'write', inputSchema: schemaOf(index) },
          })),
        }),
        resume: async () => ({ state: '100', calls: [] }),
      }
      const { interventions } = await waiting(routeOf(store, { agent }), 100)
      expect(interventions.map(({ tool }) => tool?.inputSchema)).toEqual(
        interventions.map((_one, index) => schemaOf(index)),
      )
      const isShared = nameOf(1) === nameOf(2)
      expect(counts.bytesWritten).toBeLessThan(isShared ? 500_000 : 2_700_000)
      reset()
      const { toolCallId, revision, operationId } = interventions[0]!
      const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
      const client = clientOf(routeOf(store, { agent }))
      await client.resume({ conversationId: id, operationId, requestId: 'req_1', decisions }, { signal })
      const after = await atRest(client)
      expect(counts.bytesWritten).toBeLessThan(400_000)
      expect(after.interventions.map(({ tool }) => tool?.inputSchema)).toEqual(
        interventions.map(({ tool }) => tool?.inputSchema),
      )
    },
  )

  it('is read by ten idle streams with one short read per poll', async () => {
    const { store, counts, reset } = countingStore()
    const route = routeOf(store, { pollMs: 20 })
    await waiting(route, 100)
    const streams = await Promise.all(Array.from({ length: 10 }, () => opened(route)))
    const readers = streams.map(({ body }) => body!.getReader())
    await Promise.all(readers.map((reader) => reader.read()))
    await new Promise((resolve) => setTimeout(resolve, 40))
    reset()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(counts.reads.length).toBeGreaterThan(2)
    expect(counts.reads.length).toBeLessThanOrEqual(16)
    expect(counts.bytesRead).toBeLessThan(counts.reads.length * 100)
    await Promise.all(readers.map((reader) => reader.cancel()))
    await new Promise((resolve) => setTimeout(resolve, 40))
    reset()
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(counts.reads).toEqual([])
  })

  it('tells ten streams what another machine changed, and reads no arguments again', async () => {
    const { store, counts, reset } = countingStore()
    const [here, there] = [routeOf(store, { pollMs: 20 }), routeOf(store)]
    const { interventions } = await waiting(here, 100)
    const streams = await Promise.all(Array.from({ length: 10 }, () => opened(here)))
    const readers = streams.map(({ body }) => body!.getReader())
    await Promise.all(readers.map((reader) => reader.read()))
    await clientOf(there).readConversation(id, { signal })
    const { toolCallId, revision, operationId } = interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'rejected' }] as const
    reset()
    await clientOf(there).resume(
      { conversationId: id, operationId, requestId: 'req_1', decisions },
      { signal },
    )
    const chunks = await Promise.all(readers.map((reader) => reader.read()))
    for (const { value } of chunks) expect(new TextDecoder().decode(value)).toContain('intervention_response')
    expect(counts.reads.filter((key) => key.startsWith('text:'))).toEqual([])
    await Promise.all(readers.map((reader) => reader.cancel()))
  })

  it('is read whole by a machine that knows nothing of it', async () => {
    const { store } = countingStore()
    const before = await waiting(routeOf(store), 100)
    const after = await clientOf(routeOf(store)).readConversation(id, { signal })
    expect(after).toEqual({ ...before, now: after.now })
  })
})

describe('a store that keeps texts for a time', () => {
  it('keeps those of a conversation that goes on for longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 })
    const store = createMemoryStore()
    const route = routeOf(store, { ttlMs: 100 })
    const { interventions } = await waiting(route, 3)
    for (const [index, { toolCallId, revision, operationId }] of interventions.slice(0, 2).entries()) {
      vi.setSystemTime(1_000 + (index + 1) * 90)
      const request = { conversationId: id, operationId, requestId: `req_${index}` } as const
      const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
      await clientOf(route).resume({ ...request, decisions }, { signal })
      await atRest(clientOf(route))
    }
    vi.setSystemTime(1_275)
    // Another machine has nothing but the store.
    const { interventions: left } = await clientOf(routeOf(store)).readConversation(id, { signal })
    expect(left.map((card) => card.argsText)).toEqual(interventions.map((card) => card.argsText))
  })
})

describe('the permission of an open stream', () => {
  const revocable = (): { viewer: RouteViewer | 'forbidden'; options: Partial<ResumeRouteOptions> } => {
    const state = { viewer: { id: 'ana' } as RouteViewer | 'forbidden', options: {} }
    state.options = { pollMs: 20, authorize: () => state.viewer }
    return state
  }

  it('is asked for before an event with arguments', async () => {
    const allowed = revocable()
    const store = createMemoryStore()
    const route = routeOf(store, allowed.options)
    await waiting(route, 1)
    const stream = await opened(route)
    allowed.viewer = 'forbidden'
    await routeOf(store).start(id, '1')
    const told = await toldBy(stream)
    expect(told).not.toContain('intervention_request')
  })

  it('is asked for at least every minute, and the stream ends', async () => {
    vi.useFakeTimers()
    const allowed = revocable()
    const stream = await opened(routeOf(createMemoryStore(), allowed.options))
    const told = toldBy(stream)
    await vi.advanceTimersByTimeAsync(61_000)
    allowed.viewer = 'forbidden'
    let isOver = false
    void told.then(() => (isOver = true))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(isOver).toBe(true)
    expect(await told).toContain(': still here')
  })

  it('that cannot be asked for ends the stream, too', async () => {
    const onError = vi.fn<(thrown: unknown) => void>()
    let fails = false
    const authorize = (): RouteViewer => {
      if (fails) throw new Error('The sessions are away.')
      return { id: 'ana' }
    }
    const store = createMemoryStore()
    const stream = await opened(routeOf(store, { pollMs: 20, authorize, onError }))
    fails = true
    await routeOf(store).start(id, '1')
    expect(await toldBy(stream)).not.toContain('intervention_request')
    expect(onError).toHaveBeenCalledOnce()
  })
})
