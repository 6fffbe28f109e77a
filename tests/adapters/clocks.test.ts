import { createAgUiGateway } from 'intervention-bar/adapters/ag-ui'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { createLobeHubGateway, type LobeHubCall } from 'intervention-bar/adapters/lobehub'
import { type Conversation, type GatewayClient, GatewayError } from 'intervention-bar/core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStandInThread } from '../support/langGraphThread.ts'

const { signal } = new AbortController()
const hour = 3_600_000
/** The time of the server at the beginning. */
const begun = Date.parse('2026-09-01T00:00:00.000Z')
const value =
  '{"action_requests":[{"name":"pay","args":{}}],"review_configs":[{"action_name":"pay","allowed_decisions":["approve","reject"]}]}'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

/** Every time in a conversation. */
function timesIn({ interventions, operations }: Conversation): readonly number[] {
  return [
    ...interventions.flatMap((one) => [
      one.requestedAt,
      ...(one.status === 'pending' ? [] : [one.resolution.at]),
    ]),
    ...operations.flatMap((one) => [one.startedAt, ...('endedAt' in one ? [one.endedAt] : [])]),
  ]
}

async function reject(
  gateway: GatewayClient,
  decision: 'rejected' | 'rejected_continue' = 'rejected',
): Promise<void> {
  const { interventions } = await gateway.readConversation('demo', { signal })
  const { toolCallId, revision, operationId } = interventions[0]!
  const decisions = [{ toolCallId, revision, decision }] as const
  await gateway.resume({ conversationId: 'demo', operationId, requestId: 'req_1', decisions }, { signal })
}

const pages = [
  ['three hours behind', -3 * hour],
  ['ten minutes behind', -hour / 6],
  ['right', 0],
  ['ten minutes ahead', hour / 6],
  ['three hours ahead', 3 * hour],
] as const

it.each(pages)(
  'LangGraph: all times are of its server, where the clock of the page is %s',
  async (_what, skew) => {
    let serverAt = begun
    const pass = (ms: number): void => {
      serverAt += ms
      vi.setSystemTime(serverAt + skew)
    }
    const thread = createStandInThread({
      tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value}}`] }],
      next: ['gate'],
    })
    const fetch: typeof globalThis.fetch = async (...request) => {
      const { status, headers, ...response } = await thread.fetch(...request).then(async (one) => ({
        status: one.status,
        headers: one.headers,
        text: await one.text(),
      }))
      headers.set('date', new Date(serverAt).toUTCString())
      return new Response(response.text, { status, headers })
    }
    pass(60_000)
    const gateway = createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })
    const asked = await gateway.readConversation('demo', { signal })
    expect(Math.abs(asked.now - serverAt)).toBeLessThan(1_000)
    pass(30_000)
    await reject(gateway)
    thread.tasks = []
    pass(10_000)
    const after = await gateway.readConversation('demo', { signal })
    expect(after.interventions[0]).toMatchObject({ status: 'rejected' })
    expect(Math.abs(after.now - serverAt)).toBeLessThan(1_000)
    for (const at of timesIn(after)) {
      expect(at).toBeGreaterThanOrEqual(begun)
      expect(at).toBeLessThanOrEqual(after.now)
    }
    const [{ requestedAt, ...card }] = after.interventions as readonly [(typeof after.interventions)[number]]
    expect(card.status === 'pending' ? 0 : card.resolution.at).toBeGreaterThan(requestedAt)
  },
)

it.each(pages.filter(([, skew]) => skew <= 0))(
  'LangGraph: nothing is later than now, where its server tells no Date and the page is %s',
  async (_what, skew) => {
    vi.setSystemTime(begun + 60_000 + skew)
    const thread = createStandInThread({
      tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value}}`] }],
      next: ['gate'],
    })
    const gateway = createLangGraphGateway({
      url: 'http://graph.test',
      assistantId: 'agent',
      fetch: thread.fetch,
    })
    await reject(gateway)
    thread.tasks = []
    const after = await gateway.readConversation('demo', { signal })
    for (const at of timesIn(after)) expect(at).toBeLessThanOrEqual(after.now)
  },
)

