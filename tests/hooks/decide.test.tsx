import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import {
  type GatewayClient,
  GatewayError,
  GatewayProvider,
  type OnDecide,
  type OnResumed,
  useApprove,
  useBusy,
  useInterventions,
  useReject,
  useRejectContinue,
  useResume,
} from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import {
  type Agent,
  agentThatAsks,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
  type MockGatewayOptions,
  work,
} from 'intervention-bar/mocks'
import { StrictMode, useEffect } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'

interface Options extends MockGatewayOptions {
  readonly client?: QueryClient
  readonly onDecide?: OnDecide
  readonly onResumed?: OnResumed
  readonly wrapGateway?: (gateway: GatewayClient) => GatewayClient
}

/** Every hook of one conversation, in a component that waits for one call. */
async function hooks(options: Options = {}) {
  const {
    agent = agentThatAsks({ tool: 'pay' }),
    client,
    onDecide,
    onResumed,
    wrapGateway = (same) => same,
  } = options
  const mock = createMockGateway({ ...options, agent })
  const isMute = options.faults?.some(({ name }) => name === 'never_answers')
  const gateway = wrapGateway(createMemoryGateway(mock, isMute ? { timeoutMs: 300 } : {}))
  mock.say('demo', 'go')
  const busyLog: boolean[] = []
  const view = renderHook(
    () => {
      const busy = useBusy('demo')
      useEffect(() => void busyLog.push(busy.isBusy), [busy])
      return {
        approve: useApprove('demo'),
        reject: useReject('demo'),
        rejectContinue: useRejectContinue('demo'),
        resume: useResume('demo'),
        busy,
        calls: useInterventions('demo'),
      }
    },
    {
      wrapper: ({ children }) => {
        const chat = (
          <GatewayProvider gateway={gateway} onDecide={onDecide} onResumed={onResumed}>
            {children}
          </GatewayProvider>
        )
        return (
          <StrictMode>
            {client ? <QueryClientProvider client={client}>{chat}</QueryClientProvider> : chat}
          </StrictMode>
        )
      },
    },
  )
  await waitFor(() => expect(view.result.current.calls.pending).toHaveLength(agentCalls(mock)))
  await waitFor(() => expect(view.result.current.busy.isBusy).toBe(false))
  return { ...view, mock, gateway, busyLog }
}
const agentCalls = (mock: MockGateway): number => Math.max(1, mock.read('demo').interventions.length)
const resumes = (mock: MockGateway): number => mock.requests.filter((one) => one.route === 'resume').length

describe('rule S2: busy starts with the press', () => {
  it('is busy before any event or answer', async () => {
    const { result } = await hooks()
    act(() => {
      result.current.approve.mutate({ toolCallId: 'call_1' })
    })
    expect(result.current.busy.isBusy).toBe(true)
  })

  it('is busy without a gap until the end of the new operation', async () => {
    const { result, mock, busyLog } = await hooks({ paceMs: 2 })
    busyLog.length = 0
    await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    await waitFor(() => expect(mock.running()).toBe(0))
    await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
    expect(busyLog.filter((busy, index) => busy !== busyLog[index - 1])).toEqual([true, false])
  })
})

it('sends the request in the same task as the press', async () => {
  const resume = vi.fn<GatewayClient['resume']>(() => new Promise(() => undefined))
  const { result } = await hooks({ wrapGateway: (gateway) => ({ ...gateway, id: 'at once', resume }) })
  act(() => {
    result.current.approve.mutate({ toolCallId: 'call_1' })
    expect(resume).toHaveBeenCalledOnce()
  })
})

