import { QueryClient } from '@tanstack/react-query'
import type { GatewayEvent } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
  type RouteAgent,
} from 'intervention-bar/server'
import { describe, expect, it, vi } from 'vitest'
import { base, clientOf, id } from '../support/clientOf.ts'
import { followConversation } from '../../src/client/followConversation.ts'

const { signal } = new AbortController()

const agent: RouteAgent = {
  start: async (text) => ({
    state: text,
    calls: [{ toolCallId: 'call_1', tool: { name: 'write' }, argsText: JSON.stringify({ text }) }],
  }),
  resume: async () => ({ state: '', calls: [] }),
}
function routeOf(options: Partial<ResumeRouteOptions> = {}): ResumeRoute {
  const claims = createClaims({ store: createMemoryStore() })
  return createResumeRoute({ claims, agent, authorize: () => ({ id: 'ana' }), pollMs: 20, ...options })
}

describe('a conversation without any message', () => {
  it('is empty for a person that "authorize" lets in, and is not stored', async () => {
    const store = createMemoryStore()
    const swap = vi.fn<typeof store.swap>(store.swap)
    const claims = createClaims({ store: { ...store, swap } })
    const client = clientOf(routeOf({ claims, authorize: () => ({ id: 'ana', mayDecide: false }) }))
    const read = await client.readConversation(id, { signal })
    expect(read).toMatchObject({ id, cursor: '0', operations: [], interventions: [] })
    expect(read.viewer).toEqual({ mayDecide: false })
    expect((await client.readConversation(id, { signal })).epoch).toBe(read.epoch)
    expect(swap).not.toHaveBeenCalled()
    const refused = clientOf(routeOf({ authorize: () => 'forbidden' }))
    await expect(refused.readConversation(id, { signal })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it.each(['0', null])('sends a stream from %j on the first events, once and in order', async (after) => {
    const store = createMemoryStore()
    const [here, there] = [1, 2].map(() => routeOf({ claims: createClaims({ store }) }))
    const client = clientOf(here!)
    await client.readConversation(id, { signal })
    const own = new AbortController()
    const heard: (GatewayEvent | { type: string })[] = []
    const following = (async () => {
      for await (const item of client.followConversation!(id, { after, signal: own.signal })) heard.push(item)
    })()
    await expect.poll(() => heard.map((item) => item.type)).toEqual(['connection', 'connection'])
    await there!.start(id, 'a')
    await expect.poll(() => heard.at(-1)).toMatchObject({ data: { reason: 'waiting_for_human' } })
    const { interventions } = await client.readConversation(id, { signal })
    await there!.start(id, 'b')
    await expect.poll(() => heard.filter((item) => item.type === 'agent_runtime_end')).toHaveLength(2)
    own.abort()
    await following
    expect(interventions).toMatchObject([{ toolCallId: 'call_1', status: 'pending' }])
    const events = heard.slice(2).map((item) => 'cursor' in item && item.cursor)
    expect(events).toEqual(events.map((_, index) => String(index + 1)))
  })

  it('updates a bar that was mounted before the first message', async () => {
    const route = routeOf()
    const address = { client: new QueryClient(), gateway: clientOf(route), conversationId: id }
    const follower = followConversation(address)
    const leave = follower.subscribe(() => undefined)
    await expect.poll(() => follower.snapshot()).toMatchObject({ connection: 'live', failure: null })
    expect(follower.snapshot().state).toMatchObject({ interventions: [] })
    await route.start(id, 'a')
    await expect
      .poll(() => follower.snapshot().state?.interventions)
      .toMatchObject([{ toolCallId: 'call_1', status: 'pending' }])
    const { toolCallId, operationId, revision } = follower.snapshot().state!.interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
    const request = { conversationId: id, operationId, requestId: 'req_1', decisions } as const
    expect(await address.gateway.resume(request, { signal })).toMatchObject({ outcome: 'accepted' })
    await expect
      .poll(() => follower.snapshot().state)
      .toMatchObject({ interventions: [{ status: 'approved' }], operations: [{}, { status: 'done' }] })
    leave()
  })

  it('is also one that the store has lost, and its stream continues with the new beginning', async () => {
    let store = createMemoryStore()
    const claims = createClaims({
      store: { read: (key) => store.read(key), swap: (...change) => store.swap(...change) },
    })
    const route = routeOf({ claims })
    const address = { client: new QueryClient(), gateway: clientOf(route), conversationId: id }
    await route.start(id, 'a')
    const follower = followConversation(address)
    const leave = follower.subscribe(() => undefined)
    await expect.poll(() => follower.snapshot().connection).toBe('live')
    store = createMemoryStore()
    await expect
      .poll(() => follower.snapshot())
      .toMatchObject({ connection: 'live', failure: null, state: { cursor: '0', interventions: [] } })
    await route.start(id, 'b')
    await expect
      .poll(() => follower.snapshot().state?.interventions)
      .toMatchObject([{ argsText: '{"text":"b"}', status: 'pending' }])
    leave()
  })

  it.each(['resume', 'stop'])('answers 404 to a %s', async (tail) => {
    const decisions = [{ toolCallId: 'call_1', revision: '', decision: 'approved' }]
    const answer = await routeOf()(
      new Request(`${base}/conversations/${id}/${tail}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'req_1' },
        body: JSON.stringify({ operationId: 'op', decisions }),
      }),
    )
    expect(answer.status).toBe(404)
  })
})

describe('an undecodable path', () => {
  it.each(['', '/events', '/resume'])('answers 404 and reports no error: %j', async (tail) => {
    const onError = vi.fn<(thrown: unknown) => void>()
    const authorize = vi.fn<() => { id: string }>(() => ({ id: 'ana' }))
    const request = new Request(`${base}/conversations/%E0%A4%A${tail}`)
    const answer = await routeOf({ onError, authorize })(request)
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not_found' }])
    expect(onError).not.toHaveBeenCalled()
    expect(authorize).not.toHaveBeenCalled()
  })
})
