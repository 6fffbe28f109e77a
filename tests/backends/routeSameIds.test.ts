import { Agent, type AgentOutputItem, type Model, run, RunState, tool, Usage } from '@openai/agents'
import { createHttpGateway, type GatewayClient } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  openAiAgents,
  type ResumeRoute,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { timeoutMs } from './support/patience.ts'

const id = 'room'
const { signal } = new AbortController()

/** A model that calls once, and then says that it is done. */
function modelOf(...calls: readonly { callId: string; name: string; args: object }[]): Model {
  const output = calls.map(({ callId, name, args }): AgentOutputItem => ({
    type: 'function_call',
    callId,
    name,
    status: 'completed',
    arguments: JSON.stringify(args),
  }))
  const done: AgentOutputItem = {
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: 'Done.' }],
  }
  return {
    getResponse: async ({ input }) => {
      const isAnswered = typeof input !== 'string' && input.some((one) => one.type === 'function_call_result')
      return { usage: new Usage(), output: isAnswered ? [done] : output }
    },
    getStreamedResponse: () => {
      throw new Error('Streams nothing.')
    },
  }
}

/** Two agents that are tools of a third one. Their models number their calls from one, as small models do. */
function createRoute(ran: string[]): ResumeRoute {
  const helpers = ['first', 'second'].map((name) => {
    const write = tool({
      name: 'write',
      description: 'Writes.',
      parameters: z.object({ text: z.string() }),
      needsApproval: true,
      execute: async ({ text }) => {
        ran.push(text)
        return 'written'
      },
    })
    const model = modelOf({ callId: 'call_1', name: 'write', args: { text: `by the ${name}` } })
    return new Agent({ name, model, tools: [write] })
  })
  const agent = new Agent({
    name: 'both',
    model: modelOf(
      { callId: 'outer_1', name: 'ask_first', args: { input: 'go' } },
      { callId: 'outer_2', name: 'ask_second', args: { input: 'go' } },
    ),
    tools: helpers.map((one) =>
      one.asTool({ toolName: `ask_${one.name}`, toolDescription: `Asks the ${one.name}.` }),
    ),
  })
  return createResumeRoute({
    claims: createClaims({ store: createMemoryStore() }),
    authorize: () => ({ id: 'ana' }),
    agent: openAiAgents({
      revive: (text) => RunState.fromString<undefined, typeof agent>(agent, text),
      run: (input, abort) => run(agent, input, { signal: abort }),
    }),
  })
}

async function pendingIn(client: GatewayClient) {
  await expect
    .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
    .not.toBe('running')
  const { interventions } = await client.readConversation(id, { signal })
  return interventions.filter((card) => card.status === 'pending')
}

describe('two agents as tools that ask under the same call id', () => {
  it.each([0, 1])('are asked for each by itself, and number %i is decided first', async (place) => {
    const ran: string[] = []
    const route = createRoute(ran)
    const client = createHttpGateway({
      baseUrl: 'https://chat.example/api',
      timeoutMs,
      fetch: (url, init) => route(new Request(url, init)),
    })
    await route.start(id, 'go')
    const cards = await pendingIn(client)
    expect(cards.map((card) => card.argsText)).toEqual([
      '{"text":"by the first"}',
      '{"text":"by the second"}',
    ])
    expect(new Set(cards.map((card) => card.toolCallId)).size).toBe(2)
    const decide = async (card: (typeof cards)[number], decision: 'approved' | 'rejected_continue') => {
      const { toolCallId, revision, operationId } = card
      const request = { conversationId: id, operationId, requestId: `req_${decision}` } as const
      return client.resume({ ...request, decisions: [{ toolCallId, revision, decision }] }, { signal })
    }
    const [first, second] = place === 0 ? cards : cards.toReversed()
    expect(await decide(first!, 'approved')).toMatchObject({ outcome: 'accepted' })
    const left = await pendingIn(client)
    expect(left).toMatchObject([{ toolCallId: second!.toolCallId, argsText: second!.argsText }])
    expect(ran).toEqual([place === 0 ? 'by the first' : 'by the second'])
    expect(await decide(left[0]!, 'rejected_continue')).toMatchObject({ outcome: 'accepted' })
    expect(await pendingIn(client)).toEqual([])
    const { operations } = await client.readConversation(id, { signal })
    expect(operations.at(-1)?.status).toBe('done')
    expect(ran).toHaveLength(1)
  })
})
