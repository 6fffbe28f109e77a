import {
  type AgUiAgent,
  agUiOverHttp,
  createAgUiAgentGateway,
  createAgUiGateway,
} from 'intervention-bar/adapters/ag-ui'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { createLobeHubGateway } from 'intervention-bar/adapters/lobehub'
import type { GatewayClient, ResumeAnswer, ResumeRequest } from 'intervention-bar/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { approval } from '../support/fixtures.ts'

// A script that the server does not have, as after a release; then it has it.
const server = { has: false, asked: 0 }
const deciders = ['ag-ui', 'langgraph', 'lobehub'].map(
  (adapter) => `../../src/adapters/${adapter}/decider.ts`,
)

beforeEach(() => {
  Object.assign(server, { has: false, asked: 0 })
  for (const path of deciders) {
    vi.doMock(path, (original) => {
      server.asked += 1
      if (!server.has) throw new Error('404')
      return original()
    })
  }
})
afterEach(() => vi.unstubAllGlobals())

const { signal } = new AbortController()
const missing = { code: 'not_loaded', applied: 'no' }

/** A gateway with one call that waits, and how often something was sent to its backend that acts. */
interface Waiting {
  readonly gateway: GatewayClient
  readonly sent: () => number
}

const interrupts = [{ id: 'i1', reason: 'tool_call', toolCallId: 'call_1' }]
const paused = [
  { type: 'RUN_STARTED', runId: 'r1' },
  { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName: 'send_mail' },
  { type: 'RUN_FINISHED', runId: 'r1', outcome: { type: 'interrupt', interrupts } },
]
const carriedOn = [
  { type: 'TOOL_CALL_RESULT', toolCallId: 'call_1', content: 'sent' },
  { type: 'RUN_FINISHED', runId: 'r2' },
]

function agUi(): Waiting {
  let sent = 0
  const fetch = async (): Promise<Response> => {
    sent += 1
    return new Response(carriedOn.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
  }
  const run = agUiOverHttp({ url: 'http://agent.test', fetch })
  const gateway = createAgUiGateway({ id: 'agent', run, input: () => ({ messages: [] }) })
  for (const event of paused) gateway.observe('demo', event)
  return { gateway, sent: () => sent }
}

function agUiAgent(): Waiting {
  let sent = 0
  const subscribers: Parameters<AgUiAgent['subscribe']>[0][] = []
  const tell = (events: readonly object[], runId: string): void => {
    const input = { threadId: 'demo', runId }
    for (const event of events) subscribers.forEach((one) => one.onEvent({ event, input }))
    subscribers.forEach((one) => one.onRunFinalized({ input }))
  }
  const gateway = createAgUiAgentGateway({
    threadId: 'demo',
    subscribe: (subscriber) => subscribers.push(subscriber),
    runAgent: async ({ runId }) => {
      sent += 1
      tell(carriedOn, runId)
    },
  })
  tell(paused, 'r1')
  return { gateway, sent: () => sent }
}

function langGraph(): Waiting {
  let sent = 0
  const value = {
    actionRequests: [{ name: 'send_mail', args: {} }],
    reviewConfigs: [{ actionName: 'send_mail', allowedDecisions: ['approve', 'reject'] }],
  }
  const state = { tasks: [{ name: 'tools', interrupts: [{ id: 'i1', value }] }], next: ['tools'] }
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    if (init?.method !== 'POST') return Response.json(String(url).endsWith('/state') ? state : [])
    sent += 1
    return Response.json({ run_id: 'r2' })
  }
  const gateway = createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })
  return { gateway, sent: () => sent }
}

function lobeHub(): Waiting {
  let sent = 0
  const row = {
    id: 'msg_1',
    role: 'tool',
    tool_call_id: 'call_1',
    plugin: { identifier: 'mail', apiName: 'send', arguments: '{}' },
    pluginIntervention: { status: 'pending', operationId: 'op_1', batchId: 'batch_1' },
  }
  const call = async (procedure: string): Promise<unknown> => {
    if (procedure === 'message.getMessages') return [row]
    if (/\.get/.test(procedure)) return {}
    sent += 1
    return { state: 'claimed', execution: { operationId: 'op_2', success: true } }
  }
  const offers = ['stop'] as const
  const gateway = createLobeHubGateway({ call, gatewayUrl: 'http://lobe.test', agentId: 'agt_1', offers })
  return { gateway, sent: () => sent }
}

async function requestOf(gateway: GatewayClient): Promise<ResumeRequest> {
  const { interventions } = await gateway.readConversation('demo', { signal })
  return approval(interventions[0])
}
async function press(gateway: GatewayClient): Promise<ResumeAnswer> {
  return gateway.resume(await requestOf(gateway), { signal })
}

describe.each([
  ['ag-ui over HTTP', agUi],
  ['ag-ui through the agent of a chat', agUiAgent],
  ['langgraph', langGraph],
  ['lobehub', lobeHub],
])('%s, where what decides cannot be fetched', (_name, start) => {
  it('shows what waits, sends nothing, and decides once it can', async () => {
    const { gateway, sent } = start()
    await expect(press(gateway)).rejects.toMatchObject(missing)
    const { interventions } = await gateway.readConversation('demo', { signal })
    expect(interventions).toMatchObject([{ status: 'pending' }])
    expect(sent()).toBe(0)
    server.has = true
    expect(await press(gateway)).toMatchObject({ outcome: 'accepted' })
    expect(sent()).toBe(1)
  })

  it('sends nothing for a press that was given up before it came, and carries the next one', async () => {
    server.has = true
    const { gateway, sent } = start()
    const request = await requestOf(gateway)
    const first = new AbortController()
    const pressed = gateway.resume(request, { signal: first.signal })
    first.abort(new Error('too late'))
    await expect(pressed).rejects.toMatchObject(missing)
    expect(await gateway.resume(request, { signal })).toMatchObject({ outcome: 'accepted' })
    expect(sent()).toBe(1)
  })

  it('asks for it in a page as soon as there is a gateway, and elsewhere once somebody presses', async () => {
    await start().gateway.readConversation('demo', { signal })
    expect(server.asked).toBe(0)
    vi.stubGlobal('document', new EventTarget())
    start()
    await expect.poll(() => server.asked).toBeGreaterThan(0)
  })
})

it.each([
  ['langgraph', langGraph, 'i1'],
  ['lobehub', lobeHub, 'op_1'],
])('%s stops nothing before it can, and then does', async (_name, start, operationId) => {
  const { gateway, sent } = start()
  const request = { conversationId: 'demo', operationId, requestId: 'req_2' }
  await gateway.readConversation('demo', { signal })
  await expect(gateway.stop!(request, { signal })).rejects.toMatchObject(missing)
  expect(sent()).toBe(0)
  server.has = true
  expect(await gateway.stop!(request, { signal })).toEqual({ outcome: 'stopped' })
  expect(sent()).toBeGreaterThan(0)
})

it.each([
  ['over HTTP', agUi],
  ['through the agent of a chat', agUiAgent],
])('ag-ui %s runs once for two that press at once, before what decides has come', async (_name, start) => {
  server.has = true
  const { gateway, sent } = start()
  const request = await requestOf(gateway)
  const [one, two] = await Promise.all([
    gateway.resume(request, { signal }),
    gateway.resume(request, { signal }),
  ])
  expect(one).toMatchObject({ outcome: 'accepted' })
  expect(two).toEqual(one)
  expect(sent()).toBe(1)
})
