import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import type { DecisionRequest, GatewayClient, ResumeAnswer } from 'intervention-bar/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { portOf } from '../../src/gateway/port.ts'
import { hitlShapes } from '../support/hitlShapes.ts'
import { createStandInThread, type StandInThread } from '../support/langGraphThread.ts'

const [{ value }] = hitlShapes as [(typeof hitlShapes)[number]]
const busy422 = (): Response =>
  new Response('Thread is already running a task. Wait for it to finish.', { status: 422 })
const busy409 = (): Response => new Response('{"detail":"Thread is busy"}', { status: 409 })

const { signal: never } = new AbortController()

function busyThread(answer: StandInThread['onPost'] = busy422): StandInThread {
  return createStandInThread({
    tasks: [
      { name: 'one', interrupts: [`{"id":"0187c3f54e5639703664c37580f01451","value":${value('{}')}}`] },
      { name: 'two', interrupts: [`{"id":"0187c3f54e5639703664c37580f01452","value":${value('{}')}}`] },
    ],
    next: ['one', 'two'],
    runs: [
      {
        run_id: 'run_1',
        status: 'running',
        created_at: '2026-09-01T00:00:00.500Z',
        kwargs: {
          command: { resume: { '0187c3f54e5639703664c37580f01451': { decisions: [{ type: 'approve' }] } } },
        },
      },
    ],
    onPost: answer,
  })
}

async function press(
  thread: StandInThread,
  {
    signal = never,
    decision = 'approved',
  }: { signal?: AbortSignal; decision?: DecisionRequest['decision'] } = {},
): Promise<{
  readonly gateway: GatewayClient
  readonly answer: Promise<ResumeAnswer>
  readonly again: () => Promise<ResumeAnswer>
  readonly told: () => number
}> {
  const gateway = createLangGraphGateway({
    url: 'http://graph.test',
    assistantId: 'agent',
    fetch: thread.fetch,
  })
  const { interventions } = await gateway.readConversation('thread_1', { signal: never })
  const card = interventions.find(({ status }) => status === 'pending')
  const { toolCallId, revision, operationId } = card!
  const made: DecisionRequest = { toolCallId, revision, decision }
  const request = { conversationId: 'thread_1', operationId, requestId: 'req_1', decisions: [made] } as const
  let told = 0
  const onNotTaken = (): void => {
    told += 1
  }
  const again = (): Promise<ResumeAnswer> => portOf(gateway).resume(request, { signal, onNotTaken })
  const answer = again()
  answer.catch(() => undefined)
  return { gateway, answer, again, told: () => told }
}

const requestIdsOf = ({ posts }: StandInThread): readonly unknown[] =>
  posts.map(
    ({ body }) =>
      (JSON.parse(body) as { metadata: { intervention_request_id: string } }).metadata
        .intervention_request_id,
  )

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a decision while the run of another sub-agent goes on', () => {
  it.each([
    ['422', busy422],
    ['409', busy409],
  ])('is repeated under its request id after a %s, until it is taken', async (_status, refusal) => {
    const thread = busyThread(refusal)
    const { gateway, answer, told } = await press(thread)
    expect(gateway.resumeTimeoutMs).toBe(30_000)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(told()).toBe(thread.posts.length)
    expect(told()).toBeGreaterThan(5)
    thread.onPost = () => undefined
    thread.runs[0]!.status = 'success'
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await answer).toEqual({ outcome: 'accepted', operationId: 'run_2' })
    expect(new Set(requestIdsOf(thread))).toEqual(new Set(['req_1']))
    expect(thread.runs).toHaveLength(2)
    const { length } = thread.posts
    await vi.advanceTimersByTimeAsync(60_000)
    expect(thread.posts).toHaveLength(length)
  })

  it('ends after 30 s at most as not taken', async () => {
    const thread = busyThread()
    const { answer } = await press(thread)
    await vi.advanceTimersByTimeAsync(30_000)
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', applied: 'no' })
    const { length } = thread.posts
    await vi.advanceTimersByTimeAsync(60_000)
    expect(thread.posts).toHaveLength(length)
  })

  it('is taken once the thread is free, also when it rejects and stops', async () => {
    const thread = busyThread(busy409)
    const { answer } = await press(thread, { decision: 'rejected' })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(new Set(thread.posts.map(({ path }) => path))).toEqual(new Set(['/state']))
    thread.onPost = () => undefined
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await answer).toEqual({ outcome: 'accepted', operationId: null })
  })

  it('is not repeated after somebody else decided', async () => {
    const thread = busyThread()
    const { answer } = await press(thread)
    const kwargs = {
      command: { resume: { '0187c3f54e5639703664c37580f01452': { decisions: [{ type: 'reject' }] } } },
    }
    thread.runs.push({ run_id: 'run_9', status: 'running', created_at: '2026-09-01T00:00:02.000Z', kwargs })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await answer).toMatchObject({
      outcome: 'already_resolved',
      interventions: [{ status: 'rejected_continue' }],
    })
    expect(thread.posts.length).toBeLessThanOrEqual(1)
  })

  it('is not repeated after the page gave it up', async () => {
    const over = new AbortController()
    const thread = busyThread()
    const { answer } = await press(thread, { signal: over.signal })
    await vi.advanceTimersByTimeAsync(1_500)
    over.abort()
    await expect(answer).rejects.toThrow('abort')
    const { length } = thread.posts
    await vi.advanceTimersByTimeAsync(60_000)
    expect(thread.posts).toHaveLength(length)
  })

  it('is found by its request id when the answer to a try was lost', async () => {
    const thread = busyThread(() => {
      throw new TypeError('fetch failed')
    })
    const { answer, again } = await press(thread)
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', applied: 'unknown' })
    thread.runs.push({
      run_id: 'run_2',
      status: 'running',
      created_at: '2026-09-01T00:00:02.000Z',
      metadata: { intervention_request_id: 'req_1' },
    })
    expect(await again()).toEqual({ outcome: 'accepted', operationId: 'run_2' })
    expect(thread.posts).toHaveLength(1)
  })

  it('is refused at once where the server cannot read it', async () => {
    const thread = busyThread(() => new Response('{"detail":"Invalid assistant."}', { status: 422 }))
    const { answer } = await press(thread)
    await expect(answer).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
    expect(thread.posts).toHaveLength(1)
  })
})

it('an edit that is no object is refused before it is sent', async () => {
  const thread = busyThread()
  const gateway = createLangGraphGateway({
    url: 'http://graph.test',
    assistantId: 'agent',
    fetch: thread.fetch,
  })
  const { interventions } = await gateway.readConversation('thread_1', { signal: never })
  const { toolCallId, revision, operationId } = interventions[0]!
  const made: DecisionRequest = { toolCallId, revision, decision: 'approved', argsText: '[1]' }
  const request = { conversationId: 'thread_1', operationId, requestId: 'req_1', decisions: [made] } as const
  await expect(gateway.resume(request, { signal: never })).rejects.toMatchObject({
    code: 'invalid',
    applied: 'no',
    fields: [{ path: '/decisions/0/argsText' }],
  })
  expect(thread.posts).toEqual([])
})
