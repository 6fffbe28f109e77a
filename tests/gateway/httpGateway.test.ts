import {
  createHttpGateway,
  type GatewayClient,
  GatewayError,
  type ResumeRequest,
} from 'intervention-bar/core'
import {
  agentThatAsks,
  createMemoryGateway,
  createMockGateway,
  type Fault,
  type MockGateway,
} from 'intervention-bar/mocks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ServedMock, serveMock } from '../support/serveMock.ts'

const { signal } = new AbortController()
const patience = 10_000
const served: ServedMock[] = []
afterEach(async () => {
  await Promise.all(served.splice(0).map((one) => one.close()))
})

/** The same contract, over real sockets and without any. */
const ways = {
  'over real sockets': async (mock: MockGateway, timeoutMs: number): Promise<GatewayClient> => {
    const one = await serveMock(mock)
    served.push(one)
    return createHttpGateway({ baseUrl: one.baseUrl, timeoutMs })
  },
  'in memory': async (mock: MockGateway, timeoutMs: number): Promise<GatewayClient> =>
    createMemoryGateway(mock, { timeoutMs }),
}

async function waiting(mock: MockGateway, gateway: GatewayClient): Promise<ResumeRequest> {
  mock.say('demo', 'go')
  for (;;) {
    const { interventions } = await gateway.readConversation('demo', { signal })
    const card = interventions.find((one) => one.status === 'pending')
    if (card) {
      const { toolCallId, revision, operationId } = card
      const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
      return { conversationId: 'demo', operationId, requestId: 'req_1', decisions }
    }
  }
}

