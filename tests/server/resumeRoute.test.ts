import type { GatewayClient, GatewayEvent } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createPostgresStore,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
  type RouteAgent,
  type Store,
} from 'intervention-bar/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { base, clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()

/** An agent that asks for what it is told, one call per word, and notes what it runs. */
function scribe(ran: string[], options: { fails?: boolean; wait?: Promise<void> } = {}): RouteAgent {
  return {
    start: async (text) => ({
      state: text,
      calls: text
        .split(' ')
        .filter(Boolean)
        .map((word) => ({
          toolCallId: `call_${word}`,
          tool: { name: 'write' },
          argsText: `{"word":"${word}"}`,
        })),
    }),
    resume: async (decisions, { state = '' }) => {
      for (const made of decisions) if (made.decision === 'approved') ran.push(made.toolCallId)
      await options.wait
      if (options.fails) throw new Error('secret: the model is down')
      const left = state
        .split(' ')
        .filter((word) => !decisions.some((made) => made.toolCallId === `call_${word}`))
      return scribe(ran).start(left.join(' '), { conversationId: id, state: undefined, signal })
    },
  }
}

function routeOf(agent: RouteAgent, options: Partial<ResumeRouteOptions> = {}): ResumeRoute {
  const store = createMemoryStore()
  return createResumeRoute({
    claims: createClaims({ store }),
    authorize: () => ({ id: 'ana' }),
    agent,
    ...options,
  })
}
async function asked(route: ResumeRoute, text: string): Promise<GatewayClient> {
  await route.start(id, text)
  const client = clientOf(route)
  await expect
    .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
    .toBe('waiting_for_human')
  return client
}
async function decide(client: GatewayClient, requestId: string, ...words: string[]) {
  const { interventions } = await client.readConversation(id, { signal })
  const cards = interventions.filter((card) => words.includes(card.toolCallId.replace('call_', '')))
  const [first, ...rest] = cards.map(({ toolCallId, revision }) => ({
    toolCallId,
    revision,
    decision: 'approved' as const,
  }))
  return client.resume(
    { conversationId: id, operationId: cards[0]!.operationId, requestId, decisions: [first!, ...rest] },
    { signal },
  )
}
function post(tail: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${base}/conversations/${id}/${tail}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'req_1', ...headers },
    body: JSON.stringify(body),
  })
}
const statusOf = async (answer: Promise<Response>): Promise<number> => (await answer).status

