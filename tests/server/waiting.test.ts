import {
  type ConversationsOf,
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
  type RouteAgent,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { clientOf } from '../support/clientOf.ts'

const { signal } = new AbortController()

/** Asks once for each word of the message. */
const agent: RouteAgent = {
  start: async (text) => ({
    state: text,
    calls: text.split(' ').map((word) => ({
      toolCallId: `call_${word}`,
      tool: { name: 'write', title: `Write ${word}` },
      argsText: JSON.stringify({ word }),
    })),
  }),
  resume: async () => ({ state: '', calls: [] }),
}

function routeOf(options: Partial<ResumeRouteOptions> = {}): ResumeRoute {
  const claims = createClaims({ store: createMemoryStore() })
  return createResumeRoute({ claims, agent, authorize: () => ({ id: 'ana' }), ...options })
}

async function parked(route: ResumeRoute, id: string, text: string): Promise<void> {
  await route.start(id, text)
  await expect
    .poll(async () => (await clientOf(route).readConversation(id, { signal })).interventions.length)
    .toBe(text.split(' ').length)
}

function titlesIn(route: ResumeRoute, after?: string): Promise<readonly string[]> {
  return clientOf(route).listWaiting!({ signal, after }).then(({ items }) => items.map(({ title }) => title))
}

describe('GET {base}/waiting of the route', () => {
  it('lists what waits in the conversations of the host, in their order', async () => {
    const route = routeOf({ conversationsOf: () => ['second', 'never begun', 'first'] })
    await parked(route, 'first', 'a b')
    await parked(route, 'second', 'c')
    await parked(route, 'of others', 'd')
    expect(await clientOf(route).listWaiting!({ signal })).toEqual({
      items: [
        { conversationId: 'second', toolCallId: 'call_c', title: 'Write c', requestedAt: expect.any(Number) },
        { conversationId: 'first', toolCallId: 'call_a', title: 'Write a', requestedAt: expect.any(Number) },
        { conversationId: 'first', toolCallId: 'call_b', title: 'Write b', requestedAt: expect.any(Number) },
      ],
    })
  })

  it('leaves out what was decided, and what "authorize" does not let the person read', async () => {
    const route = routeOf({
      conversationsOf: () => ['decided', 'open', 'secret'],
      authorize: (_request, { conversationId, action }) =>
        conversationId === 'secret' && action === 'read' ? 'forbidden' : { id: 'ana' },
    })
    await parked(route, 'decided', 'a')
    await parked(route, 'open', 'b')
    await route.start('secret', 'c')
    const client = clientOf(route)
    const { interventions } = await client.readConversation('decided', { signal })
    const { toolCallId, revision, operationId } = interventions[0]!
    await client.resume(
      {
        conversationId: 'decided',
        operationId,
        requestId: 'req_1',
        decisions: [{ toolCallId, revision, decision: 'approved' }],
      },
      { signal },
    )
    expect(await titlesIn(route)).toEqual(['Write b'])
  })

  it('comes in parts of whole conversations', async () => {
    const all = Array.from({ length: 3 }, (_, index) => `demo_${index}`)
    const route = routeOf({ conversationsOf: () => all })
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ')
    for (const id of all) await parked(route, id, words)
    const first = await clientOf(route).listWaiting!({ signal })
    expect([first.items.length, first.next]).toEqual([60, 'demo_1'])
    const rest = await clientOf(route).listWaiting!({ signal, after: first.next })
    expect([rest.items.length, rest.next]).toEqual([30, undefined])
  })

  it.each([
    ['nothing', {}, 'unsupported'],
    ['"unauthenticated"', { conversationsOf: (): ConversationsOf => 'unauthenticated' }, 'unauthenticated'],
    ['"forbidden"', { conversationsOf: (): ConversationsOf => 'forbidden' }, 'forbidden'],
  ])('without a list, but %s from the host, fails', async (_given, options, code) => {
    await expect(clientOf(routeOf(options)).listWaiting!({ signal })).rejects.toMatchObject({
      code,
      applied: 'no',
    })
  })
})
