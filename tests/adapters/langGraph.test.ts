import {
  agentInbox,
  createLangGraphGateway,
  exactValueOf,
  sourceOfField,
} from 'intervention-bar/adapters/langgraph'
import type {
  Conversation,
  DecisionRequest,
  GatewayClient,
  InterventionCall,
  ResumeAnswer,
} from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { hardArguments, hitlShapes } from '../support/hitlShapes.ts'
import { createStandInThread, type StandInThread } from '../support/langGraphThread.ts'

const { signal } = new AbortController()
const id = '618e18ab0d4e4b205b4dd3830d3fc48c'
const otherId = '0187c3f54e5639703664c37580f01453'
const [javaScript] = hitlShapes as [(typeof hitlShapes)[number]]
const interrupt = (value: string, own = id): string => `{"id":"${own}","value":${value}}`

function open(
  thread: StandInThread,
  options: Partial<Parameters<typeof createLangGraphGateway>[0]> = {},
): GatewayClient {
  return createLangGraphGateway({
    url: 'http://graph.test',
    assistantId: 'agent',
    fetch: thread.fetch,
    ...options,
  })
}

const read = (gateway: GatewayClient): Promise<Conversation> =>
  gateway.readConversation('thread_1', { signal })

async function waiting(gateway: GatewayClient): Promise<readonly InterventionCall[]> {
  return (await read(gateway)).interventions.filter(({ status }) => status === 'pending')
}

function resume(
  gateway: GatewayClient,
  card: InterventionCall,
  made: Partial<DecisionRequest> = {},
  requestId = 'req_1',
): Promise<ResumeAnswer> {
  const { toolCallId, revision, operationId } = card
  const decision = { toolCallId, revision, decision: 'approved', ...made } as DecisionRequest
  const request = { conversationId: 'thread_1', operationId, requestId, decisions: [decision] } as const
  return gateway.resume(request, { signal })
}

const asking = (value: string, change: Partial<StandInThread> = {}): StandInThread =>
  createStandInThread({
    tasks: [{ name: 'gate', interrupts: [interrupt(value)] }],
    next: ['gate'],
    ...change,
  })

