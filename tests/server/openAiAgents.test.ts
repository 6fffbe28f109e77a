import type { DecisionRequest } from 'intervention-bar/core'
import { aiSdk, openAiAgents, type RouteCall } from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'

type Approval = ReturnType<StateOf['getInterruptions']>[0]
type StateOf = Awaited<ReturnType<Parameters<typeof openAiAgents>[0]['revive']>>

const { signal } = new AbortController()
const context = { conversationId: 'demo', state: undefined, signal }

/** An approval as a run of OpenAI Agents asks for it. */
function anApproval(rawItem: object, name?: string): Approval {
  return { rawItem, name, arguments: (rawItem as { arguments?: string }).arguments }
}

function aState(...items: readonly Approval[]): StateOf & { readonly approved: Approval[] } {
  const approved: Approval[] = []
  return {
    approved,
    history: [],
    getInterruptions: () => items,
    approve: (item) => approved.push(item),
    reject: () => undefined,
    toString: () => 'state',
  }
}

async function shown(item: Approval): Promise<RouteCall> {
  const state = aState(item)
  const agent = openAiAgents({ revive: async () => state, run: async () => ({ state }) })
  const { calls } = await agent.start('Go.', context)
  return calls[0]!
}

const mcp = {
  type: 'hosted_tool_call',
  name: 'mcp_approval_request',
  id: 'mcpr_1',
  status: 'in_progress',
  providerData: {
    type: 'mcp_approval_request',
    id: 'mcpr_1',
    name: 'delete_repo',
    server_label: 'github',
    arguments: '{"repo":"acme/shop","id":1192837465019283746}',
  },
}

describe('a call of OpenAI Agents', () => {
  it('of a function is shown with its arguments as the model wrote them', async () => {
    const text = '{ "user_id": 1192837465019283746 }'
    const raw = { type: 'function_call', callId: 'call_1', name: 'ban', arguments: text }
    expect(await shown(anApproval(raw, 'ban'))).toEqual({
      toolCallId: 'call_1',
      tool: { name: 'ban' },
      argsText: text,
    })
  })

  it('of a hosted MCP server is shown as its tool, its server and its arguments', async () => {
    expect(await shown(anApproval(mcp, 'mcp_approval_request'))).toEqual({
      toolCallId: 'mcpr_1',
      tool: { name: 'delete_repo', server: 'github' },
      argsText: '{"repo":"acme/shop","id":1192837465019283746}',
    })
    const { server_label: serverLabel, ...providerData } = mcp.providerData
    const renamed = { ...mcp, name: 'delete_repo', providerData: { ...providerData, serverLabel } }
    expect((await shown(anApproval(renamed, 'delete_repo'))).tool).toEqual({
      name: 'delete_repo',
      server: 'github',
    })
    const asValue = { ...mcp, providerData: { ...mcp.providerData, arguments: { repo: 'acme/shop' } } }
    const { id: _id, ...withoutId } = mcp
    expect((await shown(anApproval(withoutId))).toolCallId).toBe('mcpr_1')
    expect((await shown(anApproval(asValue))).argsText).toBe('{"repo":"acme/shop"}')
  })

  it.each([
    [
      'a shell',
      { type: 'shell_call', callId: 'call_1', action: { commands: ['rm -rf /', 'ls'], timeoutMs: 1_000 } },
      '{"commands":["rm -rf /","ls"],"timeoutMs":1000}',
    ],
    [
      'a patch',
      { type: 'apply_patch_call', callId: 'call_1', operation: { type: 'delete_file', path: 'a.txt' } },
      '{"type":"delete_file","path":"a.txt"}',
    ],
    [
      'a computer with one action',
      { type: 'computer_call', callId: 'call_1', action: { type: 'click', x: 1, y: 2, button: 'left' } },
      '{"type":"click","x":1,"y":2,"button":"left"}',
    ],
    [
      'a computer with several',
      { type: 'computer_call', callId: 'call_1', actions: [{ type: 'screenshot' }, { type: 'wait' }] },
      '[{"type":"screenshot"},{"type":"wait"}]',
    ],
  ])('of %s is shown as what it does', async (_tool, raw, argsText) => {
    expect(await shown(anApproval(raw, 'tool'))).toMatchObject({ tool: { name: 'tool' }, argsText })
  })

  it.each([
    ['none', { type: 'function_call', callId: 'call_1' }],
    ['an empty text', { type: 'function_call', callId: 'call_1', arguments: '' }],
    ['cut arguments', { type: 'function_call', callId: 'call_1', arguments: '{"user_id":11' }],
    ['none of a hosted tool', { ...mcp, providerData: { name: 'delete_repo', server_label: 'github' } }],
  ])('has unknown arguments where the run tells %s', async (_case, raw) => {
    expect((await shown(anApproval(raw, 'tool'))).argsText).toBeNull()
  })

  it.each([
    ['has no name', { ...mcp.providerData, name: undefined }, 'unknown'],
    ['is named by a number', { ...mcp.providerData, name: 7 }, 'unknown'],
    ['has nothing of its own', null, 'unknown'],
  ])('of a hosted MCP server that %s is not shown as its envelope', async (_what, providerData, name) => {
    const call = await shown(anApproval({ ...mcp, providerData }, 'mcp_approval_request'))
    expect(call.tool).toMatchObject({ name })
  })

  it('of a hosted MCP server has its own arguments, and not those of its envelope', async () => {
    const raw = { ...mcp, arguments: '{"approval_request_id":"mcpr_1"}' }
    expect((await shown(anApproval(raw, 'mcp_approval_request'))).argsText).toBe(mcp.providerData.arguments)
  })

  it('of a hosted MCP server is approved by its id', async () => {
    const state = aState(anApproval(mcp))
    const agent = openAiAgents({ revive: async () => state, run: async () => ({ state }) })
    const made: DecisionRequest = { toolCallId: 'mcpr_1', revision: 'rev_1', decision: 'approved' }
    await agent.resume([made], { ...context, state: 'state' })
    expect(state.approved).toHaveLength(1)
  })
})

