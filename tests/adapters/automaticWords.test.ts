import { agUi, createAgUiGateway } from 'intervention-bar/adapters/ag-ui'
import { createAiSdkGateway } from 'intervention-bar/adapters/ai-sdk'
import { agentInbox, createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import type { GatewayClient, Why } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { createStandInThread } from '../support/langGraphThread.ts'

const { signal } = new AbortController()

async function why(gateway: GatewayClient): Promise<Why | undefined> {
  return (await gateway.readConversation('demo', { signal })).interventions[0]?.why
}

const ways = {
  'AG-UI': (message: string) => {
    const gateway = createAgUiGateway({
      id: 'agent',
      producer: agUi,
      run: async function* () {},
      input: () => ({ messages: [] }),
    })
    gateway.observe('demo', { type: 'RUN_STARTED', runId: 'r1' })
    const chunk = { type: 'TOOL_CALL_CHUNK', toolCallId: 'c1', toolCallName: 'delete_file', delta: '{}' }
    gateway.observe('demo', chunk)
    const interrupts = [{ id: 'i1', toolCallId: 'c1', message }]
    gateway.observe('demo', { type: 'RUN_FINISHED', outcome: { interrupts } })
    return why(gateway)
  },
  'the AI SDK': (requestReason: string) => {
    const approval = { id: 'a1', requestReason }
    const part = {
      type: 'tool-delete_file',
      toolCallId: 'c1',
      state: 'approval-requested',
      input: {},
      approval,
    }
    const nothing = (): undefined => undefined
    const messages = [{ id: 'm1', role: 'assistant', parts: [part] }]
    const chat = { id: 'demo', messages, status: 'ready', addToolApprovalResponse: nothing, stop: nothing }
    return why(createAiSdkGateway(chat))
  },
  LangGraph: (description: string) =>
    ofGraph({
      action_requests: [{ name: 'delete_file', args: {}, description }],
      review_configs: [{ action_name: 'delete_file', allowed_decisions: ['approve'] }],
    }),
  'the agent inbox': (description: string) =>
    ofGraph({
      action_request: { action: 'delete_file', args: {} },
      config: { allow_accept: true },
      description,
    }),
}

async function ofGraph(value: object): Promise<Why | undefined> {
  const interrupts = [`{"id":"i1","value":${JSON.stringify(value)}}`]
  const { fetch } = createStandInThread({ tasks: [{ name: 'gate', interrupts }], next: ['gate'] })
  return why(
    createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch, read: agentInbox }),
  )
}

describe.each(Object.entries(ways))('the words of %s', (_who, saidBy) => {
  it.each([
    'Tool execution requires approval',
    'tool execution requires approval.',
    'This tool call requires your approval.',
    'Human approval required to run delete_file',
    'Do you want to run the tool "delete_file"?',
    'Please approve or reject the following action: delete_file.',
    'Waiting for human review…',
    'Allow `delete_file` to proceed?',
    ' ',
  ])('are not shown where they only ask: %s', async (words) => {
    expect(await saidBy(words)).toBeUndefined()
  })

  it.each([
    'Do not approve this.',
    'The file is 3 years old.',
    'Deleting needs approval',
    'delete_file requires approval outside /tmp',
    'Approve twice',
    '許可してください',
    'Требуется подтверждение',
  ])('are shown where they say more: %s', async (words) => {
    expect(await saidBy(words)).toMatchObject({ text: words })
  })
})