describe('arguments of a LangGraph server', () => {
  it.each(hitlShapes.flatMap((shape) => hardArguments.map((args) => ({ ...shape, args }))))(
    'are %# shown as written and edited as typed, in $language: $args',
    async ({ value, edited, args }) => {
      const thread = asking(value(args))
      const gateway = open(thread)
      const [card] = await waiting(gateway)
      expect(card).toMatchObject({ argsText: args, decisions: ['rejected', 'approved', 'rejected_continue'] })
      const argsText = args.replace('{', '{"more":12345678901234567890,')
      await resume(gateway, card!, { argsText })
      expect(thread.posts[0]!.body).toContain(`"command":{"resume":{"${id}":${edited(argsText)}}}`)
    },
  )

  it('make another revision when one digit changes', async () => {
    const thread = asking(javaScript.value('{"user_id":1192837465019283746}'))
    const gateway = open(thread)
    const [before] = await waiting(gateway)
    thread.tasks = asking(javaScript.value('{"user_id":1192837465019283747}')).tasks
    const answer = await resume(gateway, before!)
    expect(answer.outcome).not.toBe('accepted')
    expect(thread.posts).toEqual([])
    const [after] = await waiting(gateway)
    expect(after).toMatchObject({ argsText: '{"user_id":1192837465019283747}' })
    expect(after!.revision).not.toBe(before!.revision)
  })

  it('lead to the tool call of the last message by every digit of theirs', async () => {
    const args = (digit: number): string => `{"user_id":119283746501928374${digit}}`
    const review = '{"actionName":"pay","allowedDecisions":["approve"]}'
    const actions = [6, 7].map((digit) => `{"name":"pay","args":${args(digit)}}`).join()
    const thread = asking(`{"actionRequests":[${actions}],"reviewConfigs":[${review}]}`, {
      toolCalls: `[{"id":"call_7","name":"pay","args": ${args(7)}},{"id":"call_6","name":"pay","args": ${args(6)}}]`,
    })
    expect(await waiting(open(thread))).toMatchObject([
      { toolCallId: 'call_6', argsText: args(6) },
      { toolCallId: 'call_7', argsText: args(7) },
    ])
  })

  it('stay as they are in an agent inbox, in a reader of the host and in an interrupt of unknown shape', async () => {
    const [args = ''] = hardArguments
    const config = '"config":{"allow_accept":true,"allow_edit":true,"allow_ignore":true}'
    const inbox = asking(
      `[{"action_request":{"action":"pay","args":${args}},${config},"description":"An invoice."}]`,
    )
    const gateway = open(inbox, { read: agentInbox })
    const [card] = await waiting(gateway)
    expect(card).toMatchObject({ argsText: args, why: { text: 'An invoice.', by: 'unknown' } })
    await resume(gateway, card!, { argsText: args })
    expect(inbox.posts[0]!.body).toContain(`[{"type":"edit","args":{"action":"pay","args":${args}}}]`)

    const own = asking(`{"pay":${args}}`)
    const hosted = open(own, {
      read: (value) => ({
        actions: [
          {
            name: 'pay',
            argsText: sourceOfField(value, 'pay') ?? null,
            why: undefined,
            allowed: ['approve'],
          },
        ],
        answer: ([made]) => ({ pay: made?.decision === 'approved' && exactValueOf(args) }),
      }),
    })
    const [hostedCard] = await waiting(hosted)
    expect(hostedCard).toMatchObject({ argsText: args })
    await resume(hosted, hostedCard!)
    expect(own.posts[0]!.body).toContain(`{"pay":${args}}`)

    expect(await waiting(open(asking(args)))).toMatchObject([{ argsText: args, decisions: ['rejected'] }])
  })

  it('are shown beside the question that only a person can answer', async () => {
    const value = javaScript
      .value('{"question":"Where to?"}')
      .replace('["approve","edit","reject"]', '["respond"]')
    const thread = asking(value)
    const [card] = await waiting(open(thread))
    expect(card).toMatchObject({
      tool: { name: 'pay' },
      argsText: '{"question":"Where to?"}',
      question: { kind: 'text', message: 'Where to?' },
      decisions: ['rejected', 'answered'],
    })
    await resume(open(thread), card!, { decision: 'answered', answerText: 'To Rome.' })
    expect(thread.posts[0]!.body).toContain('{"decisions":[{"type":"respond","message":"To Rome."}]}')
  })

  it('that were not told cannot be approved', async () => {
    const value = javaScript.value('{}').replace('"args":{},', '')
    const gateway = open(asking(value))
    const [card] = await waiting(gateway)
    expect(card).toMatchObject({ argsText: null, editable: false })
    await expect(resume(gateway, card!)).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
  })
})

describe('an interrupt that is a text', () => {
  it('is a question, and the run goes on with the answer', async () => {
    const thread = asking('"How old are you?"')
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    expect(card).toMatchObject({
      tool: null,
      question: { kind: 'text', message: 'How old are you?' },
      argsText: null,
      decisions: ['answered', 'rejected'],
    })
    await resume(gateway, card!, { decision: 'answered', answerText: 'I am "42".' })
    expect(thread.posts[0]!.body).toContain(`"command":{"resume":{"${id}":"I am \\"42\\"."}}`)
    thread.tasks = []
    expect((await read(gateway)).interventions).toMatchObject([
      { status: 'answered', resolution: { answerText: 'I am "42".', requestId: 'req_1' } },
    ])
  })

  it('is what an agent of the older inbox asks that only takes a response', async () => {
    const config = '{"allow_accept":false,"allow_edit":false,"allow_ignore":false,"allow_respond":true}'
    const request = '{"action":"Question","args":{"question":"Where to?"}}'
    const thread = asking(`[{"action_request":${request},"config":${config}}]`)
    const gateway = open(thread, { read: agentInbox })
    const [card] = await waiting(gateway)
    expect(card).toMatchObject({ question: { message: 'Where to?' }, decisions: ['rejected', 'answered'] })
    await resume(gateway, card!, { decision: 'answered', answerText: 'To Rome.' })
    expect(thread.posts[0]!.body).toContain('[{"type":"response","args":"To Rome."}]')
    thread.tasks = []
    expect((await read(gateway)).interventions).toMatchObject([
      { status: 'answered', resolution: { answerText: 'To Rome.' } },
    ])
  })

  it('ends with its run when it is rejected, without a message of a tool', async () => {
    const thread = asking('"How old are you?"')
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    await resume(gateway, card!, { decision: 'rejected' })
    expect(thread.posts.map(({ path }) => path)).toEqual(['/state', '/runs'])
  })
})

