import { agUi, type AgUiProducer, createAgUiGateway, langGraphBridge } from 'intervention-bar/adapters/ag-ui'
import { type AiSdkMessage, createAiSdkGateway } from 'intervention-bar/adapters/ai-sdk'
import { createInPageGateway, type PageCall, type Turn } from 'intervention-bar/adapters/in-page'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { createLobeHubGateway, type LobeHubCall } from 'intervention-bar/adapters/lobehub'
import { type Conversation, type GatewayClient, GatewayError } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { portOf } from '../../src/gateway/port.ts'
import { oddCalls } from '../support/oddCalls.ts'

const { signal } = new AbortController()
const read = (gateway: GatewayClient): Promise<Conversation> =>
  portOf(gateway).readConversation('demo', { signal })

/** Values that a server can send, and that cannot be made a text or name something of every object. */
const odd = [JSON.parse('{"toString":1,"valueOf":1}'), 'constructor', '__proto__', [null], 1e300, null]
/** Each as the one argument of its test. */
const eachOdd = odd.map((value) => [value] as const)
const good = '{"b":2}'

/** The decisions on the call that is as it should be. */
async function decisionsOnGood(gateway: GatewayClient): Promise<readonly string[] | undefined> {
  const { interventions } = await read(gateway)
  return interventions.find((one) => one.status === 'pending' && one.argsText === good)?.decisions
}

const asking = (name: string, args: object): object => ({
  action_requests: [{ name, args }],
  review_configs: [{ action_name: name, allowed_decisions: ['approve', 'reject'] }],
})

it.each(eachOdd)('LangGraph: %j in a task or a run hides no other call', async (value) => {
  const tasks = [
    { id: 't1', name: value, interrupts: [value, { id: value, value: asking('a', {}) }] },
    { id: 't2', name: 'tools', interrupts: [{ id: 'i2', value: asking('b', { b: 2 }) }] },
  ]
  const state = { tasks, next: ['tools'], created_at: value, values: { messages: [value] } }
  const runs = [{ run_id: value, status: value, created_at: value, metadata: value, kwargs: value }]
  const fetch = async (url: RequestInfo | URL): Promise<Response> =>
    Response.json(new Request(url).url.includes('/state') ? state : runs)
  expect(
    await decisionsOnGood(createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })),
  ).toContain('approved')
})

it.each(eachOdd)('LobeHub: %j in a message hides no other call', async (value) => {
  const row = {
    id: 'm2',
    role: 'tool',
    parentId: 'm0',
    tool_call_id: 'c2',
    createdAt: '2026-09-01T00:00:00.000Z',
    plugin: { identifier: 'mail', apiName: 'send', arguments: good },
    pluginIntervention: { status: 'pending' },
  }
  const messages = [
    value,
    { ...row, id: value, tool_call_id: 'c1' },
    { ...row, id: 'm3', tool_call_id: 'c3', createdAt: value, updatedAt: value },
    { ...row, id: 'm4', tool_call_id: 'c4', pluginIntervention: { status: value } },
    row,
  ]
  const call: LobeHubCall = async (procedure) => {
    if (procedure === 'message.getMessages') return messages
    if (procedure === 'topic.getTopicDetail') return { id: 'demo' }
    throw new GatewayError({ code: 'unsupported', applied: 'no' })
  }
  expect(
    await decisionsOnGood(
      createLobeHubGateway({ call, gatewayUrl: 'https://gateway.test', agentId: 'agent' }),
    ),
  ).toContain('approved')
})

it.each(eachOdd)('AI SDK: %j in a part hides no other call', async (value) => {
  const part = { type: 'tool-a', state: 'approval-requested', input: { b: 2 }, approval: { id: 'a2' } }
  const parts = [
    value,
    { ...part, toolCallId: value, approval: { id: 'a1' } },
    { ...part, toolCallId: 'c3', state: value },
    { ...part, toolCallId: 'c2' },
  ]
  // SAFETY: a host's history may be anything.
  const messages = [{ id: 'm1', role: 'assistant', parts }] as unknown as AiSdkMessage[]
  const chat = {
    id: 'demo',
    messages,
    status: 'ready',
    error: undefined,
    addToolApprovalResponse: () => undefined,
    stop: () => undefined,
    setMessages: () => undefined,
  } as const
  expect(await decisionsOnGood(createAiSdkGateway(chat))).toContain('approved')
})

