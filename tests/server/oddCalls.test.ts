import { GatewayError } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type RouteCall,
  type RouteDecision,
  type RouteStep,
} from 'intervention-bar/server'
import { expect, it } from 'vitest'
import { clientOf, id } from '../support/clientOf.ts'
import { takeConsole } from '../support/failOnConsole.ts'
import { oddCalls } from '../support/oddCalls.ts'

const { signal } = new AbortController()
const good: RouteCall = { toolCallId: 'good', tool: { name: 'write' }, argsText: '{"b":2}' }

/** An agent that asks for these calls at once, and is done after the decisions on them. */
function routeOf(
  calls: readonly unknown[],
  more: Partial<RouteStep> = {},
): { route: ResumeRoute; told: (readonly RouteDecision[])[]; errors: unknown[] } {
  const told: (readonly RouteDecision[])[] = []
  const errors: unknown[] = []
  const route = createResumeRoute({
    claims: createClaims({ store: createMemoryStore() }),
    authorize: () => ({ id: 'ana' }),
    onError: (thrown) => void errors.push(thrown),
    agent: {
      // SAFETY: an agent in JavaScript may give anything.
      start: async () => ({ state: '', calls: calls as readonly RouteCall[], ...more }),
      resume: async (decisions) => {
        told.push(decisions)
        return { state: '', calls: [] }
      },
    },
  })
  return { route, told, errors }
}

it.each(oddCalls)(
  '%s in the place of a call: the other one is decided, and its place is told',
  async (_what, odd) => {
    const named = typeof odd === 'object' && odd !== null && !Array.isArray(odd)
    const { route, told, errors } = routeOf([
      named
        ? Object.defineProperty(odd, 'toolCallId', { value: 'odd', enumerable: true, configurable: true })
        : odd,
      good,
    ])
    const client = clientOf(route)
    await route.start(id, 'Go.')
    await expect
      .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
      .toBe('waiting_for_human')
    const { interventions, unreadable } = await client.readConversation(id, { signal })
    expect(interventions).toMatchObject([{ toolCallId: 'good', status: 'pending' }])
    expect(unreadable).toEqual([
      expect.objectContaining({ path: expect.stringMatching(/^\/calls\/0/), waits: true }),
    ])
    expect(errors).toEqual([expect.any(GatewayError)])
    expect(errors).toMatchObject([{ code: 'protocol', path: unreadable![0]!.path }])
    const { operationId, revision } = interventions[0]!
    const decisions = [{ toolCallId: 'good', revision, decision: 'approved' }] as const
    await client.resume({ conversationId: id, operationId, requestId: 'req_1', decisions }, { signal })
    await expect.poll(() => told).toMatchObject([[{ toolCallId: 'good', decision: 'approved' }]])
    await expect.poll(async () => (await client.readConversation(id, { signal })).unreadable).toBeUndefined()
  },
)

it('a stream asks its reader to look when a call could not be read', async () => {
  const { route } = routeOf([null, good])
  const client = clientOf(route)
  const items: string[] = []
  const following = new AbortController()
  const follow = async (): Promise<void> => {
    for await (const item of client.followConversation!(id, { after: '0', signal: following.signal }))
      items.push(item.type)
  }
  const over = follow().catch(() => undefined)
  await route.start(id, 'Go.')
  await expect.poll(() => items).toContain('gap')
  expect(items).toContain('agent_intervention_request')
  following.abort()
  await over
  takeConsole()
})

it('nothing but calls that cannot be read ends the run, which says so', async () => {
  const { route } = routeOf([null])
  const client = clientOf(route)
  await route.start(id, 'Go.')
  const read = async (): Promise<unknown> => client.readConversation(id, { signal })
  await expect.poll(read).toMatchObject({ operations: [{ status: 'error', error: { code: 'unreadable' } }] })
  expect(await read()).toMatchObject({ unreadable: [{ path: expect.stringMatching(/^\/calls\/0/) }] })
})

it('two calls with one id, the first of which cannot be read: the approval is of the second', async () => {
  const { route, told } = routeOf([{ ...good, tool: {} }, good])
  const client = clientOf(route)
  await route.start(id, 'Go.')
  await expect.poll(async () => (await client.readConversation(id, { signal })).interventions).toHaveLength(1)
  const [card] = (await client.readConversation(id, { signal })).interventions
  const { operationId, revision, toolCallId } = card!
  const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
  await client.resume({ conversationId: id, operationId, requestId: 'req_1', decisions }, { signal })
  await expect.poll(() => told).toMatchObject([[{ toolCallId: 'good', occurrence: 1 }]])
})

it.each([null, { answering: 'all' }, { answering: null, siblings: 7 }, 'together'])(
  'a pause that is %j hides no call: each is decided for itself',
  async (pause) => {
    const { route } = routeOf([good], { pause: pause as never })
    const client = clientOf(route)
    await route.start(id, 'Go.')
    await expect
      .poll(async () => (await client.readConversation(id, { signal })).operations)
      .toMatchObject([{ status: 'waiting_for_human', pause: { answering: 'any', siblings: 'independent' } }])
    expect((await client.readConversation(id, { signal })).interventions).toHaveLength(1)
  },
)