describe('an interrupt with a schema of its answer', () => {
  const schema =
    '{"type":"object","properties":{"seat":{"enum":["12a","12b"]},"by":{"type":"integer"}},"required":["seat"]}'
  const withSchema = (value: string, own: string, key = 'response_schema'): StandInThread =>
    createStandInThread({
      tasks: [{ name: 'gate', interrupts: [`{"id":"${id}","value":${value},"${key}":${own}}`] }],
      next: ['gate'],
    })

  it.each([
    ['a text', '"Which seat?"', { tool: null, argsText: null, question: { message: 'Which seat?' } }],
    [
      'an object with a question',
      '{"question":"Which seat?","row":12345678901234567890}',
      {
        tool: { name: 'gate' },
        argsText: '{"question":"Which seat?","row":12345678901234567890}',
        question: { message: 'Which seat?' },
      },
    ],
    ['a list', '[1,2]', { tool: { name: 'gate' }, argsText: '[1,2]', question: { message: 'gate' } }],
    ['nothing', 'null', { tool: { name: 'gate' }, argsText: 'null', question: { message: 'gate' } }],
  ])('is a form, whose answer goes to the graph digit by digit: %s', async (_what, value, shown) => {
    const thread = withSchema(value, schema)
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    expect(card).toMatchObject({ ...shown, decisions: ['answered', 'rejected'] })
    expect(card!.question).toMatchObject({ kind: 'form', schema: JSON.parse(schema) as object })
    const refused = resume(gateway, card!, { decision: 'answered', answerText: '{"seat":"1a"}' }, 'req_0')
    await expect(refused).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
    expect(thread.posts).toEqual([])
    const answerText = '{"seat":"12b", "by":12345678901234567890}'
    expect(await resume(gateway, card!, { decision: 'answered', answerText })).toMatchObject({
      outcome: 'accepted',
    })
    expect(thread.posts[0]!.body).toContain(`"command":{"resume":{"${id}":${answerText}}}`)
    Object.assign(thread, { tasks: [], next: [] })
    expect((await read(gateway)).interventions).toMatchObject([
      {
        status: 'answered',
        resolution: { answerText: expect.stringMatching(/"seat":"12b"/), requestId: 'req_1' },
      },
    ])
  })

  it.each(['true', '"yes"', '3.50', '["12a"]', '{"seat":"12b"}'])(
    'is told as answered when another client gave %s as the answer itself',
    async (resumed) => {
      const thread = withSchema('{"question":"Which seat?"}', schema, 'responseSchema')
      const gateway = open(thread)
      await waiting(gateway)
      const kwargs = `"kwargs":{"command":{"resume":${resumed}}}`
      const runs = `[{"run_id":"r","status":"success","created_at":"2026-09-01T00:00:01.000Z",${kwargs}}]`
      Object.assign(thread, { tasks: [], next: [], runs: JSON.parse(runs) as object[] })
      const [card] = (await read(gateway)).interventions
      expect(card).toMatchObject({ status: 'answered' })
      expect(card).toHaveProperty(
        'resolution.answerText',
        expect.stringContaining(resumed.replace('3.50', '3.5')),
      )
    },
  )

  it.each([
    '{"type":"string"}',
    '{"$schema":"https://json-schema.org/draft-07/schema#","type":"string"}',
    '{}',
    'null',
    'true',
    '[1]',
  ])('is a text where %s asks for nothing else', async (own) => {
    const thread = withSchema('"Which seat?"', own)
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    expect(card!.question).toEqual({ kind: 'text', message: 'Which seat?' })
    await resume(gateway, card!, { decision: 'answered', answerText: '12' })
    expect(thread.posts[0]!.body).toContain(`"resume":{"${id}":"12"}`)
  })
})

