import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, renderHook, waitFor } from '@testing-library/react'
import {
  type GatewayClient,
  GatewayError,
  GatewayProvider,
  useBusy,
  useConversation,
  useInterventions,
} from 'intervention-bar'
import { conversationOptions, type FollowSignal } from 'intervention-bar/core'
import {
  type Agent,
  agentThatAsks,
  ask,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
  say,
  work,
} from 'intervention-bar/mocks'
import { StrictMode, useEffect } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, endOf, parked, running } from '../support/fixtures.ts'

afterEach(() => {
  vi.useRealTimers()
})

function follow(mock: MockGateway, change: (gateway: GatewayClient) => GatewayClient = (same) => same) {
  const gateway = change(createMemoryGateway(mock))
  return {
    gateway,
    ...renderHook(
      () => ({ view: useConversation('demo'), busy: useBusy('demo'), calls: useInterventions('demo') }),
      {
        wrapper: ({ children }) => (
          <StrictMode>
            <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
          </StrictMode>
        ),
      },
    ),
  }
}
const reads = (mock: MockGateway): number => mock.requests.filter((one) => one.route === 'read').length
const worksForever: Agent = function* () {
  yield say('Working. ')
  yield work(3_600_000)
}
async function* heldBack(signal: AbortSignal): AsyncGenerator<FollowSignal> {
  yield { type: 'connection', status: 'connecting' }
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
}
const withoutStream = ({ followConversation: _none, ...gateway }: GatewayClient): GatewayClient => gateway
const advance = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms))

it('the first read begins in the same task as the mount', () => {
  const mock = createMockGateway()
  mock.open('demo')
  const asked = vi.fn()
  const { unmount } = follow(mock, (gateway) => ({
    ...gateway,
    readConversation: (...how) => {
      asked()
      return gateway.readConversation(...how)
    },
  }))
  expect(asked).toHaveBeenCalledOnce()
  unmount()
})

it('draws several events that a stream brings in one moment once', async () => {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
  mock.open('demo')
  const gateway = createMemoryGateway(mock)
  const drawn: (readonly [phase: string, waiting: number])[] = []
  renderHook(
    () => {
      const { phase, connection } = useConversation('demo')
      const { pending } = useInterventions('demo')
      if (connection === 'live') drawn.push([phase, pending.length])
    },
    {
      wrapper: ({ children }) => <GatewayProvider gateway={gateway}>{children}</GatewayProvider>,
    },
  )
  await waitFor(() => expect(mock.streams()).toBe(1))
  await waitFor(() => expect(drawn).toEqual([['idle', 0]]))
  // The run begins, a call is asked for, and the run waits.
  act(() => void mock.say('demo', 'go'))
  await waitFor(() => expect(drawn.at(-1)).toEqual(['waiting', 1]))
  expect(drawn).toEqual([
    ['idle', 0],
    ['waiting', 1],
  ])
})

it('no clock and no chance is read while rendering, also where the cache has the conversation', async () => {
  const mock = createMockGateway({ agent: worksForever })
  mock.say('demo', 'go')
  const client = new QueryClient()
  const gateway = createMemoryGateway(mock)
  await client.fetchQuery(conversationOptions({ client, gateway, conversationId: 'demo' }))
  const View = (): string => {
    const { phase } = useConversation('demo')
    return `${phase} ${useBusy('demo').isBusy} ${useInterventions('demo').pending.length}`
  }
  const chat = (
    <QueryClientProvider client={client}>
      <GatewayProvider gateway={gateway}>
        <View />
      </GatewayProvider>
    </QueryClientProvider>
  )
  const clock = vi.spyOn(Date, 'now')
  const chance = vi.spyOn(Math, 'random')
  const html = renderToString(chat)
  expect(clock).not.toHaveBeenCalled()
  expect(chance).not.toHaveBeenCalled()
  vi.restoreAllMocks()
  expect(html).toContain('idle false 0')
})

