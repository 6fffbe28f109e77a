import {
  type AgUiGateway,
  type AgUiOptions,
  agUi,
  agUiOverHttp,
  createAgUiGateway,
  langGraphBridge,
  strands,
  type StartRun,
  tanStackAi,
} from 'intervention-bar/adapters/ag-ui'
import type { Conversation, DecisionRequest, GatewayClient, InterventionCall } from 'intervention-bar/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendingText } from '../../src/adapters/ag-ui/overHttp.ts'
import { writeExact } from '../../src/backend/exactJson.ts'
import { approval } from '../support/fixtures.ts'
import { hitlShapes } from '../support/hitlShapes.ts'

const { signal } = new AbortController()
const read = (gateway: GatewayClient): Promise<Conversation> => gateway.readConversation('demo', { signal })

const called = [
  { type: 'RUN_STARTED', threadId: 'demo', runId: 'r1' },
  { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName: 'send_mail' },
  { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta: '{"to":"ana' },
  { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta: '@example.com"}' },
]
const pausedWith = (...interrupts: readonly object[]): readonly object[] => [
  ...called,
  { type: 'RUN_FINISHED', threadId: 'demo', runId: 'r1', outcome: { type: 'interrupt', interrupts } },
]
const toolCall = { id: 'i1', reason: 'tool_call', toolCallId: 'call_1' }
const taken = [
  { type: 'RUN_STARTED', threadId: 'demo', runId: 'x' },
  { type: 'TOOL_CALL_RESULT', toolCallId: 'call_1', content: 'sent' },
  { type: 'RUN_FINISHED', threadId: 'demo', runId: 'x' },
]

interface Started {
  readonly gateway: AgUiGateway
  readonly inputs: Record<string, unknown>[]
}

/** A gateway whose thread has seen these events, and whose next run answers with those. */
function start(
  before: readonly object[],
  events: readonly object[] = taken,
  change: Partial<AgUiOptions> = {},
  writesText = false,
): Started {
  const inputs: Record<string, unknown>[] = []
  const run: StartRun = async function* (input) {
    inputs.push({ ...input })
    yield* events
  }
  const gateway = createAgUiGateway({
    id: 'agent',
    run: writesText ? sendingText(run) : run,
    input: () => ({ messages: ['hello'] }),
    ...change,
  })
  for (const event of before) gateway.observe('demo', event)
  return { gateway, inputs }
}

async function decide(
  gateway: GatewayClient,
  change: Partial<DecisionRequest> = {},
): ReturnType<GatewayClient['resume']> {
  const { interventions } = await read(gateway)
  const [card] = interventions as [InterventionCall]
  const made = { toolCallId: card.toolCallId, revision: card.revision, decision: 'approved', ...change }
  return gateway.resume({ ...approval(card), decisions: [made as DecisionRequest] }, { signal })
}