describe('a node that interrupts twice', () => {
  const first = javaScript.value('{"amount":1}')
  const second = javaScript.value('{"amount":2}')

  it.each([
    { title: 'with an id for each', secondId: otherId, text: second },
    { title: 'with one id for both, as Python has', secondId: id, text: second },
    { title: 'with one id for both and the same words', secondId: id, text: first },
  ])('asks its second question, $title', async ({ secondId, text }) => {
    const call = '{"id":"call_1","name":"pay","args":{"amount":1}}'
    const thread = asking(first, { toolCalls: `[${call}]` })
    const gateway = open(thread)
    const [one] = await waiting(gateway)
    expect(one!.toolCallId).toBe('call_1')
    expect(await resume(gateway, one!)).toEqual({ outcome: 'accepted', operationId: 'run_1' })

    thread.tasks = [{ name: 'gate', interrupts: [interrupt(text, secondId)] }]
    thread.next = []
    const { interventions } = await read(gateway)
    expect(interventions.map(({ status }) => status)).toEqual(['approved', 'pending'])
    const two = interventions[1]!
    expect(two.toolCallId).not.toBe(one!.toolCallId)
    expect(two.operationId).not.toBe(one!.operationId)
    expect(two.revision).not.toBe(one!.revision)
    // Another page, or the same one after a reload, sees the same question.
    expect(await waiting(open(thread))).toEqual([two])

    expect(await resume(gateway, one!, {}, 'req_late')).toMatchObject({ outcome: 'already_resolved' })
    expect(await resume(gateway, two, {}, 'req_2')).toEqual({ outcome: 'accepted', operationId: 'run_2' })
    expect(thread.posts[1]!.body).toContain(`"resume":{"${secondId}":{"decisions":[{"type":"approve"}]}}`)
    thread.tasks = []
    expect((await read(gateway)).interventions.map(({ status }) => status)).toEqual(['approved', 'approved'])
  })

  it('is not asked again while the run with its answer is under way', async () => {
    const thread = asking(first)
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    await resume(gateway, card!)
    thread.runs[0]!.status = 'running'
    expect(await waiting(gateway)).toEqual([])
    // The run failed before it took the answer, so the question still waits.
    thread.runs[0]!.status = 'error'
    expect(await waiting(gateway)).toMatchObject([{ toolCallId: card!.toolCallId, revision: card!.revision }])
  })

  it('tells its first question as decided where the server lists no runs', async () => {
    const thread = asking(first, { onPost: () => new Response('{"run_id":"run_1"}') })
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    await resume(gateway, card!)
    thread.tasks = [{ name: 'gate', interrupts: [interrupt(second)] }]
    thread.next = []
    const { interventions } = await read(gateway)
    expect(interventions.map(({ status }) => status)).toEqual(['approved', 'pending'])
  })

  it('rejects and stops with the ids of the messages', async () => {
    const call = '{"id":"call_1","name":"pay","args":{"amount":1}}'
    const thread = asking(first, { toolCalls: `[${call}]`, next: [] })
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    expect(card!.toolCallId).not.toBe('call_1')
    await resume(gateway, card!, { decision: 'rejected' })
    expect(thread.posts[0]!.body).toContain('"tool_call_id":"call_1"')
  })
})

it('answers an interrupt of an old server, which has no id, by the answer alone', async () => {
  const thread = createStandInThread({
    tasks: [{ name: 'gate', interrupts: [`{"value":${javaScript.value('{}')},"resumable":true}`] }],
    next: ['gate'],
  })
  const gateway = open(thread)
  const [card] = await waiting(gateway)
  await resume(gateway, card!)
  expect(thread.posts[0]!.body).toContain('"command":{"resume":{"decisions":[{"type":"approve"}]}}')
  thread.tasks = []
  expect((await read(gateway)).interventions).toMatchObject([{ status: 'approved' }])
})

