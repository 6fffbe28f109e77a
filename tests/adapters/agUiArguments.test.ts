import {
  type AgUiGateway,
  type AgUiOptions,
  type AgUiProducer,
  agUi,
  agUiOverHttp,
  createAgUiGateway,
  langGraphBridge,
  strands,
  type StartRun,
  tanStackAi,
} from 'intervention-bar/adapters/ag-ui'
import type { DecisionRequest, GatewayClient, InterventionCall } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { offers } from '../../src/model/intervention.ts'
import { approval } from '../support/fixtures.ts'
import { hardArguments, hitlShapes } from '../support/hitlShapes.ts'

const { signal } = new AbortController()
const big = '{"user_id":1192837465019283746}'

const started = { type: 'RUN_STARTED', threadId: 'demo', runId: 'r1' }
const begun = (toolCallId = 'call_1'): object => ({
  type: 'TOOL_CALL_START',
  toolCallId,
  toolCallName: 'delete_user',
})
const piece = (delta: string, toolCallId = 'call_1'): object => ({
  type: 'TOOL_CALL_ARGS',
  toolCallId,
  delta,
})
const ended = { type: 'TOOL_CALL_END', toolCallId: 'call_1' }
const snapshot = (argumentsText: string, id = 'call_1'): object => ({
  type: 'MESSAGES_SNAPSHOT',
  messages: [
    { id: 'm1', role: 'user', content: 'Delete it.' },
    {
      id: 'm2',
      role: 'assistant',
      toolCalls: [{ id, type: 'function', function: { name: 'delete_user', arguments: argumentsText } }],
    },
  ],
})
const asked = { id: 'i1', reason: 'tool_call', toolCallId: 'call_1' }
const pausedFor = (...interrupts: readonly object[]): object => ({
  type: 'RUN_FINISHED',
  threadId: 'demo',
  runId: 'r1',
  outcome: { type: 'interrupt', interrupts },
})

function open(events: readonly object[], change: Partial<AgUiOptions> = {}): AgUiGateway {
  const run: StartRun = async function* () {
    yield* [started, { type: 'TOOL_CALL_RESULT', toolCallId: 'call_1' }, { ...started, type: 'RUN_FINISHED' }]
  }
  const gateway = createAgUiGateway({ id: 'agent', run, input: () => ({ messages: [] }), ...change })
  for (const event of events) gateway.observe('demo', event)
  return gateway
}
async function cards(gateway: GatewayClient): Promise<readonly InterventionCall[]> {
  return (await gateway.readConversation('demo', { signal })).interventions
}
async function shown(events: readonly object[], producer: AgUiProducer = agUi): Promise<InterventionCall> {
  const [card] = await cards(open(events, { producer }))
  return card!
}
async function decide(gateway: GatewayClient, change: object): Promise<unknown> {
  const [card] = await cards(gateway)
  const made = { ...approval(card).decisions[0], ...change } as DecisionRequest
  return gateway.resume({ ...approval(card), decisions: [made] }, { signal })
}