describe('authorization', () => {
  it('is required: without "authorize" there is no route', () => {
    const options = { claims: createClaims({ store: createMemoryStore() }), agent: scribe([]) }
    expect(() => createResumeRoute(options as unknown as ResumeRouteOptions)).toThrow('authorize')
  })

  it.each([undefined, null, true, 'yes', {}, 'forbidden'])(
    'refuses everybody if "authorize" returns %j',
    async (verdict) => {
      const route = routeOf(scribe([]), { authorize: () => verdict as never })
      expect(await statusOf(route(post('messages', { text: 'a' })))).toBe(403)
      expect(await statusOf(route(new Request(`${base}/conversations/${id}`)))).toBe(403)
    },
  )

  it('answers 401 to an unknown person, and 503 without details if "authorize" throws', async () => {
    expect(
      await statusOf(routeOf(scribe([]), { authorize: () => 'unauthenticated' })(post('stop', {}))),
    ).toBe(401)
    const onError = vi.fn<(thrown: unknown) => void>()
    const fails = routeOf(scribe([]), {
      onError,
      authorize: () => {
        throw new Error('secret')
      },
    })
    const answer = await fails(post('stop', {}))
    expect([answer.status, await answer.text()]).toEqual([503, expect.not.stringContaining('secret')])
    expect(onError).toHaveBeenCalledOnce()
  })

  it('lets a viewer read, but not decide, without the permission', async () => {
    const ran: string[] = []
    const route = routeOf(scribe(ran), {
      authorize: () => ({ id: 'ana', mayDecide: false, why: 'Only Bo.' }),
    })
    const client = await asked(route, 'a')
    expect((await client.readConversation(id, { signal })).viewer).toEqual({
      mayDecide: false,
      why: 'Only Bo.',
    })
    await expect(decide(client, 'req_1', 'a')).rejects.toMatchObject({ code: 'forbidden' })
    const { operations } = await client.readConversation(id, { signal })
    const stop = { conversationId: id, operationId: operations[0]!.id, requestId: 'req_2' }
    await expect(client.stop!(stop, { signal })).rejects.toMatchObject({ code: 'forbidden' })
    expect(ran).toEqual([])
  })

  it.each([undefined, null, 0, 'yes'])(
    'does not let a viewer decide if "mayDecide" is %j',
    async (mayDecide) => {
      const route = routeOf(scribe([]), { authorize: () => ({ id: 'ana', mayDecide }) as never })
      const client = await asked(route, 'a')
      expect((await client.readConversation(id, { signal })).viewer).toEqual({ mayDecide: false })
      await expect(decide(client, 'req_1', 'a')).rejects.toMatchObject({ code: 'forbidden' })
    },
  )

  it.each([
    ['a request of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a request of a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a request of a foreign origin', { origin: 'https://evil.example' }, 403],
    ['a request of an opaque origin', { origin: 'null' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
    ['a request of the same site', { 'sec-fetch-site': 'same-origin', origin: 'https://chat.example' }, 202],
    ['a request of the same origin', { origin: 'https://chat.example' }, 202],
    [
      'a request of an allowed origin',
      { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' },
      202,
    ],
    ['a request without an origin', {}, 202],
  ])('%s with %o gets %i', async (_name, headers, status) => {
    const route = routeOf(scribe([]), { origins: ['https://app.example'] })
    expect(await statusOf(route(post('messages', { text: 'a' }, headers)))).toBe(status)
  })
})

describe('a decision', () => {
  it('runs once however often its request is repeated, and a later request is told that it lost', async () => {
    const ran: string[] = []
    const client = await asked(routeOf(scribe(ran)), 'a')
    const first = await decide(client, 'req_1', 'a')
    expect(await decide(client, 'req_1', 'a')).toEqual(first)
    expect(await decide(client, 'req_2', 'a')).toMatchObject({
      outcome: 'already_resolved',
      interventions: [{ resolution: { by: { id: 'ana' }, requestId: 'req_1' } }],
    })
    expect(ran).toEqual(['call_a'])
  })

  it('has one winner among twenty concurrent requests on two machines', async () => {
    const ran: string[] = []
    const store = createMemoryStore()
    const machines = [1, 2].map(() => routeOf(scribe(ran), { claims: createClaims({ store }) }))
    await asked(machines[0]!, 'a')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => decide(clientOf(machines[index % 2]!), `req_${index}`, 'a')),
    )
    expect(answers.filter((one) => one.outcome === 'accepted')).toHaveLength(1)
    expect(ran).toEqual(['call_a'])
  })

  it('on a second call waits until the run of the first has parked or ended', async () => {
    const ran: string[] = []
    let go = (): void => undefined
    const wait = new Promise<void>((resolve) => {
      go = resolve
    })
    const client = await asked(routeOf(scribe(ran, { wait })), 'a b')
    await decide(client, 'req_1', 'a')
    const second = decide(client, 'req_2', 'b')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(ran).toEqual(['call_a'])
    go()
    expect(await second).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => ran).toEqual(['call_a', 'call_b'])
  })

  it('whose agent fails is not repeated: the conversation shows the failure, but no details of the error', async () => {
    const ran: string[] = []
    const onError = vi.fn<(thrown: unknown) => void>()
    const client = await asked(routeOf(scribe(ran, { fails: true }), { onError }), 'a')
    await decide(client, 'req_1', 'a')
    await expect.poll(() => onError.mock.calls.length).toBe(1)
    const { operations } = await client.readConversation(id, { signal })
    expect(operations.at(-1)).toMatchObject({ status: 'error', error: { code: 'agent_failed' } })
    expect(JSON.stringify(operations)).not.toContain('secret')
    expect(await decide(client, 'req_2', 'a')).toMatchObject({ outcome: 'already_resolved' })
    expect(ran).toEqual(['call_a'])
  })

  it('that a machine accepted before it crashed is never repeated, and its result is unknown', async () => {
    const ran: string[] = []
    const store = createMemoryStore()
    const never = new Promise<void>(() => undefined)
    const claims = createClaims({ store })
    const dying = {
      ...store,
      swap: (key: string, ...rest: [string | undefined, string, number]) =>
        key.startsWith('lease:') ? Promise.resolve(true) : store.swap(key, ...rest),
    }
    const dead = routeOf(scribe(ran, { wait: never }), {
      claims: createClaims({ store: dying }),
      leaseMs: 50,
    })
    await decide(await asked(dead, 'a'), 'req_1', 'a')
    const next = clientOf(routeOf(scribe(ran), { claims, leaseMs: 50 }))
    await expect
      .poll(async () => (await next.readConversation(id, { signal })).operations.at(-1))
      .toMatchObject({ status: 'error', error: { code: 'abandoned' } })
    expect(await decide(next, 'req_1', 'a')).toMatchObject({ outcome: 'accepted' })
    expect(ran).toEqual(['call_a'])
  })

  it('runs on the calls that were shown, also if an interrupted run ends later', async () => {
    const ran: string[] = []
    let endOld = (): void => undefined
    const old = new Promise<void>((resolve) => {
      endOld = resolve
    })
    const route = routeOf({
      start: async (text) => {
        if (text === 'delete') await old
        return { state: text, calls: [{ toolCallId: 'call', tool: { name: text }, argsText: '{}' }] }
      },
      resume: async (_decisions, { state = '' }) => {
        ran.push(state)
        return { state: '', calls: [] }
      },
    })
    await route.start(id, 'delete')
    const client = await asked(route, 'look')
    endOld()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const { interventions, operations } = await client.readConversation(id, { signal })
    expect(interventions.map((card) => card.tool?.name)).toEqual(['look'])
    const { toolCallId, revision } = interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'approved' }]
    const operationId = operations.at(-1)!.id
    expect(await statusOf(route(post('resume', { operationId, decisions })))).toBe(202)
    await expect.poll(() => ran).toEqual(['look'])
  })

  it('keeps its claim if the same request was faster on another machine', async () => {
    const ran: string[] = []
    const store = createMemoryStore()
    const claims = createClaims({ store })
    const slow: Store = {
      ...store,
      swap: async (key, ...rest) => {
        if (key.startsWith('conversation:')) await new Promise((resolve) => setTimeout(resolve, 40))
        return store.swap(key, ...rest)
      },
    }
    const quick = routeOf(scribe(ran), { claims })
    const slower = clientOf(routeOf(scribe(ran), { claims: createClaims({ store: slow }) }))
    const client = await asked(quick, 'a')
    const first = decide(slower, 'req_1', 'a')
    await new Promise((resolve) => setTimeout(resolve, 15))
    expect(await decide(client, 'req_1', 'a')).toEqual(await first)
    const other = { conversationId: id, requestId: 'req_2', toolCallIds: ['call_a'] }
    expect([await claims.claim(other), ran]).toEqual([
      expect.objectContaining({ outcome: 'lost', requestId: 'req_1' }),
      ['call_a'],
    ])
  })

  it('is repeated if the machine that claimed it crashed, whatever its clock said', async () => {
    const store = createMemoryStore()
    const route = routeOf(scribe([]), { claims: createClaims({ store }) })
    const client = await asked(route, 'a')
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * 60 * 60 * 1_000)
    await createClaims({ store }).claim({
      conversationId: id,
      requestId: 'req_dead',
      toolCallIds: ['call_a'],
    })
    now.mockRestore()
    expect(await decide(client, 'req_1', 'a')).toMatchObject({ outcome: 'accepted' })
  })

  it.each([
    ['no JSON object', 'nonsense'],
    ['no decision', { operationId: 'op', decisions: [] }],
    [
      'a decision of another kind',
      { operationId: 'op', decisions: [{ toolCallId: 'a', revision: '', decision: 'maybe' }] },
    ],
    [
      'two decisions on one call',
      {
        operationId: 'op',
        decisions: ['approved', 'rejected'].map((decision) => ({ toolCallId: 'a', revision: '', decision })),
      },
    ],
  ])('with an invalid body is refused: %s', async (_name, body) => {
    const route = routeOf(scribe([]))
    await asked(route, 'a')
    expect(await statusOf(route(post('resume', body)))).toBe(422)
    expect(await statusOf(route(post('resume', body, { 'idempotency-key': '' })))).toBe(422)
  })

  it.each(['unknown', 'of another turn'])(
    'for an operation that is %s is refused and changes nothing',
    async (which) => {
      const ran: string[] = []
      const route = routeOf(scribe(ran))
      await asked(route, 'old')
      const client = await asked(route, 'a b')
      const before = await client.readConversation(id, { signal })
      const [old, , b] = before.interventions
      const operationId = which === 'unknown' ? 'op_of_nobody' : old!.operationId
      const decisions = [{ toolCallId: b!.toolCallId, revision: b!.revision, decision: 'approved' }]
      expect(await statusOf(route(post('resume', { operationId, decisions })))).toBe(404)
      expect(await client.readConversation(id, { signal })).toMatchObject({
        ...before,
        now: expect.any(Number),
      })
      expect(ran).toEqual([])
      expect(await decide(client, 'req_2', 'b')).toMatchObject({ outcome: 'accepted' })
    },
  )

  it('for a later or an earlier operation of the same turn is accepted', async () => {
    const ran: string[] = []
    const route = routeOf(scribe(ran))
    const client = await asked(route, 'a b c')
    const [first] = (await client.readConversation(id, { signal })).operations
    await decide(client, 'req_1', 'a')
    await expect
      .poll(async () => (await client.readConversation(id, { signal })).operations[1]?.status)
      .toBe('waiting_for_human')
    const { interventions } = await client.readConversation(id, { signal })
    const b = interventions.find((card) => card.toolCallId === 'call_b')!
    expect(b.operationId).not.toBe(first!.id)
    const decisions = [{ toolCallId: b.toolCallId, revision: b.revision, decision: 'approved' }]
    const headers = { 'idempotency-key': 'req_2' }
    expect(await statusOf(route(post('resume', { operationId: first!.id, decisions }, headers)))).toBe(202)
    await expect.poll(() => ran).toEqual(['call_a', 'call_b'])
  })

  it('is refused after the call has expired', async () => {
    const agent = scribe([])
    const brief: RouteAgent = {
      ...agent,
      start: async (...given) => {
        const step = await agent.start(...given)
        return { ...step, calls: step.calls.map((call) => ({ ...call, expiresAt: Date.now() + 60 })) }
      },
    }
    const client = await asked(routeOf(brief), 'a')
    await expect
      .poll(async () => (await client.readConversation(id, { signal })).interventions[0]?.status)
      .toBe('expired')
    expect(await decide(client, 'req_1', 'a')).toMatchObject({ outcome: 'gone', reason: 'expired' })
  })
})