describe('the agent that asks, of OpenAI Agents', () => {
  const asks = { currentStep: { data: { interruptions: [{ rawItem: { callId: 'call_1' } }] } } }
  const tool = (inner: object): object => ({ pendingAgentToolRuns: { 'plan:call_0': JSON.stringify(inner) } })
  const handedTo = (name: string): object => ({
    currentAgent: { name },
    generatedItems: [{ type: 'handoff_output_item', sourceAgent: { name: 'Main' }, targetAgent: { name } }],
  })
  const main = { currentAgent: { name: 'Main' }, ...asks }
  const agent = (name: string): object => ({ currentAgent: { name }, ...asks })
  const planner = { ...agent('Planner'), ...tool(agent('Researcher')) }

  async function asker(state: object): Promise<RouteCall['agent']> {
    const raw = { type: 'function_call', callId: 'call_1', name: 'write', arguments: '{}' }
    const said = { ...aState(anApproval(raw, 'write')), toString: () => JSON.stringify(state) }
    const route = openAiAgents({ revive: async () => said, run: async () => ({ state: said }) })
    return (await route.start('Go.', context)).calls[0]!.agent
  }

  it.each([
    ['nobody else for the agent that the run began with', main, undefined],
    [
      'the agent that the conversation was handed to',
      { ...main, ...handedTo('Billing') },
      { name: 'Billing', relation: 'handoff', path: [] },
    ],
    [
      'an agent that is a tool of the assistant',
      { ...main, ...tool(agent('Researcher')) },
      { name: 'Researcher', relation: 'sub_agent', path: [] },
    ],
    [
      'an agent that is a tool of another one',
      { ...main, ...tool(planner) },
      { name: 'Researcher', relation: 'sub_agent', path: ['Planner'] },
    ],
    [
      'an agent that is a tool of the one with the conversation',
      { ...main, ...handedTo('Billing'), ...tool(agent('Researcher')) },
      { name: 'Researcher', relation: 'sub_agent', path: ['Billing'] },
    ],
    ['nobody else while an agent runs as a tool that asks for nothing', { ...main, ...tool({}) }, undefined],
  ])('is %s', async (_case, state, expected) => {
    expect(await asker(state)).toEqual(expected)
  })
})

it('a run of OpenAI Agents and of the AI SDK is told its conversation, to stream there', async () => {
  const told: string[] = []
  const state = aState()
  const openAi = openAiAgents({
    revive: async () => state,
    run: async (_input, _signal, id) => {
      told.push(id)
      return { state }
    },
  })
  const ai = aiSdk({
    run: async (messages, _signal, id) => {
      told.push(id)
      return messages
    },
  })
  await openAi.start('Go.', context)
  await openAi.resume([], { ...context, state: 'state' })
  await ai.start('Go.', context)
  await ai.resume([], { ...context, state: '[]' })
  expect(told).toEqual(['demo', 'demo', 'demo', 'demo'])
})