it.each(eachOdd)('an agent in the page: %j as a reason hides no other call', async (value) => {
  const gateway = createInPageGateway({
    turn: async ({ ask }) => {
      // SAFETY: an agent in JavaScript may give anything.
      const call = { tool: 'a', argsText: '{}', why: value } as unknown as { tool: string; argsText: string }
      ask([call, { tool: 'b', argsText: good }])
    },
    runTool: () => undefined,
  })
  gateway.start('demo', 'Go.')
  await expect.poll(() => decisionsOnGood(gateway)).toContain('approved')
})

it.each(oddCalls)(
  'an agent in the page: %s in the place of a call hides no other one',
  async (_what, given) => {
    const turns: Turn[] = []
    const stored = new Map<string, string>()
    const gateway = createInPageGateway({
      turn: async (turn) => {
        turns.push(turn)
        // SAFETY: an agent in JavaScript may give anything.
        const call = given as PageCall
        if (turns.length === 1) turn.ask([call, { tool: 'b', argsText: good, toolCallId: 'good' }])
      },
      runTool: () => 'done',
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
      },
    })
    gateway.start('demo', 'Go.')
    await expect.poll(() => decisionsOnGood(gateway)).toContain('approved')
    const { interventions, unreadable } = await read(gateway)
    expect(unreadable).toMatchObject([{ path: expect.stringMatching(/^\/calls\/0/), waits: true }])
    const { operationId, revision } = interventions.at(-1)!
    const decisions = [{ toolCallId: 'good', revision, decision: 'approved' }] as const
    await gateway.resume({ conversationId: 'demo', operationId, requestId: 'req_1', decisions }, { signal })
    await expect.poll(() => turns[1]?.results).toMatchObject([{ toolCallId: 'good', ok: true }])
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('done')
    expect((await read(gateway)).unreadable).toBeUndefined()
  },
)

it('an agent in the page is told of its call that could not be read, and nobody else is', async () => {
  const turns: Turn[] = []
  const gateway = createInPageGateway({
    turn: async (turn) => {
      turns.push(turn)
      const nameless = { toolCallId: 'odd', tool: {}, argsText: '{}' } as unknown as PageCall
      if (turns.length === 1)
        turn.ask([nameless, { tool: 'b', argsText: good, toolCallId: 'good' }], null as never)
    },
    runTool: () => 'done',
  })
  gateway.start('demo', 'Go.')
  await expect.poll(() => decisionsOnGood(gateway)).toContain('approved')
  const { operationId, revision } = (await read(gateway)).interventions[0]!
  const decisions = [{ toolCallId: 'good', revision, decision: 'rejected_continue', reason: 'No.' }] as const
  await gateway.resume({ conversationId: 'demo', operationId, requestId: 'req_1', decisions }, { signal })
  await expect.poll(() => turns[1]?.text).toBe('No.')
  expect(turns[1]?.rejected).toEqual([
    { toolCallId: 'good', reason: 'No.' },
    { toolCallId: 'odd', reason: expect.stringContaining('has not run') },
  ])
})

it('an agent in the page that asks for nothing that can be read ends, and the conversation says so', async () => {
  const gateway = createInPageGateway({
    turn: async ({ ask }) => ask(null as never),
    runTool: () => undefined,
  })
  gateway.start('demo', 'Go.')
  await expect
    .poll(() => read(gateway))
    .toMatchObject({
      operations: [{ status: 'error', error: { code: 'unreadable' } }],
      unreadable: [{ path: expect.stringMatching(/^\/calls\/0/) }],
    })
})

it.each(eachOdd)('AG-UI: %j in an event or an interrupt hides no other call', async (value) => {
  const interrupts = [
    value,
    { id: value, toolCallId: value, expiresAt: value },
    { id: 'i2', toolCallId: 'c2' },
  ]
  const gateway = createAgUiGateway({
    id: 'agent',
    producer: agUi,
    run: async function* () {},
    input: () => ({ messages: [] }),
  })
  const events = [
    { type: 'RUN_STARTED', runId: value, input: value },
    value,
    { type: 'TOOL_CALL_START', toolCallId: 'c2', toolCallName: 'b' },
    { type: 'TOOL_CALL_ARGS', toolCallId: 'c2', delta: good },
    { type: 'RUN_FINISHED', outcome: { interrupts } },
  ]
  for (const event of events) gateway.observe('demo', event)
  expect(await decisionsOnGood(gateway)).toContain('approved')
})