describe('an answer', () => {
  const decisionsOf = async (client: GatewayClient, change: object = {}) => {
    const { interventions, operations } = await client.readConversation(id, { signal })
    const { toolCallId, revision } = interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'approved', ...change }]
    return { operationId: operations[0]!.id, decisions }
  }
  const told = async (answer: Promise<Response>): Promise<unknown> => {
    const response = await answer
    const { now: _now, ...body } = (await response.json()) as Record<string, unknown>
    return [response.status, body]
  }

  it('"changed" is repeated under its request id, and no other decision is accepted under it', async () => {
    const route = routeOf(scribe([]))
    const body = await decisionsOf(await asked(route, 'a'), { revision: 'what it was' })
    const first = await told(route(post('resume', body)))
    expect(first).toMatchObject([412, { code: 'changed' }])
    expect(await told(route(post('resume', body)))).toEqual(first)
    const other = await decisionsOf(clientOf(route))
    expect(await told(route(post('resume', other)))).toMatchObject([422, { code: 'key_reused' }])
    const headers = { 'idempotency-key': 'req_2' }
    expect(await statusOf(route(post('resume', other, headers)))).toBe(202)
    // Its present state does not matter.
    expect(await told(route(post('resume', body)))).toEqual(first)
  })

  it('"already_resolved" and "gone" are repeated, too', async () => {
    const route = routeOf(scribe([]))
    const client = await asked(route, 'a')
    await decide(client, 'req_first', 'a')
    const body = await decisionsOf(client)
    expect(await told(route(post('resume', body)))).toMatchObject([409, { code: 'already_resolved' }])
    const other = { ...body, decisions: body.decisions.map((made) => ({ ...made, decision: 'rejected' })) }
    expect(await told(route(post('resume', other)))).toMatchObject([422, { code: 'key_reused' }])

    const waits = routeOf(scribe([]))
    const late = await decisionsOf(await asked(waits, 'a'))
    await waits.start(id, '')
    expect(await told(waits(post('resume', late)))).toMatchObject([410, { code: 'withdrawn' }])
    expect(await told(waits(post('resume', { ...late, operationId: 'other' })))).toMatchObject([
      422,
      { code: 'key_reused' },
    ])
  })

  it('is forgotten before the answers exceed the size of a store entry', async () => {
    const agent = scribe([])
    const long: RouteAgent = {
      ...agent,
      start: async (...given) => {
        const step = await agent.start(...given)
        return {
          ...step,
          calls: step.calls.map((call) => ({ ...call, argsText: `"${'x'.repeat(300_000)}"` })),
        }
      },
    }
    const route = routeOf(long)
    const client = await asked(route, 'a')
    const body = await decisionsOf(client, { revision: 'what it was' })
    const other = await decisionsOf(client, { revision: 'what it was before' })
    const send = (key: number, what: unknown): Promise<number> =>
      statusOf(route(post('resume', what, { 'idempotency-key': `req_${key}` })))
    for (const key of [1, 2, 3, 4]) expect(await send(key, body)).toBe(412)
    expect([await send(4, other), await send(1, other)]).toEqual([422, 412])
  })

  it('to an invalid request is not kept', async () => {
    const route = routeOf(scribe([]))
    const right = await decisionsOf(await asked(route, 'a'))
    const wrong = await decisionsOf(clientOf(route), { argsText: '{}' })
    expect(await statusOf(route(post('resume', wrong)))).toBe(422)
    expect(await statusOf(route(post('resume', { ...right, operationId: 'nobody' })))).toBe(404)
    expect(await statusOf(route(post('resume', right)))).toBe(202)
  })

  it('to a stop is repeated under its request id; another stop is told that the run has ended', async () => {
    const route = routeOf(scribe([]))
    const { operationId, decisions } = await decisionsOf(await asked(route, 'a'))
    const first = await told(route(post('stop', { operationId })))
    expect(first).toMatchObject([202, { operationId }])
    expect(await told(route(post('stop', { operationId })))).toEqual(first)
    expect(await told(route(post('stop', { operationId: 'another' })))).toMatchObject([
      422,
      { code: 'key_reused' },
    ])
    expect(await told(route(post('resume', { operationId, decisions })))).toMatchObject([
      422,
      { code: 'key_reused' },
    ])
    const later = (): Promise<unknown> =>
      told(route(post('stop', { operationId }, { 'idempotency-key': 'req_2' })))
    expect(await later()).toMatchObject([410, { code: 'operation_ended' }])
    expect(await later()).toMatchObject([410, { code: 'operation_ended' }])
  })

  it.each(['resume', 'stop'])('to a %s without a request id is "invalid"', async (tail) => {
    const route = routeOf(scribe([]))
    const body = await decisionsOf(await asked(route, 'a'))
    expect(await statusOf(route(post(tail, body, { 'idempotency-key': '' })))).toBe(422)
    expect(await statusOf(route(post(tail, {})))).toBe(422)
  })
})