it('a page that is reloaded remembers its request: the same decision continues under its id', async () => {
  sessionStorage.clear()
  const ids: string[] = []
  const resume: GatewayClient['resume'] = ({ requestId }) => {
    ids.push(requestId)
    return new Promise(() => undefined)
  }
  const { result, gateway } = await hooks({ wrapGateway: (one) => ({ ...one, id: 'reload', resume }) })
  act(() => result.current.approve.mutate({ toolCallId: 'call_1' }))
  await waitFor(() => expect(ids).toHaveLength(1))

  // Another copy of the kit beside the same storage.
  vi.resetModules()
  const { startPress } = await import('../../src/client/decide.ts')
  const { followConversation } = await import('../../src/client/followConversation.ts')
  const address = { client: new QueryClient(), gateway: { ...gateway }, conversationId: 'demo' }
  const follower = followConversation(address)
  const end = follower.subscribe(() => undefined)
  await waitFor(() => expect(follower.snapshot().state?.interventions).toHaveLength(1))
  expect(follower.snapshot().cards.get('call_1')?.memory?.status).toBe('earlier')
  const [card] = follower.snapshot().state!.interventions
  const decisions = [{ toolCallId: 'call_1', revision: card!.revision, decision: 'approved' }] as const
  const before = ids.length
  void startPress({ ...address, source: 'hook', decisions: [...decisions] })
  await waitFor(() => expect(ids.length).toBeGreaterThan(before))
  expect(new Set(ids).size).toBe(1)
  end()
  sessionStorage.clear()
})

it('a request id that the server knows for another decision is not sent again', async () => {
  const ids: string[] = []
  const { result } = await hooks({
    wrapGateway: (gateway) => ({
      ...gateway,
      resume: async (request, options) => {
        ids.push(request.requestId)
        if (ids.length === 1) throw new GatewayError({ code: 'key_reused', applied: 'no' })
        return gateway.resume(request, options)
      },
    }),
  })
  const press = () => act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
  await expect(press()).rejects.toMatchObject({ code: 'key_reused' })
  expect(await press()).toMatchObject({ outcome: 'accepted' })
  expect(new Set(ids).size).toBe(2)
})

describe('a hook beside the component that shows the calls', () => {
  it('decides on the revision of its last render, also when only a new call made it render', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
    mock.open('demo')
    const gateway = createMemoryGateway(mock)
    const Calls = (): null => (useInterventions('demo'), null)
    const { result } = renderHook(() => useApprove('demo'), {
      wrapper: ({ children }) => (
        <GatewayProvider gateway={gateway}>
          <Calls />
          {children}
        </GatewayProvider>
      ),
    })
    await waitFor(() => expect(mock.streams()).toBe(1))
    act(() => void mock.say('demo', 'go'))
    await waitFor(() => expect(mock.read('demo').operations[0]?.status).toBe('waiting_for_human'))
    await act(() => vi.waitFor(() => expect(mock.executions).toHaveLength(0)))
    const answer = await act(() => result.current.mutateAsync({ toolCallId: 'call_1' }))
    expect(answer.outcome).toBe('accepted')
    expect(mock.executions).toHaveLength(1)
  })
})

describe('rule S3: the operations to retire are captured before the call', () => {
  it('does not retire the new operation, even if it was seen before the answer', async () => {
    const agent: Agent = function* (message) {
      yield* agentThatAsks({ tool: 'pay' })(message)
      yield work(150)
    }
    const { result, mock } = await hooks({ agent, faults: [{ name: 'slow', acts: true, ms: 50 }] })
    await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    expect(mock.read('demo').operations.map((one) => one.status)).toEqual(['done', 'running'])
    expect(result.current.busy.isBusy).toBe(true)
    await waitFor(() => expect(mock.running()).toBe(0))
    await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
  })
})