describe('following a conversation', () => {
  it('rule S15: shares one stream between all hooks, and leaves none open after unmount', async () => {
    const mock = createMockGateway()
    mock.open('demo')
    const { unmount, result } = follow(mock)
    await waitFor(() => expect(result.current.view.connection).toBe('live'))
    expect(mock.streams()).toBe(1)
    expect(reads(mock)).toBe(1)
    unmount()
    await waitFor(() => expect(mock.streams()).toBe(0))
  })

  it('goes through the phases idle, running, waiting, deciding', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }), paceMs: 2 })
    mock.open('demo')
    const phases: string[] = []
    const gateway = createMemoryGateway(mock)
    function Probe(): null {
      const { phase } = useConversation('demo')
      useEffect(() => void phases.push(phase), [phase])
      return null
    }
    render(
      <GatewayProvider gateway={gateway}>
        <Probe />
      </GatewayProvider>,
    )
    await waitFor(() => expect(mock.streams()).toBe(1))
    act(() => void mock.say('demo', 'go'))
    await waitFor(() => expect(phases).toEqual(['idle', 'running', 'waiting']))
  })

  it('never passes through idle at a park whose card comes by a read, however slow', async () => {
    vi.useFakeTimers()
    let isAsking = false
    const asked = { operations: [parked()], interventions: [aCard()] }
    const gateway: GatewayClient = {
      id: 'reads',
      readConversation: async () => {
        await new Promise((resolve) => setTimeout(resolve, 353))
        return aConversation({ cursor: null, ...(isAsking ? asked : { operations: [running()] }) })
      },
      followConversation: async function* () {
        yield { type: 'connection', status: 'live' }
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        isAsking = true
        yield endOf('op_1', 'waiting_for_human')
        yield { type: 'gap' }
        await new Promise(() => undefined)
      },
      resume: () => Promise.reject(new Error('Nobody decides.')),
    }
    const phases: string[] = []
    function Probe(): null {
      const { phase } = useConversation('demo')
      useEffect(() => void phases.push(phase), [phase])
      return null
    }
    render(
      <GatewayProvider gateway={gateway}>
        <Probe />
      </GatewayProvider>,
    )
    for (let ms = 0; ms < 3_000; ms += 50) await advance(50)
    expect(phases).toEqual(['idle', 'running', 'waiting'])
  })

  it('never renders for chat events', async () => {
    const mock = createMockGateway({ agent: worksForever, paceMs: 1 })
    mock.say('demo', 'go')
    let commits = 0
    const gateway = createMemoryGateway(mock)
    function Probe(): null {
      useConversation('demo')
      useBusy('demo')
      useInterventions('demo')
      useEffect(() => void (commits += 1))
      return null
    }
    render(
      <GatewayProvider gateway={gateway}>
        <Probe />
      </GatewayProvider>,
    )
    await waitFor(() => expect(mock.streams()).toBe(1))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const before = commits
    const cursor = Number(mock.read('demo').cursor)
    await expect.poll(() => Number(mock.read('demo').cursor)).toBeGreaterThanOrEqual(cursor)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(commits).toBe(before)
  })
})

