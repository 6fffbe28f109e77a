import {
  type Agent,
  ask,
  type CallDraft,
  createMemoryGateway,
  createMockGateway,
} from 'intervention-bar/mocks'
import { createClaims, createMemoryStore, createResumeRoute } from 'intervention-bar/server'
import type { Conversation, IndependentPause, InterventionCall } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'

const base = 'https://chat.example/conversations/demo'
const plain: CallDraft = { tool: 'write', args: { n: 1 } }
const pauses = { any: undefined, together: { answering: 'together', siblings: 'independent' } } as const

/** A backend in which calls wait, the mock or the kit's own route. */
interface Waiting {
  handle(request: Request): Promise<Response>
  ran(): readonly string[]
}
type Start = (drafts: readonly CallDraft[], pause: IndependentPause | undefined) => Promise<Waiting>

const backends: Readonly<Record<'mock' | 'route', Start>> = {
  mock: async (drafts, pause) => {
    const agent: Agent = function* () {
      yield pause
        ? { type: 'ask', calls: drafts, pause: { siblings: 'independent', ...pause } }
        : ask(...drafts)
    }
    const mock = createMockGateway({ agent })
    mock.say('demo', 'go')
    return { handle: mock.handle, ran: () => mock.executions.map((one) => one.toolCallId) }
  },
  route: async (drafts, pause) => {
    const ran: string[] = []
    const route = createResumeRoute({
      claims: createClaims({ store: createMemoryStore() }),
      authorize: () => ({ id: 'you' }),
      agent: {
        start: async () => ({
          state: '',
          ...(pause && { pause }),
          calls: drafts.map(({ tool, args, expiresInMs, run: _run, ...call }, index) => ({
            toolCallId: `call_${index + 1}`,
            argsText: JSON.stringify(args),
            ...(expiresInMs !== undefined && { expiresAt: Date.now() + expiresInMs }),
            ...call,
            tool: typeof tool === 'string' ? { name: tool } : tool!,
          })),
        }),
        resume: async (decisions) => {
          for (const made of decisions) if (made.decision === 'approved') ran.push(made.toolCallId)
          return { state: '', calls: [] }
        },
      },
    })
    await route.start('demo', 'go')
    return { handle: route, ran: () => ran }
  },
}

const made = ({ toolCallId, revision }: InterventionCall, change: object = {}): object => ({
  toolCallId,
  revision,
  decision: 'approved',
  ...change,
})