describe('arguments that AG-UI does not tell', () => {
  it.each([
    ['no TOOL_CALL_ARGS, as with Gemini', [begun(), ended]],
    ['an empty TOOL_CALL_ARGS', [begun(), piece(''), ended]],
    ['arguments cut in the middle', [begun(), piece('{"user_id":4'), ended]],
    ['arguments whose beginning was not heard', [piece('_id":4}'), ended]],
    ['a call that no event told', []],
    ['a snapshot that has none either', [begun(), ended, snapshot('')]],
  ])('are null and cannot be approved, but rejected: %s', async (_case, events) => {
    const card = await shown([started, ...events, pausedFor(asked)])
    expect(card).toMatchObject({ toolCallId: 'call_1', argsText: null, editable: false })
    expect([offers(card, 'approved'), offers(card, 'rejected_continue')]).toEqual([false, true])
    const gateway = open([started, ...events, pausedFor(asked)])
    await expect(decide(gateway, {})).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
    await expect(decide(gateway, { decision: 'rejected_continue' })).resolves.toMatchObject({
      outcome: 'accepted',
    })
  })

  it.each([
    ['after a stream without them', [started, begun(), ended, snapshot(big)]],
    ['after a stream that was cut', [started, begun(), piece('{"user'), ended, snapshot(big)]],
    ['after a reload', [snapshot(big)]],
    ['before the call is repeated in the same run', [started, snapshot(big), begun(), ended]],
    ['in the input of the run', [{ ...started, input: snapshot(big) }]],
  ])('come from the messages that have them: %s', async (_case, events) => {
    expect(await shown([...events, pausedFor(asked)])).toMatchObject({
      tool: { name: 'delete_user' },
      argsText: big,
    })
  })

  it.each([
    ['a snapshot', [snapshot(big)]],
    ['the pieces of the call', [begun(), piece(big.slice(0, 9)), piece(big.slice(9)), ended]],
    ['chunks', [{ ...piece(big), type: 'TOOL_CALL_CHUNK', toolCallName: 'delete_user' }]],
  ])('come with %s that is heard after the end of the run, as one call', async (_case, events) => {
    const gateway = open([started, pausedFor(asked)])
    const [before] = await cards(gateway)
    expect(before).toMatchObject({ argsText: null })
    for (const event of events) gateway.observe('demo', event)
    const after = await cards(gateway)
    expect(after).toMatchObject([{ toolCallId: 'call_1', tool: { name: 'delete_user' }, argsText: big }])
    expect(after[0]).toMatchObject({ status: 'pending', requestedAt: before!.requestedAt })
    await expect(decide(gateway, {})).resolves.toMatchObject({ outcome: 'accepted' })
  })

  it('of Strands lead to the call of the interrupt, also when its messages come last', async () => {
    const interrupt = { id: 'v1:tool_call:call_1:delete_user', reason: 'delete_user' }
    const gateway = open([started, pausedFor(interrupt)], { producer: strands() })
    gateway.observe('demo', snapshot(big))
    expect(await cards(gateway)).toMatchObject([{ toolCallId: 'call_1', argsText: big, status: 'pending' }])
  })

  it('stay as they were shown when the messages say something else later', async () => {
    const gateway = open([started, begun(), piece(big), ended, pausedFor(asked), snapshot('{"user_id":1}')])
    expect(await cards(gateway)).toMatchObject([{ argsText: big }])
  })

  it('are not those of an earlier call with the same id', async () => {
    const earlier = [started, begun(), ended, snapshot(big), { ...started, type: 'RUN_FINISHED' }]
    const later = [{ ...started, runId: 'r2' }, begun(), ended, { ...pausedFor(asked), runId: 'r2' }]
    expect(await shown([...earlier, ...later])).toMatchObject({ argsText: null })
  })

  it('are those of the messages where a graph changed the call after it was streamed', async () => {
    const events = [started, begun(), piece('{"user_id":4}'), ended, snapshot('{"user_id":5}')]
    expect(await shown([...events, pausedFor(asked)])).toMatchObject({ argsText: '{"user_id":5}' })
  })

  it('keep the streamed digits where a producer repeats them rounded', async () => {
    const rounded = JSON.stringify(JSON.parse(big))
    const events = [started, begun(), piece(big), ended, snapshot(rounded), pausedFor(asked)]
    expect(await shown(events)).toMatchObject({ argsText: big })
    const metadata = { toolName: 'delete_user', input: JSON.parse(big) as object }
    const tanStack = [started, begun(), piece(big), ended, pausedFor({ ...asked, metadata })]
    expect(await shown(tanStack, tanStackAi)).toMatchObject({ argsText: big })
    const value = { actionRequests: [{ name: 'delete_user', args: JSON.parse(big) as object }] }
    const interrupt = { id: 'i1', metadata: { langgraph: { raw: { value } } } }
    expect(await shown([...tanStack.slice(0, -1), pausedFor(interrupt)], langGraphBridge)).toMatchObject({
      argsText: big,
    })
  })

  it('of TanStack AI come from the interrupt, where the stream has none', async () => {
    const metadata = { toolName: 'delete_user', input: { user_id: 4 } }
    const events = [started, begun(), ended, pausedFor({ ...asked, metadata })]
    expect(await shown(events, tanStackAi)).toMatchObject({ argsText: '{"user_id":4}' })
    const bare = [started, begun(), ended, pausedFor({ ...asked, metadata: { toolName: 'delete_user' } })]
    expect(await shown(bare, tanStackAi)).toMatchObject({ argsText: null, tool: { name: 'delete_user' } })
  })

  it('offer nothing to approve where TanStack AI waits for the result of a tool in the page', async () => {
    const interrupt = { ...asked, metadata: { kind: 'client_tool', toolName: 'pick', input: {} } }
    expect((await shown([started, pausedFor(interrupt)], tanStackAi)).decisions).toEqual([
      'rejected_continue',
    ])
  })
})

