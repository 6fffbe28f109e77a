import { createInPageGateway } from 'intervention-bar/adapters/in-page'
import { createAgUiGateway } from 'intervention-bar/adapters/ag-ui'
import { type AiSdkChat, createAiSdkGateway } from 'intervention-bar/adapters/ai-sdk'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { createLobeHubGateway } from 'intervention-bar/adapters/lobehub'
import { createOpenAiAgentsGateway } from 'intervention-bar/adapters/openai-agents'
import { createHttpGateway, GatewayError } from 'intervention-bar/core'
import {
  calls,
  createMemoryGateway,
  createMockGateway,
  agentThatAsks,
  questions,
} from 'intervention-bar/mocks'
import { createClaims, createMemoryStore, createResumeRoute, type ResumeRoute } from 'intervention-bar/server'
import { describeGateway } from 'intervention-bar/testing'
import { describe, it } from 'vitest'
import { hitlShapes } from '../support/hitlShapes.ts'
import { createStandInThread } from '../support/langGraphThread.ts'
import { serveMock } from '../support/serveMock.ts'

const argsText = '{"to": "ana@example.com"}'
const conversationId = 'demo'

function asking(): ReturnType<typeof createMockGateway> {
  const mock = createMockGateway({ agent: agentThatAsks({ ...calls.sendMail, editable: true }) })
  mock.say(conversationId, 'Tell Ana')
  return mock
}

describeGateway(
  () => {
    const mock = asking()
    return { gateway: createMemoryGateway(mock), conversationId, executions: () => mock.executions.length }
  },
  { name: 'the memory client', describe: describe.concurrent, it },
)

describeGateway(
  () => {
    const mock = createMockGateway({ agent: agentThatAsks(questions.day) })
    mock.say(conversationId, 'Tell Ana')
    return { gateway: createMemoryGateway(mock), conversationId }
  },
  { name: 'the memory client, with a question', describe: describe.concurrent, it },
)

describeGateway(
  async () => {
    const mock = asking()
    const { baseUrl, close } = await serveMock(mock)
    return {
      gateway: createHttpGateway({ baseUrl }),
      conversationId,
      executions: () => mock.executions.length,
      close,
    }
  },
  { name: 'the HTTP client, over a network', describe: describe.concurrent, it },
)

/** The kit's own route, with an agent that asks once. */
async function routeThatAsks(): Promise<{ route: ResumeRoute; executions: () => number }> {
  let ran = 0
  const route = createResumeRoute({
    claims: createClaims({ store: createMemoryStore() }),
    authorize: () => ({ id: 'ana' }),
    agent: {
      start: async () => ({
        state: '',
        calls: [{ toolCallId: 'call_1', tool: { name: 'send_mail' }, argsText }],
      }),
      resume: async (decisions) => {
        ran += decisions.filter(({ decision }) => decision === 'approved').length
        return { state: '', calls: [] }
      },
    },
  })
  await route.start(conversationId, 'Tell Ana')
  return { route, executions: () => ran }
}

for (const [name, create] of [
  ['the HTTP client, with the kit’s route', createHttpGateway],
  ['the adapter for OpenAI Agents', createOpenAiAgentsGateway],
] as const) {
  describeGateway(
    async () => {
      const { route, executions } = await routeThatAsks()
      const gateway = create({
        baseUrl: 'https://chat.example/api',
        fetch: (url, init) => route(new Request(url, init)),
      })
      return { gateway, conversationId, argsText, executions }
    },
    { name, describe: describe.concurrent, it },
  )
}

describeGateway(
  () => {
    let ran = 0
    const gateway = createInPageGateway({
      turn: async (turn) => {
        if (turn.text === 'Tell Ana') turn.ask([{ tool: 'send_mail', argsText }])
      },
      runTool: () => {
        ran += 1
      },
    })
    gateway.start(conversationId, 'Tell Ana')
    return { gateway, conversationId, argsText, executions: () => ran }
  },
  { name: 'the adapter for an agent in the page', describe: describe.concurrent, it },
)

/** A chat as `useChat` keeps it: what it is told becomes its next render. */
function aiSdkChatThatAsks(): { chat: AiSdkChat; executions: () => number } {
  let ran = 0
  const render = (change: Partial<AiSdkChat>): void => {
    chat = { ...chat, ...change }
    createAiSdkGateway(chat)
  }
  const part = {
    type: 'tool-send_mail',
    toolCallId: 'call_1',
    state: 'approval-requested',
    input: JSON.parse(argsText),
    approval: { id: 'approval_1' },
  }
  const partThat = (now: object): AiSdkChat['messages'] => [
    { id: 'm1', role: 'user', parts: [{ type: 'text' }] },
    { id: 'm2', role: 'assistant', parts: [{ type: 'step-start' }, { ...part, ...now }] },
  ]
  let chat: AiSdkChat = {
    id: conversationId,
    messages: partThat({}),
    status: 'ready',
    error: undefined,
    stop: async () => undefined,
    setMessages: (change) => render({ messages: change(chat.messages) }),
    addToolApprovalResponse: ({ id, approved, ...rest }) => {
      const approval = { id, approved, ...rest }
      render({ messages: partThat({ state: 'approval-responded', approval }), status: 'submitted' })
      setTimeout(() => {
        if (approved) ran += 1
        const state = approved ? 'output-available' : 'output-denied'
        render({ messages: partThat({ state, output: 'Sent.', approval }), status: 'streaming' })
        render({ status: 'ready' })
      })
    },
  }
  return { chat, executions: () => ran }
}

