import type { DecisionRequest, GatewayClient } from 'intervention-bar/core'
import {
  type Agent,
  agentThatAsks,
  ask,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
  scenarios,
} from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'

const { signal } = new AbortController()
async function until(check: () => boolean): Promise<void> {
  await expect.poll(check, { interval: 1 }).toBe(true)
}

async function asked(mock: MockGateway, count = 1): Promise<GatewayClient> {
  await until(
    () => mock.read('demo').interventions.filter((one) => one.status === 'pending').length === count,
  )
  return createMemoryGateway(mock)
}
function made(mock: MockGateway, decision: DecisionRequest['decision'], index = 0): DecisionRequest {
  const { toolCallId, revision } = mock.read('demo').interventions[index]!
  return { toolCallId, revision, decision }
}
const resume = (
  gateway: GatewayClient,
  requestId: string,
  ...decisions: [DecisionRequest, ...DecisionRequest[]]
) => gateway.resume({ conversationId: 'demo', operationId: 'op_1', requestId, decisions }, { signal })

describe('the mock gateway', () => {
  it('gives the agent the answer to its question, and runs nothing', async () => {
    const told: string[] = []
    const agent: Agent = function* () {
      const [answer] = yield ask({ tool: null, question: { kind: 'text', message: 'Which day?' } })
      told.push(`${answer?.status} ${answer?.resolution.answerText}`)
    }
    const mock = createMockGateway({ agent })
    mock.say('demo', 'go')
    const gateway = await asked(mock)
    const { toolCallId, revision } = mock.read('demo').interventions[0]!
    const answered = { toolCallId, revision, decision: 'answered', answerText: 'Friday' } as const
    await resume(gateway, 'req_1', answered)
    await until(() => told.length === 1)
    expect(told).toEqual(['answered Friday'])
    expect(mock.executions).toEqual([])
  })

  it('lets a call expire, but not before its extended time', async () => {
    let now = 1_000
    const clock = { now: () => now, sleep: () => Promise.resolve() }
    const mock = createMockGateway({ clock, agent: agentThatAsks({ ...calls.sendMail, expiresInMs: 100 }) })
    mock.say('demo', 'go')
    await until(() => mock.read('demo').interventions.length === 1)
    expect(mock.extend('demo', 'call_1', 1_000)).toBe(2_000)
    now = 2_000
    expect(mock.read('demo').interventions).toMatchObject([{ status: 'pending', expiresAt: 2_000 }])
    now = 2_001
    expect(mock.read('demo').interventions).toMatchObject([{ status: 'expired' }])
  })

  it('lets a call expire by itself if a timer ends a moment too early', async () => {
    let now = 1_000
    let early = 1
    const clock = {
      now: () => now,
      sleep: async (ms: number) => void (now += ms > 50 ? ms - early-- : Math.max(ms, 0)),
    }
    const mock = createMockGateway({ clock, agent: agentThatAsks({ ...calls.sendMail, expiresInMs: 100 }) })
    const page = new AbortController()
    const events = createMemoryGateway(mock).followConversation!('demo', { after: '0', signal: page.signal })
    mock.say('demo', 'go')
    for await (const event of events) if (event.type === 'agent_intervention_response') break
    page.abort()
    expect(mock.read('demo').interventions).toMatchObject([{ status: 'expired', resolution: { at: 1_101 } }])
  })

  it('keeps one answer per request id, whatever was sent before', async () => {
    const mock = scenarios.waiting()
    const gateway = await asked(mock)
    await resume(gateway, 'one', made(mock, 'approved'))
    await expect(resume(gateway, 'one', { ...made(mock, 'rejected') })).rejects.toMatchObject({
      code: 'key_reused',
    })
    expect(mock.executions).toHaveLength(1)
  })

  it('never keeps a refusal', async () => {
    const mock = scenarios.resume_refused()
    const gateway = await asked(mock)
    await expect(resume(gateway, 'one', made(mock, 'approved'))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await resume(gateway, 'one', made(mock, 'approved'))).toMatchObject({ outcome: 'accepted' })
  })

  it('applies all decisions of a resume or none', async () => {
    const mock = scenarios.several_waiting()
    const gateway = await asked(mock, 3)
    const stale = { ...made(mock, 'approved', 1), revision: 'old' }
    expect(await resume(gateway, 'one', made(mock, 'approved', 0), stale)).toMatchObject({
      outcome: 'changed',
    })
    expect(mock.executions).toEqual([])
    expect(mock.read('demo').interventions.every((one) => one.status === 'pending')).toBe(true)
  })

  it('lets the first of two people win', async () => {
    const mock = scenarios.waiting()
    const gateway = await asked(mock)
    mock.decideElsewhere('demo', 'call_1', 'rejected', { id: 'maya', name: 'Maya' })
    const answer = await resume(gateway, 'one', made(mock, 'approved'))
    expect(answer).toMatchObject({
      outcome: 'already_resolved',
      interventions: [{ resolution: { by: { id: 'maya' } } }],
    })
    expect(mock.executions).toEqual([])
  })

  it('runs the edited text, byte for byte, and refuses one that the schema refuses', async () => {
    const inputSchema = { properties: { id: { type: 'integer', maximum: 2e18 }, note: { type: 'string' } } }
    const argsText = '{ "id": 1192837465019283746, "note":"a" }'
    const tool = { name: 'write', inputSchema }
    const mock = createMockGateway({ agent: agentThatAsks({ tool, argsText, editable: true }) })
    mock.say('demo', 'go')
    const gateway = await asked(mock)
    const edit = (text: string): DecisionRequest => ({
      ...made(mock, 'approved'),
      decision: 'approved',
      argsText: text,
    })
    await expect(resume(gateway, 'req_1', edit('{"id":"1"}'))).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: '/decisions/0/argsText', message: '/id: type "integer".' }],
    })
    expect(mock.executions).toEqual([])
    const edited = argsText.replace('"a"', '"b"')
    await resume(gateway, 'req_2', edit(edited))
    await until(() => mock.executions.length === 1)
    expect(mock.executions[0]).toMatchObject({ argsText: edited })
    expect(mock.read('demo').interventions[0]).toMatchObject({ argsText, resolution: { argsText: edited } })
  })

  it('withdraws the siblings of a "reject and stop" before it sends the end', async () => {
    const mock = scenarios.several_waiting()
    const gateway = await asked(mock, 3)
    const seen: string[] = []
    const end = new AbortController()
    const follow = (async () => {
      for await (const item of gateway.followConversation!('demo', { after: '0', signal: end.signal })) {
        if (item.type === 'agent_intervention_response') seen.push(item.data.status)
        if (item.type === 'agent_runtime_end') seen.push(item.data.reason)
      }
    })()
    await resume(gateway, 'one', made(mock, 'rejected'))
    await until(() => seen.length === 5)
    end.abort()
    await follow
    expect(seen).toEqual(['waiting_for_human', 'rejected', 'withdrawn', 'withdrawn', 'interrupted'])
  })

  it('holds a resume for a running operation until it parks', async () => {
    const mock = createMockGateway({ agent: agentThatAsks(calls.pay), paceMs: 3 })
    mock.say('demo', 'go')
    const gateway = createMemoryGateway(mock)
    const early = resume(gateway, 'one', { toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' })
    expect(await early).toMatchObject({ outcome: 'accepted' })
  })

  it('tells the agent the reason and continues', async () => {
    const mock = scenarios.waiting()
    const gateway = await asked(mock)
    await resume(gateway, 'one', {
      ...made(mock, 'rejected_continue'),
      reason: 'Call her.',
    } as DecisionRequest)
    await until(() => mock.running() === 0)
    expect(mock.read('demo').operations.map((one) => one.status)).toEqual(['done', 'done'])
  })

  it('fails an operation whose agent throws', async () => {
    const mock = createMockGateway({
      // oxlint-disable-next-line require-yield -- it does not get that far.
      agent: function* () {
        throw new Error('no model')
      },
    })
    mock.say('demo', 'go')
    await until(() => mock.running() === 0)
    expect(mock.read('demo').operations[0]).toMatchObject({
      status: 'error',
      error: { code: 'agent_failed' },
    })
  })

  it('answers 404 or 405 to a request that matches no route', async () => {
    const mock = createMockGateway()
    const status = async (path: string, method = 'GET'): Promise<number> =>
      (await mock.handle(new Request(`http://x/${path}`, { method }))).status
    expect(await status('elsewhere')).toBe(404)
    expect(await status('conversations/demo', 'DELETE')).toBe(405)
    expect(await status('conversations/demo')).toBe(404)
  })
})
