import {
  createHttpGateway,
  type FollowSignal,
  type GatewayClient,
  type GatewayEvent,
} from 'intervention-bar/core'
import { agentThatAsks, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { type ServedMock, serveMock } from '../support/serveMock.ts'

type Item = GatewayEvent | FollowSignal
let served: ServedMock | undefined
const ends: AbortController[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const end of ends.splice(0)) end.abort()
  await served?.close()
  served = undefined
})

/** Follows a conversation into a list. */
function follow(
  gateway: GatewayClient,
  after: string | null,
): { items: Item[]; over: Promise<unknown>; end: AbortController } {
  const end = new AbortController()
  ends.push(end)
  const items: Item[] = []
  const over = (async () => {
    for await (const item of gateway.followConversation!('demo', { after, signal: end.signal }))
      items.push(item)
  })().catch((thrown: unknown) => thrown)
  return { items, over, end }
}
const types = (items: readonly Item[]): readonly string[] =>
  items.map((item) => (item.type === 'connection' ? item.status : item.type))
const cursors = (items: readonly Item[]): readonly (string | null)[] =>
  items.flatMap((item) => ('cursor' in item ? [item.cursor] : []))
const counted = (count: number): readonly string[] =>
  Array.from({ length: count }, (_one, index) => String(index + 1))

/** A gateway whose every connection is written by hand. */
function scripted(...responses: readonly ((signal: AbortSignal) => Response)[]): {
  gateway: GatewayClient
  asked: (string | null)[]
} {
  const asked: (string | null)[] = []
  const gateway = createHttpGateway({
    baseUrl: 'http://gateway.test',
    fetch: async (_input, init) => {
      asked.push(new Headers(init?.headers).get('last-event-id'))
      const next = responses[Math.min(asked.length, responses.length) - 1]!
      return next(init!.signal!)
    },
  })
  return { gateway, asked }
}
const stream = (text: string | Uint8Array[], { open = false } = {}): Response => {
  const chunks = typeof text === 'string' ? [new TextEncoder().encode(text)] : text
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk)
      if (!open) controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}
const event = (id: number | string, type = 'stream_chunk', data: unknown = {}): string =>
  `id: ${id}\ndata: ${JSON.stringify({ type, operationId: 'op_1', timestamp: 1, data })}\n\n`
const openStream = (): Response => stream('', { open: true })

describe('over real sockets', () => {
  const start = async (): Promise<{ mock: MockGateway; gateway: GatewayClient }> => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
    mock.open('demo')
    served = await serveMock(mock)
    return { mock, gateway: createHttpGateway({ baseUrl: served.baseUrl }) }
  }

  it('delivers every event once, in order', async () => {
    const { mock, gateway } = await start()
    const { items } = follow(gateway, '0')
    mock.say('demo', 'go')
    await expect.poll(() => types(items)).toContain('agent_runtime_end')
    expect(cursors(items)).toEqual(counted(Number(mock.read('demo').cursor)))
    expect(types(items)).not.toContain('gap')
  })

  it('continues after a lost connection without loss or repetition', async () => {
    const { mock, gateway } = await start()
    const { items } = follow(gateway, '0')
    await expect.poll(() => mock.streams()).toBe(1)
    mock.say('demo', 'go')
    mock.fault({ name: 'drops_stream' })
    await expect.poll(() => types(items)).toContain('agent_runtime_end')
    mock.fault({ name: 'drops_stream' })
    mock.say('demo', 'again')
    await expect.poll(() => types(items).filter((type) => type === 'agent_runtime_end')).toHaveLength(2)
    expect(cursors(items)).toEqual(counted(Number(mock.read('demo').cursor)))
  })

  it('skips repeated events and reports a gap when events are reordered', async () => {
    const { mock, gateway } = await start()
    const { items } = follow(gateway, '0')
    await expect.poll(() => mock.streams()).toBe(1)
    mock.fault({ name: 'doubles_events' })
    mock.say('demo', 'go')
    await expect.poll(() => types(items)).toContain('agent_runtime_end')
    const seen = cursors(items)
    expect(new Set(seen).size).toBe(seen.length)
    mock.clearFaults()
    mock.fault({ name: 'reorders_events' })
    mock.say('demo', 'again')
    await expect.poll(() => types(items)).toContain('gap')
  })

  it('leaves no stream open after its signal aborts', async () => {
    const { mock, gateway } = await start()
    const { end, over } = follow(gateway, '0')
    await expect.poll(() => mock.streams()).toBe(1)
    end.abort()
    await over
    await expect.poll(() => mock.streams()).toBe(0)
  })

  it('follows from now on if the server restarted and no longer knows the cursor', async () => {
    const { mock, gateway } = await start()
    mock.say('demo', 'go')
    await expect.poll(() => mock.read('demo').interventions).toHaveLength(1)
    const { items } = follow(gateway, mock.read('demo').cursor)
    await expect.poll(() => mock.streams()).toBe(1)
    mock.fault({ name: 'restarts' })
    await expect.poll(() => types(items)).toContain('gap')
    expect(types(items).slice(-2)).toEqual(['live', 'gap'])
  })
})