describe('a run', () => {
  /** A store that is away for leases while it is told to be. */
  const leaving = (store: Store) => {
    const state = { isAway: false }
    const swap: Store['swap'] = async (key, ...rest) => {
      if (state.isAway && key.startsWith('lease:')) throw new Error('The store is away.')
      return store.swap(key, ...rest)
    }
    return { state, store: { ...store, swap } }
  }

  it('begins without its lease if the store fails, also if "onError" throws', async () => {
    const ran: string[] = []
    const { state, store } = leaving(createMemoryStore())
    const onError = (): void => {
      throw new Error('The log is full.')
    }
    const options = { claims: createClaims({ store }), onError }
    const client = await asked(routeOf(scribe(ran, { fails: true }), options), 'a')
    state.isAway = true
    await decide(client, 'req_1', 'a')
    await expect
      .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
      .toBe('error')
    expect(ran).toEqual(['call_a'])
  })

  it('is still running after the store or its machine was away for longer than its lease', async () => {
    const { state, store } = leaving(createMemoryStore())
    let go = (): void => undefined
    const wait = new Promise<void>((resolve) => {
      go = resolve
    })
    const agent = scribe([])
    const slow: RouteAgent = { ...agent, start: async (...given) => wait.then(() => agent.start(...given)) }
    const options = { leaseMs: 150 }
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const here = routeOf(slow, { ...options, claims: createClaims({ store }) })
    const there = clientOf(routeOf(agent, { ...options, claims: createClaims({ store }) }))
    await here.start(id, 'a')
    state.isAway = true
    await vi.advanceTimersByTimeAsync(250)
    state.isAway = false
    await vi.advanceTimersByTimeAsync(100)
    expect((await there.readConversation(id, { signal })).operations[0]?.status).toBe('running')
    go()
    await vi.advanceTimersByTimeAsync(100)
    expect((await there.readConversation(id, { signal })).interventions).toMatchObject([
      { status: 'pending' },
    ])
  })
})