it.each([...pages, ['a time that no date can hold', 0, 1e300] as const])(
  'LobeHub: nothing is later than now, where the page is %s',
  async (_what, skew, createdAt: unknown = '2026-09-01T00:00:00.000Z') => {
    vi.setSystemTime(begun + 60_000 + skew)
    const row = {
      ...{ id: 'm1', role: 'tool', parentId: 'm0', tool_call_id: 'c1', createdAt },
      plugin: { identifier: 'mail', apiName: 'send', arguments: '{}' },
      pluginIntervention: { status: 'pending', operationId: 'op_1', batchId: 'batch_1' },
    }
    const call: LobeHubCall = async (procedure) => {
      if (procedure === 'message.getMessages') return [row]
      if (procedure === 'topic.getTopicDetail') return { id: 'demo' }
      if (procedure === 'aiAgent.getOperationStatus') return { currentState: { status: 'done' } }
      throw new GatewayError({ code: 'unsupported', applied: 'no' })
    }
    const gateway = createLobeHubGateway({ call, gatewayUrl: 'https://gateway.test', agentId: 'agent' })
    const read = await gateway.readConversation('demo', { signal })
    expect(read.interventions).toHaveLength(1)
    for (const at of timesIn(read)) expect(at).toBeLessThanOrEqual(read.now)
  },
)

it.each(pages)(
  'AG-UI: a call expires by the clock of its server, where the page is %s',
  async (_what, skew) => {
    let serverAt = begun
    const pass = (ms: number): void => {
      serverAt += ms
      vi.setSystemTime(serverAt + skew)
    }
    const event = (type: string, more: object = {}): object => ({ type, timestamp: serverAt, ...more })
    const asks = (runId: string, expiresAt: number): readonly object[] => [
      event('RUN_STARTED', { threadId: 'demo', runId }),
      ...['START', 'ARGS', 'END'].map((kind) =>
        event(`TOOL_CALL_${kind}`, { toolCallId: runId, toolCallName: 'pay', delta: '{}' }),
      ),
      event('RUN_FINISHED', {
        runId,
        outcome: {
          type: 'interrupt',
          interrupts: [{ id: `i_${runId}`, toolCallId: runId, expiresAt: new Date(expiresAt).toISOString() }],
        },
      }),
    ]
    pass(60_000)
    const gateway = createAgUiGateway({
      id: 'agent',
      input: () => ({ messages: [] }),
      async *run({ runId }) {
        pass(200)
        yield* asks(runId, serverAt + hour / 12)
      },
    })
    const read = async (): Promise<Conversation> => gateway.readConversation('demo', { signal })
    // Before a decision only a server that is ahead of the page can be told from one that sent its events long ago.
    for (const one of asks('run_1', serverAt + 8 * hour)) gateway.observe('demo', one)
    await reject(gateway, 'rejected_continue')
    pass(1_000)
    await expect.poll(async () => (await read()).interventions.at(-1)?.status).toBe('pending')
    const asked = await read()
    expect(Math.abs(asked.now - serverAt)).toBeLessThan(2_000)
    expect(asked.interventions.at(-1)).toMatchObject({ status: 'pending' })
    for (const at of timesIn(asked)) expect(at).toBeLessThanOrEqual(asked.now)
    pass(hour / 12)
    expect((await read()).interventions.at(-1)).toMatchObject({ status: 'expired' })
  },
)

it.each([1_700_000_000, -1, 1e300, NaN, '2026', null, { at: 1 }])(
  'AG-UI: %j as the time of an event sets no clock',
  async (timestamp) => {
    const gateway = createAgUiGateway({
      id: 'agent',
      input: () => ({ messages: [] }),
      run: async function* () {},
    })
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'run_1', timestamp })
    expect((await gateway.readConversation('demo', { signal })).now).toBe(Date.now())
  },
)