describeGateway(
  () => {
    const { chat, executions } = aiSdkChatThatAsks()
    return { gateway: createAiSdkGateway(chat), conversationId, executions }
  },
  { name: 'the adapter for the AI SDK', describe: describe.concurrent, it },
)

describeGateway(
  () => {
    let ran = 0
    const gateway = createAgUiGateway({
      id: 'agent',
      input: () => ({ messages: ['hello'] }),
      run: async function* (input) {
        const runId = String(input['runId'])
        const { resume } = input as { resume: readonly { payload: { approved: boolean } }[] }
        ran += resume.filter(({ payload }) => payload.approved).length
        yield { type: 'RUN_STARTED', threadId: conversationId, runId }
        yield { type: 'TOOL_CALL_RESULT', toolCallId: 'call_1', content: 'Sent.' }
        yield { type: 'RUN_FINISHED', threadId: conversationId, runId }
      },
    })
    const interrupts = [{ id: 'i1', reason: 'tool_call', toolCallId: 'call_1' }]
    for (const event of [
      { type: 'RUN_STARTED', threadId: conversationId, runId: 'r1' },
      { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName: 'send_mail' },
      { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta: argsText },
      {
        type: 'RUN_FINISHED',
        threadId: conversationId,
        runId: 'r1',
        outcome: { type: 'interrupt', interrupts },
      },
    ]) {
      gateway.observe(conversationId, event)
    }
    return { gateway, conversationId, argsText, executions: () => ran }
  },
  { name: 'the adapter for AG-UI', describe: describe.concurrent, it },
)

describeGateway(
  () => {
    const [javaScript] = hitlShapes
    let ran = 0
    const thread = createStandInThread({
      tasks: [
        {
          name: 'gate',
          interrupts: [`{"id":"618e18ab0d4e4b205b4dd3830d3fc48c","value":${javaScript!.value(argsText)}}`],
        },
      ],
      next: ['gate'],
      onPost: (path, body) => {
        if (path === '/runs') {
          thread.tasks = []
          thread.next = []
          ran += body.includes('"approve"') || body.includes('"edit"') ? 1 : 0
        }
        return undefined
      },
    })
    const fetch: typeof thread.fetch = async (input, init) =>
      new Request(input, init).url.endsWith('/threads/search')
        ? Response.json([{ thread_id: conversationId, status: 'interrupted' }])
        : thread.fetch(input, init)
    const gateway = createLangGraphGateway({ url: 'http://graph.test', assistantId: 'agent', fetch })
    return { gateway, conversationId, argsText, executions: () => ran }
  },
  { name: 'the adapter for LangGraph', describe: describe.concurrent, it },
)

describeGateway(
  () => {
    let ran = 0
    let told: object = { status: 'pending', operationId: 'op_1', batchId: 'batch_1' }
    const row = (): object => ({
      id: 'msg_1',
      role: 'tool',
      content: '',
      parentId: 'msg_0',
      tool_call_id: 'call_1',
      createdAt: '2026-09-01T00:00:00.000Z',
      plugin: { identifier: 'mail', apiName: 'send', arguments: argsText },
      pluginIntervention: told,
    })
    const gateway = createLobeHubGateway({
      gatewayUrl: 'https://gateway.test',
      agentId: 'agt_1',
      offers: ['edit'],
      webSocket: class {
        addEventListener(): void {}
        send(): void {}
        close(): void {}
      },
      pollMs: 10,
      call: async (procedure, input) => {
        switch (procedure) {
          case 'topic.getTopicDetail':
            return {
              id: conversationId,
              metadata: {},
              updatedAt: ran + ('resolutionRequestId' in told ? 1 : 0),
            }
          case 'message.getMessages':
            return [row()]
          case 'aiAgent.getOperationStatus':
            return { currentState: { status: 'resolutionRequestId' in told ? 'done' : 'waiting_for_human' } }
          case 'aiAgent.resolveAgentInterventionBySource': {
            const { action, resolutionRequestId } = input as {
              readonly action: { readonly type: string }
              readonly resolutionRequestId: string
            }
            const isApproved = action.type === 'approve_tool'
            if (isApproved) ran += 1
            told = { ...told, status: isApproved ? 'approved' : 'rejected', resolutionRequestId }
            return { state: 'claimed', execution: { operationId: 'op_2', success: true } }
          }
          default:
            throw new GatewayError({ code: 'unsupported', applied: 'no' })
        }
      },
    })
    return { gateway, conversationId, argsText, executions: () => ran }
  },
  { name: 'the adapter for LobeHub', describe: describe.concurrent, it },
)
