import { HttpAgent } from '@ag-ui/client'
import { CopilotKitCore } from '@copilotkit/core'
import { CopilotRuntime, createCopilotRuntimeHandler, InMemoryAgentRunner } from '@copilotkit/runtime/v2'
import { askPerson, createAgUiAgentGateway, type PersonTool } from 'intervention-bar/adapters/ag-ui'
import type { DecisionRequest, GatewayClient, InterventionCall } from 'intervention-bar/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { serveFetch, type ServedFetch } from './support/serveFetch.ts'

const argsText = '{ "seat": 1.0, "id":12345678901234567890 }'
const { signal } = new AbortController()

interface Message {
  readonly role: string
  readonly content?: string
}

/** What the model was told in each run: the results of its tools. */
const told: (readonly string[])[] = []

/** An agent that calls the tool of the page, and ends when it has the result. */
async function answerRun(request: Request): Promise<Response> {
  const { threadId, runId, messages } = (await request.json()) as {
    readonly threadId: string
    readonly runId: string
    readonly messages: readonly Message[]
  }
  const results = messages.filter((one) => one.role === 'tool').map((one) => one.content ?? '')
  told.push(results)
  const isAsking = messages.at(-1)?.role !== 'tool'
  const toolCallId = `call_${runId}`
  const events = [
    { type: 'RUN_STARTED', threadId, runId },
    ...(isAsking
      ? [
          { type: 'TOOL_CALL_START', toolCallId, toolCallName: 'pick_seat', parentMessageId: `m_${runId}` },
          { type: 'TOOL_CALL_ARGS', toolCallId, delta: argsText },
          { type: 'TOOL_CALL_END', toolCallId },
        ]
      : []),
    { type: 'RUN_FINISHED', threadId, runId },
  ]
  const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

describe('a tool of the page in CopilotKit', () => {
  let model: ServedFetch
  let app: ServedFetch
  let threads = 0

  beforeAll(async () => {
    // Its core connects to a runtime only in a page.
    vi.stubGlobal('window', globalThis)
    model = await serveFetch(answerRun)
    const runtime = new CopilotRuntime({
      agents: { default: new HttpAgent({ url: model.url }) },
      runner: new InMemoryAgentRunner(),
    })
    app = await serveFetch(createCopilotRuntimeHandler({ runtime, basePath: '/api/copilotkit' }))
  })
  afterAll(async () => {
    vi.unstubAllGlobals()
    await app.close()
    await model.close()
  })

  /** A page with the tool, on a thread. */
  async function open(of: PersonTool, threadId = `thread_${(threads += 1)}`) {
    const core = new CopilotKitCore({
      runtimeUrl: `${app.url}/api/copilotkit`,
      runtimeTransport: 'rest',
      tools: [
        {
          type: 'human-in-the-loop',
          name: 'pick_seat',
          description: 'Asks the person.',
          parameters: z.object({}),
          handler: askPerson(of),
        },
      ],
    })
    await expect.poll(() => core.getAgent('default')).toBeDefined()
    const agent = core.getAgent('default')!
    agent.threadId = threadId
    const gateway = createAgUiAgentGateway(agent)
    const say = (): Promise<unknown> => {
      agent.addMessage({ id: `user_${threadId}`, role: 'user', content: 'Book' })
      return core.runAgent({ agent })
    }
    return { core, agent, gateway, threadId, say }
  }

  async function waits(gateway: GatewayClient, threadId: string): Promise<InterventionCall> {
    const pending = async (): Promise<InterventionCall | undefined> =>
      (await gateway.readConversation(threadId, { signal })).interventions.find(
        (one) => one.status === 'pending',
      )
    await expect.poll(pending).toBeDefined()
    return (await pending())!
  }

  async function decide(gateway: GatewayClient, threadId: string, how: object): Promise<void> {
    const { toolCallId, revision, operationId } = await waits(gateway, threadId)
    const decisions = [{ toolCallId, revision, ...how } as DecisionRequest] as const
    const request = { conversationId: threadId, operationId, requestId: 'req_1', decisions }
    expect(await gateway.resume(request, { signal })).toMatchObject({ outcome: 'accepted' })
  }

  it('gets the answer of the person as its result, in the run that carries on', async () => {
    const schema = { type: 'object', properties: { seat: { type: 'integer' } } }
    const { gateway, threadId, say } = await open({ question: { kind: 'form', message: 'Which?', schema } })
    const ended = say()
    expect(await waits(gateway, threadId)).toMatchObject({ argsText, question: { message: 'Which?' } })
    await decide(gateway, threadId, { decision: 'answered', answerText: '{ "seat":4 }' })
    await ended
    expect(told.at(-1)).toEqual(['{ "seat":4 }'])
    const { operations } = await gateway.readConversation(threadId, { signal })
    expect(operations.every((one) => one.status === 'done')).toBe(true)
  })

  it('runs with permission only, once, byte for byte', async () => {
    const run = vi.fn((_argsText: string) => 'booked')
    const { gateway, threadId, say } = await open({ run })
    const ended = say()
    await decide(gateway, threadId, { decision: 'approved' })
    await ended
    expect(run.mock.calls.map(([text]) => text)).toEqual([argsText])
    expect(told.at(-1)).toEqual(['booked'])
  })

  it('does not run when it is rejected, and the agent hears it', async () => {
    const run = vi.fn()
    const { gateway, threadId, say } = await open({ run })
    const ended = say()
    await decide(gateway, threadId, { decision: 'rejected_continue', reason: 'Too late.' })
    await ended
    expect(run).not.toHaveBeenCalled()
    expect(told.at(-1)).toEqual(['The person rejected this call, and it did not run. Reason: Too late.'])
  })

  it('asks again after a reload', async () => {
    const question: PersonTool = { question: { kind: 'text', message: 'Which?' } }
    const first = await open(question)
    void first.say()
    await waits(first.gateway, first.threadId)
    const { core, agent, gateway, threadId } = await open(question, first.threadId)
    await core.connectAgent({ agent })
    await decide(gateway, threadId, { decision: 'answered', answerText: 'By the window.' })
    await expect.poll(() => told.at(-1)).toEqual(['By the window.'])
  })

  it('is withdrawn when the chat stops the agent', async () => {
    const { core, agent, gateway, threadId, say } = await open({ run: vi.fn() })
    const ended = say()
    await waits(gateway, threadId)
    core.stopAgent({ agent })
    await ended
    const { interventions } = await gateway.readConversation(threadId, { signal })
    expect(interventions).toMatchObject([{ status: 'withdrawn' }])
  })
})