describe('a thread of AG-UI', () => {
  it('shows the calls behind the interrupts of its last run, to be answered together', async () => {
    const { gateway } = start(pausedWith({ ...toolCall, expiresAt: '2999-01-01T00:00:00Z' }))
    expect(await read(gateway)).toMatchObject({
      operations: [{ id: 'r1', status: 'waiting_for_human', pause: { answering: 'together' } }],
      interventions: [
        {
          toolCallId: 'call_1',
          tool: { name: 'send_mail' },
          argsText: '{"to":"ana@example.com"}',
          decisions: ['approved', 'rejected_continue'],
          editable: false,
          expiresAt: Date.parse('2999-01-01T00:00:00Z'),
        },
      ],
    })
  })

  it('sends a decision with a new run of the same thread, with the messages of the chat', async () => {
    const heard: unknown[] = []
    const { gateway, inputs } = start(pausedWith(toolCall), taken, {
      onEvent: (_id, event) => heard.push(event),
    })
    const answer = await decide(gateway)
    expect(inputs).toEqual([
      {
        threadId: 'demo',
        runId: expect.any(String),
        parentRunId: 'r1',
        messages: ['hello'],
        state: {},
        tools: [],
        context: [],
        forwardedProps: {},
        resume: [{ interruptId: 'i1', status: 'resolved', payload: { approved: true } }],
      },
    ])
    expect(answer).toEqual({ outcome: 'accepted', operationId: inputs[0]!['runId'] })
    await expect.poll(() => heard).toEqual(taken)
    expect(await read(gateway)).toMatchObject({
      operations: [{ status: 'done' }],
      interventions: [{ status: 'approved', resolution: { execution: { ok: true } } }],
    })
  })

  it.each(['{"to":"ana@example.com"}', '{"to":"bo@example.com"}'])(
    'asks anew under one interrupt id, for %s: the first answer stays, and each has its own result',
    async (delta) => {
      const events: unknown[] = []
      const question = (runId: string): readonly object[] => [
        { type: 'RUN_STARTED', runId },
        { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName: 'send_mail' },
        { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta },
        { type: 'RUN_FINISHED', runId, outcome: { type: 'interrupt', interrupts: [toolCall] } },
      ]
      const run: StartRun = async function* ({ runId }) {
        const told =
          events.length === 0 ? question(runId) : [{ type: 'RUN_STARTED', runId }, ...taken.slice(1)]
        events.push(...told)
        yield* told
      }
      const { gateway } = start(pausedWith(toolCall), [], { run })
      await decide(gateway)
      const [first, second] = (await read(gateway)).interventions
      expect(first).toMatchObject({ toolCallId: 'call_1', status: 'approved', operationId: 'r1' })
      expect(second).toMatchObject({ status: 'pending', argsText: delta })
      expect(second!.toolCallId).not.toBe('call_1')
      // The same run is told again.
      for (const event of events) gateway.observe('demo', event)
      expect((await read(gateway)).interventions.map((card) => card.toolCallId)).toEqual([
        'call_1',
        second!.toolCallId,
      ])
      await gateway.resume(approval(second, 'req_2'), { signal })
      await expect.poll(async () => (await read(gateway)).operations[0]?.status).toBe('done')
      const { interventions } = await read(gateway)
      expect(interventions.map((card) => 'resolution' in card && card.resolution.execution)).toEqual([
        undefined,
        { ok: true },
      ])
    },
  )

  it.each([
    ['nothing more', {}, { ok: true }],
    ['a state that is none', { status: 'success', isError: false, error: '' }, { ok: true }],
    [
      'an error of TanStack AI',
      { metadata: { tanstack: { state: 'output-error' } }, content: 'No space.' },
      { ok: false, message: 'No space.' },
    ],
    ['an error as text', { error: 'No space.', content: '' }, { ok: false, message: 'No space.' }],
    ['a mark of MCP', { isError: true, content: 'No space.' }, { ok: false, message: 'No space.' }],
    ['a status', { status: 'error' }, { ok: false }],
    ['odd fields', { metadata: 'x', state: {}, error: 7 }, { ok: true }],
  ])('tells how an approved tool ended by its result with %s', async (_what, more, execution) => {
    const { gateway } = start(pausedWith(toolCall), [taken[0]!, { ...taken[1]!, ...more }, taken[2]!])
    await decide(gateway)
    await expect
      .poll(async () => (await read(gateway)).interventions[0])
      .toMatchObject({ status: 'approved', resolution: { execution } })
  })

  it('accepts the event order of TanStack AI: the result before the run', async () => {
    const { gateway } = start(pausedWith(toolCall), [taken[1]!, taken[0]!, taken[2]!])
    expect(await decide(gateway)).toMatchObject({ outcome: 'accepted' })
    await expect.poll(async () => (await read(gateway)).operations[0]?.status).toBe('done')
  })

  it.each([
    ['UNKNOWN_INTERRUPT', 'withdrawn'],
    ['stale', 'withdrawn'],
    ['expired', 'expired'],
  ])('answers "gone" when the producer answers %s', async (code, reason) => {
    const { gateway } = start(pausedWith(toolCall), [taken[0]!, { type: 'RUN_ERROR', code, message: '' }])
    expect(await decide(gateway)).toMatchObject({ outcome: 'gone', reason })
    expect((await read(gateway)).interventions[0]!.status).toBe(reason)
  })

  it('names the field that the producer finds invalid, and keeps the card', async () => {
    const error = { type: 'RUN_ERROR', code: 'invalid-edited-args', message: 'path is missing' }
    const { gateway } = start(pausedWith(toolCall), [error])
    await expect(decide(gateway)).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      message: 'invalid-edited-args: path is missing',
    })
    expect((await read(gateway)).interventions[0]!.status).toBe('pending')
  })

  it.each([
    ['', 'HTTP 422: Thread is already running a task.'],
    ['STRANDS_ERROR', 'Agent is already running'],
    ['thread_busy', 'Try later.'],
    ['CONCURRENT', 'The session already has an active run'],
  ])('waits again when another run of its thread goes on: %s %s', async (code, message) => {
    const { gateway, inputs } = start(pausedWith(toolCall), [taken[0]!, { type: 'RUN_ERROR', code, message }])
    await expect(decide(gateway)).rejects.toMatchObject({ code: 'unavailable', applied: 'no' })
    expect((await read(gateway)).interventions[0]!.status).toBe('pending')
    await expect(decide(gateway)).rejects.toMatchObject({ applied: 'no' })
    expect(inputs).toHaveLength(2)
  })

  it.each([
    [agUi, 1],
    [strands(), 2],
  ])(
    'sends a decision again whose run broke off only where the producer takes it once',
    async (producer, runs) => {
      const asked = producer === agUi ? toolCall : { id: 'tool:call_1:approval', reason: 'confirmation' }
      const { gateway, inputs } = start(pausedWith(asked), [taken[0]!], { producer })
      await expect(decide(gateway)).rejects.toMatchObject({ code: 'unavailable', applied: 'unknown' })
      await expect(decide(gateway)).rejects.toMatchObject({ applied: 'unknown' })
      expect(inputs).toHaveLength(runs)
    },
  )

  it('starts no run for a press that timed out while the chat prepared its input, and can be pressed again', async () => {
    const press = new AbortController()
    let isLate = true
    const input: AgUiOptions['input'] = () => {
      if (isLate) press.abort()
      return Promise.resolve({ messages: [] })
    }
    const { gateway, inputs } = start(pausedWith(toolCall), taken, { input })
    const resumed = gateway.resume(approval((await read(gateway)).interventions[0]), { signal: press.signal })
    await expect(resumed).rejects.toMatchObject({ code: 'timeout', applied: 'no' })
    expect(inputs).toEqual([])
    isLate = false
    await expect(decide(gateway)).resolves.toMatchObject({ outcome: 'accepted' })
    expect(inputs).toHaveLength(1)
  })

  describe('of a producer that says nothing until its tool is done', () => {
    const silent = (answer: Promise<Response>): AgUiGateway => {
      const run = agUiOverHttp({ url: 'http://agent.test', fetch: () => answer })
      return start(pausedWith(toolCall), [], { run }).gateway
    }
    const result = `data: ${JSON.stringify(taken[1])}\n\n`
    const body = (): { response: Response; finish: () => void } => {
      let finish = (): void => undefined
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          finish = () => {
            controller.enqueue(new TextEncoder().encode(result))
            controller.close()
          }
        },
      })
      return { response: new Response(stream), finish }
    }
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
    afterEach(() => void vi.useRealTimers())

    it('is accepted once the server has answered, and runs until its result', async () => {
      const { response, finish } = body()
      const gateway = silent(Promise.resolve(response))
      const answer = decide(gateway)
      await vi.advanceTimersByTimeAsync(5_000)
      expect(await answer).toMatchObject({ outcome: 'accepted' })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await read(gateway)).toMatchObject({
        operations: [{ status: 'running' }],
        interventions: [{ status: 'approved' }],
      })
      finish()
      await vi.advanceTimersByTimeAsync(0)
      expect(await read(gateway)).toMatchObject({
        interventions: [{ status: 'approved', resolution: { execution: { ok: true } } }],
      })
    })

    it('goes on after the press has timed out, and the next try of it learns what happened', async () => {
      let respond = (_response: Response): void => undefined
      const gateway = silent(new Promise((resolve) => (respond = resolve)))
      const press = new AbortController()
      const request = approval((await read(gateway)).interventions[0])
      const first = gateway.resume(request, { signal: press.signal })
      await vi.advanceTimersByTimeAsync(10_000)
      press.abort()
      const again = gateway.resume(request, { signal })
      respond(new Response(result))
      await vi.advanceTimersByTimeAsync(0)
      expect(await again).toMatchObject({ outcome: 'accepted' })
      expect(await first).toEqual(await again)
    })
  })

  it('reads events that arrive in pieces, and a last one without a line break', async () => {
    const text = taken
      .map((event) => `data: ${JSON.stringify(event)}\n\n`)
      .join('')
      .trimEnd()
    const bytes = new TextEncoder().encode(text)
    for (const size of [1, 7, 100_000]) {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
          controller.close()
        },
      })
      const run = agUiOverHttp({ url: 'http://agent.test', fetch: async () => new Response(body) })
      const { gateway } = start(pausedWith(toolCall), [], { run })
      await decide(gateway)
      await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('done')
    }
  })

  it('names the protocol it expected when the answer is not AG-UI', async () => {
    const run = agUiOverHttp({ url: 'http://x', fetch: async () => new Response('<html></html>') })
    const { gateway } = start(pausedWith(toolCall), [], { run })
    await expect(decide(gateway)).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('AG-UI 1.0'),
    })
  })

  it('reports a refusal of the server', async () => {
    const run = agUiOverHttp({ url: 'http://x', fetch: async () => new Response('', { status: 403 }) })
    const { gateway } = start(pausedWith(toolCall), [], { run })
    await expect(decide(gateway)).rejects.toMatchObject({ code: 'forbidden', applied: 'no' })
  })

  it('shows an interrupt of unknown shape as raw data, and can only cancel it', async () => {
    const { gateway, inputs } = start(pausedWith({ id: 'i9', reason: 'acme:vote', options: ['a', 'b'] }))
    const { interventions } = await read(gateway)
    expect(interventions).toMatchObject([
      { tool: { name: 'acme:vote' }, decisions: ['rejected_continue'], reason: 'none' },
    ])
    expect(JSON.parse(interventions[0]!.argsText!)).toMatchObject({ options: ['a', 'b'] })
    await decide(gateway, { decision: 'rejected_continue' })
    expect(inputs[0]!['resume']).toEqual([{ interruptId: 'i9', status: 'cancelled' }])
  })

  it.each([
    [
      "an answer in the person's own words",
      { reason: 'input_required' },
      { kind: 'text', message: 'Where to?' },
      'To "Rome".',
      '"To \\"Rome\\"."',
    ],
    [
      'a form, with every digit of its answer',
      {
        reason: 'input_required',
        responseSchema: { type: 'object', properties: { id: { type: 'integer' } } },
      },
      { kind: 'form', schema: { type: 'object' } },
      '{"id":1192837465019283746}',
      '{"id":1192837465019283746}',
    ],
    [
      'yes or no',
      { reason: 'confirmation' },
      { kind: 'form', schema: { properties: { approved: { type: 'boolean' } } } },
      '{"approved":false}',
      '{"approved":false}',
    ],
  ])('asks for %s', async (_what, interrupt, question, answerText, payload) => {
    const { gateway, inputs } = start(
      pausedWith({ id: 'i1', message: 'Where to?', ...interrupt }),
      taken,
      {},
      true,
    )
    const [card] = (await read(gateway)).interventions
    expect(card).toMatchObject({
      tool: null,
      argsText: null,
      question: { message: 'Where to?', ...question },
      decisions: ['answered', 'rejected_continue'],
    })
    expect(card).not.toHaveProperty('why')
    await decide(gateway, { decision: 'answered', answerText })
    expect(writeExact(inputs[0]!['resume'])).toBe(
      `[{"interruptId":"i1","status":"resolved","payload":${payload}}]`,
    )
    expect((await read(gateway)).interventions[0]).toMatchObject({ status: 'answered' })
  })

  it('refuses an answer whose digits its transport would change', async () => {
    const responseSchema = { type: 'object', properties: { id: { type: 'integer' } } }
    const asked = { id: 'i1', reason: 'input_required', message: 'Whom?', responseSchema }
    const { gateway, inputs } = start(pausedWith(asked))
    const answerText = '{"id":1192837465019283746}'
    await expect(decide(gateway, { decision: 'answered', answerText })).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: '/decisions/0/answerText' }],
    })
    expect(inputs).toEqual([])
  })

  it('cancels a question that the person does not answer', async () => {
    const { gateway, inputs } = start(
      pausedWith({ id: 'i1', reason: 'input_required', message: 'Where to?' }),
    )
    await decide(gateway, { decision: 'rejected_continue' })
    expect(inputs[0]!['resume']).toEqual([{ interruptId: 'i1', status: 'cancelled' }])
    expect((await read(gateway)).interventions[0]).toMatchObject({ status: 'rejected_continue' })
  })

  it('keeps waiting calls when a new message fails, and withdraws them when its run finishes', async () => {
    const { gateway } = start(pausedWith(toolCall))
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r2' })
    gateway.observe('demo', { type: 'RUN_ERROR', code: 'ADAPTER_BUG', message: 'interrupted state' })
    expect((await read(gateway)).interventions[0]!.status).toBe('pending')
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r3' })
    gateway.observe('demo', { type: 'RUN_FINISHED', runId: 'r3' })
    expect((await read(gateway)).interventions[0]!.status).toBe('withdrawn')
  })

  it('tells how the chat itself answered a batch of the bridge to LangGraph', async () => {
    const actionRequests = ['pay', 'mail', 'post'].map((name) => ({ name, args: {} }))
    const raw = { id: 'a', value: { actionRequests } }
    const interrupt = { id: 'i1', metadata: { langgraph: { raw } } }
    const { gateway } = start(pausedWith(interrupt), taken, { producer: langGraphBridge })
    const decisions = [{ type: 'approve' }, { type: 'reject', message: 'No.' }, { type: 'edit' }]
    const resume = [{ interruptId: 'i1', status: 'resolved', payload: { decisions } }]
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r2', input: { resume } })
    gateway.observe('demo', { type: 'RUN_FINISHED', runId: 'r2' })
    expect((await read(gateway)).interventions).toMatchObject([
      { status: 'approved' },
      { status: 'rejected_continue', resolution: { reason: 'No.' } },
      { status: 'approved' },
    ])
  })
})

