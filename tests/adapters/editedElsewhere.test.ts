import { agUi, type AgUiProducer, createAgUiGateway, langGraphBridge } from 'intervention-bar/adapters/ag-ui'
import { agentInbox, createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { createLobeHubGateway, type LobeHubCall } from 'intervention-bar/adapters/lobehub'
import { type GatewayClient, GatewayError, type Resolution } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { createStandInThread } from '../support/langGraphThread.ts'

const { signal } = new AbortController()
const asked = '{"amount":5}'
const edited = '{"amount":12345678901234567890}'

async function resolution(gateway: GatewayClient): Promise<Resolution | undefined> {
  const [card] = (await gateway.readConversation('demo', { signal })).interventions
  return card?.status === 'approved' ? card.resolution : undefined
}

describe('an approval with other arguments, that another page made, is told with those that ran', () => {
  const python = `{"action_requests":[{"name":"pay","args":${asked}}],"review_configs":[{"action_name":"pay","allowed_decisions":["approve","edit"]}]}`
  const inbox = `{"action_request":{"action":"pay","args":${asked}},"config":{"allow_accept":true,"allow_edit":true}}`

  it.each([
    [
      'Python',
      python,
      `{"decisions":[{"type":"edit","edited_action":{"name":"pay","args":${edited}}}]}`,
      edited,
    ],
    [
      'JavaScript',
      python,
      `{"decisions":[{"type":"edit","editedAction":{"name":"pay","args":${edited}}}]}`,
      edited,
    ],
    ['the agent inbox', inbox, `[{"type":"edit","args":{"action":"pay","args":${edited}}}]`, edited],
    [
      'an edit that changes nothing',
      python,
      `{"decisions":[{"type":"edit","edited_action":{"name":"pay","args":{ "amount": 5 }}}]}`,
      undefined,
    ],
    ['an approval as it is', python, '{"decisions":[{"type":"approve","args":{"args":{}}}]}', undefined],
    ['an edit without arguments', python, '{"decisions":[{"type":"edit","edited_action":null}]}', undefined],
  ])('LangGraph: %s', async (_what, value, resume, argsText) => {
    const thread = createStandInThread({
      tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value}}`] }],
      next: ['gate'],
    })
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await thread.fetch(...request)
      // A run that another page has started, with every digit.
      return new Response((await response.text()).replace('"RESUME"', resume), response)
    }
    const options = { url: 'http://graph.test', assistantId: 'agent', fetch, read: agentInbox }
    const gateway = createLangGraphGateway(options)
    await gateway.readConversation('demo', { signal })
    thread.tasks = []
    thread.runs = [
      {
        run_id: 'r1',
        status: 'success',
        created_at: '2026-09-01T00:01:00.000Z',
        kwargs: { command: { resume: { i1: 'RESUME' } } },
      },
    ]
    expect((await resolution(gateway))?.argsText).toBe(argsText)
  })

  const raw = { value: JSON.parse(python) as unknown }
  it.each<[string, AgUiProducer, object, string | undefined]>([
    ['the standard', agUi, { approved: true, editedArgs: { amount: 6 } }, '{"amount":6}'],
    ['the standard, as it is', agUi, { approved: true }, undefined],
    [
      'the bridge to LangGraph',
      langGraphBridge,
      { decisions: [{ type: 'edit', edited_action: { name: 'pay', args: { amount: 6 } } }] },
      '{"amount":6}',
    ],
  ])('AG-UI: %s', async (_what, producer, payload, argsText) => {
    const gateway = createAgUiGateway({
      id: 'agent',
      producer,
      run: async function* () {},
      input: () => ({ messages: [] }),
    })
    const interrupts = [{ id: 'i1', toolCallId: 'c1', metadata: { langgraph: { raw } } }]
    const resume = [{ interruptId: 'i1', status: 'resolved', payload }]
    for (const event of [
      { type: 'RUN_STARTED', runId: 'r1' },
      { type: 'TOOL_CALL_CHUNK', toolCallId: 'c1', toolCallName: 'pay', delta: asked },
      { type: 'RUN_FINISHED', outcome: { interrupts } },
      { type: 'RUN_STARTED', runId: 'r2', input: { resume } },
      { type: 'RUN_FINISHED', runId: 'r2' },
    ]) {
      gateway.observe('demo', event)
    }
    const told = await resolution(gateway)
    expect(told).toBeDefined()
    expect(told?.argsText).toBe(argsText)
  })

  it.each([
    ['an object', { amount: 6 }, '{"amount":6}'],
    ['a text', edited, edited],
    ['what was asked for', { amount: 5 }, undefined],
    ['the same, written otherwise', '{ "amount" : 5 }', undefined],
    ['null', null, undefined],
    ['a text that is cut', '{"amount":1', undefined],
    ['nothing', undefined, undefined],
  ])('LobeHub: %s', async (_what, approvedArguments, argsText) => {
    const row = {
      ...{
        id: 'm1',
        role: 'tool',
        parentId: 'm0',
        tool_call_id: 'c1',
        createdAt: '2026-09-01T00:00:00.000Z',
      },
      plugin: { identifier: 'bank', apiName: 'pay', arguments: asked },
      pluginIntervention: { status: 'approved', approvedArguments },
    }
    const call: LobeHubCall = async (procedure) => {
      if (procedure === 'message.getMessages') return [row]
      if (procedure === 'topic.getTopicDetail') return { id: 'demo' }
      throw new GatewayError({ code: 'unsupported', applied: 'no' })
    }
    const gateway = createLobeHubGateway({ call, gatewayUrl: 'https://gateway.test', agentId: 'agent' })
    const told = await resolution(gateway)
    expect(told).toBeDefined()
    expect(told?.argsText).toBe(argsText)
  })
})