describe('a run that ends on another machine', () => {
  it.each(['stop', 'message'])('is aborted on the machine that runs it, also after a %s', async (how) => {
    const store = createMemoryStore()
    const options = { pollMs: 10, claims: createClaims({ store }) }
    let heard: AbortSignal | undefined
    const slow: RouteAgent = {
      ...scribe([]),
      start: (_text, context) => {
        heard = context.signal
        return new Promise((_resolve, reject) => {
          context.signal.addEventListener('abort', () => reject(new Error('Stopped.')))
        })
      },
    }
    const operationId = await routeOf(slow, options).start(id, 'a')
    await expect.poll(() => heard?.aborted).toBe(false)
    const there = routeOf(scribe([]), options)
    if (how === 'message') await there.start(id, 'b')
    else expect(await statusOf(there(post('stop', { operationId })))).toBe(202)
    await expect.poll(() => heard?.aborted).toBe(true)
  })

  it('has its lease before it is written, whatever the clocks say', async () => {
    const inner = createMemoryStore()
    const unheld: string[] = []
    const swap: Store['swap'] = async (key, from, to, ttlMs) => {
      if (key.startsWith('conversation:')) {
        const { operations } = JSON.parse(to) as { operations: { id: string; status: string }[] }
        for (const one of operations.filter(({ status }) => status === 'running'))
          if (!(await inner.read(`lease:${one.id}`))) unheld.push(one.id)
      }
      return inner.swap(key, from, to, ttlMs)
    }
    const route = routeOf(scribe([]), { claims: createClaims({ store: { ...inner, swap } }) })
    await decide(await asked(route, 'a b'), 'req_1', 'a')
    expect(unheld).toEqual([])
  })
})

