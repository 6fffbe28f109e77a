import {
  createHttpGateway,
  type GatewayClient,
  type GatewayEvent,
  type Operation,
  type Question,
} from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { portOf } from '../../src/gateway/port.ts'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, anEvent, parked, requestOf, running } from '../support/fixtures.ts'

const { signal } = new AbortController()
const request = {
  conversationId: 'demo',
  operationId: 'op_1',
  requestId: 'req_1',
  decisions: [{ toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' }],
} as const
const stop = { conversationId: 'demo', operationId: 'op_1', requestId: 'stop_1' }
const never = (): Promise<never> => new Promise(() => undefined)

/** A client that somebody wrote by hand, of which the port knows nothing. */
function port(said: { readonly [Method in keyof GatewayClient]?: unknown }): Required<GatewayClient> {
  const client = { id: 'by hand', readConversation: never, resume: never, ...said }
  return portOf(client as GatewayClient) as Required<GatewayClient>
}

describe('what waits, from a hand-written client', () => {
  const item = { conversationId: 'demo', toolCallId: 'call_1', title: 'Pay', requestedAt: 1 }

  it('loses unknown keys, and the items that break the contract', async () => {
    const agent = { name: 'Researcher', relation: 'sub_agent', path: ['Assistant'] }
    const said = { items: [{ ...item, agent, more: 1 }, { ...item, title: 7 }, null], next: 'b', more: 1 }
    const list = await port({ listWaiting: async () => said }).listWaiting({ signal })
    expect(list).toEqual({ items: [{ ...item, agent }], next: 'b' })
    expect(takeConsole()).toHaveLength(2)
  })

  it.each([undefined, {}, { items: 'none' }, { items: [], next: 4 }])('is refused as %j', async (said) => {
    await expect(port({ listWaiting: async () => said }).listWaiting({ signal })).rejects.toMatchObject({
      code: 'protocol',
      applied: 'no',
    })
  })
})

describe('a value of a hand-written client', () => {
  it('may have undefined for optional keys, and loses unknown keys', async () => {
    const card = { ...aCard(), why: undefined, expiresAt: undefined, more: 1 }
    const said = {
      ...aConversation({ operations: [parked()] }),
      interventions: [card],
      viewer: undefined,
      more: 1,
    }
    const read = await port({ readConversation: async () => said }).readConversation('demo', { signal })
    expect(read).toEqual(aConversation({ operations: [parked()], interventions: [aCard()], now: read.now }))
    expect(read).not.toHaveProperty('more')
  })

  it.each<Question>([
    { kind: 'text', message: 'Which?' },
    { kind: 'form', message: 'Which?', schema: {}, from: { server: 'calendar' } },
    { kind: 'url', message: 'Sign in', url: 'https://example.com', from: { agent: 'Planner' } },
  ])('may be a question of kind $kind without a tool', async (question) => {
    const card = aCard({ tool: null, question, argsText: null, decisions: ['answered'] })
    const said = aConversation({ interventions: [card] })
    const read = await port({ readConversation: async () => said }).readConversation('demo', { signal })
    expect(read.interventions).toEqual([card])
  })

  it.each([
    ['editable', 'yes', '/interventions/0/editable'],
    ['decisions', [], '/interventions/0/decisions/0'],
    ['decisions', ['sure'], '/interventions/0/decisions/0'],
    ['requestedAt', '2026-01-01', '/interventions/0/requestedAt'],
    [
      'tool',
      { name: 'pay', annotations: { destructiveHint: 'no' } },
      '/interventions/0/tool/annotations/destructiveHint',
    ],
    ['requestedAt', 1e18, '/interventions/0/requestedAt'],
    ['expiresAt', 1_764_500_000_000_000_000, '/interventions/0/expiresAt'],
    ['expiresAt', Number.NaN, '/interventions/0/expiresAt'],
    ['expiresAt', Number.NEGATIVE_INFINITY, '/interventions/0/expiresAt'],
    ['tool', { name: 'pay', title: { text: 'Pay' } }, '/interventions/0/tool/title'],
    ['tool', { name: 'pay', server: 4 }, '/interventions/0/tool/server'],
    ['why', 7, '/interventions/0/why'],
    ['tool', null, '/interventions/0/question'],
    ['question', { kind: 'poll', message: 'Which?' }, '/interventions/0/question/kind'],
    ['question', { kind: 'form', message: 'Which?' }, '/interventions/0/question/schema'],
    ['question', { kind: 'url', message: 'Sign in' }, '/interventions/0/question/url'],
    ['question', { kind: 'text', message: 7 }, '/interventions/0/question/message'],
    ['question', { kind: 'text', message: '', from: { agent: 1 } }, '/interventions/0/question/from/agent'],
    ['approvalNote', 'everybody', '/interventions/0/approvalNote'],
  ])('leaves out alone the call that has %s %j, and says where', async (field, value, path) => {
    const bad = { ...aCard(), [field]: value }
    const said = aConversation({ interventions: [bad, aCard({ toolCallId: 'call_2' })] })
    const read = await port({ readConversation: async () => said }).readConversation('demo', { signal })
    expect(read.interventions).toEqual([aCard({ toolCallId: 'call_2' })])
    expect(read.unreadable).toEqual([{ path, toolCallId: 'call_1', waits: true }])
  })

  const op = running('op_2')
  it.each([
    [{ ...op, startedAt: -1e300 }, '/operations/0/startedAt'],
    [{ ...op, status: 'done', endedAt: 9e15 }, '/operations/0/endedAt'],
    [{ ...op, status: 'asleep' }, '/operations/0/status'],
    [{ ...op, status: 'waiting_for_human' }, '/operations/0/pause'],
    [{ ...op, resumes: null }, '/operations/0/resumes'],
  ])('leaves out %j together with its calls, and says where', async (bad, path) => {
    const own = aCard({ toolCallId: 'call_2', operationId: 'op_2' })
    const said = aConversation({ operations: [bad as Operation, running()], interventions: [aCard(), own] })
    const read = await port({ readConversation: async () => said }).readConversation('demo', { signal })
    expect(read).toMatchObject({ operations: [running()], interventions: [aCard()] })
    const left = { operationId: 'op_2', toolCallId: 'call_2', waits: true }
    expect(read.unreadable).toEqual([{ path, ...left }])
  })

  it.each([null, 7, 'op_2', [], { id: 4 }])(
    'says of an operation that is %j that it was left out',
    async (bad) => {
      const said = aConversation({
        operations: [bad as unknown as Operation, running()],
        interventions: [aCard()],
      })
      const read = await port({ readConversation: async () => said }).readConversation('demo', { signal })
      expect(read).toMatchObject({ operations: [running()], interventions: [aCard()] })
      expect(read.unreadable).toEqual([{ path: expect.stringMatching(/^\/operations\/0\b/) }])
    },
  )

  it('leaves out a call with the id of another one', async () => {
    const twin = aCard({ argsText: '{"to":"eve@example.com"}' })
    const said = aConversation({ interventions: [aCard(), twin, aCard({ toolCallId: 'call_2' })] })
    const read = await port({ readConversation: async () => said }).readConversation('demo', { signal })
    expect(read.interventions).toEqual([aCard(), aCard({ toolCallId: 'call_2' })])
    expect(read.unreadable).toEqual([
      { path: '/interventions/1/toolCallId', toolCallId: 'call_1', waits: true },
    ])
  })

  it('keeps the calls that it says it could not read itself', async () => {
    const unreadable = [{ path: '/calls/1/tool', toolCallId: 'call_2' }, null as never]
    const said = aConversation({ interventions: [aCard()], unreadable })
    const read = await port({ readConversation: async () => said }).readConversation('demo', { signal })
    expect(read.unreadable).toEqual([unreadable[0], { path: '/unreadable/1' }])
  })

  it.each([
    ['already_resolved', null],
    ['changed', 7],
  ])('leaves a malformed call out of the answer %s, whose outcome stands', async (outcome, bad) => {
    const said = { outcome, interventions: [bad, aCard()] }
    const answer = await port({ resume: async () => said }).resume(request, { signal })
    expect(answer).toEqual({ outcome, interventions: [aCard()] })
    expect(takeConsole()).toHaveLength(1)
  })

  it.each([
    ['now', 1e300, '/now'],
    ['viewer', { mayDecide: true, why: 4 }, '/viewer/why'],
  ])('that has %s %j fails as protocol, with its path', async (field, value, path) => {
    const said = aConversation({ [field]: value })
    const read = port({ readConversation: async () => said }).readConversation('demo', { signal })
    await expect(read).rejects.toMatchObject({ code: 'protocol', applied: 'no', path })
  })

  it.each([
    [{ outcome: 'accepted' }, '/operationId'],
    [{ outcome: 'accepted', operationId: 'op_2', cursor: 'second' }, '/cursor'],
    [{ outcome: 'gone', reason: 'late', interventions: [] }, '/reason'],
  ])('that is %j to a resume fails as protocol, possibly applied', async (said, path) => {
    const answer = port({ resume: async () => said }).resume(request, { signal })
    await expect(answer).rejects.toMatchObject({ code: 'protocol', applied: 'unknown', path })
  })

  it('is also checked for stop and extend', async () => {
    const { stop: end, extend } = port({
      stop: async () => undefined,
      extend: async () => ({ expiresAt: '1' }),
    })
    await expect(end(stop, { signal })).rejects.toMatchObject({ code: 'protocol', path: '' })
    const more = extend({ conversationId: 'demo', toolCallId: 'call_1' }, { signal })
    await expect(more).rejects.toMatchObject({ code: 'protocol', path: '/expiresAt' })
  })

  it('becomes a gap if it is neither an event nor a signal, and the stream goes on', async () => {
    const chunk = { ...anEvent('stream_chunk', 'op_1', null as never), cursor: undefined }
    const items: unknown[] = [
      { type: 'connection', status: 'live' },
      { type: 'connection', status: 'fine' },
      { ...anEvent('stream_chunk', 'op_1', null as never), timestamp: 'now' },
      { type: 'heartbeat' },
      chunk,
      requestOf(aCard()),
    ]
    async function* followConversation(): AsyncGenerator {
      yield* items
    }
    const heard: unknown[] = []
    const stream = port({ followConversation }).followConversation('demo', { after: null, signal })
    for await (const item of stream) heard.push(item)
    const gap = { type: 'gap' }
    expect(heard).toEqual([items[0], gap, gap, gap, { ...chunk, cursor: null } as GatewayEvent, items[5]])
    const paths = takeConsole().map(([, text]) => /"([^"]*)"\.$/.exec(String(text))?.[1])
    expect(paths).toEqual(['/status', '/timestamp', '/operationId'])
  })
})

describe('a list of a hand-written client that has no end', () => {
  let grown = 0
  const lists = [
    [
      'is 1e9 long',
      () => new Proxy([], { get: (all, key) => (key === 'length' ? 1e9 : Reflect.get(all, key)) }),
    ],
    ['is sparse', () => Object.assign([], { length: 2 ** 32 - 1 })],
    // A loop up to the length that it says would not end.
    [
      'grows at each look',
      () => new Proxy([], { get: (all, key) => (key === 'length' ? (grown += 1) : Reflect.get(all, key)) }),
    ],
  ] as const
  const good = aCard({ toolCallId: 'call_2' })
  const whole = aConversation({ operations: [parked()], interventions: [aCard(), good] })
  const agent = { name: 'Researcher', relation: 'sub_agent' }

  it.each(lists)('and %s does not stop the page, and hides no other call', async (_what, endless) => {
    const read = async (change: object): Promise<unknown> =>
      port({ readConversation: async () => ({ ...whole, ...change }) })
        .readConversation('demo', { signal })
        .then(
          ({ interventions }) => interventions.map(({ toolCallId }) => toolCallId),
          ({ code }: { code: string }) => code,
        )
    const bad = (change: object): object => ({ interventions: [{ ...aCard(), ...change }, good] })
    for (const change of [
      { operations: endless() },
      { interventions: endless() },
      { unreadable: endless() },
    ]) {
      expect(['protocol', ['call_1', 'call_2'], []]).toContainEqual(await read(change))
    }
    for (const change of [
      { remember: endless() },
      { decisions: endless() },
      { agent: { ...agent, path: endless() } },
    ]) {
      expect(await read(bad(change))).toEqual(['call_2'])
    }
    const answer = { outcome: 'changed', interventions: endless() }
    const outcome = port({ resume: async () => answer }).resume(request, { signal })
    await outcome.catch(({ code }: { code: string }) => expect(code).toBe('protocol'))
    const waits = port({ listWaiting: async () => ({ items: endless() }) }).listWaiting({ signal })
    await waits.catch(({ code }: { code: string }) => expect(code).toBe('protocol'))
    takeConsole()
  })
})

describe('a request through the port', () => {
  it.each([
    ['a read', 'no', (one: GatewayClient) => one.readConversation('demo', { signal })],
    ['a resume', 'unknown', (one: GatewayClient) => one.resume(request, { signal })],
    ['a stop', 'unknown', (one: GatewayClient) => one.stop?.(stop, { signal })],
  ])('%s times out, whatever the client does', async (_what, applied, ask) => {
    const one = port({ stop: never, resumeTimeoutMs: 20 })
    await expect(ask(one)).rejects.toMatchObject({ code: 'timeout', applied })
  })

  it('is made once per client, with the client’s methods, and is the reference client itself', async () => {
    class Own {
      readonly id = 'own'
      readonly #said = aConversation()
      readConversation = never
      async resume(): Promise<unknown> {
        return { outcome: 'accepted', operationId: this.#said.id }
      }
    }
    const own = new Own() as GatewayClient
    expect(portOf(own)).toBe(portOf(own))
    expect(await portOf(own).resume(request, { signal })).toEqual({
      outcome: 'accepted',
      operationId: 'demo',
    })
    const reference = createHttpGateway({ baseUrl: 'http://gateway.test' })
    expect(portOf(reference)).toBe(reference)
    const wrapped = { ...reference, resume: async () => ({}) } as unknown as GatewayClient
    await expect(portOf(wrapped).resume(request, { signal })).rejects.toMatchObject({ code: 'protocol' })
  })
})
