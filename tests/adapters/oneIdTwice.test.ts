import { agUi, createAgUiGateway, langGraphBridge } from 'intervention-bar/adapters/ag-ui'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { createLobeHubGateway, type LobeHubCall } from 'intervention-bar/adapters/lobehub'
import type { DecisionRequest, GatewayClient, InterventionCall } from 'intervention-bar/core'
import { GatewayError } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { createStandInThread } from '../support/langGraphThread.ts'

const { signal } = new AbortController()

async function calls(gateway: GatewayClient): Promise<readonly InterventionCall[]> {
  return (await gateway.readConversation('demo', { signal })).interventions
}

async function decide(gateway: GatewayClient, ...all: readonly DecisionRequest['decision'][]): Promise<void> {
  const waiting = (await calls(gateway)).filter((one) => one.status === 'pending')
  const [first, ...more] = waiting.map(
    ({ toolCallId, revision }, index) =>
      ({ toolCallId, revision, decision: all[index] ?? all.at(-1) }) as DecisionRequest,
  )
  const { operationId } = waiting[0]!
  const request = { conversationId: 'demo', operationId, requestId: 'req_1' }
  await gateway.resume({ ...request, decisions: [first!, ...more] }, { signal })
}

const asking = (...all: readonly string[]): string =>
  `{"action_requests":[${all.map((args) => `{"name":"pay","args":${args}}`).join()}],` +
  '"review_configs":[{"action_name":"pay","allowed_decisions":["approve","reject"]}]}'
const messageWith = (...all: readonly string[]): string =>
  `[${all.map((args) => `{"id":"call_1","name":"pay","args":${args}}`).join()}]`