describe('a conversation that cannot be read', () => {
  it('reports not_found once and is not read again', async () => {
    vi.useFakeTimers()
    const mock = createMockGateway()
    const { result } = follow(mock)
    await advance(600_000)
    expect(result.current.view.failure).toMatchObject({ code: 'not_found' })
    expect(result.current.view.connection).toBe('stopped')
    expect(reads(mock)).toBe(1)
    expect(mock.requests).toHaveLength(1)
  })

  it('is read again ever more slowly while the server is down, and at once on reread()', async () => {
    vi.useFakeTimers()
    const mock = createMockGateway({ faults: [{ name: 'server_error', on: 'read', times: Infinity }] })
    mock.open('demo')
    const { result } = follow(mock)
    await advance(120_000)
    const tried = reads(mock)
    expect(tried).toBeGreaterThan(4)
    expect(tried).toBeLessThan(12)
    mock.clearFaults()
    act(() => result.current.view.reread())
    await advance(100)
    expect(result.current.view).toMatchObject({ failure: null, connection: 'live' })
  })

  it('names the path of an invalid value, and keeps the card', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
    mock.say('demo', 'go')
    const { result } = follow(mock)
    await waitFor(() => expect(result.current.calls.pending).toHaveLength(1))
    mock.fault({ name: 'garbage', on: 'read' })
    act(() => result.current.view.reread())
    await waitFor(() => expect(result.current.view.failure).toMatchObject({ code: 'protocol', path: '/id' }))
    expect(takeConsole()).toEqual([['warn', expect.stringMatching(/IB007.*"\/id"/)]])
    expect(result.current.calls.pending).toHaveLength(1)
  })
})

describe('rule S5: an end without its event', () => {
  it('is found by a read if later events show the gap', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }), faults: [{ name: 'loses_end' }] })
    mock.say('demo', 'go')
    const { result } = follow(mock)
    await waitFor(() => expect(result.current.calls.pending).toHaveLength(1))
    act(() => mock.change('demo', 'call_1', { why: 'because' }))
    await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
  })

  it.each(['doubles_events', 'reorders_events'] as const)(
    'is right in the end if the stream %s',
    async (name) => {
      const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
      mock.open('demo')
      mock.fault({ name })
      const { result } = follow(mock)
      await waitFor(() => expect(mock.streams()).toBe(1))
      act(() => void mock.say('demo', 'go'))
      await waitFor(() => expect(result.current.calls.pending).toHaveLength(1))
      await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
    },
  )

  it('opens the stream again after a new epoch, because the old cursor is invalid', async () => {
    const positions: (string | null)[] = []
    let conversation = aConversation({ epoch: 'before', cursor: '10' })
    const gateway: GatewayClient = {
      id: 'restarted',
      readConversation: async () => conversation,
      resume: () => new Promise(() => undefined),
      followConversation: async function* (_id, { after, signal }) {
        positions.push(after)
        yield { type: 'connection', status: 'live' }
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      },
    }
    const client = new QueryClient()
    renderHook(() => useConversation('demo'), {
      wrapper: ({ children }) => (
        <QueryClientProvider client={client}>
          <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
        </QueryClientProvider>
      ),
    })
    await waitFor(() => expect(positions).toEqual(['10']))
    conversation = aConversation({ epoch: 'after', cursor: '3' })
    const options = conversationOptions({ client, gateway, conversationId: 'demo' })
    await act(() => client.fetchQuery({ ...options, staleTime: 0 }))
    await waitFor(() => expect(positions).toEqual(['10', '3']))
  })

  it('starts over if the server restarted', async () => {
    const mock = createMockGateway({ agent: worksForever })
    mock.say('demo', 'go')
    const { result } = follow(mock)
    await waitFor(() => expect(result.current.busy.isBusy).toBe(true))
    act(() => mock.fault({ name: 'restarts' }))
    await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
  })
})

describe('rule S10: silence is not an end', () => {
  it('is stale after 45 s, reads, and finds the lost end', async () => {
    vi.useFakeTimers()
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
    mock.open('demo')
    const { result } = follow(mock)
    await advance(10)
    mock.fault({ name: 'silences_stream' })
    mock.say('demo', 'go')
    await advance(44_000)
    expect(result.current.calls.pending).toEqual([])
    await advance(2_000)
    expect(result.current.calls.pending).toHaveLength(1)
    expect(result.current.busy.isBusy).toBe(false)
  })
})