describe.each(Object.entries(ways))('the reference client %s', (_way, connect) => {
  const start = async (
    ...faults: readonly Fault[]
  ): Promise<{ mock: MockGateway; gateway: GatewayClient }> => {
    const mock = createMockGateway({ faults, agent: agentThatAsks({ tool: 'pay', args: { amount: 5 } }) })
    mock.open('demo')
    return { mock, gateway: await connect(mock, patience) }
  }

  it('reads, resumes, and reads the result', async () => {
    const { mock, gateway } = await start()
    const request = await waiting(mock, gateway)
    const answer = await gateway.resume(request, { signal })
    expect(answer).toMatchObject({ outcome: 'accepted', operationId: 'op_2', cursor: expect.any(String) })
    const { interventions } = await gateway.readConversation('demo', { signal })
    expect(interventions[0]).toMatchObject({ status: 'approved', resolution: { requestId: 'req_1' } })
    expect(mock.executions).toEqual([{ toolCallId: 'call_1', tool: 'pay', argsText: '{"amount":5}' }])
  })

  it('lists what waits in every conversation, in parts', async () => {
    const { mock, gateway } = await start()
    const ids = Array.from({ length: 60 }, (_, index) => `a/b ${index}`)
    for (const id of ids) mock.say(id, 'go')
    await expect.poll(() => mock.read(ids.at(-1)!).interventions.length).toBe(1)
    const first = await gateway.listWaiting!({ signal })
    expect(first.items[0]).toEqual({
      conversationId: 'a/b 0',
      toolCallId: expect.any(String),
      title: 'pay',
      requestedAt: expect.any(Number),
    })
    const rest = await gateway.listWaiting!({ signal, after: first.next })
    expect([...first.items, ...rest.items].map(({ conversationId }) => conversationId)).toEqual(ids)
    expect([first.items.length, rest.next]).toEqual([50, undefined])
  })

  it('gives the same answer to the same request id, and runs the tool once', async () => {
    const { mock, gateway } = await start()
    const request = await waiting(mock, gateway)
    const first = await gateway.resume(request, { signal })
    expect(await gateway.resume(request, { signal })).toEqual(first)
    expect(mock.executions).toHaveLength(1)
  })

  it('finds the result of a resume whose answer was lost', async () => {
    const { mock, gateway } = await start({ name: 'drops_answer' })
    const request = await waiting(mock, gateway)
    await expect(gateway.resume(request, { signal })).rejects.toMatchObject({
      code: 'unavailable',
      applied: 'unknown',
    })
    expect(await gateway.resume(request, { signal })).toMatchObject({
      outcome: 'accepted',
      operationId: 'op_2',
    })
    expect(mock.executions).toHaveLength(1)
  })

  it.each([
    [{ name: 'refused' }, { code: 'forbidden', applied: 'no' }],
    [{ name: 'signed_out' }, { code: 'unauthenticated', applied: 'no' }],
    [
      { name: 'rate_limited', ms: 7_000 },
      { code: 'rate_limited', applied: 'no', retryAfterMs: 7_000 },
    ],
    [{ name: 'server_error' }, { code: 'unavailable', applied: 'unknown' }],
    [{ name: 'unreachable' }, { code: 'unavailable', applied: 'unknown' }],
    [{ name: 'never_answers' }, { code: 'timeout', applied: 'unknown' }],
    [
      { name: 'never_answers', acts: true },
      { code: 'timeout', applied: 'unknown' },
    ],
    [
      { name: 'slow', ms: patience },
      { code: 'timeout', applied: 'unknown' },
    ],
    [{ name: 'garbage' }, { code: 'protocol', applied: 'unknown', path: '/operationId' }],
  ] as const satisfies readonly (readonly [Fault, object])[])(
    'names the fault %o',
    async (fault, failure) => {
      const { mock, gateway: patient } = await start(fault)
      const request = await waiting(mock, patient)
      const isLate = failure.code === 'timeout'
      const gateway = isLate ? await connect(mock, 300) : patient
      const thrown = await gateway.resume(request, { signal }).catch((error: unknown) => error)
      expect(thrown).toBeInstanceOf(GatewayError)
      expect(thrown).toMatchObject(failure)
    },
  )

  it('names the path of an invalid value in a conversation', async () => {
    const { gateway } = await start({ name: 'garbage', on: 'read' })
    await expect(gateway.readConversation('demo', { signal })).rejects.toMatchObject({
      code: 'protocol',
      applied: 'no',
      path: '/id',
    })
  })

  it('says not_found for a conversation that does not exist', async () => {
    const { gateway } = await start()
    await expect(gateway.readConversation('nowhere', { signal })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('returns "changed", "gone" and "already_resolved" with the current calls', async () => {
    const { mock, gateway } = await start()
    const request = await waiting(mock, gateway)
    mock.change('demo', 'call_1', { argsText: '{"amount":500}' })
    expect(await gateway.resume(request, { signal })).toMatchObject({
      outcome: 'changed',
      interventions: [{ argsText: '{"amount":500}', revision: 'rev_2' }],
    })
    mock.lapse('demo', 'call_1', 'expired')
    expect(await gateway.resume({ ...request, requestId: 'req_2' }, { signal })).toMatchObject({
      outcome: 'gone',
      reason: 'expired',
    })
    const again = await waiting(mock, gateway)
    const { toolCallId } = again.decisions[0]
    mock.decideElsewhere('demo', toolCallId, 'rejected', { id: 'maya', name: 'Maya' })
    await expect
      .poll(() => gateway.resume({ ...again, requestId: crypto.randomUUID() }, { signal }))
      .toMatchObject({
        outcome: 'already_resolved',
        interventions: [{ status: 'rejected', resolution: { by: { name: 'Maya' } } }],
      })
  })

  it('names the invalid field of a request', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay', decisions: ['rejected'] }) })
    mock.open('demo')
    const gateway = await connect(mock, patience)
    const request = await waiting(mock, gateway)
    await expect(gateway.resume(request, { signal })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: '/decisions/0/decision', message: 'Not offered.' }],
    })
  })

  it('stops an operation, and reports if it had already ended', async () => {
    const { mock, gateway } = await start()
    const { operationId } = await waiting(mock, gateway)
    const stop = { conversationId: 'demo', operationId, requestId: 'stop_1' }
    expect(await gateway.stop?.(stop, { signal })).toEqual({ outcome: 'stopped' })
    expect(await gateway.stop?.(stop, { signal })).toEqual({ outcome: 'stopped' })
    const later = { ...stop, requestId: 'stop_2' }
    expect(await gateway.stop?.(later, { signal })).toEqual({ outcome: 'already_ended' })
    expect(mock.read('demo').interventions[0]?.status).toBe('withdrawn')
  })
})