describe('a body', () => {
  it('that is too long is not read to its end', async () => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    const request = post('messages', {})
    const long = new Request(request.url, {
      method: 'POST',
      headers: request.headers,
      body,
      // SAFETY: the types do not know what a body that is a stream has to say.
      ...({ duplex: 'half' } as object),
    })
    expect(await statusOf(routeOf(scribe([]))(long))).toBe(422)
    expect(pulled).toBeLessThan(30)
  })

  it('is read by the host from a clone; if not, the log explains it', async () => {
    const onError = vi.fn<(thrown: unknown) => void>()
    const reads = (from: (request: Request) => Request): ResumeRoute =>
      routeOf(scribe([]), {
        onError,
        authorize: async (request) => {
          if (request.method === 'POST') await from(request).text()
          return { id: 'ana' }
        },
      })
    expect(await statusOf(reads((request) => request.clone())(post('messages', { text: 'a' })))).toBe(202)
    expect(await statusOf(reads((request) => request)(post('messages', { text: 'a' })))).toBe(503)
    expect(String(onError.mock.lastCall)).toContain('read it from a clone')
  })
})

it('a conversation with an id that some stores cannot keep is not found', async () => {
  const route = routeOf(scribe([]))
  expect(await statusOf(route(new Request(`${base}/conversations/a%00b`)))).toBe(404)
})

