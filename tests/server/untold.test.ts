import type { DecisionRequest, GatewayClient } from 'intervention-bar/core'
import {
  aiSdk,
  createClaims,
  createMemoryStore,
  createResumeRoute,
  openAiAgents,
  type ResumeRoute,
  type RouteAgent,
  type RouteCall,
  type RunContext,
} from 'intervention-bar/server'
import { expect, it } from 'vitest'
import { clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()
const calls: readonly RouteCall[] = [
  {
    toolCallId: 'pay_1',
    tool: { name: 'pay' },
    argsText: '{}',
    decisions: ['approved', 'answered', 'rejected_continue', 'rejected'],
  },
  { toolCallId: 'pay_2', tool: { name: 'pay' }, argsText: '{}' },
]
const store = createMemoryStore()

function routeOf(agent: RouteAgent, own = createMemoryStore()): ResumeRoute {
  return createResumeRoute({
    claims: createClaims({ store: own }),
    authorize: () => ({ id: 'ana' }),
    agent,
    modes: ['ask', 'allow_list'],
    remember: ['session'],
  })
}

async function statusOf(client: GatewayClient): Promise<string | undefined> {
  return (await client.readConversation(id, { signal })).operations.at(-1)?.status
}

async function decide(client: GatewayClient, made: Partial<DecisionRequest>, at = 0): Promise<void> {
  const { interventions } = await client.readConversation(id, { signal })
  const { operationId, toolCallId, revision } = interventions.filter((one) => one.status === 'pending')[at]!
  const decision = { toolCallId, revision, ...made } as DecisionRequest
  const requestId = crypto.randomUUID()
  await client.resume({ conversationId: id, operationId, requestId, decisions: [decision] }, { signal })
}

const fates = [
  ['approved', { decision: 'approved' }],
  ['answered', { decision: 'answered', answerText: 'By card.' }],
  ['rejected', { decision: 'rejected', reason: 'Too much.' }],
  ['rejected, to go on', { decision: 'rejected_continue', reason: 'Too much.' }],
] as const

it.each(fates)(
  'an agent that throws is told at the next message that its call was %s',
  async (_what, made) => {
    const contexts: RunContext[] = []
    const route = routeOf({
      start: async (_text, context) => {
        contexts.push(context)
        return { state: 'asked', calls: contexts.length === 1 ? calls : [] }
      },
      resume: async () => {
        throw new Error('The connection broke.')
      },
    })
    const client = clientOf(route)
    await route.start(id, 'Go.')
    await expect.poll(() => statusOf(client)).toBe('waiting_for_human')
    await decide(client, made)
    await expect.poll(() => statusOf(client)).toMatch(/error|done/)
    for (const text of ['And now?', 'And then?']) {
      await route.start(id, text)
      await expect.poll(() => statusOf(client)).toBe('done')
    }
    expect(contexts.map(({ untold }) => untold)).toEqual([
      [],
      [expect.objectContaining({ toolCallId: 'pay_1', ...made })],
      [],
    ])
  },
)

it('an agent that throws is told at the next decision, and of that decision once', async () => {
  const told: unknown[] = []
  const route = routeOf({
    start: async () => ({ state: 'asked', calls }),
    resume: async (decisions, { untold }) => {
      told.push([decisions.map((one) => one.toolCallId), untold?.map((one) => one.toolCallId)])
      if (told.length === 1) throw new Error('The connection broke.')
      return { state: 'done', calls: [] }
    },
  })
  const client = clientOf(route)
  await route.start(id, 'Go.')
  await expect.poll(() => statusOf(client)).toBe('waiting_for_human')
  await decide(client, { decision: 'approved' })
  await expect.poll(() => statusOf(client)).toBe('error')
  await decide(client, { decision: 'approved' })
  await expect.poll(() => statusOf(client)).toBe('done')
  expect(told).toEqual([
    [['pay_1'], []],
    [['pay_2'], ['pay_1']],
  ])
})

it('an agent is told of what a machine had that is gone, also where a rule approved it', async () => {
  const never = new Promise<never>(() => undefined)
  const contexts: RunContext[] = []
  const gone = routeOf({ start: async () => ({ state: 'asked', calls }), resume: () => never }, store)
  const other = routeOf(
    {
      start: async (_text, context) => {
        contexts.push(context)
        return { state: 'told', calls: [] }
      },
      resume: () => never,
    },
    store,
  )
  const client = clientOf(gone)
  await gone.start(id, 'Go.')
  await expect.poll(() => statusOf(client)).toBe('waiting_for_human')
  await decide(client, { decision: 'approved', remember: 'session' })
  await other.start(id, 'And now?')
  await expect.poll(() => statusOf(client)).toBe('done')
  await gone.start(id, 'Again.')
  await expect
    .poll(async () => (await client.readConversation(id, { signal })).interventions.at(-1)?.status)
    .toBe('approved')
  await other.start(id, 'And now?')
  await expect.poll(() => contexts.length).toBe(2)
  expect(contexts.map(({ untold }) => untold?.length)).toEqual([1, 2])
})

const messages = [
  { id: 'm1', role: 'user', parts: [{ type: 'text', text: 'Pay.' }] },
  {
    id: 'm2',
    role: 'assistant',
    parts: ['pay_1', 'pay_2'].map((toolCallId) => ({
      type: 'tool-pay',
      toolCallId,
      state: 'approval-requested',
      input: {},
      approval: { id: `a_${toolCallId}` },
    })),
  },
]

it.each([
  ['approved', { state: 'output-error', errorText: expect.stringContaining('may have run') }],
  [
    'rejected',
    { state: 'output-denied', approval: { approved: false, reason: expect.stringContaining('has not run') } },
  ],
] as const)(
  'the AI SDK behind a route is told that a call was %s whose run broke off',
  async (decision, expected) => {
    const given: unknown[] = []
    const agent = aiSdk({
      run: async (all) => {
        given.push(all.flatMap((one) => one.parts).filter((part) => part.type === 'tool-pay'))
        return all
      },
    })
    const state = JSON.stringify(messages)
    const untold = [{ toolCallId: 'pay_1', revision: '1', decision }] as const
    await agent.start('And now?', { conversationId: id, state, untold, signal })
    await agent.resume([{ toolCallId: 'pay_2', revision: '1', decision: 'approved' }], {
      ...{ conversationId: id, state, untold, signal },
    })
    expect(given).toMatchObject([
      [expected, { state: 'output-denied', approval: { reason: 'No decision.' } }],
      [expected, { state: 'approval-responded', approval: { approved: true } }],
    ])
  },
)

it.each([
  ['approved', 'may have run'],
  ['rejected_continue', 'has not run'],
] as const)('OpenAI Agents are told that a call was %s whose run broke off', async (decision, words) => {
  const given: unknown[] = []
  const rejected: unknown[] = []
  const items = ['pay_1', 'pay_2'].map((callId) => ({
    rawItem: { type: 'function_call', callId, name: 'pay', arguments: '{}' },
  }))
  const revived = {
    history: items.map((one) => one.rawItem),
    getInterruptions: () => items,
    approve: (item: object) => rejected.push([item, 'approved']),
    reject: (item: object, options?: { message?: string }) => rejected.push([item, options?.message]),
    toString: () => 'state',
  }
  const agent = openAiAgents({
    revive: async () => revived,
    run: async (input) => {
      given.push(input)
      return { state: revived }
    },
  })
  const untold = [{ toolCallId: 'pay_1', revision: '1', decision }] as const
  await agent.start('And now?', { conversationId: id, state: 'state', untold, signal })
  const results = (given[0] as { type?: string; output?: { text: string } }[]).filter(({ type }) =>
    type?.endsWith('result'),
  )
  expect(results.map(({ output }) => output?.text)).toEqual([
    expect.stringContaining(words),
    expect.not.stringContaining('may have run'),
  ])
  await agent.resume([{ toolCallId: 'pay_2', revision: '1', decision: 'approved' }], {
    ...{ conversationId: id, state: 'state', untold, signal },
  })
  expect(rejected).toEqual([
    [items[0], expect.stringContaining(words)],
    [items[1], 'approved'],
  ])
})