describe('rule S11: something must confirm that the agent is still running', () => {
  it('is read every 5 s while it runs and its stream does not begin, so that a proxy that holds it back hides no call', async () => {
    vi.useFakeTimers()
    const mock = createMockGateway({
      agent: function* () {
        yield work(3_000)
        yield ask({ tool: 'send_mail' })
      },
    })
    mock.open('demo')
    mock.say('demo', 'Go')
    const { result } = follow(mock, (gateway) => ({
      ...gateway,
      followConversation: (_id, { signal }) => heldBack(signal),
    }))
    await advance(4_000)
    expect(result.current.calls.pending).toHaveLength(0)
    await advance(4_000)
    expect(result.current.calls.pending).toHaveLength(1)
    const before = reads(mock)
    await advance(60_000)
    expect(reads(mock)).toBe(before)
  })

  it('reads after 30 s without confirmation, and is not busy after 60 s', async () => {
    vi.useFakeTimers()
    const mock = createMockGateway({ agent: worksForever })
    mock.say('demo', 'go')
    const { result } = follow(mock)
    await advance(100)
    const before = reads(mock)
    await advance(29_000)
    expect(reads(mock)).toBe(before)
    mock.fault({ name: 'server_error', on: 'read', times: Infinity })
    await advance(2_000)
    expect(reads(mock)).toBe(before + 1)
    expect(result.current.busy.isBusy).toBe(true)
    await advance(30_000)
    expect(result.current.busy.isBusy).toBe(false)
    expect(result.current.view.connection).toBe('stale')
  })

  it('accepts a read that lists the operation as confirmation', async () => {
    vi.useFakeTimers()
    const mock = createMockGateway({ agent: worksForever })
    mock.say('demo', 'go')
    const { result } = follow(mock)
    await advance(300_000)
    expect(result.current.busy.isBusy).toBe(true)
    expect(result.current.view.connection).toBe('live')
  })
})

describe('a gateway without a stream', () => {
  it('is read, and not busy without confirmation, if the clock is set back', async () => {
    vi.useFakeTimers()
    const operations = [{ id: 'op', status: 'running', startedAt: 1 }] as const
    const readConversation = vi.fn<GatewayClient['readConversation']>(async () =>
      aConversation({ operations, interventions: [] }),
    )
    const { result } = follow(createMockGateway(), (gateway) => ({
      ...withoutStream(gateway),
      readConversation,
    }))
    await advance(5_000)
    vi.setSystemTime(Date.now() - 7_200_000)
    readConversation.mockRejectedValue(new GatewayError({ code: 'unavailable', applied: 'no' }))
    const before = readConversation.mock.calls.length
    await advance(10_000)
    expect(readConversation.mock.calls.length).toBeGreaterThan(before)
    await advance(60_000)
    expect(result.current.busy.isBusy).toBe(false)
  })

  it('is read every 2 s while busy and every 30 s while a call waits', async () => {
    vi.useFakeTimers()
    const agent: Agent = function* (message) {
      yield work(10_000)
      yield* agentThatAsks({ tool: 'pay' })(message)
    }
    const mock = createMockGateway({ agent })
    mock.say('demo', 'go')
    const { result } = follow(mock, withoutStream)
    await advance(9_500)
    expect(reads(mock)).toBeGreaterThanOrEqual(4)
    expect(reads(mock)).toBeLessThanOrEqual(6)
    await advance(3_000)
    expect(result.current.calls.pending).toHaveLength(1)
    expect(result.current.busy.isBusy).toBe(false)
    const before = reads(mock)
    await advance(61_000)
    expect(reads(mock) - before).toBe(2)
  })

  it('is also one whose stream ends with "unsupported"', async () => {
    vi.useFakeTimers()
    const mock = createMockGateway({ agent: worksForever })
    mock.say('demo', 'go')
    const { result } = follow(mock, (gateway) => ({
      ...gateway,
      followConversation: () => {
        throw new GatewayError({ code: 'unsupported', applied: 'no' })
      },
    }))
    await advance(7_000)
    expect(reads(mock)).toBeGreaterThanOrEqual(3)
    expect(result.current.view.connection).toBe('live')
  })
})