describe('a server that sends events from before the requested cursor', () => {
  it('was restarted: the client reports a gap and takes its events', async () => {
    const { gateway } = scripted(
      () => stream(event(50)),
      () => stream(event(1) + event(2) + event(3), { open: true }),
    )
    const { items, end } = follow(gateway, '49')
    await expect.poll(() => cursors(items)).toEqual(['50', '2', '3'])
    expect(types(items).filter((type) => type === 'gap')).toHaveLength(1)
    end.abort()
  })
})

describe('a stream ends for good with', () => {
  it.each([
    [204, undefined, 1],
    [401, 'unauthenticated', 2],
    [403, 'forbidden', 1],
    [404, 'not_found', 1],
    [405, 'unsupported', 1],
  ] as const)('%i', async (status, code, connections) => {
    const { gateway, asked } = scripted(() => new Response(null, { status }))
    const thrown = await follow(gateway, '5').over
    expect(thrown).toEqual(code && expect.objectContaining({ code }))
    expect(asked).toHaveLength(connections)
  })

  it('a page of HTML', async () => {
    const { gateway } = scripted(() => new Response('<p>', { headers: { 'content-type': 'text/html' } }))
    expect(await follow(gateway, '5').over).toMatchObject({ code: 'protocol' })
  })

  it('a cursor that is unknown twice in a row', async () => {
    const { gateway, asked } = scripted(() => new Response(null, { status: 410 }))
    expect(await follow(gateway, '5').over).toMatchObject({ code: 'unsupported' })
    expect(asked).toEqual(['5', null])
  })
})

describe('reconnecting', () => {
  it('is immediate the first time and grows with full jitter after that', async () => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { gateway, asked } = scripted(() => new Response(null, { status: 500 }))
    follow(gateway, '5')
    const counts: number[] = []
    for (const ms of [0, 499, 1, 999, 1, 1_999, 1, 3_999, 1]) {
      await vi.advanceTimersByTimeAsync(ms)
      counts.push(asked.length)
    }
    expect(counts).toEqual([2, 2, 3, 3, 4, 4, 5, 5, 6])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked.length).toBeLessThan(30)
  })

  it('honours Retry-After', async () => {
    vi.useFakeTimers()
    const { gateway, asked } = scripted(
      () => new Response(null, { status: 503, headers: { 'retry-after': '7' } }),
    )
    follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(6_999)
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['of no time', '0'],
    ['of a time that is over by our clock', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ['of longer than a timer can be', '9999999'],
    ['of longer than a number can be', '9'.repeat(400)],
  ])('keeps a pause despite a Retry-After %s', async (_name, value) => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { gateway, asked } = scripted(() => {
      if (asked.length > 50) throw new Error('Asked without end.')
      return new Response(null, { status: 503, headers: { 'retry-after': value } })
    })
    const { end } = follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(10_000)
    end.abort()
    expect(asked.length).toBeLessThan(8)
  })

  it.each([
    ['an event', () => stream(event(6))],
    ['an event that was here before', () => stream(event(5))],
  ])('keeps a pause when each connection ends after %s', async (_name, answer) => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { gateway, asked } = scripted(() => {
      if (asked.length > 100) throw new Error('Asked without end.')
      return answer()
    })
    const { end } = follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(10_000)
    end.abort()
    expect(asked.length).toBeLessThan(25)
  })

  it('does not begin if its signal is already aborted', async () => {
    const { gateway, asked } = scripted((signal) => {
      signal.throwIfAborted()
      return openStream()
    })
    const own = new AbortController()
    const events = gateway.followConversation!('demo', { after: null, signal: own.signal })[
      Symbol.asyncIterator
    ]()
    await events.next()
    own.abort()
    expect(await events.next()).toEqual({ done: true, value: undefined })
    expect(asked.length).toBeLessThan(2)
  })

  it('accepts the content type in any letter case', async () => {
    const { gateway } = scripted(() => {
      const { body } = stream(event(6), { open: true })
      return new Response(body, { headers: { 'content-type': 'Text/Event-Stream; charset=UTF-8' } })
    })
    const { items } = follow(gateway, '5')
    await expect.poll(() => types(items)).toContain('stream_chunk')
  })

  it('honours `retry:` up to 30 s', async () => {
    vi.useFakeTimers()
    const { gateway, asked } = scripted(() => stream(`retry: 90000\n\n${event(6)}`), openStream)
    follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(29_999)
    expect(asked).toEqual(['5'])
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toEqual(['5', '6'])
  })

  it('counts an event as reached only after it was handled', async () => {
    const { gateway, asked } = scripted(() => stream(event(6) + event(7)), openStream)
    const { signal } = new AbortController()
    const events = gateway.followConversation!('demo', { after: '5', signal })[Symbol.asyncIterator]()
    const take = async (): Promise<string> => types([(await events.next()).value as Item])[0]!
    expect([await take(), await take(), await take(), await take()]).toEqual([
      'connecting',
      'live',
      'stream_chunk',
      'stream_chunk',
    ])
    expect(asked).toEqual(['5'])
    expect(await take()).toBe('connecting')
    void events.next()
    await expect.poll(() => asked).toEqual(['5', '7'])
  })
})

