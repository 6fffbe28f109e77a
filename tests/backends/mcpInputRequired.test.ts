import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { createMcpHandler, inputRequired, McpServer } from '@modelcontextprotocol/server'
import { createHttpGateway, type DecisionRequest, type GatewayClient } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  questionsOfMcp,
  responsesForMcp,
  type RouteStep,
  type Store,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { timeoutMs } from './support/patience.ts'

const id = 'room'
const toolCallId = 'call_1'
const { signal } = new AbortController()
const requestedSchema = {
  type: 'object',
  properties: { day: { type: 'string', enum: ['Monday', 'Friday'] }, seats: { type: 'integer' } },
  required: ['day'],
}

interface Asked {
  readonly inputRequests?: Readonly<Record<string, object>>
  readonly requestState?: string
}

type Kind = 'both' | 'url' | 'roots'

/** A server of the official SDK, revision 2026-07-28, whose tool asks until it knows enough. It keeps nothing itself. */
function mcpServer(kind: Kind, got: unknown[]): (request: Request) => Promise<Response> {
  const asks = {
    day: inputRequired.elicit({ message: 'Which day?', requestedSchema }),
    ...(kind === 'both' && {
      name: inputRequired.elicit({
        message: 'In whose name?',
        requestedSchema: { type: 'object', properties: { name: { type: 'string' } } },
      }),
    }),
  }
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'calendar', version: '1.0.0' })
    server.registerTool('book', { description: 'Books.' }, async ({ mcpReq }) => {
      const { inputResponses } = mcpReq
      if (inputResponses) {
        got.push([inputResponses, mcpReq.requestState()])
        return { content: [{ type: 'text', text: `booked ${String(inputResponses['day']?.action)}` }] }
      }
      const requestState = 'kept by the client: 1.0'
      if (kind === 'roots') return inputRequired({ inputRequests: { roots: inputRequired.listRoots() } })
      if (kind === 'both') return inputRequired({ inputRequests: asks, requestState })
      const day = inputRequired.elicitUrl({ message: 'Sign in', url: 'https://accounts.example.com/in' })
      return inputRequired({ inputRequests: { day }, requestState })
    })
    return server
  })
  return (request) => handler.fetch(request)
}

/** A client of the server behind a route. Its whole state is in the store, so that any machine can carry on. */
async function machine(kind: Kind, store: Store, got: unknown[]) {
  const serve = mcpServer(kind, got)
  const client = new Client(
    { name: 'chat', version: '1.0.0' },
    {
      capabilities: { elicitation: { form: {}, url: {} }, roots: {} },
      versionNegotiation: { mode: 'auto' },
      inputRequired: { autoFulfill: false },
    },
  )
  const transport = new StreamableHTTPClientTransport(new URL('http://127.0.0.1/mcp'), {
    fetch: (url, init) => serve(new Request(url, init)),
  })
  await client.connect(transport)

  async function call(more: object = {}): Promise<RouteStep> {
    const params = { name: 'book', arguments: {}, ...more }
    const result = (await client.callTool(params, { allowInputRequired: true })) as Asked
    const { requestState = '' } = result
    return {
      state: requestState,
      calls: questionsOfMcp(result, { toolCallId, server: 'calendar' }),
      pause: { answering: 'together', siblings: 'independent' },
    }
  }
  const route = createResumeRoute({
    claims: createClaims({ store }),
    authorize: () => ({ id: 'you' }),
    agent: {
      start: () => call(),
      resume: (decisions, { state }) =>
        call({ inputResponses: responsesForMcp(decisions, toolCallId), requestState: state }),
    },
  })
  const gateway = createHttpGateway({
    baseUrl: 'https://chat.example/api',
    timeoutMs,
    fetch: (url, init) => route(new Request(url, init)),
  })
  return { route, gateway }
}

async function decide(gateway: GatewayClient, made: readonly object[]): Promise<unknown> {
  const pending = async () =>
    (await gateway.readConversation(id, { signal })).interventions.filter((one) => one.status === 'pending')
  await expect.poll(pending).toHaveLength(made.length)
  const calls = await pending()
  const decisions = calls.map(({ toolCallId: call, revision }, index) => ({
    toolCallId: call,
    revision,
    ...made[index],
  })) as unknown as readonly [DecisionRequest]
  const { operationId } = calls[0]!
  return gateway.resume({ conversationId: id, operationId, requestId: 'req_1', decisions }, { signal })
}

describe('a tool of a real MCP server that requires input', () => {
  it('gets all answers in one call with its own state, on whichever machine they arrive', async () => {
    const got: unknown[] = []
    const store = createMemoryStore()
    const asking = await machine('both', store, got)
    await asking.route.start(id, 'Book a table')
    const { gateway } = await machine('both', store, got)
    await decide(gateway, [
      { decision: 'answered', answerText: '{"seats":2,"day":"Friday"}' },
      { decision: 'rejected_continue' },
    ])
    await expect
      .poll(() => got)
      .toEqual([
        [
          { day: { action: 'accept', content: { seats: 2, day: 'Friday' } }, name: { action: 'decline' } },
          'kept by the client: 1.0',
        ],
      ])
    const { interventions } = await gateway.readConversation(id, { signal })
    expect(interventions).toMatchObject([
      {
        question: {
          kind: 'form',
          message: 'Which day?',
          schema: requestedSchema,
          from: { server: 'calendar' },
        },
      },
      { question: { message: 'In whose name?' } },
    ])
  })

  it('gets consent to open its address, without content', async () => {
    const got: unknown[] = []
    const { route, gateway } = await machine('url', createMemoryStore(), got)
    await route.start(id, 'Book a table')
    await decide(gateway, [{ decision: 'answered' }])
    await expect.poll(() => got).toEqual([[{ day: { action: 'accept' } }, 'kept by the client: 1.0']])
  })

  it('fails where it asks for what no person answers', async () => {
    const { route, gateway } = await machine('roots', createMemoryStore(), [])
    await route.start(id, 'Book a table').catch(() => undefined)
    await expect
      .poll(async () => (await gateway.readConversation(id, { signal })).operations)
      .toMatchObject([{ status: 'error' }])
  })
})