describe('two calls at once with one id', () => {
  it.each([
    ['alike', '{"a":1}', '{"a":1}'],
    ['with other arguments', '{"a":1}', '{"a":2}'],
    ['with other digits', '{"a":12345678901234567890}', '{"a":12345678901234567891}'],
  ])(
    'of one batch of LangGraph, %s, are asked for and decided each for itself',
    async (_what, one, other) => {
      const thread = createStandInThread({
        tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${asking(one, other)}}`] }],
        next: ['gate'],
        toolCalls: messageWith(one, other),
      })
      const { fetch } = thread
      const gateway = createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })
      const asked = await calls(gateway)
      expect(asked.map((card) => card.argsText)).toEqual([one, other])
      expect(new Set(asked.map((card) => card.toolCallId)).size).toBe(2)
      await decide(gateway, 'approved', 'rejected_continue')
      expect(thread.posts[0]!.body).toContain('{"decisions":[{"type":"approve"},{"type":"reject"}]}')
    },
  )

  it('of two interrupts of LangGraph are both asked for', async () => {
    const [one, other] = ['{"a":1}', '{"a":2}']
    const thread = createStandInThread({
      tasks: [
        { name: 'gate', interrupts: [`{"id":"i1","value":${asking(one)}}`] },
        { name: 'gate', interrupts: [`{"id":"i2","value":${asking(other)}}`] },
      ],
      next: ['gate'],
      toolCalls: messageWith(one, other),
    })
    const { fetch } = thread
    const gateway = createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })
    expect((await calls(gateway)).map((card) => card.argsText)).toEqual([one, other])
    expect((await calls(gateway)).map((card) => card.argsText)).toEqual([one, other])
  })

  /** A thread of AG-UI, and the answers that it was resumed with. */
  function start(producer = agUi) {
    const sent: unknown[] = []
    const gateway = createAgUiGateway({
      id: 'agent',
      producer,
      run: async function* ({ resume, runId }) {
        sent.push(...resume)
        yield { type: 'RUN_STARTED', runId }
        yield { type: 'TEXT_MESSAGE_START', messageId: 'm9' }
      },
      input: () => ({ messages: [] }),
    })
    return {
      gateway,
      sent,
      tell: (...events: readonly object[]) => events.forEach((one) => gateway.observe('demo', one)),
    }
  }
  const told = (args: string, more: object = {}, name = 'pay'): readonly object[] => [
    { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName: name, ...more },
    { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta: args, ...more },
    { type: 'TOOL_CALL_END', toolCallId: 'call_1', ...more },
  ]
  const ends = (one: object = {}, other: object = {}): object => ({
    type: 'RUN_FINISHED',
    outcome: {
      type: 'interrupt',
      interrupts: [
        { id: 'i1', toolCallId: 'call_1', ...one },
        { id: 'i2', toolCallId: 'call_1', ...other },
      ],
    },
  })
  const began = { type: 'RUN_STARTED', runId: 'r1' }
  const [first, second] = [{ subagentRunId: 's1' }, { subagentRunId: 's2' }]

  it('of AG-UI have the arguments of the sub-agent that asks', async () => {
    const { gateway, sent, tell } = start()
    tell(began, ...told('{"a":1}', first), ...told('{"a":2}', second), ends(first, second))
    expect((await calls(gateway)).map((card) => card.argsText)).toEqual(['{"a":1}', '{"a":2}'])
    await decide(gateway, 'approved', 'rejected_continue')
    expect(sent).toMatchObject([
      { interruptId: 'i1', payload: { approved: true } },
      { interruptId: 'i2', payload: { approved: false } },
    ])
  })

  it('of AG-UI that are known from the messages have the arguments of the sub-agent that asks', async () => {
    const { gateway, tell } = start()
    const message = (args: string, more: object): object => ({
      role: 'assistant',
      toolCalls: [{ id: 'call_1', function: { name: 'pay', arguments: args } }],
      ...more,
    })
    tell(began, {
      type: 'MESSAGES_SNAPSHOT',
      messages: [message('{"a":1}', first), message('{"a":2}', second)],
    })
    tell(ends(first, second))
    expect((await calls(gateway)).map((card) => card.argsText)).toEqual(['{"a":1}', '{"a":2}'])
  })

  const twins = {
    type: 'MESSAGES_SNAPSHOT',
    messages: [
      { role: 'assistant', toolCalls: [{ id: 'call_1', function: { name: 'pay', arguments: '{"a":1}' } }] },
      { role: 'assistant', toolCalls: [{ id: 'call_1', function: { name: 'pay', arguments: '{"a":2}' } }] },
    ],
  }
  it.each([
    ['the stream', [...told('{"a":1}'), ...told('{"a":2}')], null],
    [
      'the stream, in chunks',
      [
        { type: 'TOOL_CALL_CHUNK', toolCallId: 'call_1', toolCallName: 'pay', delta: '{"a":1}' },
        { type: 'TOOL_CALL_CHUNK', toolCallId: 'call_2', toolCallName: 'pay', delta: '{}' },
        { type: 'TOOL_CALL_CHUNK', toolCallId: 'call_1', toolCallName: 'pay', delta: '{"a":2}' },
      ],
      null,
    ],
    ['the messages', [twins], null],
    ['a stream that repeats itself', [...told('{"a":1}'), ...told('{"a":1}')], '{"a":1}'],
    [
      'a stream with the result of the first',
      [...told('{"a":1}'), { type: 'TOOL_CALL_RESULT', toolCallId: 'call_1' }, ...told('{"a":2}')],
      '{"a":2}',
    ],
    [
      'two runs',
      [
        ...told('{"a":1}'),
        { type: 'RUN_FINISHED' },
        { type: 'RUN_STARTED', runId: 'r2' },
        ...told('{"a":2}'),
      ],
      '{"a":2}',
    ],
  ] as const)(
    'of AG-UI, told by %s, are shown with what is known of them',
    async (_what, events, argsText) => {
      const { gateway, tell } = start()
      tell(began, ...events, ends())
      const asked = (await calls(gateway)).filter((one) => one.status === 'pending')
      expect(asked.map((card) => card.argsText)).toEqual([argsText, argsText])
    },
  )

  it('of AG-UI: the result of one is not told of the other', async () => {
    const { gateway, tell } = start()
    tell(began, ...told('{"a":1}', first), ...told('{"a":2}', second), ends(first, second))
    await decide(gateway, 'approved')
    tell({ type: 'TOOL_CALL_RESULT', toolCallId: 'call_1', ...first })
    const ran = (all: readonly InterventionCall[]): readonly boolean[] =>
      all.map((card) => card.status === 'approved' && card.resolution.execution?.ok === true)
    expect(ran(await calls(gateway)).filter(Boolean)).toHaveLength(1)
    tell({ type: 'TOOL_CALL_RESULT', toolCallId: 'call_1', ...second })
    expect(ran(await calls(gateway))).toEqual([true, true])
  })

  it('of the bridge to LangGraph, alike but for digits, are each shown as it runs', async () => {
    const { gateway, tell } = start(langGraphBridge)
    const [one, other] = ['{"a":12345678901234567890}', '{"a":12345678901234567891}']
    const event = (id: string, args: string): readonly object[] =>
      told(args).map((all) => ({ ...all, toolCallId: id }))
    // A client in JavaScript has rounded the interrupt.
    const raw = JSON.stringify({ value: JSON.parse(asking(one, other)) as unknown })
    tell(began, ...event('c1', one), ...event('c2', other))
    tell({ type: 'RUN_FINISHED', outcome: { interrupts: [{ id: 'i1', metadata: { langgraph: { raw } } }] } })
    expect((await calls(gateway)).map((card) => card.argsText)).toEqual([one, other])
  })
})

describe('more calls at once than a history keeps', () => {
  const many = Array.from({ length: 130 }, (_one, index) => `{"a":${index}}`)

  it('are all asked for and answered, in LangGraph', async () => {
    const thread = createStandInThread({
      tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${asking(...many)}}`] }],
      next: ['gate'],
    })
    const { fetch } = thread
    const gateway = createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })
    expect((await calls(gateway)).map((card) => card.argsText)).toEqual(many)
    await decide(gateway, 'approved')
    expect(thread.posts[0]!.body.match(/"approve"/g)).toHaveLength(130)
  })

  it('are all asked for and answered, in AG-UI', async () => {
    const sent: unknown[] = []
    const gateway = createAgUiGateway({
      id: 'agent',
      run: async function* ({ resume, runId }) {
        sent.push(...resume.map((one) => one.payload))
        yield { type: 'RUN_STARTED', runId }
        yield { type: 'TEXT_MESSAGE_START', messageId: 'm9' }
      },
      input: () => ({ messages: [] }),
    })
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r1' })
    const interrupts = many.map((args, index) => {
      const toolCallId = `call_${index}`
      gateway.observe('demo', { type: 'TOOL_CALL_CHUNK', toolCallId, toolCallName: 'pay', delta: args })
      return { id: `i${index}`, toolCallId }
    })
    gateway.observe('demo', { type: 'RUN_FINISHED', outcome: { interrupts } })
    expect((await calls(gateway)).map((card) => card.argsText)).toEqual(many)
    await decide(gateway, 'approved')
    expect(sent).toEqual(many.map(() => ({ approved: true })))
  })

  it('are all asked for, in LobeHub, also before a hundred others', async () => {
    const rows = many.map((args, index) => ({
      ...{ id: `m${index}`, role: 'tool', parentId: 'm', tool_call_id: `c${index}` },
      createdAt: '2026-09-01T00:00:00.000Z',
      plugin: { identifier: 'mail', apiName: 'send', arguments: args },
      pluginIntervention: { status: index === 0 ? 'pending' : 'approved' },
    }))
    const call: LobeHubCall = async (procedure) => {
      if (procedure === 'message.getMessages') return rows
      if (procedure === 'topic.getTopicDetail') return { id: 'demo' }
      throw new GatewayError({ code: 'unsupported', applied: 'no' })
    }
    const gateway = createLobeHubGateway({ call, gatewayUrl: 'https://gateway.test', agentId: 'agent' })
    const [first, ...others] = await calls(gateway)
    expect(first).toMatchObject({ status: 'pending', argsText: '{"a":0}' })
    expect(others).toHaveLength(100)
  })
})
