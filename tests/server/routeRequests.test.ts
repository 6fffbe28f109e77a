import type { ResumeRequest } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
  type RouteAgent,
  type RouteCall,
} from 'intervention-bar/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { base, clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()
afterEach(() => vi.useRealTimers())

type Decided = Parameters<RouteAgent['resume']>[0]

/** An agent that asks for one call and notes the decisions that it is given. */
function agentOf(call: Partial<RouteCall>, told: Decided[number][] = []): RouteAgent {
  // SAFETY: no test takes the tool away.
  const whole = { toolCallId: 'call_1', tool: { name: 'write' }, argsText: '{}', ...call } as RouteCall
  return {
    start: async () => ({ state: '', calls: [whole] }),
    resume: async (decisions) => {
      told.push(...decisions)
      return { state: '', calls: [] }
    },
  }
}
function routeOf(agent: RouteAgent, options: Partial<ResumeRouteOptions> = {}): ResumeRoute {
  const claims = createClaims({ store: createMemoryStore() })
  return createResumeRoute({ claims, agent, authorize: () => ({ id: 'ana' }), ...options })
}
async function asked(route: ResumeRoute) {
  await route.start(id, 'go')
  const client = clientOf(route)
  await expect
    .poll(async () => (await client.readConversation(id, { signal })).interventions[0]?.status)
    .toBe('pending')
  const card = (await client.readConversation(id, { signal })).interventions[0]!
  const decide = (made: object, requestId = 'req_1') => {
    const { toolCallId, revision, operationId } = card
    // SAFETY: each test completes the decision.
    const decisions = [{ toolCallId, revision, ...made }] as unknown as ResumeRequest['decisions']
    return client.resume({ conversationId: id, operationId, requestId, decisions }, { signal })
  }
  return { client, card, decide }
}
function sent(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`${base}/conversations/${id}${path}`, { headers })
}

describe('a call with 542,000 characters of arguments', () => {
  const argsText = JSON.stringify({ text: `say "yes"\n`.repeat(45_000) })

  it.each(['approved', 'rejected', 'rejected_continue'])('can be %s', async (decision) => {
    expect(argsText.length).toBeGreaterThan(542_000)
    const { client, card, decide } = await asked(routeOf(agentOf({ argsText })))
    expect(card.argsText).toBe(argsText)
    expect(await decide({ decision })).toMatchObject({ outcome: 'accepted' })
    const [settled] = (await client.readConversation(id, { signal })).interventions
    expect(settled).toMatchObject({ status: decision, argsText })
  })

  it('is sent back in no request', async () => {
    const { card } = await asked(routeOf(agentOf({ argsText })))
    expect(card.revision).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the text of arguments', () => {
  const texts = [
    '{"user_id":1192837465019283746,"n":-0,"huge":1e400,"one":1.0}',
    '{"a":1,"a":2,"__proto__":{"b":3},"constructor":4}',
    '{ "s" : "\\ud800\\u0000" ,\n\t"t":"\u2028" }',
    '"a text"',
    'null',
    `{"lone":"\ud800","long":"${'é'.repeat(2_000)}","id":1192837465019283746}`,
    `text:${'0'.repeat(2_000)}`,
    'text:0.1',
  ]
  it.each(texts)('stays as it is while it is stored, shown and edited: %j', async (argsText) => {
    const told: Decided[number][] = []
    const { client, card, decide } = await asked(routeOf(agentOf({ argsText, editable: true }, told)))
    expect(card.argsText).toBe(argsText)
    const edited = argsText.startsWith('text:') ? JSON.stringify(argsText) : ` ${argsText}`
    expect(await decide({ decision: 'approved', argsText: edited })).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => told[0]).toMatchObject({ argsText: edited })
    const [settled] = (await client.readConversation(id, { signal })).interventions
    expect(settled).toMatchObject({ argsText, resolution: { argsText: edited } })
  })

  it('that differs in one digit has another revision', async () => {
    const cards = await Promise.all(
      ['746', '747'].map((end) => asked(routeOf(agentOf({ argsText: `{"id":1192837465019283${end}}` })))),
    )
    expect(cards[0]!.card.revision).not.toBe(cards[1]!.card.revision)
  })
})

describe('a reason', () => {
  it.each(['rejected', 'rejected_continue'])('of a decision "%s" has a limit', async (decision) => {
    const { decide } = await asked(routeOf(agentOf({})))
    await expect(decide({ decision, reason: 'x'.repeat(8_001) })).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: '/decisions/0/reason' }],
    })
    expect(await decide({ decision, reason: 'x'.repeat(8_000) })).toMatchObject({ outcome: 'accepted' })
  })
})