describe('the producers', () => {
  const sent = async (
    producer: AgUiOptions['producer'],
    interrupt: object,
    change: Partial<DecisionRequest>,
  ): Promise<unknown> => {
    const { gateway, inputs } = start(pausedWith(interrupt), taken, { producer: producer! })
    await decide(gateway, change)
    return (inputs[0]!['resume'] as [unknown])[0]
  }
  const rejection = { decision: 'rejected_continue', reason: 'Not now.' } as const
  const edit = { decision: 'approved', argsText: '{"to":"bo@example.com"}' } as const
  const responseSchema = { properties: { approved: {}, editedArgs: {}, reason: {} } }

  it('answers as the standard recommends', async () => {
    expect(await sent(agUi, { ...toolCall, responseSchema }, edit)).toMatchObject({
      payload: { approved: true, editedArgs: { to: 'bo@example.com' } },
    })
    expect(await sent(agUi, { ...toolCall, responseSchema }, rejection)).toMatchObject({
      payload: { approved: false, reason: 'Not now.' },
    })
  })

  it('reads the arguments of TanStack AI from the metadata', async () => {
    const metadata = { toolName: 'pay', input: { amount: 5 } }
    const { gateway } = start(
      pausedWith({ id: 'i1', toolCallId: 'call_9', metadata, responseSchema: {} }),
      taken,
      {
        producer: tanStackAi,
      },
    )
    expect((await read(gateway)).interventions).toMatchObject([
      { toolCallId: 'call_9', tool: { name: 'pay' }, argsText: '{"amount":5}', reason: 'none' },
    ])
  })

  it('gives a tool of Strands the payload that it reads', async () => {
    const interrupt = { id: 'tool:call_1:approval', reason: 'confirmation', message: '{}' }
    expect(await sent(strands(), interrupt, rejection)).toMatchObject({
      payload: { approved: false, reason: 'Not now.' },
    })
    const yesOrNo = strands(({ decision }) => (decision === 'approved' ? 'yes' : 'no'))
    expect(await sent(yesOrNo, interrupt, {})).toMatchObject({ payload: 'yes' })
  })

  it.each(hitlShapes)(
    'reads a batch of the bridge to LangGraph in $language, and answers in its case',
    async ({ value, edited, siblings }) => {
      const args = '{"amount":5}'
      const interrupt = {
        id: 'i1',
        reason: 'langgraph:interrupt',
        metadata: { langgraph: { raw: `{"id":"a","value":${value(args)}}` } },
      }
      const { gateway, inputs } = start(pausedWith(interrupt), taken, { producer: langGraphBridge })
      const { operations, interventions } = await read(gateway)
      expect(operations[0]).toMatchObject({ pause: { siblings } })
      expect(interventions).toMatchObject([
        { argsText: args, editable: true, decisions: ['approved', 'rejected_continue'] },
      ])
      expect(interventions[0]!.why).toBeUndefined()
      await decide(gateway, { argsText: args })
      expect(inputs[0]!['resume']).toMatchObject([{ payload: JSON.parse(edited(args)) as object }])
    },
  )

  it('answers a batch of the bridge to LangGraph as one interrupt, with the effect of a rejection', async () => {
    const value = {
      actionRequests: [
        { name: 'pay', args: { amount: 5 }, description: 'An invoice.' },
        { name: 'mail', args: {} },
      ],
      reviewConfigs: [
        { actionName: 'pay', allowedDecisions: ['approve', 'edit', 'reject'] },
        { actionName: 'mail', allowedDecisions: ['approve', 'reject'] },
      ],
    }
    const interrupt = {
      id: 'i1',
      reason: 'langgraph:interrupt',
      metadata: { langgraph: { raw: { id: 'a', value } } },
    }
    const { gateway, inputs } = start(pausedWith(interrupt), taken, { producer: langGraphBridge })
    const { operations, interventions } = await read(gateway)
    expect(operations[0]).toMatchObject({ pause: { siblings: 'reject_voids_approvals' } })
    expect(interventions).toMatchObject([
      { tool: { name: 'pay' }, why: { text: 'An invoice.', by: 'policy' }, editable: true },
      { tool: { name: 'mail' }, editable: false },
    ])
    const [pay, mail] = interventions as [InterventionCall, InterventionCall]
    const decisions = [
      { toolCallId: mail.toolCallId, revision: mail.revision, ...rejection },
      { toolCallId: pay.toolCallId, revision: pay.revision, decision: 'approved', argsText: '{"amount":4}' },
    ] as const
    await gateway.resume({ ...approval(pay), decisions }, { signal })
    expect(inputs[0]!['resume']).toEqual([
      {
        interruptId: 'i1',
        status: 'resolved',
        payload: {
          decisions: [
            { type: 'edit', editedAction: { name: 'pay', args: { amount: 4 } } },
            { type: 'reject', message: 'Not now.' },
          ],
        },
      },
    ])
  })
})