describe('a tool call in chunks', () => {
  const chunk = (fields: object): object => ({ type: 'TOOL_CALL_CHUNK', ...fields })
  const first = { toolCallId: 'call_1', toolCallName: 'delete_user' }

  it.each([
    ['the id in the first', [chunk(first), chunk({ delta: '{"user_id"' }), chunk({ delta: ':4}' })]],
    ['the id in each', [chunk({ ...first, delta: '{"user_id":' }), chunk({ ...first, delta: '4}' })]],
    [
      'another call after it',
      [
        chunk({ ...first, delta: '{"user_id":' }),
        { type: 'CUSTOM', name: 'note' },
        chunk({ delta: '4}' }),
        chunk({ toolCallId: 'call_2', toolCallName: 'x', delta: '{}' }),
        chunk({ delta: ' ' }),
      ],
    ],
    [
      'repeated in a replay',
      [
        chunk({ ...first, delta: '{"user_id":4}' }),
        { ...started, runId: 'r0' },
        chunk({ ...first, delta: '{"user_id":4}' }),
      ],
    ],
  ])('is one call, with %s', async (_case, chunks) => {
    expect(await shown([started, ...chunks, pausedFor(asked)])).toMatchObject({
      argsText: '{"user_id":4}',
      tool: { name: 'delete_user' },
    })
  })
})

describe('the words of an interrupt', () => {
  const why = async (message: string, change: object = {}): Promise<unknown> => {
    const interrupt = { ...asked, message, ...change }
    return (await shown([started, begun(), piece('{}'), pausedFor(interrupt)])).why
  }

  it('are shown as nobody’s', async () => {
    const text = 'This deletes a paying customer.'
    expect(await why(text)).toEqual({ text, by: 'unknown' })
    expect(await why(text, { toolCallId: undefined })).toEqual({ text, by: 'unknown' })
  })

  it('are those of the producer, where it has its own', async () => {
    const producer: AgUiProducer = {
      ...agUi,
      read: (...read) =>
        agUi.read(...read)?.map((call) => ({ ...call, why: { text: 'Rule 4.', by: 'policy' } })),
    }
    const events = [started, begun(), piece('{}'), pausedFor({ ...asked, message: 'May I?' })]
    expect(await shown(events, producer)).toMatchObject({ why: { text: 'Rule 4.', by: 'policy' } })
  })

  it.each([
    'Approval required to run delete_user',
    'Tool execution requires approval',
    'Tool execution requires approval\n\nTool: delete_user\nArgs: {\n  "user_id": 4\n}',
    'Approve "delete_user"?\n  Input: {"user_id":4}',
    'Please approve or reject the tool call delete_user() by responding with a FunctionResponse with an expected ToolConfirmation payload.',
  ])('are dropped where a framework wrote them: %s', async (message) => {
    expect(await why(message)).toBeUndefined()
  })

  it('stay where somebody wrote them around what a framework writes', async () => {
    const text = 'Tool execution requires approval. Ask Ana first.'
    expect(await why(text)).toMatchObject({ text })
    expect(await why('Approve "delete_user" — it is irreversible?\n  Input: {}')).toMatchObject({
      text: 'it is irreversible',
    })
  })
})

describe('an interrupt of Strands', () => {
  it.each([
    ['tool:call_1:approval', 'call_1', {}],
    ['v1:tool_call:tooluse_Ab-1:0d5f3c2e-6f7a-5b9c-8d1e-2f3a4b5c6d7e', 'tooluse_Ab-1', {}],
    ['v1:before_tool_call:call:7:0d5f3c2e-6f7a-5b9c-8d1e-2f3a4b5c6d7e', 'call:7', {}],
    ['hook:beforeToolCall:call_1:approval', 'call_1', {}],
    ['middleware:executeTool:functions.delete:0:ask', 'functions.delete:0', {}],
    ['tool:call:1:ask:twice', 'call:1', { metadata: { strandsName: 'ask:twice' } }],
    ['tool:call:1:ask:twice', 'call:1', {}],
    ['v9:somewhere:call:call_1:x', 'call_1', {}],
    ['no id in here', 'call_1', { toolCallId: 'call_1' }],
  ])('finds its call in %s', async (id, toolCallId, change) => {
    const others = [begun('call'), piece('{"other":1}', 'call'), begun('1'), piece('{"other":2}', '1')]
    const events = [started, ...others, begun(toolCallId), piece(big, toolCallId)]
    const card = await shown([...events, pausedFor({ id, reason: 'confirmation', ...change })], strands())
    expect(card).toMatchObject({ toolCallId, argsText: big })
    expect(offers(card, 'approved')).toBe(true)
  })

  it('of a call that nobody told can be rejected', async () => {
    const card = await shown([started, pausedFor({ id: 'v1:tool_call:call_9:0d5f' })], strands())
    expect(card).toMatchObject({ toolCallId: 'call_9', argsText: null })
  })

  it.each([
    ['two interrupts', ['tool:call_1:first', 'tool:call_1:second', 'tool:call_1:third']],
    ['one interrupt', ['tool:call_1:same', 'tool:call_1:same', 'tool:call_1:same']],
  ])('that asks three times about one call by %s is three cards', async (_how, ids) => {
    const all = pausedFor(...ids.map((id) => ({ id })))
    const gateway = open([started, begun(), piece(big), all], { producer: strands() })
    const shownIds = (await cards(gateway)).map((card) => card.toolCallId)
    expect([shownIds[0], new Set(shownIds).size]).toEqual(['call_1', 3])
  })
})

