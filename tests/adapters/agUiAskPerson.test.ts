import { askPerson, createAgUiAgentGateway, type PersonTool } from 'intervention-bar/adapters/ag-ui'
import type { Conversation, DecisionRequest, GatewayClient, ResumeAnswer } from 'intervention-bar/core'
import { describe, expect, it, vi } from 'vitest'

const { signal } = new AbortController()
const argsText = '{ "seat": 1.0, "id":12345678901234567890 }'

/** The agent of a chat that runs tools in the page, and the handler of one of them. */
function open(of: PersonTool) {
  const subscribers: { onEvent(params: object): void }[] = []
  const agent = {
    agentId: 'default',
    threadId: 'demo',
    subscribe: (one: (typeof subscribers)[number]) => subscribers.push(one),
    runAgent: () => Promise.resolve(),
  }
  const gateway = createAgUiAgentGateway(agent)
  const handler = askPerson(of)
  return {
    agent,
    gateway,
    tell: (event: object, runId = 'r1') => {
      for (const one of subscribers) one.onEvent({ event, input: { threadId: 'demo', runId } })
    },
    call: (id = 'call_1', stop?: AbortSignal) =>
      handler(
        {},
        { toolCall: { id, function: { name: 'pick_seat', arguments: argsText } }, agent, signal: stop },
      ),
  }
}

const read = (gateway: GatewayClient): Promise<Conversation> => gateway.readConversation('demo', { signal })

async function decide(
  gateway: GatewayClient,
  how: Pick<DecisionRequest, 'decision'> & Record<string, unknown>,
  requestId = 'req_1',
): Promise<ResumeAnswer> {
  const { interventions } = await read(gateway)
  const { toolCallId, revision, operationId } =
    interventions.findLast((one) => one.status === 'pending') ?? interventions[0]!
  const decisions = [{ toolCallId, revision, ...how } as DecisionRequest] as const
  return gateway.resume({ conversationId: 'demo', operationId, requestId, decisions }, { signal })
}

describe('a tool of the page that asks', () => {
  const schema = { type: 'object', properties: { seat: { type: 'integer' } }, required: ['seat'] }
  const question: PersonTool = { question: { kind: 'form', message: 'Which seat?', schema } }

  it('waits, and its result is the answer, byte for byte', async () => {
    const { gateway, call } = open(question)
    const result = call()
    const { operations, interventions } = await read(gateway)
    expect(operations).toMatchObject([{ status: 'waiting_for_human' }])
    expect(interventions).toMatchObject([
      {
        toolCallId: 'call_1',
        argsText,
        question: { message: 'Which seat?' },
        decisions: ['answered', 'rejected_continue'],
      },
    ])
    await decide(gateway, { decision: 'answered', answerText: '{ "seat":4 }' })
    expect(await result).toBe('{ "seat":4 }')
  })

  it('refuses an answer that its schema refuses, and takes a repeated one once', async () => {
    const { gateway, call } = open(question)
    const result = call()
    await expect(decide(gateway, { decision: 'answered', answerText: '{}' }, 'req_0')).rejects.toMatchObject({
      code: 'invalid',
    })
    const how = { decision: 'answered', answerText: '{"seat":4}' } as const
    expect(await decide(gateway, how)).toEqual(await decide(gateway, how))
    expect(await result).toBe('{"seat":4}')
  })

  it('is told that nobody answers', async () => {
    const { gateway, call } = open({ question: (text) => ({ kind: 'text', message: `Where? ${text}` }) })
    const result = call()
    expect((await read(gateway)).interventions).toMatchObject([
      { question: { message: `Where? ${argsText}` } },
    ])
    await decide(gateway, { decision: 'rejected_continue' })
    expect(await result).toBe('The person did not answer.')
  })

  it('is busy from the answer until the run that carries on has begun', async () => {
    const { gateway, call, tell } = open(question)
    void call()
    const answer = await decide(gateway, { decision: 'answered', answerText: '{"seat":4}' })
    const next = { id: answer.outcome === 'accepted' && answer.operationId }
    expect((await read(gateway)).operations).toMatchObject([
      { status: 'done' },
      { ...next, status: 'running' },
    ])
    tell({ type: 'RUN_STARTED', runId: 'r2' }, 'r2')
    const { operations } = await read(gateway)
    expect(operations.filter((one) => one.status === 'running')).toMatchObject([{ id: 'r2' }])
  })

  it('is withdrawn when the chat stops the agent', async () => {
    const { gateway, call } = open(question)
    const stopped = new AbortController()
    const result = call('call_1', stopped.signal)
    stopped.abort(new Error('Stopped.'))
    await expect(result).rejects.toThrow('Stopped.')
    expect((await read(gateway)).interventions).toMatchObject([{ status: 'withdrawn' }])
  })

  it('is asked anew where the chat runs the same call again, and tells its followers', async () => {
    const { gateway, call } = open(question)
    const ending = new AbortController()
    const follows = gateway.followConversation!('demo', { after: null, signal: ending.signal })[
      Symbol.asyncIterator
    ]()
    await follows.next()
    const first = call()
    expect((await follows.next()).value).toBeDefined()
    await decide(gateway, { decision: 'answered', answerText: '{"seat":4}' })
    await first
    void call()
    expect((await read(gateway)).interventions).toMatchObject([
      { toolCallId: 'call_1', status: 'answered' },
      { toolCallId: 'call_1@2', status: 'pending' },
    ])
    ending.abort()
  })
})

describe('a tool of the page that needs permission', () => {
  it('runs once, with the text that was shown or edited, and its result is on the receipt', async () => {
    const run = vi.fn((text: string) => text.length)
    const { gateway, call } = open({ run, editable: true, tool: { annotations: { destructiveHint: true } } })
    const result = call()
    expect((await read(gateway)).interventions).toMatchObject([
      { tool: { name: 'pick_seat', annotations: { destructiveHint: true } }, editable: true },
    ])
    await decide(gateway, { decision: 'approved', argsText: '{"seat":2.0}' })
    expect(await result).toBe(12)
    expect(run.mock.calls.map(([text]) => text)).toEqual(['{"seat":2.0}'])
    expect((await read(gateway)).interventions).toMatchObject([{ resolution: { execution: { ok: true } } }])
  })

  it('does not run when it is rejected, and the agent is told why', async () => {
    const run = vi.fn()
    const { gateway, call } = open({ run })
    const result = call()
    await decide(gateway, { decision: 'rejected_continue', reason: 'Not there.' })
    expect(await result).toBe('The person rejected this call, and it did not run. Reason: Not there.')
    expect(run).not.toHaveBeenCalled()
  })

  it('has its failure on the receipt', async () => {
    const { gateway, call } = open({ run: () => Promise.reject(new Error('Full.')) })
    const result = call()
    await decide(gateway, { decision: 'approved' })
    await expect(result).rejects.toThrow('Full.')
    expect((await read(gateway)).interventions).toMatchObject([
      { resolution: { execution: { ok: false, message: 'Error: Full.' } } },
    ])
  })

  it('says what is missing where the agent has no gateway', async () => {
    const handler = askPerson({ run: () => 1 })
    const toolCall = { id: 'call_1', function: { name: 'x', arguments: '{}' } }
    await expect(handler({}, { toolCall, agent: {} })).rejects.toThrow('Call createAgUiAgentGateway')
  })
})