describe('interrupts that a task lists and nobody waits for', () => {
  const value = javaScript.value('{}')

  it('are those of a sibling that was answered', async () => {
    const thread = createStandInThread({
      tasks: [
        { name: 'tools', interrupts: [interrupt(value)], result: { messages: [] } },
        { name: 'tools', interrupts: [interrupt(value, otherId)] },
      ],
      next: ['tools'],
    })
    expect(await waiting(open(thread))).toHaveLength(1)
    // Its task has no output.
    thread.tasks = [
      { name: 'one', interrupts: [interrupt(value)] },
      { name: 'two', interrupts: [interrupt(value, otherId)] },
    ]
    thread.next = ['two']
    thread.runs = [
      {
        run_id: 'run_1',
        status: 'success',
        created_at: '2026-09-01T00:00:01.000Z',
        kwargs: { command: { resume: { [id]: { decisions: [] } } } },
      },
    ]
    const cards = await waiting(open(thread))
    expect(cards.map(({ operationId }) => operationId.startsWith(otherId))).toEqual([true])
  })

  it('are those of a sibling whose answer the server no longer lists', async () => {
    const thread = createStandInThread({
      tasks: [
        { name: 'one', interrupts: [interrupt(value)] },
        { name: 'two', interrupts: [interrupt(value, otherId)] },
      ],
      next: ['two'],
    })
    const cards = await waiting(open(thread))
    expect(cards.map(({ operationId }) => operationId.startsWith(otherId))).toEqual([true])
    // An answer in this step: the first task asks its second question.
    thread.runs = [
      {
        run_id: 'run_1',
        status: 'success',
        created_at: '2026-09-01T00:00:01.000Z',
        kwargs: { command: { resume: { '22de0ac905ae60abffc8d231cb74bb38': { decisions: [] } } } },
      },
    ]
    expect(await waiting(open(thread))).toHaveLength(2)
  })

  it('are those of a task that failed', async () => {
    const thread = createStandInThread({
      tasks: [{ name: 'gate', interrupts: [interrupt(value)], error: 'Wrong answer.' }],
    })
    expect(await waiting(open(thread))).toEqual([])
  })
})

describe('an answer that another client gave', () => {
  it.each([
    [{ decisions: [{ type: 'approve' }] }, 'approved'],
    [{ decisions: [{ type: 'reject', message: 'No.' }] }, 'rejected_continue'],
  ] as const)('without the id of the interrupt is told as it was: %o', async (answer, status) => {
    const thread = asking(javaScript.value('{}'))
    const gateway = open(thread)
    await waiting(gateway)
    const kwargs = { command: { resume: answer } }
    thread.runs = [{ run_id: 'run_9', status: 'success', created_at: '2026-09-01T00:00:01.000Z', kwargs }]
    thread.tasks = []
    expect((await read(gateway)).interventions).toMatchObject([{ status }])
  })

  it('is told as taken although its run failed later', async () => {
    const thread = asking(javaScript.value('{}'))
    const gateway = open(thread)
    const [card] = await waiting(gateway)
    await resume(gateway, card!)
    thread.runs[0]!.status = 'error'
    thread.tasks = [{ name: 'tools', interrupts: [], error: 'The mail server is down.' }]
    expect((await read(gateway)).interventions).toMatchObject([{ status: 'approved' }])
  })
})

describe('the agent that asks, of a LangGraph server', () => {
  const asks = javaScript.value('{}')
  const hitl = 'HumanInTheLoopMiddleware.after_model'
  const inner = (name: string, state: object | null = null): object => ({ name, interrupts: [{ id }], state })
  const stateOf = (task: object, more: object = {}): object => ({ values: {}, tasks: [task], ...more })
  const asker = async (thread: StandInThread): Promise<unknown> => (await waiting(open(thread)))[0]?.agent

  it('is the assistant itself for an interrupt of the graph', async () => {
    expect(await asker(asking(asks))).toBeUndefined()
  })

  it('is the node whose own graph asks', async () => {
    const task = { name: 'researcher', interrupts: [interrupt(asks)], state: stateOf(inner(hitl)) }
    expect(await asker(asking(asks, { tasks: [task] }))).toEqual({
      name: 'researcher',
      relation: 'sub_agent',
      path: [],
    })
  })

  it('has the nodes above it as its path, and a name of its own before that of its node', async () => {
    const below = stateOf(inner(hitl), {
      metadata: { lc_agent_name: 'Researcher' },
      checkpoint: { checkpoint_ns: 'plan:1|research:2' },
    })
    const task = { name: 'plan', interrupts: [interrupt(asks)], state: stateOf(inner('research', below)) }
    expect(await asker(asking(asks, { tasks: [task] }))).toMatchObject({
      name: 'Researcher',
      relation: 'sub_agent',
      path: ['plan'],
    })
  })

  it('is told apart among sub-agents that deep agents run in a tool', async () => {
    const call = (agent: string): string => `{"name":"task","args":{"subagent_type":"${agent}"}}`
    const thread = asking(asks, {
      toolCalls: `[${call('researcher')},${call('writer')}]`,
      tasks: [
        { name: 'tools', interrupts: [interrupt(asks)] },
        { name: 'tools', interrupts: [interrupt(asks, otherId)] },
      ],
      next: ['tools', 'tools'],
    })
    const cards = await waiting(open(thread))
    expect(cards.map(({ agent }) => agent?.name)).toEqual(['researcher', 'writer'])
  })

  it.each([
    ['a tool that asks by itself', 'tools', '[{"name":"write","args":{}}]'],
    ['a call of the tool that would start one', hitl, '[{"name":"task","args":{"subagent_type":"x"}}]'],
    ['one of several tasks whose call is not known', 'tools', '[]'],
  ])('is not made up for %s', async (_case, name, toolCalls) => {
    const thread = asking(asks, { toolCalls, tasks: [{ name, interrupts: [interrupt(asks)] }], next: [name] })
    expect(await asker(thread)).toBeUndefined()
  })

  it('has the conversation after a handoff in a swarm', async () => {
    const task = { name: 'Booking', interrupts: [interrupt(asks)], state: stateOf(inner(hitl)) }
    const thread = asking(asks, { tasks: [task], values: { active_agent: 'Booking' } })
    expect(await asker(thread)).toEqual({ name: 'Booking', relation: 'handoff', path: [] })
  })
})