describe('the stream', () => {
  it('does not begin for a request that was aborted', async () => {
    const store = createMemoryStore()
    const read = vi.fn<Store['read']>(store.read)
    const own = new AbortController()
    const route = routeOf(scribe([]), {
      claims: createClaims({ store: { ...store, read } }),
      authorize: async () => {
        own.abort()
        return { id: 'ana' }
      },
      pollMs: 5,
    })
    await route(new Request(`${base}/conversations/${id}/events`, { signal: own.signal }))
    const before = read.mock.calls.length
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(read.mock.calls.length).toBe(before)
  })

  it('sends everything once and in order, also changes by another machine', async () => {
    const store = createMemoryStore()
    const options = { claims: createClaims({ store }), pollMs: 20 }
    const [here, there] = [routeOf(scribe([]), options), routeOf(scribe([]), options)]
    await here.start(id, '')
    await expect
      .poll(async () => (await clientOf(here).readConversation(id, { signal })).operations[0]?.status)
      .toBe('done')
    const own = new AbortController()
    const heard: GatewayEvent[] = []
    const following = (async () => {
      for await (const event of clientOf(here).followConversation!(id, { after: '0', signal: own.signal })) {
        if (event.type !== 'connection' && event.type !== 'gap') heard.push(event)
      }
    })()
    const client = await asked(there, 'a b')
    await decide(client, 'req_1', 'a')
    await expect.poll(() => heard.length).toBe(10)
    own.abort()
    await following
    expect(heard.map((event) => event.cursor)).toEqual(Array.from(heard, (_, index) => String(index + 1)))
    expect(heard.map((event) => event.type.replace('agent_', ''))).toEqual([
      'runtime_init',
      'runtime_end',
      'runtime_init',
      'intervention_request',
      'intervention_request',
      'runtime_end',
      'runtime_init',
      'intervention_response',
      'intervention_request',
      'runtime_end',
    ])
  })

  it('ends no run a second time: not one that parked and is stopped, carried on, or overtaken by a message', async () => {
    const route = routeOf(scribe([]))
    const stopped = await asked(route, 'a')
    const { operations } = await stopped.readConversation(id, { signal })
    await stopped.stop!(
      { conversationId: id, operationId: operations[0]!.id, requestId: 'req_1' },
      { signal },
    )
    await asked(route, 'b')
    await decide(await asked(route, 'c d'), 'req_2', 'c')
    const isParked = async (): Promise<boolean> => {
      const now = await stopped.readConversation(id, { signal })
      return now.operations.length === 4 && now.operations[3]!.status === 'waiting_for_human'
    }
    await expect.poll(isParked).toBe(true)
    const { cursor, operations: all } = await stopped.readConversation(id, { signal })
    const ended: string[] = []
    for await (const event of stopped.followConversation!(id, { after: '0', signal })) {
      if (event.type === 'agent_runtime_end') ended.push(event.operationId)
      if ('cursor' in event && event.cursor === cursor) break
    }
    expect(ended).toEqual(all.map((one) => one.id))
  })

  it.each(['99', '0x1', '1e0', '-1', 'abc'])('refuses a cursor that it never sent: %s', async (cursor) => {
    const route = routeOf(scribe([]))
    await asked(route, 'a')
    const headers = { 'last-event-id': cursor }
    expect(await statusOf(route(new Request(`${base}/conversations/${id}/events`, { headers })))).toBe(410)
  })

  it('waits for a slow reader, and then sends everything in order', async () => {
    const route = routeOf(scribe([]), { pollMs: 5 })
    const events = new Request(`${base}/conversations/${id}/events`, { headers: { 'last-event-id': '0' } })
    await route.start(id, 'a')
    const { body } = await route(events)
    for (let round = 0; round < 22; round += 1) await asked(route, `a${round}`)
    const { cursor } = await clientOf(route).readConversation(id, { signal })
    const reader = body!.getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (!text.includes(`id: ${cursor}\n`)) text += decoder.decode((await reader.read()).value)
    await reader.cancel()
    const told = [...text.matchAll(/^id: (\d+)$/gm)].map(([, told_]) => Number(told_))
    expect(told.length).toBeGreaterThan(70)
    expect(told).toEqual(told.map((_one, index) => index + 1))
  })
})

it('a table of PostgreSQL has a plain name', () => {
  const client = { query: async () => ({ rows: [] }) }
  expect(() => createPostgresStore(client, { table: 'a; drop table b' })).toThrow('table')
})

it.each([
  ['40001', false],
  ['40P01', false],
  ['23505', '23505'],
])('a swap that PostgreSQL ends with %s returns %s', async (code, result) => {
  const store = createPostgresStore({ query: () => Promise.reject(Object.assign(new Error('no'), { code })) })
  const swapped = store
    .swap('a', undefined, 'b', Infinity)
    .catch((thrown: unknown) => (thrown as { readonly code: string }).code)
  expect(await swapped).toBe(result)
})