describe('numbers that a double cannot hold', () => {
  const edited = '{ "user_id": 1192837465019283747, "rate": 1.10, "zero": -0 }'
  const responseSchema = { properties: { approved: {}, editedArgs: {} } }
  const events = [started, begun(), piece(big), ended, pausedFor({ ...asked, responseSchema })]

  it('are sent as they were written by the transport of this adapter', async () => {
    const bodies: string[] = []
    const run = agUiOverHttp({
      url: 'http://agent.test',
      fetch: async (_url, init) => {
        bodies.push(JSON.stringify(init?.body))
        return new Response(`data: {"type":"TOOL_CALL_RESULT","toolCallId":"call_1"}\n\n`)
      },
    })
    await decide(open(events, { run }), { argsText: edited })
    expect(JSON.parse(bodies[0]!)).toContain(`"editedArgs":${edited}`)
  })

  it.each([
    ['a large number', '{"user_id":1192837465019283747}'],
    ['a number beyond all doubles', '{"rate":1e400}'],
    ['a name twice', '{"a":1,"a":2}'],
    ['a minus before zero', '{"zero":-0}'],
  ])('are refused before the press where another transport would change %s', async (_case, argsText) => {
    await expect(decide(open(events), { argsText })).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: '/decisions/0/argsText' }],
    })
  })

  it('leave an edit alone that says the same in other digits', async () => {
    const argsText = '{"rate": 10.50, "count": 1.0, "big": 1e3, "none": 0.0, "text": "\\u0041"}'
    await expect(decide(open(events), { argsText })).resolves.toMatchObject({ outcome: 'accepted' })
  })

  it('of an interrupt come as they were sent', async () => {
    const metadata = `{"toolName":"delete_user","input":${big}}`
    const interrupt = `{"id":"i2","toolCallId":"call_2","metadata":${metadata}}`
    const outcome = `{"type":"interrupt","interrupts":[${interrupt}]}`
    const stream = `data: {"type":"CUSTOM"}\n\ndata: {"type":"TOOL_CALL_RESULT"}\n\ndata: {"type":"RUN_FINISHED","outcome":${outcome}}\n\n`
    const run = agUiOverHttp({ url: 'http://agent.test', fetch: async () => new Response(stream) })
    const gateway = open(events, { run, producer: tanStackAi })
    await decide(gateway, {})
    await expect
      .poll(async () => (await cards(gateway)).find((card) => card.status === 'pending')?.argsText)
      .toBe(big)
  })
})

describe.each(hitlShapes)('the bridge to LangGraph in $language', ({ value, siblings }) => {
  it.each(hardArguments)('shows %s as the graph wrote it, to be approved', async (args) => {
    const interrupt = { id: 'i1', metadata: { langgraph: { raw: `{"id":"a","value":${value(args)}}` } } }
    const gateway = open([started, pausedFor(interrupt)], { producer: langGraphBridge })
    const { operations, interventions } = await gateway.readConversation('demo', { signal })
    expect(operations).toMatchObject([{ pause: { answering: 'together', siblings } }])
    expect(interventions).toMatchObject([{ tool: { name: 'pay' }, argsText: args, editable: true }])
    expect(interventions[0]!.why).toBeUndefined()
    expect(offers(interventions[0]!, 'approved')).toBe(true)
  })
})

describe('what a producer says twice, or in part', () => {
  const whole = [begun(), piece('{"to":"Ana"}')]
  const cut = [begun(), piece('{"to":"An')]
  it.each([
    ['a cut call that the messages write as {}', [...cut, snapshot('{}'), pausedFor(asked)], null],
    ['a cut call that the messages have', [...cut, snapshot(big), pausedFor(asked)], big],
    [
      'a call without arguments that the messages write as {}',
      [begun(), snapshot('{}'), pausedFor(asked)],
      '{}',
    ],
    ['an end that comes twice', [...whole, pausedFor(asked), pausedFor(asked)], '{"to":"Ana"}'],
    ['two values in one', [begun(), piece('{"a":1}{"b":2}'), pausedFor(asked)], null],
    ['white space alone', [begun(), piece(' \n '), pausedFor(asked)], null],
  ])('%s is one call that waits', async (_what, events, argsText) => {
    const { operations, interventions } = await open(events).readConversation('demo', { signal })
    expect(interventions).toMatchObject([
      { toolCallId: 'call_1', operationId: 'r1', status: 'pending', argsText },
    ])
    expect(operations).toMatchObject([{ id: 'r1', status: 'waiting_for_human' }])
  })
})