describe('createHttpGateway', () => {
  it('asks for its headers at each request', async () => {
    const mock = createMockGateway()
    mock.open('demo')
    const seen: (string | null)[] = []
    let token = 0
    const gateway = createHttpGateway({
      baseUrl: 'http://gateway.test/',
      headers: async () => ({ authorization: `Bearer ${(token += 1)}` }),
      fetch: async (input, init) => {
        const request = new Request(input, init)
        seen.push(request.headers.get('authorization'))
        return mock.handle(request)
      },
    })
    await gateway.readConversation('demo', { signal })
    await gateway.readConversation('demo', { signal })
    expect(seen).toEqual(['Bearer 1', 'Bearer 2'])
    expect(gateway.id).toBe('http://gateway.test')
  })

  it('sends nothing if its headers cannot be read', async () => {
    const gateway = createHttpGateway({
      baseUrl: 'http://127.0.0.1:9',
      headers: () => Promise.reject(new Error('The session is over.')),
    })
    const decisions = [{ toolCallId: 'call_1', revision: '1', decision: 'approved' }] as const
    const request: ResumeRequest = { conversationId: 'demo', operationId: 'op_1', requestId: 'r', decisions }
    await expect(gateway.resume(request, { signal })).rejects.toMatchObject({ applied: 'no' })
  })

  it('names the path of an invalid value, never the value', async () => {
    const gateway = createHttpGateway({
      baseUrl: 'http://127.0.0.1:9',
      fetch: async () => Response.json({ id: 'demo', epoch: { card: 'SECRET' } }),
    })
    const broken = createHttpGateway({
      baseUrl: 'http://127.0.0.1:9',
      fetch: async () => new Response('{"card": SECRET'),
    })
    for (const one of [gateway, broken]) {
      const thrown = await one.readConversation('demo', { signal }).catch((error: unknown) => error)
      expect(thrown).toMatchObject({ code: 'protocol' })
      const { message, cause } = thrown as Error
      expect(`${message} ${String(cause)}`).not.toContain('SECRET')
    }
  })

  it('drops extra keys and fills in the defaults of optional ones', async () => {
    const body = { id: 'demo', cursor: null, operations: [], interventions: [], extra: 1 }
    const gateway = createHttpGateway({
      baseUrl: 'http://gateway.test',
      fetch: async () => Response.json(body),
    })
    const { now, ...conversation } = await gateway.readConversation('demo', { signal })
    expect(conversation).toEqual({ id: 'demo', cursor: null, epoch: '', operations: [], interventions: [] })
    expect(now).toBeGreaterThan(0)
  })

  it.each(['..', '.', '', '\ud800'])('sends nothing for the id %j, which no URL can hold', async (id) => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const gateway = createHttpGateway({ baseUrl: 'http://gateway.test', fetch })
    const refusal = { code: 'invalid', applied: 'no' }
    await expect(gateway.readConversation(id, { signal })).rejects.toMatchObject(refusal)
    const stop = { conversationId: id, operationId: 'op_1', requestId: 'req_1' }
    await expect(gateway.stop!(stop, { signal })).rejects.toMatchObject(refusal)
    const events = gateway.followConversation!(id, { after: null, signal })[Symbol.asyncIterator]()
    await events.next()
    await expect(events.next()).rejects.toMatchObject(refusal)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('fails with an unknown result if the answer breaks off', async () => {
    const broken = (): Response => {
      const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('reset')) })
      return new Response(body, { status: 202 })
    }
    const gateway = createHttpGateway({ baseUrl: 'http://gateway.test', fetch: async () => broken() })
    const decisions = [{ toolCallId: 'a', revision: 'r', decision: 'approved' }] as const
    const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'req_1', decisions }
    await expect(gateway.resume(request, { signal })).rejects.toMatchObject({
      name: 'GatewayError',
      code: 'unavailable',
      applied: 'unknown',
    })
  })

  it('does not accept a 2xx that does not echo the request id', async () => {
    const gateway = createHttpGateway({
      baseUrl: 'http://gateway.test',
      fetch: async () => Response.json({ operationId: 'op_2', requestId: 'another' }, { status: 202 }),
    })
    const decisions = [{ toolCallId: 'c', revision: 'r', decision: 'approved' }] as const
    const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'req_1', decisions }
    await expect(gateway.resume(request, { signal })).rejects.toMatchObject({
      code: 'protocol',
      applied: 'unknown',
      path: '/requestId',
    })
  })
})
