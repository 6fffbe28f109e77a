import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import {
  ElicitationCompleteNotificationSchema,
  ElicitRequestSchema,
  type ElicitResult,
  UrlElicitationRequiredError,
} from '@modelcontextprotocol/sdk/types.js'
import { createHttpGateway, type DecisionRequest, type GatewayClient } from 'intervention-bar/core'
import {
  createClaims,
  createMcpCompletions,
  createMemoryStore,
  createResumeRoute,
  questionOfMcp,
  resultForMcp,
  type RouteCall,
  type RouteStep,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { timeoutMs } from './support/patience.ts'

const id = 'room'
const { signal } = new AbortController()
const requestedSchema = {
  type: 'object' as const,
  properties: {
    day: { type: 'string' as const, enum: ['Monday', 'Friday'], title: 'Day' },
    seats: { type: 'integer' as const, title: 'Seats', default: 2 },
  },
  required: ['day'],
}

/** A server of the official SDK with a tool that asks, and a client of it behind a route. */
async function open(
  mode: 'form' | 'url',
): Promise<{ readonly gateway: GatewayClient; readonly got: unknown[] }> {
  const got: unknown[] = []
  const server = new McpServer({ name: 'calendar', version: '1.0.0' })
  server.registerTool('book', { description: 'Books.' }, async () => {
    const result = await server.server.elicitInput(
      mode === 'form'
        ? { message: 'Which day?', requestedSchema }
        : { mode, message: 'Sign in', url: 'https://accounts.example.com/in', elicitationId: 'e1' },
    )
    got.push(result)
    return { content: [{ type: 'text', text: result.action }] }
  })
  const client = new Client(
    { name: 'chat', version: '1.0.0' },
    { capabilities: { elicitation: { form: {}, url: {} } } },
  )
  let asked: { readonly call: RouteCall; readonly finish: (result: ElicitResult) => void } | undefined
  let running: Promise<unknown> = Promise.resolve()
  let onAsked = (): void => undefined
  client.setRequestHandler(
    ElicitRequestSchema,
    ({ params }) =>
      new Promise((finish) => {
        asked = { call: questionOfMcp(params, { toolCallId: 'call_1', server: 'calendar' }), finish }
        onAsked()
      }),
  )
  const [one, other] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(one), client.connect(other)])
  const next = async (): Promise<RouteStep> => {
    await Promise.race([running, new Promise<void>((resolve) => (onAsked = resolve))])
    return { state: '', calls: asked ? [asked.call] : [] }
  }
  const route = createResumeRoute({
    claims: createClaims({ store: createMemoryStore() }),
    authorize: () => ({ id: 'you' }),
    agent: {
      start: () => {
        running = client.callTool({ name: 'book', arguments: {} })
        return next()
      },
      resume: ([made]) => {
        const { finish } = asked!
        asked = undefined
        finish(resultForMcp(made!) as ElicitResult)
        return next()
      },
    },
  })
  await route.start(id, 'Book a table')
  return {
    got,
    gateway: createHttpGateway({
      baseUrl: 'https://chat.example/api',
      timeoutMs,
      fetch: (url, init) => route(new Request(url, init)),
    }),
  }
}

async function answer(gateway: GatewayClient, how: object, requestId = 'req_1'): Promise<unknown> {
  await expect
    .poll(async () => (await gateway.readConversation(id, { signal })).interventions)
    .toHaveLength(1)
  const { interventions } = await gateway.readConversation(id, { signal })
  const { toolCallId, revision, operationId } = interventions[0]!
  const decisions = [{ toolCallId, revision, ...how } as DecisionRequest] as const
  return gateway.resume({ conversationId: id, operationId, requestId, decisions }, { signal })
}

describe('a tool of a real MCP server that asks', () => {
  it('gets the answer that the schema of its form takes, once', async () => {
    const { gateway, got } = await open('form')
    const refused = answer(gateway, { decision: 'answered', answerText: '{"day":"Sunday"}' }, 'req_0')
    await expect(refused).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
    const { interventions } = await gateway.readConversation(id, { signal })
    expect(interventions).toMatchObject([
      { tool: null, question: { kind: 'form', message: 'Which day?', schema: requestedSchema } },
    ])
    const how = { decision: 'answered', answerText: '{"seats":2,"day":"Friday"}' }
    await answer(gateway, how)
    await answer(gateway, how)
    await expect.poll(() => got).toEqual([{ action: 'accept', content: { seats: 2, day: 'Friday' } }])
  })

  it('is told that nobody answers', async () => {
    const { gateway, got } = await open('form')
    await answer(gateway, { decision: 'rejected_continue' })
    await expect.poll(() => got).toEqual([{ action: 'decline' }])
  })

  it('gets consent to open its address, without content', async () => {
    const { gateway, got } = await open('url')
    await answer(gateway, { decision: 'answered' })
    await expect.poll(() => got).toEqual([{ action: 'accept' }])
  })
})

describe('a tool of a real MCP server that needs a person to sign in first', () => {
  const elicitation = {
    mode: 'url' as const,
    message: 'Sign in',
    url: 'https://accounts.example.com/in',
    elicitationId: 'e1',
  }

  it('is called again after its server said that the sign-in is complete', async () => {
    let isSignedIn = false
    const got: string[] = []
    const server = new McpServer({ name: 'calendar', version: '1.0.0' })
    server.registerTool('book', { description: 'Books.' }, async () => {
      got.push(isSignedIn ? 'booked' : 'refused')
      if (!isSignedIn) throw new UrlElicitationRequiredError([elicitation])
      return { content: [{ type: 'text', text: 'booked' }] }
    })
    const client = new Client(
      { name: 'chat', version: '1.0.0' },
      { capabilities: { elicitation: { url: {} } } },
    )
    const completions = createMcpCompletions()
    client.setNotificationHandler(ElicitationCompleteNotificationSchema, ({ params }) =>
      completions.heard(params),
    )
    const [one, other] = InMemoryTransport.createLinkedPair()
    await Promise.all([server.connect(one), client.connect(other)])

    const call = async (): Promise<RouteStep> => {
      try {
        await client.callTool({ name: 'book', arguments: {} })
        return { state: '', calls: [] }
      } catch (thrown) {
        if (!(thrown instanceof UrlElicitationRequiredError)) throw thrown
        const of = (elicitationId: string) => ({ toolCallId: `call_1/${elicitationId}`, server: 'calendar' })
        return {
          state: '',
          calls: thrown.elicitations.map((asked) => questionOfMcp(asked, of(asked.elicitationId))),
        }
      }
    }
    const route = createResumeRoute({
      claims: createClaims({ store: createMemoryStore() }),
      authorize: () => ({ id: 'you' }),
      agent: {
        start: call,
        resume: async (decisions, context) => {
          for (const { toolCallId } of decisions) await completions.until(toolCallId.split('/')[1]!, context)
          return call()
        },
      },
    })
    await route.start(id, 'Book a table')
    const gateway = createHttpGateway({
      baseUrl: 'https://chat.example/api',
      timeoutMs,
      fetch: (url, init) => route(new Request(url, init)),
    })
    await answer(gateway, { decision: 'answered' })
    const statuses = async (): Promise<readonly string[]> =>
      (await gateway.readConversation(id, { signal })).operations.map((operation) => operation.status)
    await expect.poll(statuses).toContain('waiting_for_async_tool')
    expect(got).toEqual(['refused'])
    isSignedIn = true
    await server.server.createElicitationCompletionNotifier('e1')()
    await expect.poll(() => got).toEqual(['refused', 'booked'])
    await expect.poll(statuses).not.toContain('waiting_for_async_tool')
  })
})