it.each(eachOdd)('AG-UI over LangGraph: %j as the id of an interrupt hides no other call', async (value) => {
  const interruptOf = (id: unknown, args: object): object => ({
    id,
    metadata: { langgraph: { raw: { value: asking('b', args) } } },
  })
  const gateway = createAgUiGateway({
    id: 'agent',
    producer: langGraphBridge,
    run: async function* () {},
    input: () => ({ messages: [] }),
  })
  const outcome = { interrupts: [interruptOf(value, {}), interruptOf('i2', { b: 2 })] }
  gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r1' })
  gateway.observe('demo', { type: 'RUN_FINISHED', outcome })
  expect(await decisionsOnGood(gateway)).toContain('approved')
})

it.each([...odd, { toolCallId: 'c1', id: 'op_1', requestId: 'r1' }].map((value) => [value] as const))(
  'an agent in the page: %j among what is stored hides no other call',
  async (value) => {
    let stored: string | null = null
    const storage = { getItem: () => stored, setItem: (_key: string, text: string) => void (stored = text) }
    const agent = {
      turn: async ({ ask }: Turn) => ask([{ tool: 'b', argsText: good }]),
      runTool: () => undefined,
    }
    createInPageGateway({ ...agent, storage }).start('demo', 'Go.')
    await expect.poll(() => stored).toContain('waiting_for_human')
    const ledger = JSON.parse(stored!) as Record<string, unknown[]>
    const odder = Object.entries(ledger).map(([name, all]) => [name, [value, ...all]])
    stored = JSON.stringify(Object.fromEntries(odder))
    const gateway = createInPageGateway({ ...agent, storage })
    expect(await decisionsOnGood(gateway)).toContain('approved')
    expect((await read(gateway)).unreadable?.length).toBeGreaterThan(0)
    const { operationId, revision, toolCallId } = (await read(gateway)).interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'rejected' }] as const
    const request = { conversationId: 'demo', operationId, requestId: 'req_1', decisions } as const
    expect(await gateway.resume(request, { signal })).toMatchObject({ outcome: 'accepted' })
  },
)

describe('an agent in the page that throws what cannot be made a text', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  it.each([
    ['an object without a prototype', Object.create(null) as object],
    ['a revoked proxy', proxy],
  ])('ends its run, and its tool has failed: %s', async (_what, thrown) => {
    let turns = 0
    const gateway = createInPageGateway({
      turn: async ({ ask }: Turn) => {
        turns += 1
        if (turns > 1) throw thrown
        return ask([{ tool: 'b', argsText: good }])
      },
      runTool: () => {
        throw thrown
      },
    })
    gateway.start('demo', 'Go.')
    await expect.poll(() => decisionsOnGood(gateway)).toContain('approved')
    const { operationId, revision, toolCallId } = (await read(gateway)).interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
    await gateway.resume({ conversationId: 'demo', operationId, requestId: 'req_1', decisions }, { signal })
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('error')
    expect((await read(gateway)).interventions).toMatchObject([
      { status: 'approved', resolution: { execution: { ok: false } } },
    ])
  })
})