describe('an answer', () => {
  it('is cached by nobody, whether it is a conversation, a stream or a refusal', async () => {
    const route = routeOf(agentOf({}))
    const { card, decide } = await asked(route)
    const cacheOf = async (request: Request): Promise<string | null> =>
      (await route(request)).headers.get('cache-control')
    expect(await cacheOf(sent(''))).toBe('no-store')
    expect(await cacheOf(sent('/events', { 'last-event-id': '999' }))).toBe('no-store')
    const stream = await route(sent('/events'))
    expect(stream.headers.get('cache-control')).toContain('no-store')
    await stream.body?.cancel()
    await decide({ decision: 'approved' })
    const { toolCallId, revision, operationId } = card
    const late = new Request(sent('/resume').url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'req_2' },
      body: JSON.stringify({ operationId, decisions: [{ toolCallId, revision, decision: 'approved' }] }),
    })
    expect(await cacheOf(late)).toBe('no-store')
  })
})

function endlessRequest(cancel?: () => void): Request {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"text":')),
    ...(cancel && { cancel }),
  })
  return new Request(sent('/messages').url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    // SAFETY: the types do not know what a body that is a stream has to say.
    ...({ duplex: 'half' } as object),
  })
}

describe('a body', () => {
  it('that does not come within ten seconds ends the request, and nothing is held', async () => {
    vi.useFakeTimers()
    const cancel = vi.fn<() => void>()
    const answer = routeOf(agentOf({}))(endlessRequest(cancel))
    await vi.advanceTimersByTimeAsync(9_900)
    expect(cancel).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    expect((await answer).status).toBe(408)
    expect(cancel).toHaveBeenCalledOnce()
  })

  it.each([
    ['that "authorize" reads and that never ends', (request: Request) => request.clone().json()],
    ['that "authorize" lets wait for ever', () => new Promise<never>(() => undefined)],
  ])('%s ends after 10 s', async (_what, look) => {
    vi.useFakeTimers()
    const start = vi.fn<RouteAgent['start']>()
    const authorize = async (request: Request): Promise<{ id: string }> => {
      await look(request)
      return { id: 'ana' }
    }
    const answer = routeOf({ ...agentOf({}), start }, { authorize })(endlessRequest())
    const late = vi.fn<() => void>()
    void answer.then(late)
    await vi.advanceTimersByTimeAsync(9_900)
    expect(late).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    expect((await answer).status).toBe(408)
    expect(start).not.toHaveBeenCalled()
  })
})

describe('a request', () => {
  const http = 'http://chat.example/api'
  const own = { hosts: ['chat.example'] }
  it.each([
    ['of a page with another scheme', base, { origin: 'http://chat.example' }, {}, 403],
    ['of a page with another port', base, { origin: 'https://chat.example:8443' }, {}, 403],
    ['of its own page', base, { origin: 'https://chat.example' }, {}, 202],
    ['of its own page over plain HTTP', http, { origin: 'http://chat.example' }, {}, 202],
    [
      'of its own page, whose proxy ends TLS',
      http,
      { origin: 'https://chat.example', 'x-forwarded-proto': 'https' },
      {},
      202,
    ],
    [
      'of a page with another scheme, whose proxy ends TLS',
      http,
      { origin: 'http://chat.example', 'x-forwarded-proto': 'https' },
      {},
      403,
    ],
    ['to a name that is not listed', 'http://evil.example/api', { origin: 'http://evil.example' }, own, 403],
    [
      'to a name that is not listed, as a browser that was led here sends it',
      'http://chat.example/api',
      { host: 'evil.example', 'sec-fetch-site': 'same-origin' },
      own,
      403,
    ],
    ['without an origin to a name that is not listed', 'http://evil.example/api', {}, own, 403],
    ['to a name that is listed', base, { origin: 'https://chat.example' }, own, 202],
  ])('%s: %s %o with %o gets %i', async (_name, url, headers, options, status) => {
    const route = routeOf(agentOf({}), options)
    const request = new Request(`${url}/conversations/${id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
      body: '{"text":"go"}',
    })
    expect((await route(request)).status).toBe(status)
  })
})
