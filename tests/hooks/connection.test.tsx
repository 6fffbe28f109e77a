import { act, renderHook } from '@testing-library/react'
import { GatewayProvider, useApprove, useBusy, useConversation, useInterventions } from 'intervention-bar'
import {
  agentThatAsks,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
  type MockGatewayOptions,
} from 'intervention-bar/mocks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})
const advance = async (ms: number): Promise<void> => void (await act(() => vi.advanceTimersByTimeAsync(ms)))

async function follow(options: MockGatewayOptions = {}) {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }), ...options })
  mock.open('demo')
  const gateway = createMemoryGateway(mock)
  const { result, unmount } = renderHook(
    () => ({
      view: useConversation('demo'),
      busy: useBusy('demo'),
      pending: useInterventions('demo').pending,
      approve: useApprove('demo'),
    }),
    { wrapper: ({ children }) => <GatewayProvider gateway={gateway}>{children}</GatewayProvider> },
  )
  await advance(10)
  return { mock, result, unmount }
}
const reads = (mock: MockGateway): number => mock.requests.filter((one) => one.route === 'read').length
const streamsOpened = (mock: MockGateway): number =>
  mock.requests.filter((one) => one.route === 'events').length

/** The page goes to the background, or comes back to the front. */
function show(isShown: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(!isShown)
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isShown ? 'visible' : 'hidden')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

describe('a page that wakes up', () => {
  it.each([
    ['after the browser had frozen it', () => document.dispatchEvent(new Event('resume'))],
    [
      'when it comes out of the page cache',
      () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })),
    ],
  ])('reads %s, although its stream still looks live', async (_title, wakes) => {
    const { mock, result } = await follow()
    mock.say('demo', 'go')
    await advance(20)
    expect(result.current.view.connection).toBe('live')
    const before = reads(mock)
    act(() => void wakes())
    await advance(20)
    // At once, and once more when its stream is live again.
    expect(reads(mock)).toBe(before + 2)
    expect(result.current.pending).toHaveLength(1)
  })
})

describe('a hidden page', () => {
  it('closes its stream after 30 s, sends no requests, and reads when it becomes visible', async () => {
    const { mock, result } = await follow()
    show(false)
    await advance(29_000)
    expect(mock.streams()).toBe(1)
    await advance(2_000)
    expect(mock.streams()).toBe(0)
    const before = reads(mock)
    mock.say('demo', 'go')
    await advance(600_000)
    expect(reads(mock)).toBe(before)
    show(true)
    await advance(20)
    expect(reads(mock)).toBe(before + 1)
    expect(mock.streams()).toBe(1)
    expect(result.current.view.connection).toBe('live')
    expect(result.current.pending).toHaveLength(1)
  })

  it('keeps its stream if it becomes visible before that', async () => {
    const { mock } = await follow()
    show(false)
    await advance(20_000)
    show(true)
    await advance(20_000)
    show(false)
    await advance(20_000)
    expect(mock.streams()).toBe(1)
    expect(streamsOpened(mock)).toBe(1)
  })

  it('keeps its stream while a decision is in flight', async () => {
    const { mock, result } = await follow({ faults: [{ name: 'never_answers', times: 3 }] })
    mock.say('demo', 'go')
    await advance(10)
    act(() => result.current.approve.mutate({ toolCallId: 'call_1' }))
    show(false)
    await advance(28_000)
    expect(result.current.busy.isBusy).toBe(true)
    expect(mock.streams()).toBe(1)
    await advance(62_000)
    expect(result.current.busy.isBusy).toBe(false)
    expect(mock.streams()).toBe(0)
  })
})

describe('a decision without a free connection', () => {
  it('takes that of the stream after 2 s, and the stream opens again at once', async () => {
    const { mock, result } = await follow({ faults: [{ name: 'slow', ms: 5_000 }] })
    mock.say('demo', 'go')
    await advance(10)
    act(() => result.current.approve.mutate({ toolCallId: 'call_1' }))
    await advance(1_990)
    expect(mock.streams()).toBe(1)
    await advance(20)
    expect(mock.streams()).toBe(0)
    await advance(300)
    expect(mock.streams()).toBe(1)
    expect(result.current.view.connection).toBe('live')
    await advance(4_000)
    expect(mock.executions).toHaveLength(1)
    expect(result.current.busy.isBusy).toBe(false)
    expect(streamsOpened(mock)).toBe(2)
  })

  it('leaves the stream open if it is answered before that', async () => {
    const { mock, result } = await follow({ faults: [{ name: 'slow', ms: 1_500 }] })
    mock.say('demo', 'go')
    await advance(10)
    act(() => result.current.approve.mutate({ toolCallId: 'call_1' }))
    await advance(10_000)
    expect(mock.executions).toHaveLength(1)
    expect(streamsOpened(mock)).toBe(1)
  })
})