describe('rule S7: one press, one resume', () => {
  it('joins the same decision and refuses another, from every hook on the page', async () => {
    const { result, mock } = await hooks()
    await act(async () => {
      const { approve, reject, resume } = result.current
      const [first, same, other] = await Promise.allSettled([
        approve.mutateAsync({ toolCallId: 'call_1' }),
        resume.mutateAsync({
          operationId: 'op_1',
          decisions: [{ decision: 'approved', revision: 'rev_1', toolCallId: 'call_1' }],
        }),
        reject.mutateAsync({ toolCallId: 'call_1' }),
      ])
      expect(first).toMatchObject({ status: 'fulfilled', value: { outcome: 'accepted' } })
      expect(same).toEqual(first)
      expect(other).toMatchObject({ reason: { code: 'in_progress', applied: 'no' } })
    })
    expect(resumes(mock)).toBe(1)
    expect(mock.executions).toHaveLength(1)
  })

  it('sends one request for a thousand clicks in one task', async () => {
    const { result, mock } = await hooks()
    await act(async () => {
      for (let click = 0; click < 1_000; click += 1) result.current.approve.mutate({ toolCallId: 'call_1' })
    })
    await waitFor(() => expect(result.current.calls.pending).toEqual([]))
    expect(resumes(mock)).toBe(1)
  })

  it('calls the hook of the host once for reject-continue, and not on failure', async () => {
    const onResumed = vi.fn()
    const { result } = await hooks({ onResumed, faults: [{ name: 'refused' }] })
    const decide = () => result.current.rejectContinue.mutateAsync({ toolCallId: 'call_1', reason: 'no' })
    await act(async () => expect(decide()).rejects.toMatchObject({ code: 'forbidden' }))
    expect(onResumed).not.toHaveBeenCalled()
    await act(decide)
    expect(onResumed.mock.calls).toEqual([
      [
        {
          operationId: 'op_2',
          requestId: expect.stringMatching(
            /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
          ),
          decisions: [
            { toolCallId: 'call_1', revision: 'rev_1', decision: 'rejected_continue', reason: 'no' },
          ],
        },
      ],
    ])
  })

  it('sends several decisions as one resume', async () => {
    const { result, mock } = await hooks({ agent: agentThatAsks({ tool: 'pay' }, { tool: 'mail' }) })
    await act(() =>
      result.current.resume.mutateAsync({
        operationId: 'op_1',
        decisions: [
          { toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' },
          { toolCallId: 'call_2', revision: 'rev_2', decision: 'rejected_continue' },
        ],
      }),
    )
    expect(resumes(mock)).toBe(1)
    expect(mock.executions.map((one) => one.tool)).toEqual(['pay'])
  })
})

describe('rule S9: with several pending the agent continues once, after the last', () => {
  it('parks again after the first and continues after the second', async () => {
    const { result, mock } = await hooks({ agent: agentThatAsks({ tool: 'pay' }, { tool: 'mail' }) })
    await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
    expect(result.current.calls.pending.map((one) => one.toolCallId)).toEqual(['call_2'])
    await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_2' }))
    await waitFor(() => expect(mock.running()).toBe(0))
    await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
    expect(mock.executions.map((one) => one.tool)).toEqual(['pay', 'mail'])
    expect(mock.read('demo').operations.map((one) => one.status)).toEqual(['done', 'done', 'done'])
  })
})

describe('rule S12: nothing is sent that nobody pressed', () => {
  it('sends nothing on mount, remount, reconnect, focus, or by a retry of the host', async () => {
    const client = new QueryClient({
      defaultOptions: {
        mutations: { retry: 3, throwOnError: true, networkMode: 'online' },
        queries: { retry: 3 },
      },
    })
    const { result, mock, unmount } = await hooks({ client, faults: [{ name: 'refused', times: 9 }] })
    await act(async () =>
      expect(result.current.approve.mutateAsync({ toolCallId: 'call_1' })).rejects.toMatchObject({
        code: 'forbidden',
      }),
    )
    expect(resumes(mock)).toBe(1)
    mock.fault({ name: 'drops_stream' })
    window.dispatchEvent(new Event('online'))
    window.dispatchEvent(new Event('focus'))
    document.dispatchEvent(new Event('visibilitychange'))
    await client.resumePausedMutations()
    unmount()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(resumes(mock)).toBe(1)
  })

  it('sends nothing later that could not be sent while offline', async () => {
    const { result, mock } = await hooks()
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await act(async () =>
      expect(result.current.approve.mutateAsync({ toolCallId: 'call_1' })).rejects.toMatchObject({
        code: 'offline',
        applied: 'no',
      }),
    )
    vi.restoreAllMocks()
    window.dispatchEvent(new Event('online'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(resumes(mock)).toBe(0)
    expect(result.current.busy.isBusy).toBe(false)
  })
})

describe('rule S14: deciding a call that is unknown or settled sends nothing', () => {
  it.each(['nowhere', 'call_1'])('%s', async (toolCallId) => {
    const { result, mock } = await hooks()
    await act(() => result.current.reject.mutateAsync({ toolCallId: 'call_1' }))
    await act(async () =>
      expect(result.current.approve.mutateAsync({ toolCallId })).rejects.toMatchObject({ code: 'not_found' }),
    )
    expect(resumes(mock)).toBe(1)
    expect(takeConsole().map(([, text]) => String(text).includes('IB010'))).toEqual(
      toolCallId === 'nowhere' ? [true] : [],
    )
  })

  it('sends nothing for a revision that is no longer shown', async () => {
    const { result, mock } = await hooks()
    const shown = result.current.approve
    act(() => mock.change('demo', 'call_1', { argsText: '{"amount":500}' }))
    await waitFor(() => expect(result.current.calls.pending[0]?.revision).toBe('rev_2'))
    await act(async () =>
      expect(await shown.mutateAsync({ toolCallId: 'call_1' })).toMatchObject({ outcome: 'changed' }),
    )
    expect(resumes(mock)).toBe(0)
  })
})

describe('a failed intent', () => {
  it('is continued under its request id by the same decision only', async () => {
    const { result, mock } = await hooks({ faults: [{ name: 'refused', times: 3 }] })
    const fails = async (press: () => Promise<unknown>): Promise<void> =>
      act(async () => {
        await expect(press()).rejects.toMatchObject({ code: 'forbidden' })
      })
    await fails(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    await fails(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    await fails(() => result.current.reject.mutateAsync({ toolCallId: 'call_1' }))
    const [first, second, third] = mock.requests.flatMap((one) =>
      one.route === 'resume' ? [one.requestId] : [],
    )
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('leads to a read first if another decision follows and it may have run', async () => {
    const { result, mock } = await hooks({ faults: [{ name: 'never_answers', times: 3 }] })
    await act(async () =>
      expect(result.current.approve.mutateAsync({ toolCallId: 'call_1' })).rejects.toMatchObject({
        applied: 'unknown',
      }),
    )
    const reads = (): number => mock.requests.filter((one) => one.route === 'read').length
    const before = reads()
    await act(() => result.current.reject.mutateAsync({ toolCallId: 'call_1' }))
    expect(mock.requests.slice(-2).map((one) => one.route)).toEqual(['read', 'resume'])
    expect(reads()).toBe(before + 1)
  })

  it('stays unknown, under its request id, if another decision could not be sent', async () => {
    const { result, mock } = await hooks({ faults: [{ name: 'never_answers', times: 3 }] })
    const inDoubt = { applied: 'unknown' }
    await act(async () =>
      expect(result.current.approve.mutateAsync({ toolCallId: 'call_1' })).rejects.toMatchObject(inDoubt),
    )
    mock.fault({ name: 'unreachable', on: 'read', times: 99 })
    await act(async () =>
      expect(result.current.reject.mutateAsync({ toolCallId: 'call_1' })).rejects.toMatchObject({
        applied: 'no',
      }),
    )
    mock.clearFaults()
    await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    const sent = mock.requests.filter((one) => one.route === 'resume').map((one) => one.requestId)
    expect(new Set(sent).size).toBe(1)
    expect(mock.executions).toHaveLength(1)
  })

  it('leads to a read first wherever the call in doubt stands among several', async () => {
    const { result, mock } = await hooks({
      agent: agentThatAsks({ tool: 'pay' }, { tool: 'mail' }),
      faults: [{ name: 'never_answers', times: 3 }],
    })
    await act(async () =>
      expect(result.current.approve.mutateAsync({ toolCallId: 'call_2' })).rejects.toMatchObject({
        applied: 'unknown',
      }),
    )
    const before = mock.requests.length
    await act(() =>
      result.current.resume.mutateAsync({
        operationId: 'op_1',
        decisions: [
          { toolCallId: 'call_1', revision: 'rev_1', decision: 'rejected_continue' },
          { toolCallId: 'call_2', revision: 'rev_2', decision: 'rejected_continue' },
        ],
      }),
    )
    expect(
      mock.requests
        .slice(before)
        .map((one) => one.route)
        .slice(0, 2),
    ).toEqual(['read', 'resume'])
  })

  it('leaves no doubt about a call that was never sent, although it was pressed together with one in doubt', async () => {
    const { result, mock } = await hooks({
      agent: agentThatAsks({ tool: 'pay' }, { tool: 'mail' }),
      faults: [{ name: 'never_answers', times: 3 }],
    })
    const fails = async (applied: 'no' | 'unknown', press: () => Promise<unknown>): Promise<void> =>
      act(async () => {
        await expect(press()).rejects.toMatchObject({ applied })
      })
    await fails('unknown', () => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    mock.fault({ name: 'unreachable', on: 'read', times: 99 })
    await fails('no', () =>
      result.current.resume.mutateAsync({
        operationId: 'op_1',
        decisions: [
          { toolCallId: 'call_1', revision: 'rev_1', decision: 'rejected_continue' },
          { toolCallId: 'call_2', revision: 'rev_2', decision: 'approved' },
        ],
      }),
    )
    mock.clearFaults()
    const before = mock.requests.length
    await act(() => result.current.reject.mutateAsync({ toolCallId: 'call_2' }))
    expect(mock.requests.slice(before).map((one) => one.route)[0]).toBe('resume')
  })

  it('finds its own decision if only the answer was lost', async () => {
    const onResumed = vi.fn()
    const { result, mock } = await hooks({ onResumed, faults: [{ name: 'drops_answer', times: 3 }] })
    const answer = await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    expect(answer.outcome).toMatch(/already_resolved|accepted/)
    expect(mock.executions).toHaveLength(1)
    expect(onResumed).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(result.current.busy.isBusy).toBe(false))
  })
})

describe('onDecide', () => {
  it('cancels a decision: nothing is sent and the call stays', async () => {
    const onDecide = vi.fn<OnDecide>((_decisions, { cancel }) => cancel())
    const { result, mock } = await hooks({ onDecide })
    const answer = await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    expect(answer).toEqual({ outcome: 'cancelled' })
    expect(onDecide).toHaveBeenCalledWith(
      [{ toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' }],
      expect.objectContaining({ source: 'hook' }),
    )
    expect(resumes(mock)).toBe(0)
    expect(result.current.calls.pending).toHaveLength(1)
    expect(result.current.busy.isBusy).toBe(false)
  })

  it('is awaited, and nothing is sent if the call changed meanwhile', async () => {
    let agree: (() => void) | undefined
    const { result, mock } = await hooks({
      onDecide: () =>
        new Promise<void>((resolve) => {
          agree = resolve
        }),
    })
    let answer: Promise<unknown> = Promise.resolve()
    act(() => {
      answer = result.current.approve.mutateAsync({ toolCallId: 'call_1' })
    })
    await waitFor(() => expect(agree).toBeDefined())
    act(() => mock.change('demo', 'call_1', { argsText: '{"amount":500}' }))
    await waitFor(() => expect(result.current.calls.pending[0]?.revision).toBe('rev_2'))
    await act(async () => {
      agree?.()
      expect(await answer).toMatchObject({ outcome: 'changed' })
    })
    expect(resumes(mock)).toBe(0)
  })

  it('cancels the decision if it throws', async () => {
    const { result, mock } = await hooks({
      onDecide: () => {
        throw new Error('the host is wrong')
      },
    })
    const answer = await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    expect(answer).toEqual({ outcome: 'cancelled' })
    expect(resumes(mock)).toBe(0)
    expect(takeConsole()).toEqual([['error', new Error('the host is wrong')]])
  })
})

describe('onResumed', () => {
  it('is called even if all components were unmounted meanwhile', async () => {
    const onResumed = vi.fn()
    const { result, unmount } = await hooks({ onResumed, faults: [{ name: 'slow', ms: 30 }] })
    act(() => result.current.approve.mutate({ toolCallId: 'call_1' }))
    unmount()
    await waitFor(() => expect(onResumed).toHaveBeenCalledTimes(1))
  })

  it('cannot turn an accepted decision into a failed one', async () => {
    const { result } = await hooks({
      onResumed: () => {
        throw new Error('the host is wrong')
      },
    })
    const answer = await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
    expect(answer).toMatchObject({ outcome: 'accepted' })
    expect(takeConsole()).toEqual([['error', new Error('the host is wrong')]])
  })
})

it('rule S6: a paused operation that has ended and was forgotten can still be resumed', async () => {
  const { result, mock } = await hooks()
  vi.useFakeTimers({ toFake: ['setInterval', 'Date'] })
  vi.setSystemTime(Date.now() + 3_600_000)
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  vi.useRealTimers()
  const answer = await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
  expect(answer).toMatchObject({ outcome: 'accepted' })
  expect(mock.executions).toHaveLength(1)
})

it('keeps the state of the mutation: variables, data and error are those of the decision', async () => {
  const { result } = await hooks({ faults: [{ name: 'signed_out' }] })
  const { approve } = result.current
  await act(async () => expect(approve.mutateAsync({ toolCallId: 'call_1' })).rejects.toBeDefined())
  // TanStack tells its observers in a task of their own.
  await waitFor(() =>
    expect(result.current.approve).toMatchObject({
      status: 'error',
      error: { code: 'unauthenticated' },
      variables: { toolCallId: 'call_1' },
    }),
  )
  await act(() => result.current.approve.mutateAsync({ toolCallId: 'call_1' }))
  await waitFor(() =>
    expect(result.current.approve).toMatchObject({ status: 'success', data: { outcome: 'accepted' } }),
  )
})

describe('a 412 whose read still shows the same revision', () => {
  it.each(['', '{}', '<html>', '{"code":"changed"}'])(
    'with the body %j is shown again, and nothing is sent by itself',
    async (body) => {
      const bodies: string[] = []
      const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
      mock.say('demo', 'go')
      const gateway = createHttpGateway({
        baseUrl: 'http://mock.example/api/agent',
        fetch: async (input, init) => {
          const request = new Request(input, init)
          if (!request.url.endsWith('/resume')) return mock.handle(request)
          bodies.push(await request.text())
          return new Response(body, { status: 412, headers: { 'content-type': 'application/problem+json' } })
        },
      })
      const view = renderHook(
        () => ({ approve: useApprove('demo'), busy: useBusy('demo'), calls: useInterventions('demo') }),
        { wrapper: ({ children }) => <GatewayProvider gateway={gateway}>{children}</GatewayProvider> },
      )
      await waitFor(() => expect(view.result.current.calls.pending).toHaveLength(1))
      act(() => view.result.current.approve.mutate({ toolCallId: 'call_1' }))
      await waitFor(() => expect(view.result.current.approve.data).toMatchObject({ outcome: 'changed' }))
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      expect(bodies).toHaveLength(1)
      expect(view.result.current.busy.isBusy).toBe(false)
      expect(view.result.current.calls.pending).toMatchObject([{ toolCallId: 'call_1', status: 'pending' }])
      view.unmount()
    },
  )
})