describe('rule S10: silence is not an end', () => {
  it('is stale after 45 s without a complete event or comment, and reconnects at once', async () => {
    vi.useFakeTimers()
    const { gateway, asked } = scripted(() => stream(event(6), { open: true }), openStream)
    const { items } = follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(44_999)
    expect(types(items)).toEqual(['connecting', 'live', 'stream_chunk'])
    await vi.advanceTimersByTimeAsync(1)
    expect(types(items).slice(3)).toEqual(['stale', 'connecting', 'live'])
    expect(asked).toEqual(['5', '6'])
  })

  it('is judged after 90 s while the page is hidden, and once when it is seen again', async () => {
    vi.useFakeTimers()
    const page = Object.assign(new EventTarget(), { hidden: true, visibilityState: 'hidden' })
    vi.stubGlobal('document', page)
    const { gateway } = scripted(() => stream(event(6), { open: true }), openStream)
    const { items } = follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(89_999)
    expect(types(items)).toEqual(['connecting', 'live', 'stream_chunk'])
    await vi.advanceTimersByTimeAsync(1)
    expect(types(items).slice(3)).toEqual(['stale', 'connecting', 'live'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(types(items)).toHaveLength(6)
    Object.assign(page, { hidden: false, visibilityState: 'visible' })
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(1)
    expect(types(items).slice(6)).toEqual(['connecting', 'live'])
    vi.unstubAllGlobals()
  })

  it('does not depend on the clock being set back', async () => {
    vi.useFakeTimers()
    const { gateway } = scripted(() => stream(event(6), { open: true }), openStream)
    const { items } = follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(1_000)
    vi.setSystemTime(Date.now() - 3_600_000)
    await vi.advanceTimersByTimeAsync(90_000)
    expect(types(items)).toContain('stale')
  })

  it('does not count single bytes as a sign of life', async () => {
    vi.useFakeTimers()
    const drip = (): Response =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            setInterval(() => controller.enqueue(new TextEncoder().encode('d')), 1_000)
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      )
    const { gateway } = scripted(drip, openStream)
    const { items } = follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(45_000)
    expect(types(items)).toContain('stale')
  })

  it('counts a comment as a sign of life', async () => {
    vi.useFakeTimers()
    const alive = (): Response =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            setInterval(() => controller.enqueue(new TextEncoder().encode(': here\n\n')), 15_000)
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      )
    const { gateway, asked } = scripted(alive)
    follow(gateway, '5')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked).toHaveLength(1)
  })
})

describe('an invalid message', () => {
  it.each([
    ['no JSON', 'id: 6\ndata: {"type"\n\n'],
    ['a known type with other data', event(6, 'agent_runtime_end', { reason: 'bored' })],
    ['an event over 1 MiB', event(6, 'stream_chunk', 'x'.repeat(1_048_577))],
  ])('%s is a gap, and the stream goes on', async (_title, text) => {
    const { gateway } = scripted(
      () => stream(text + event(7), { open: true }),
      () => stream(event(8), { open: true }),
    )
    const { items } = follow(gateway, '5')
    await expect.poll(() => types(items)).toContain('stream_chunk')
    expect(types(items)).toContain('gap')
    takeConsole()
  })

  it('an event that breaks the contract is told to the developer, with its path', async () => {
    const text = event(6, 'agent_intervention_request', { intervention: { status: 'pending' } })
    const { gateway } = scripted(() => stream(text + event(7), { open: true }))
    const { items } = follow(gateway, '5')
    await expect.poll(() => types(items)).toContain('stream_chunk')
    expect(takeConsole().join()).toMatch(/IB007.*At "\/data\/intervention\/\w+"/)
  })

  it('an unknown type becomes an event without effect', async () => {
    const { gateway } = scripted(() => stream(event(6, 'visible_output_end'), { open: true }))
    const { items } = follow(gateway, '5')
    await expect.poll(() => types(items)).toEqual(['connecting', 'live', 'unknown'])
  })

  it('ids that are not decimal are sent back but never compared', async () => {
    const { gateway, asked } = scripted(() => stream(event('b7f') + event('a01')), openStream)
    const { items } = follow(gateway, null)
    await expect.poll(() => asked).toEqual([null, 'a01'])
    expect(cursors(items)).toEqual([null, null])
  })
})

it('reads the same events however their bytes are split', async () => {
  const text = `: häj 👋\n\n${event(6, 'stream_chunk', { text: 'naïve 👍🏽 日本' })}\r\n${event(7)}`
  const bytes = new TextEncoder().encode(text)
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
      const chunks = places.slice(1).map((place, index) => bytes.slice(places[index], place))
      const { gateway } = scripted(() => stream(chunks, { open: true }))
      const { items, end } = follow(gateway, '5')
      await vi.waitFor(() => expect(cursors(items)).toEqual(['6', '7']), { interval: 1 })
      end.abort()
      expect(items[2]).toMatchObject({ data: { text: 'naïve 👍🏽 日本' } })
    }),
    { seed: 7, numRuns: 300 },
  )
})