describe('what a host gives to an adapter', () => {
  const fail = (): never => {
    throw new Error('Not now.')
  }
  const oddReads: readonly (readonly [string, () => unknown])[] = [
    ['throws', fail],
    ['gives a batch without actions', () => ({ answer: () => null })],
    ['gives an action that is null', () => ({ actions: [null], answer: () => null })],
    [
      'gives a batch that cannot be answered',
      () => ({ actions: [{ name: 'a', argsText: '{}', allowed: [] }] }),
    ],
  ]

  it.each(oddReads)('LangGraph: a reader that %s leaves its interrupt as raw data', async (_what, given) => {
    const tasks = [
      { id: 't1', name: 'own', interrupts: [{ id: 'i1', value: { kind: 'own' } }] },
      { id: 't2', name: 'tools', interrupts: [{ id: 'i2', value: asking('b', { b: 2 }) }] },
    ]
    const fetch = async (url: RequestInfo | URL): Promise<Response> =>
      Response.json(new Request(url).url.includes('/state') ? { tasks, next: ['own', 'tools'] } : [])
    const gateway = createLangGraphGateway({
      url: 'http://graph.test',
      assistantId: 'agent',
      fetch,
      read: given as never,
    })
    expect(await decisionsOnGood(gateway)).toContain('approved')
    expect((await read(gateway)).interventions).toContainEqual(
      expect.objectContaining({ argsText: '{"kind":"own"}', decisions: ['rejected'] }),
    )
  })

  it.each([fail, () => [null], () => [{}], () => 'calls'])(
    'AG-UI: a producer whose reader is %s leaves its interrupt as it is',
    async (given) => {
      const own: AgUiProducer = {
        ...agUi,
        siblings: fail,
        read: (interrupt, ...more) =>
          interrupt['id'] === 'i1' ? (given() as never) : agUi.read(interrupt, ...more),
      }
      const gateway = createAgUiGateway({
        id: 'agent',
        producer: own,
        run: async function* () {},
        input: () => ({ messages: [] }),
      })
      for (const event of [
        { type: 'RUN_STARTED', runId: 'r1' },
        { type: 'TOOL_CALL_START', toolCallId: 'c2', toolCallName: 'b' },
        { type: 'TOOL_CALL_ARGS', toolCallId: 'c2', delta: good },
        { type: 'RUN_FINISHED', outcome: { interrupts: [{ id: 'i1' }, { id: 'i2', toolCallId: 'c2' }] } },
      ]) {
        gateway.observe('demo', event)
      }
      expect(await decisionsOnGood(gateway)).toContain('approved')
      expect((await read(gateway)).interventions).toContainEqual(
        expect.objectContaining({ argsText: '{"id":"i1"}', decisions: ['rejected_continue'] }),
      )
    },
  )

  it('AG-UI: one interrupt that is not in a list is asked about', async () => {
    const gateway = createAgUiGateway({
      id: 'agent',
      producer: agUi,
      run: async function* () {},
      input: () => ({ messages: [] }),
    })
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r1' })
    gateway.observe('demo', { type: 'TOOL_CALL_START', toolCallId: 'c2', toolCallName: 'b' })
    gateway.observe('demo', { type: 'TOOL_CALL_ARGS', toolCallId: 'c2', delta: good })
    const interrupts = { id: 'i2', toolCallId: 'c2' }
    gateway.observe('demo', { type: 'RUN_FINISHED', outcome: { type: 'interrupt', interrupts } })
    expect(await decisionsOnGood(gateway)).toContain('approved')
  })

  it('AI SDK: a question that cannot be made is left out alone, and said', async () => {
    const parts = [
      { type: 'tool-ask', toolCallId: 'c1', state: 'input-available', input: {} },
      {
        type: 'tool-a',
        toolCallId: 'c2',
        state: 'approval-requested',
        input: { b: 2 },
        approval: { id: 'a2' },
      },
    ]
    const messages = [{ id: 'm1', role: 'assistant', parts }]
    const nothing = (): undefined => undefined
    const chat = {
      ...{ id: 'demo', messages, status: 'ready', error: undefined, stop: nothing, setMessages: nothing },
      ...{ addToolApprovalResponse: nothing, addToolOutput: nothing },
    }
    const gateway = createAiSdkGateway(chat, { questions: { ask: fail } })
    expect(await decisionsOnGood(gateway)).toContain('approved')
    expect((await read(gateway)).unreadable).toMatchObject([{ toolCallId: 'c1', waits: true }])
  })

  it('LobeHub: a status that nobody knows is left out alone, and said', async () => {
    const row = (id: string, status: unknown): object => ({
      ...{ id, role: 'tool', parentId: 'm0', tool_call_id: `c_${id}`, agentId: 'other' },
      createdAt: '2026-09-01T00:00:00.000Z',
      plugin: { identifier: 'mail', apiName: 'send', arguments: good },
      pluginIntervention: { status },
    })
    const messages = [row('m1', 'paused'), row('m2', 'pending'), row('m3', 'none')]
    const call: LobeHubCall = async (procedure) => {
      if (procedure === 'message.getMessages') return messages
      if (procedure === 'topic.getTopicDetail') return { id: 'demo' }
      throw new GatewayError({ code: 'unsupported', applied: 'no' })
    }
    const options = { call, gatewayUrl: 'https://gateway.test', agentId: 'agent', nameOf: fail }
    const gateway = createLobeHubGateway(options)
    expect(await decisionsOnGood(gateway)).toContain('approved')
    const { interventions, unreadable } = await read(gateway)
    expect(interventions).toHaveLength(1)
    expect(unreadable).toEqual([{ path: '/interventions/0/status', toolCallId: 'c_m1' }])
  })
})
