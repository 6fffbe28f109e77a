import { type AgUiAgent, createAgUiAgentGateway } from 'intervention-bar/adapters/ag-ui'
import type { Conversation, DecisionRequest, GatewayClient, InterventionCall } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { approval } from '../support/fixtures.ts'

const { signal } = new AbortController()
const read = (gateway: GatewayClient, id = 'demo'): Promise<Conversation> =>
  gateway.readConversation(id, { signal })

const asking = (runId: string, toolCallId: string): readonly object[] => [
  { type: 'RUN_STARTED', runId },
  { type: 'TOOL_CALL_START', toolCallId, toolCallName: 'send_mail' },
  { type: 'TOOL_CALL_ARGS', toolCallId, delta: '{}' },
  {
    type: 'RUN_FINISHED',
    runId,
    outcome: { type: 'interrupt', interrupts: [{ id: `i_${toolCallId}`, reason: 'tool_call', toolCallId }] },
  },
]
const paused = asking('r1', 'call_1')
const carriedOn = [
  { type: 'RUN_STARTED', runId: 'r2' },
  { type: 'TOOL_CALL_RESULT', toolCallId: 'call_1', content: 'sent' },
  { type: 'RUN_FINISHED', runId: 'r2' },
]

type Subscriber = Parameters<AgUiAgent['subscribe']>[0]
type Resumed = Parameters<AgUiAgent['runAgent']>[0]

/** The agent of a chat: it tells its subscribers of every run, whoever started it. */
class ChatAgent implements AgUiAgent {
  readonly agentId = 'default'
  threadId = 'demo'
  readonly resumed: Resumed[] = []
  /** The events of the next resumed run; a function: its failure. */
  says: readonly object[] | (() => never) = carriedOn
  readonly #subscribers: Subscriber[] = []

