import { createAgUiGateway, langGraphBridge } from 'intervention-bar/adapters/ag-ui'
import { agentInbox, createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import type { DecisionRequest, GatewayClient, InterventionCall } from 'intervention-bar/core'
import { expect, it } from 'vitest'
import { createStandInThread } from '../support/langGraphThread.ts'

const { signal } = new AbortController()

/** An entry of a batch that is no action, as JSON. */
const oddActions = [
  'null',
  '7',
  '"pay"',
  '[{"name":"pay","args":{}}]',
  '{}',
  '{"name":"","args":{"a":1}}',
  '{"name":7,"args":{"a":12345678901234567890}}',
  '{"name":{"toString":1},"args":null}',
]

interface Written {
  readonly what: string
  value(odd: string): string
  readonly approved: object
  readonly rejected: object
}
const good = '{"name":"pay","args":{"b":2}}'
const shapes: readonly Written[] = [
  {
    what: 'JavaScript',
    value: (odd) =>
      `{"actionRequests":[${odd},${good}],"reviewConfigs":[null,{"actionName":"pay","allowedDecisions":["approve","reject"]}]}`,
    approved: { type: 'approve' },
    rejected: { type: 'reject' },
  },
  {
    what: 'Python',
    value: (odd) =>
      `{"action_requests":[${odd},${good}],"review_configs":[{"action_name":"pay","allowed_decisions":["approve","reject"]},7]}`,
    approved: { type: 'approve' },
    rejected: { type: 'reject' },
  },
  {
    what: 'the agent inbox',
    value: (odd) =>
      `[${odd.replaceAll('name', 'action')},{"action_request":{"action":"pay","args":{"b":2}},"config":{"allow_accept":true,"allow_ignore":true}}]`,
    approved: { type: 'accept', args: null },
    rejected: { type: 'ignore', args: null },
  },
]

async function waiting(gateway: GatewayClient): Promise<readonly InterventionCall[]> {
  const { interventions } = await gateway.readConversation('demo', { signal })
  return interventions.filter((one) => one.status === 'pending')
}

async function decide(gateway: GatewayClient): Promise<void> {
  const calls = await waiting(gateway)
  const [first, ...more] = calls.map(({ toolCallId, revision, decisions }): DecisionRequest => {
    const decision = decisions.includes('approved') ? 'approved' : 'rejected_continue'
    return { toolCallId, revision, decision }
  })
  const { operationId } = calls[0]!
  const request = { conversationId: 'demo', operationId, requestId: 'req_1' }
  await gateway.resume({ ...request, decisions: [first!, ...more] }, { signal })
}

const cases = shapes.flatMap((shape) => oddActions.map((odd) => ({ ...shape, odd })))

it.each(cases)(
  'LangGraph, $what: $odd in a batch is shown as it is and rejected, and the other is approved',
  async ({ value, odd, approved, rejected }) => {
    const interrupts = [`{"id":"i1","value":${value(odd)}}`]
    const thread = createStandInThread({ tasks: [{ name: 'gate', interrupts }], next: ['gate'] })
    const options = { url: 'http://graph.test', assistantId: 'agent', fetch: thread.fetch, read: agentInbox }
    const gateway = createLangGraphGateway(options)
    expect(await waiting(gateway)).toMatchObject([
      { tool: { name: 'unknown' }, decisions: ['rejected', 'rejected_continue'], editable: false },
      {
        tool: { name: 'pay' },
        argsText: '{"b":2}',
        decisions: ['rejected', 'approved', 'rejected_continue'],
      },
    ])
    await decide(gateway)
    const sent = JSON.parse(thread.posts[0]!.body) as { command: { resume: { i1: unknown } } }
    const answers = [rejected, approved]
    expect([{ decisions: answers }, answers]).toContainEqual(sent.command.resume.i1)
  },
)

it.each(cases.filter(({ what }) => what !== 'the agent inbox'))(
  'the bridge of AG-UI to LangGraph, $what: $odd is rejected, and the other is approved',
  async ({ value, odd, approved, rejected }) => {
    const sent: unknown[] = []
    const gateway = createAgUiGateway({
      id: 'agent',
      producer: langGraphBridge,
      run: async function* ({ resume, runId }) {
        sent.push(...resume.map((one) => one.payload))
        yield { type: 'RUN_STARTED', runId }
        yield { type: 'RUN_FINISHED', runId }
      },
      input: () => ({ messages: [] }),
    })
    const interrupt = { id: 'i1', metadata: { langgraph: { raw: `{"value":${value(odd)}}` } } }
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r1' })
    gateway.observe('demo', { type: 'RUN_FINISHED', outcome: { interrupts: [interrupt] } })
    expect(await waiting(gateway)).toMatchObject([
      { tool: { name: 'unknown' }, decisions: ['rejected_continue'] },
      { argsText: '{"b":2}', decisions: ['approved', 'rejected_continue'] },
    ])
    await decide(gateway)
    expect(sent).toEqual([{ decisions: [rejected, approved] }])
  },
)

it('an action that a graph lists no review for can be rejected only, and its batch be decided', async () => {
  const value =
    '{"action_requests":[{"name":"a","args":{}},{"name":"b","args":{}}],' +
    '"review_configs":[{"action_name":"b","allowed_decisions":["approve"]},{"action_name":"a","allowed_decisions":[]}]}'
  const thread = createStandInThread({
    tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value}}`] }],
    next: ['gate'],
  })
  const gateway = createLangGraphGateway({
    url: 'http://graph.test',
    assistantId: 'agent',
    fetch: thread.fetch,
  })
  expect((await waiting(gateway)).map((one) => one.decisions)).toEqual([
    ['rejected', 'rejected_continue'],
    ['rejected', 'approved'],
  ])
})

const pay = '{"name":"pay","args":{"b":2}}'
it.each([
  [
    'actions of Python and reviews of JavaScript',
    `{"action_requests":[${pay}],"reviewConfigs":[{"actionName":"pay","allowedDecisions":["approve"]}]}`,
  ],
  [
    'a review in both spellings',
    `{"action_requests":[${pay}],"review_configs":[{"actionName":"pay","allowed_decisions":["approve"]}]}`,
  ],
  [
    'actions of JavaScript and reviews of Python',
    `{"actionRequests":[${pay}],"review_configs":[{"action_name":"pay","allowed_decisions":["approve"]}]}`,
  ],
  [
    'arguments by another name',
    '{"action_requests":[{"name":"pay","arguments":{"b":2}}],"review_configs":[{"action_name":"pay","allowed_decisions":["approve"]}]}',
  ],
  [
    'more fields than anybody knows',
    `{"action_requests":[${pay}],"review_configs":[{"action_name":"pay","allowed_decisions":["skip","approve"],"args_schema":{}}],"thread":1}`,
  ],
  [
    'an empty list in the other spelling',
    `{"actionRequests":[],"action_requests":[${pay}],"review_configs":[{"action_name":"pay","allowed_decisions":["approve"]}]}`,
  ],
])('LangGraph: %s are read, and Approve is offered', async (_what, value) => {
  const thread = createStandInThread({
    tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value}}`] }],
    next: ['gate'],
  })
  const { fetch } = thread
  const gateway = createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })
  expect(await waiting(gateway)).toMatchObject([{ argsText: '{"b":2}', decisions: ['rejected', 'approved'] }])
  await decide(gateway)
  expect(thread.posts[0]!.body).toContain('{"decisions":[{"type":"approve"}]}')
})