async function read({ handle }: Waiting): Promise<Conversation> {
  return (await handle(new Request(base))).json() as Promise<Conversation>
}
async function waiting(start: Start, drafts: readonly CallDraft[], pause?: IndependentPause) {
  const backend = await start(drafts, pause)
  await expect.poll(async () => (await read(backend)).interventions.length).toBe(drafts.length)
  await expect.poll(async () => (await read(backend)).operations[0]?.status).toBe('waiting_for_human')
  const { interventions, operations } = await read(backend)
  const post = async (body: unknown, { tail = 'resume', key = 'req_1' } = {}): Promise<Response> =>
    backend.handle(
      new Request(`${base}/${tail}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  return { backend, post, operationId: operations[0]!.id, cards: interventions }
}

describe.each(Object.keys(backends) as (keyof typeof backends)[])('the %s', (name) => {
  const start = backends[name]

  it.each<[string, (cards: readonly InterventionCall[], operationId: string) => unknown, number, CallDraft?]>(
    [
      [
        'two decisions on one call',
        ([a], operationId) => ({ operationId, decisions: [made(a!), made(a!)] }),
        422,
      ],
      ['no decision', (_cards, operationId) => ({ operationId, decisions: [] }), 422],
      ['no decisions', (_cards, operationId) => ({ operationId }), 422],
      ['no operation', ([a]) => ({ decisions: [made(a!)] }), 422],
      ['no JSON', () => 'nonsense', 422],
      ['nothing', () => '', 422],
      [
        'an unknown decision',
        ([a], operationId) => ({ operationId, decisions: [made(a!, { decision: 'maybe' })] }),
        422,
      ],
      [
        'an unknown call',
        ([a], operationId) => ({ operationId, decisions: [made({ ...a!, toolCallId: 'x' })] }),
        404,
      ],
      ['an unknown operation', ([a]) => ({ operationId: 'x', decisions: [made(a!)] }), 404],
      [
        'an edit of a call that is not editable',
        ([a], operationId) => ({ operationId, decisions: [made(a!, { argsText: '{}' })] }),
        422,
      ],
      [
        'an edit that is not JSON',
        ([a], operationId) => ({ operationId, decisions: [made(a!, { argsText: '{' })] }),
        422,
        { ...plain, editable: true },
      ],
      [
        'a scope that is not offered',
        ([a], operationId) => ({ operationId, decisions: [made(a!, { remember: 'always' })] }),
        422,
        { ...plain, remember: ['session'] },
      ],
      [
        'no reason although one is required',
        ([a], operationId) => ({ operationId, decisions: [made(a!, { decision: 'rejected' })] }),
        422,
        { ...plain, reason: 'required' },
      ],
      [
        'another revision',
        ([a], operationId) => ({ operationId, decisions: [made({ ...a!, revision: 'x' })] }),
        412,
      ],
      ['what was shown', ([a], operationId) => ({ operationId, decisions: [made(a!)] }), 202],
    ],
  )('answers a resume with %s as the contract says', async (_what, bodyOf, status, draft = plain) => {
    const { backend, post, cards, operationId } = await waiting(start, [draft])
    const response = await post(bodyOf(cards, operationId))
    expect(response.status).toBe(status)
    const isTaken = status === 202
    await expect.poll(backend.ran).toEqual(isTaken ? ['call_1'] : [])
    const { operations, interventions } = await read(backend)
    expect([operations.length, interventions[0]?.status]).toEqual(isTaken ? [2, 'approved'] : [1, 'pending'])
    if (status === 422) expect(await response.json()).toMatchObject({ code: 'invalid' })
  })

  it('refuses an edit that the schema of the tool refuses, and says which value is wrong', async () => {
    const inputSchema = {
      properties: { n: { type: 'integer', maximum: 9 }, to: { type: 'string' } },
      required: ['n'],
    }
    const tool = { name: 'write', inputSchema }
    const argsText = '{"n":1,"to":5}'
    const { backend, post, cards, operationId } = await waiting(start, [
      { tool, argsText, args: { n: 1, to: 5 }, editable: true },
    ])
    const edited = (text: string): Promise<Response> =>
      post({ operationId, decisions: [made(cards[0]!, { argsText: text })] })
    const refusals = async (text: string): Promise<unknown> => (await edited(text)).json()
    const path = '/decisions/0/argsText'
    expect(await refusals('{"n":10,"to":5}')).toMatchObject({
      status: 422,
      code: 'invalid',
      fields: [{ path, message: '/n: maximum 9.' }],
    })
    expect(await refusals('{"to":6}')).toMatchObject({
      fields: [
        { path, message: '/n: required.' },
        { path, message: '/to: type "string".' },
      ],
    })
    expect(await refusals('[]')).toMatchObject({ fields: [{ path, message: 'type "object".' }] })
    expect(backend.ran()).toEqual([])
    // The text that is no string is the agent's own, and nobody touched it.
    expect((await edited('{"n":2,"to":5}')).status).toBe(202)
    await expect.poll(backend.ran).toEqual(['call_1'])
  })

  it('takes an answer that the schema of its question takes, and refuses every other', async () => {
    const schema = { properties: { day: { enum: ['Monday', 'Friday'] } }, required: ['day'] }
    const draft: CallDraft = {
      tool: null,
      argsText: null,
      question: { kind: 'form', message: 'When?', schema },
    }
    const { backend, post, cards, operationId } = await waiting(start, [draft])
    const answer = (change: object): Promise<Response> =>
      post({ operationId, decisions: [made(cards[0]!, { decision: 'answered', ...change })] })
    const path = '/decisions/0/answerText'
    for (const change of [
      {},
      { answerText: 'Friday' },
      { answerText: '{}' },
      { answerText: '{"day":"Sunday"}' },
    ]) {
      const refusal = await answer(change)
      expect(await refusal.json()).toMatchObject({ status: 422, code: 'invalid', fields: [{ path }] })
    }
    expect((await post({ operationId, decisions: [made(cards[0]!)] })).status).toBe(422)
    expect((await answer({ answerText: '{"day":"Friday"}' })).status).toBe(202)
    await expect
      .poll(async () => (await read(backend)).interventions)
      .toMatchObject([{ status: 'answered', resolution: { answerText: '{"day":"Friday"}' } }])
    expect(backend.ran()).toEqual([])
  })

  it('refuses an answer to no question', async () => {
    const { post, cards, operationId } = await waiting(start, [plain])
    const decisions = [made(cards[0]!, { decision: 'answered', answerText: 'yes' })]
    expect((await post({ operationId, decisions })).status).toBe(422)
  })

  it('requires all calls of a batch at once, and does not stop half of it', async () => {
    const { backend, post, cards, operationId } = await waiting(start, [plain, plain], pauses.together)
    const [a, b] = cards
    expect((await post({ operationId, decisions: [made(a!)] })).status).toBe(422)
    const mixed = [made(a!), made(b!, { decision: 'rejected' })]
    expect((await post({ operationId, decisions: mixed })).status).toBe(422)
    expect((await post({ operationId, decisions: [made(a!), made(b!)] })).status).toBe(202)
    await expect.poll(backend.ran).toEqual(['call_1', 'call_2'])
  })

  it('keeps no answer to an invalid body, and recognises the same decision with its keys in another order', async () => {
    const { backend, post, cards, operationId } = await waiting(start, [plain])
    const decisions = [made(cards[0]!, { extra: 1 })]
    expect((await post({ operationId, decisions, more: 2 })).status).toBe(202)
    expect((await read(backend)).interventions[0]).not.toHaveProperty('resolution.extra')
    const { toolCallId, revision } = cards[0]!
    const turned = { decisions: [{ decision: 'approved', revision, toolCallId }], operationId }
    expect((await post(turned)).status).toBe(202)
    const other = { operationId, decisions: [made(cards[0]!, { decision: 'rejected' })] }
    expect(await (await post(other)).json()).toMatchObject({ status: 422, code: 'key_reused' })
  })

  it('answers "expired" after a call has expired, and runs nothing', async () => {
    const { backend, post, cards, operationId } = await waiting(start, [{ ...plain, expiresInMs: 80 }])
    await expect.poll(async () => (await read(backend)).interventions[0]?.status).toBe('expired')
    const response = await post({ operationId, decisions: [made(cards[0]!)] })
    expect(await response.json()).toMatchObject({ status: 410, code: 'expired' })
    expect(backend.ran()).toEqual([])
  })

  it('repeats the answer to the same stop, and requires a request id', async () => {
    const { post, cards, operationId } = await waiting(start, [plain])
    const decisions = [made(cards[0]!)]
    expect((await post({ operationId, decisions }, { key: '' })).status).toBe(422)
    const stop = (key: string, of = operationId): Promise<number> =>
      post({ operationId: of }, { tail: 'stop', key }).then(({ status }) => status)
    expect(await stop('')).toBe(422)
    expect(await stop('req_1', 'nobody')).toBe(404)
    expect(await stop('req_1')).toBe(202)
    expect(await stop('req_1')).toBe(202)
    expect(await stop('req_1', 'nobody')).toBe(422)
    expect(await stop('req_2')).toBe(410)
    expect((await post({ operationId, decisions })).status).toBe(422)
    expect((await post({ operationId, decisions }, { key: 'req_3' })).status).toBe(410)
  })

  it.each(['resume', 'stop', 'messages'])('refuses a body that is not one of %s as invalid', async (tail) => {
    const { post } = await waiting(start, [plain])
    for (const body of ['', '{', 'null', '[]', '{"text":1}'])
      expect((await post(body, { tail })).status).toBe(422)
  })

  it.each(['', '/events', '/resume'])('has no conversation with an undecodable id: %j', async (tail) => {
    const { backend } = await waiting(start, [plain])
    const response = await backend.handle(new Request(`https://chat.example/conversations/%E0%A4%A${tail}`))
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not_found' })
  })
})

it('the mock gateway sends an event when a call expires', async () => {
  const agent: Agent = function* () {
    yield ask({ ...plain, expiresInMs: 40 })
  }
  const mock = createMockGateway({ agent })
  const gateway = createMemoryGateway(mock)
  const page = new AbortController()
  mock.say('demo', 'go')
  for await (const item of gateway.followConversation!('demo', { after: '0', signal: page.signal })) {
    if (item.type !== 'agent_intervention_response') continue
    expect(item.data.status).toBe('expired')
    break
  }
  page.abort()
})