describe('the agent that asks, of AG-UI', () => {
  const started = (id: string, name: string, parent?: string): object => ({
    type: 'SUBAGENT_STARTED',
    subagentRunId: id,
    name,
    ...(parent && { parentSubagentRunId: parent }),
  })
  const ofAgent = { ...toolCall, subagentRunId: 's1' }

  async function asker(interrupt: object, ...told: readonly object[]): Promise<InterventionCall['agent']> {
    const { gateway } = start([...told, ...pausedWith(interrupt)])
    return (await read(gateway)).interventions[0]!.agent
  }

  it('is the sub-agent that the interrupt is from', async () => {
    expect(await asker(ofAgent, started('s1', 'Researcher'))).toEqual({
      name: 'Researcher',
      id: 's1',
      relation: 'sub_agent',
      path: [],
    })
  })

  it('has the sub-agents above it as its path, outermost first, even if they name a ring', async () => {
    const told = [started('s1', 'Researcher', 's2'), started('s2', 'Planner', 's3'), started('s3', 'Lead')]
    expect(await asker(ofAgent, ...told)).toMatchObject({ name: 'Researcher', path: ['Lead', 'Planner'] })
    const ring = [started('s1', 'Researcher', 's2'), started('s2', 'Planner', 's1')]
    expect(await asker(ofAgent, ...ring)).toMatchObject({ name: 'Researcher', path: ['Planner'] })
  })

  it('is named by its step where nothing else names it', async () => {
    const step = { type: 'STEP_STARTED', subagentRunId: 's1', stepName: 'research' }
    expect(await asker(ofAgent, step)).toMatchObject({ name: 'research' })
    expect(await asker(ofAgent, started('s1', 'Researcher'), step)).toMatchObject({ name: 'Researcher' })
  })

  it('is the assistant itself for a root interrupt, a run that carries on another, and an unknown sub-agent', async () => {
    const carriesOn = { type: 'RUN_STARTED', threadId: 'demo', runId: 'r0', parentRunId: 'r' }
    expect(await asker(toolCall, started('s1', 'Researcher'))).toBeUndefined()
    expect(await asker(toolCall, carriesOn)).toBeUndefined()
    expect(await asker(ofAgent)).toBeUndefined()
  })
})