it('a graph that takes edits alone is approved with the arguments that were shown', async () => {
  const args = '{"amount":12345678901234567890}'
  const value =
    `{"action_requests":[{"name":"pay","args":${args}}],` +
    '"review_configs":[{"action_name":"pay","allowed_decisions":["edit","reject"]}]}'
  const thread = createStandInThread({
    tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value}}`] }],
    next: ['gate'],
  })
  const gateway = createLangGraphGateway({
    url: 'http://graph.test',
    assistantId: 'agent',
    fetch: thread.fetch,
  })
  expect((await waiting(gateway))[0]!.decisions).toEqual(['rejected', 'approved', 'rejected_continue'])
  await decide(gateway)
  expect(thread.posts[0]!.body).toContain(
    `{"decisions":[{"type":"edit","edited_action":{"name":"pay","args":${args}}}]}`,
  )
})

it('to end a batch tells the graph of the calls that its message has, and of no other', async () => {
  const [{ value }] = shapes as [Written]
  const thread = createStandInThread({
    tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value('null')}}`] }],
    next: ['gate'],
    toolCalls: '[{"id":"call_1","name":"pay","args":{"b":2}}]',
  })
  const gateway = createLangGraphGateway({
    url: 'http://graph.test',
    assistantId: 'agent',
    fetch: thread.fetch,
  })
  const [first, second] = (await waiting(gateway)).map(
    ({ toolCallId, revision }) => ({ toolCallId, revision, decision: 'rejected' }) as const,
  )
  const { operationId } = (await waiting(gateway))[0]!
  const request = { conversationId: 'demo', operationId, requestId: 'req_1' }
  await gateway.resume({ ...request, decisions: [first!, second!] }, { signal })
  const { body } = thread.posts[0]!
  expect(JSON.parse(body)).toMatchObject({ values: { messages: [{ tool_call_id: 'call_1' }] } })
  expect(body.match(/tool_call_id/g)).toHaveLength(1)
})