  subscribe(subscriber: Subscriber): void {
    this.#subscribers.push(subscriber)
  }
  async runAgent(parameters: Resumed): Promise<void> {
    this.resumed.push(parameters)
    const { says } = this
    await this.tell(typeof says === 'function' ? says() : says, parameters.runId)
  }
  /** A run of the chat itself, or the replay of a thread. */
  async tell(events: readonly object[], runId = 'r1', resume?: readonly object[]): Promise<void> {
    const input = { threadId: this.threadId, runId, resume }
    for (const event of events) {
      await Promise.resolve()
      for (const subscriber of this.#subscribers) subscriber.onEvent({ event, input })
    }
    for (const subscriber of this.#subscribers) subscriber.onRunFinalized({ input })
  }
}

async function decide(
  gateway: GatewayClient,
  change: Partial<DecisionRequest> = {},
): ReturnType<GatewayClient['resume']> {
  const { interventions } = await read(gateway)
  const [card] = interventions as [InterventionCall]
  const made = { toolCallId: card.toolCallId, revision: card.revision, decision: 'approved', ...change }
  return gateway.resume({ ...approval(card), decisions: [made as DecisionRequest] }, { signal })
}

describe('the agent of a chat', () => {
  it('is the same gateway at each render', () => {
    const agent = new ChatAgent()
    expect(createAgUiAgentGateway(agent)).toBe(createAgUiAgentGateway(agent))
    expect(createAgUiAgentGateway(agent).id).toBe('ag-ui:default')
  })

  it('shows the calls that a run of the chat paused on', async () => {
    const agent = new ChatAgent()
    const gateway = createAgUiAgentGateway(agent)
    await agent.tell(paused)
    expect(await read(gateway)).toMatchObject({
      operations: [{ status: 'waiting_for_human' }],
      interventions: [{ toolCallId: 'call_1', status: 'pending', argsText: '{}' }],
    })
  })

  it('shows the same calls when the thread is replayed on the same page', async () => {
    const agent = new ChatAgent()
    const gateway = createAgUiAgentGateway(agent)
    await agent.tell(paused)
    const [first] = (await read(gateway)).interventions
    await agent.tell(paused)
    expect((await read(gateway)).interventions).toMatchObject([
      { argsText: '{}', revision: first!.revision, status: 'pending' },
    ])
  })

  it.each([
    [{ approved: true }, 'approved', { execution: { ok: true } }],
    [{ approved: false, reason: 'Not now.' }, 'rejected_continue', { reason: 'Not now.' }],
  ])(
    'tells what the chat itself answered, where the producer does not: %j',
    async (payload, status, resolution) => {
      const agent = new ChatAgent()
      const gateway = createAgUiAgentGateway(agent)
      await agent.tell(paused)
      await agent.tell([carriedOn[0]!], 'r2', [{ interruptId: 'i_call_1', status: 'resolved', payload }])
      await agent.tell(asking('r2', 'call_2').slice(-1), 'r2')
      expect((await read(gateway)).interventions[0]).toMatchObject({ toolCallId: 'call_1', status })
      if (status === 'approved') await agent.tell(carriedOn.slice(1, 2), 'r2')
      expect((await read(gateway)).interventions[0]).toMatchObject({ resolution })
    },
  )

  it('sends a decision through the agent, and receives each event of that run once', async () => {
    const agent = new ChatAgent()
    const gateway = createAgUiAgentGateway(agent)
    await agent.tell(paused)
    agent.says = asking('r2', 'call_2')
    const answer = await decide(gateway)
    expect(agent.resumed).toEqual([
      {
        runId: expect.any(String),
        resume: [{ interruptId: 'i_call_1', status: 'resolved', payload: { approved: true } }],
      },
    ])
    expect(answer).toEqual({ outcome: 'accepted', operationId: agent.resumed[0]!.runId })
    await expect
      .poll(async () => (await read(gateway)).interventions)
      .toMatchObject([
        { toolCallId: 'call_1', status: 'approved' },
        { toolCallId: 'call_2', status: 'pending', argsText: '{}' },
      ])
  })

  it('fails as unavailable, possibly applied, when the agent fails', async () => {
    const agent = new ChatAgent()
    const gateway = createAgUiAgentGateway(agent)
    await agent.tell(paused)
    agent.says = () => {
      throw new Error('HTTP 502')
    }
    await expect(decide(gateway)).rejects.toMatchObject({ code: 'unavailable', applied: 'unknown' })
    expect((await read(gateway)).interventions).toMatchObject([{ status: 'pending' }])
  })

  it('sends nothing when the agent has switched to another thread', async () => {
    const agent = new ChatAgent()
    const gateway = createAgUiAgentGateway(agent)
    await agent.tell(paused)
    agent.threadId = 'another'
    await expect(decide(gateway)).rejects.toMatchObject({ code: 'not_found', applied: 'no' })
    expect(agent.resumed).toEqual([])
    expect((await read(gateway, 'another')).interventions).toEqual([])
  })

  it('is not busy forever after a run that broke off', async () => {
    const agent = new ChatAgent()
    const gateway = createAgUiAgentGateway(agent)
    await agent.tell(paused.slice(0, 2))
    expect((await read(gateway)).operations).toMatchObject([
      { status: 'error', error: { code: 'stream_broken' } },
    ])
  })

  it.each([
    [{ status: 'resolved', payload: { approved: true } }, 'approved', undefined],
    [{ status: 'resolved', payload: { approved: false, reason: 'No.' } }, 'rejected_continue', 'No.'],
    [{ status: 'cancelled' }, 'rejected_continue', undefined],
    [{ status: 'resolved', payload: 'yes' }, 'withdrawn', undefined],
  ])('reads from the replay of a thread how a call was decided: %j', async (answer, status, reason) => {
    const agent = new ChatAgent()
    const gateway = createAgUiAgentGateway(agent)
    const resume = [{ interruptId: 'i_call_1', ...answer }]
    const [started, ...rest] = carriedOn
    await agent.tell([...paused, { ...started, input: { resume } }, ...rest])
    const { interventions } = await read(gateway)
    expect(interventions).toMatchObject([{ toolCallId: 'call_1', status }])
    expect((interventions[0] as { resolution: { reason?: string } }).resolution.reason).toBe(reason)
  })
})