describe('what waits, on a LangGraph server', () => {
  function searching(
    threads: readonly string[],
    odd: (url: string) => Response | undefined = () => undefined,
  ): { gateway: GatewayClient; bodies: unknown[] } {
    const thread = asking(javaScript.value('{}'))
    const bodies: unknown[] = []
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      const other = odd(request.url)
      if (other) return other
      if (!request.url.endsWith('/threads/search')) return thread.fetch(input, init)
      const body = (await request.json()) as { offset: number; limit: number }
      bodies.push(body)
      const part = threads.slice(body.offset, body.offset + body.limit)
      return Response.json(part.map((thread_id) => ({ thread_id, status: 'interrupted' })))
    }
    return { gateway: open({ ...thread, fetch }), bodies }
  }

  it('is that of the interrupted threads, with the ids of their cards', async () => {
    const { gateway, bodies } = searching(['thread_1', 'thread_2'])
    const { items, next } = await gateway.listWaiting!({ signal })
    const [card] = await waiting(gateway)
    expect(items.map(({ conversationId }) => conversationId)).toEqual(['thread_1', 'thread_2'])
    expect(items[0]).toMatchObject({ toolCallId: card!.toolCallId, title: card!.tool?.name })
    expect(next).toBeUndefined()
    expect(bodies).toMatchObject([{ status: 'interrupted', offset: 0 }])
  })

  it.each([
    ['was deleted', () => new Response(null, { status: 404 })],
    ['this person may not see', () => new Response(null, { status: 403 })],
    ['answers with something else', () => Response.json({ values: {} })],
  ])('lists the others beside a thread that %s', async (_what, answer) => {
    const odd = (url: string): Response | undefined => (url.includes('/threads/odd/') ? answer() : undefined)
    const { items } = await searching(['odd', 'thread_2'], odd).gateway.listWaiting!({ signal })
    expect(items.map(({ conversationId }) => conversationId)).toEqual(['thread_2'])
  })

  it('is not told while the server is away', async () => {
    const odd = (url: string): Response | undefined =>
      url.includes('/threads/odd/') ? new Response(null, { status: 503 }) : undefined
    const list = searching(['thread_1', 'odd'], odd).gateway.listWaiting!({ signal })
    await expect(list).rejects.toMatchObject({ code: 'unavailable', applied: 'no' })
  })

  it('comes in parts', async () => {
    const { gateway, bodies } = searching(Array.from({ length: 12 }, (_, at) => `thread_${at}`))
    const first = await gateway.listWaiting!({ signal })
    const rest = await gateway.listWaiting!({ signal, after: first.next })
    expect([first.items.length, rest.items.length, rest.next]).toEqual([10, 2, undefined])
    expect(bodies).toMatchObject([{ offset: 0 }, { offset: 10 }])
  })
})
