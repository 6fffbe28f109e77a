import {
  type AiSdkChat,
  type AiSdkMessage,
  type AiSdkQuestions,
  createAiSdkGateway,
} from 'intervention-bar/adapters/ai-sdk'
import type { Conversation, DecisionRequest, GatewayClient, ResumeRequest } from 'intervention-bar/core'
import { describe, expect, it, type Mock, onTestFinished, vi } from 'vitest'
import { approval } from '../support/fixtures.ts'

const { signal } = new AbortController()
const user: AiSdkMessage = { id: 'm1', role: 'user', parts: [{ type: 'text' }] }

function asking(part: object = {}, id = 'm2'): AiSdkMessage {
  const asked = {
    type: 'tool-send_mail',
    toolCallId: 'call_1',
    state: 'approval-requested',
    input: { to: 'ana@example.com' },
    approval: { id: 'approval_1' },
    ...part,
  }
  return { id, role: 'assistant', parts: [{ type: 'step-start' }, asked] }
}

/** A chat as `useChat` returns it: a new object at each render, with functions that stay. */
function aChat(change: Partial<AiSdkChat> = {}): AiSdkChat {
  return {
    id: 'demo',
    messages: [user, asking()],
    status: 'ready',
    error: undefined,
    addToolApprovalResponse: vi.fn<AiSdkChat['addToolApprovalResponse']>(),
    stop: vi.fn<AiSdkChat['stop']>(),
    setMessages: vi.fn<NonNullable<AiSdkChat['setMessages']>>(),
    ...change,
  }
}

const read = (gateway: GatewayClient): Promise<Conversation> => gateway.readConversation('demo', { signal })
async function approve(gateway: GatewayClient, requestId = 'req_1'): Promise<ResumeRequest> {
  const { interventions } = await read(gateway)
  return approval(interventions.at(-1), requestId)
}
/** Lets what was started go on until it waits. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('a chat of the AI SDK', () => {
  it('shows the calls of its last message, with the decisions that the SDK supports', async () => {
    const { operations, interventions } = await read(createAiSdkGateway(aChat()))
    expect(operations).toMatchObject([
      { id: 'm1:0', status: 'waiting_for_human', pause: { answering: 'together', siblings: 'independent' } },
    ])
    expect(interventions).toMatchObject([
      {
        toolCallId: 'call_1',
        operationId: 'm1:0',
        status: 'pending',
        tool: { name: 'send_mail' },
        argsText: '{"to":"ana@example.com"}',
        decisions: ['approved', 'rejected_continue', 'rejected'],
        editable: false,
      },
    ])
  })

  it('is the same gateway at each render, and accepts when the stream has begun', async () => {
    const first = aChat()
    const gateway = createAiSdkGateway(first)
    const answer = gateway.resume(await approve(gateway), { signal })
    await settle()
    expect(first.addToolApprovalResponse).toHaveBeenCalledExactlyOnceWith({
      id: 'approval_1',
      approved: true,
      options: { headers: { 'idempotency-key': 'req_1' } },
    })
    const responded = asking({ state: 'approval-responded', approval: { id: 'approval_1', approved: true } })
    expect(createAiSdkGateway({ ...first, status: 'submitted' })).toBe(gateway)
    expect((await read(gateway)).interventions[0]!.status).toBe('pending')
    createAiSdkGateway({ ...first, messages: [user, responded], status: 'streaming' })
    expect(await answer).toEqual({ outcome: 'accepted', operationId: 'm1:1' })
    expect(await read(gateway)).toMatchObject({
      operations: [{ id: 'm1:1', status: 'running' }],
      interventions: [{ status: 'approved', resolution: { requestId: 'req_1' } }],
    })
  })

  it('keeps the card when the route refuses, and can send another decision', async () => {
    const first = aChat()
    const gateway = createAiSdkGateway(first)
    const answer = gateway.resume(await approve(gateway), { signal })
    const responded = asking({ state: 'approval-responded', approval: { id: 'approval_1', approved: true } })
    const failed = { ...first, messages: [user, responded], status: 'error', error: new Error('HTTP 503') }
    await settle()
    createAiSdkGateway(failed)
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', applied: 'no', message: 'HTTP 503' })
    expect((await read(gateway)).interventions[0]!.status).toBe('pending')

    const { decisions, ...request } = await approve(gateway, 'req_2')
    const rejected = { ...decisions[0], decision: 'rejected_continue' } as const
    void gateway.resume({ ...request, decisions: [rejected] }, { signal })
    await settle()
    const reopened: readonly AiSdkMessage[] = vi
      .mocked(first.setMessages!)
      .mock.calls[0]![0]([user, responded])
    expect(reopened[1]!.parts[1]).toMatchObject({
      state: 'approval-requested',
      approval: { id: 'approval_1' },
    })
    expect(first.addToolApprovalResponse).toHaveBeenLastCalledWith(
      expect.objectContaining({ approved: false }),
    )
  })

  it.each([
    [false, 1],
    [true, 2],
  ])('after a broken request, on a route with claims: %s, sends %i answers', async (claimed, answered) => {
    const first = aChat()
    const gateway = createAiSdkGateway(first, { claimed })
    const request = await approve(gateway)
    const answer = gateway.resume(request, { signal })
    await settle()
    createAiSdkGateway({ ...first, status: 'error', error: new TypeError('fetch failed') })
    await expect(answer).rejects.toMatchObject({ applied: 'unknown' })
    const again = gateway.resume(request, { signal })
    again.catch(() => undefined)
    await settle()
    expect(first.addToolApprovalResponse).toHaveBeenCalledTimes(answered)
  })

  it('changes only the history on a stop', async () => {
    const chat = aChat()
    const gateway = createAiSdkGateway(chat)
    const { decisions, ...request } = await approve(gateway)
    const rejected = { ...decisions[0], decision: 'rejected', reason: 'No.' } as const
    const answer = await gateway.resume({ ...request, decisions: [rejected] }, { signal })
    expect(answer).toEqual({ outcome: 'accepted', operationId: null })
    const denied = vi.mocked(chat.setMessages!).mock.calls[0]![0](chat.messages)
    createAiSdkGateway({ ...chat, messages: denied })
    expect(await read(gateway)).toMatchObject({
      operations: [{ status: 'done' }],
      interventions: [{ status: 'rejected', resolution: { reason: 'No.', requestId: 'req_1' } }],
    })
    expect(chat.addToolApprovalResponse).not.toHaveBeenCalled()
  })

  it('denies one of two calls with the same id, and leaves the other one alone', async () => {
    const [, part] = asking().parts
    const other = Object.assign({}, part, { approval: { id: 'approval_2' }, state: 'output-available' })
    const message = { ...asking(), parts: [part!, other] }
    const chat = aChat({ messages: [user, message] })
    const gateway = createAiSdkGateway(chat)
    const { interventions } = await read(gateway)
    const request = approval(interventions[0])
    const rejected = { ...request.decisions[0], decision: 'rejected' } as const
    await gateway.resume({ ...request, decisions: [rejected] }, { signal })
    const change = vi.mocked(chat.setMessages!).mock.calls[0]![0]
    const denied: readonly AiSdkMessage[] = change(chat.messages)
    expect(denied[1]!.parts).toMatchObject([{ state: 'output-denied' }, { state: 'output-available' }])
  })

  it('withdraws the calls of an earlier message, and qualifies a call id that is used again', async () => {
    const messages = [user, asking(), { ...user, id: 'm3' }, asking({ approval: { id: 'approval_2' } }, 'm4')]
    const { interventions } = await read(createAiSdkGateway(aChat({ messages })))
    expect(interventions.map(({ toolCallId, status }) => [toolCallId, status])).toEqual([
      ['call_1', 'withdrawn'],
      ['call_1@m4', 'pending'],
    ])
  })

  it('shows a call of unknown shape as raw data, and offers only to stop', async () => {
    const messages = [user, asking({ approval: { token: 'x' } })]
    const { interventions } = await read(createAiSdkGateway(aChat({ messages })))
    expect(interventions).toMatchObject([{ decisions: ['rejected'], editable: false }])
    expect(JSON.parse(interventions[0]!.argsText!)).toMatchObject({ approval: { token: 'x' } })
  })

  it('names the version of the SDK that it expects', async () => {
    const { addToolApprovalResponse: _missing, ...old } = aChat()
    const gateway = createAiSdkGateway(old as unknown as AiSdkChat)
    await expect(read(gateway)).rejects.toMatchObject({
      code: 'unsupported',
      applied: 'no',
      message: expect.stringContaining('AI SDK 6 or 7'),
    })
  })

  it('signals a gap at each render with new messages', async () => {
    const first = aChat()
    const gateway = createAiSdkGateway(first)
    const page = new AbortController()
    const said: string[] = []
    const followed = (async (): Promise<void> => {
      for await (const item of gateway.followConversation!('demo', { after: null, signal: page.signal })) {
        said.push(item.type)
        if (item.type === 'gap') page.abort()
      }
    })()
    await settle()
    createAiSdkGateway({ ...first })
    createAiSdkGateway({ ...first, status: 'submitted' })
    await followed
    expect(said).toEqual(['connection', 'gap'])
  })

  describe('the arguments', () => {
    const shown = async (part: object): Promise<unknown> => {
      const { interventions } = await read(createAiSdkGateway(aChat({ messages: [user, asking(part)] })))
      return interventions[0]?.argsText
    }
    const circular: { self?: unknown } = {}
    circular.self = circular

    it.each([
      ['a text', 'rm', '"rm"'],
      ['a text that looks like an object', '{"path":"/"}', '"{\\"path\\":\\"/\\"}"'],
      ['a text that looks like a number', '4', '"4"'],
      ['an empty text', '', '""'],
      ['null', null, 'null'],
      ['false', false, 'false'],
      ['a number', 4, '4'],
      ['minus zero, of which the request says zero', -0, '0'],
      ['a list', ['rm', null], '["rm",null]'],
      ['an object without fields', {}, '{}'],
    ])('are the JSON of what the tool gets: %s', async (_case, input, argsText) => {
      expect(await shown({ input })).toBe(argsText)
    })

    it.each([
      ['nothing', undefined],
      ['a number without JSON', 4n],
      ['an object in itself', circular],
    ])('are not told where the chat has %s', async (_case, input) => {
      const chat = aChat({ messages: [user, asking({ input })] })
      const gateway = createAiSdkGateway(chat)
      expect((await read(gateway)).interventions[0]!.argsText).toBeNull()
      await expect(gateway.resume(await approve(gateway), { signal })).rejects.toMatchObject({
        code: 'invalid',
      })
      expect(chat.addToolApprovalResponse).not.toHaveBeenCalled()
    })
  })

  it('leaves a malformed part and a malformed message out alone', async () => {
    const broken = { id: 'm0', role: 'assistant' } as unknown as AiSdkMessage
    const { parts, ...message } = asking()
    const odd = [null, { type: 7 }, 'text', ...parts] as unknown as AiSdkMessage['parts']
    const { interventions } = await read(
      createAiSdkGateway(aChat({ messages: [broken, user, { ...message, parts: odd }] })),
    )
    expect(interventions).toMatchObject([{ toolCallId: 'call_1', status: 'pending' }])
  })

  it.each([
    [{ type: 'dynamic-tool', toolName: 'mcp.delete_repo', providerExecuted: true }, { name: 'delete_repo' }],
    [{ type: 'dynamic-tool', toolName: 'mcp.', providerExecuted: true }, { name: 'mcp.' }],
    [{ type: 'dynamic-tool', toolName: 'mcp.delete_repo' }, { name: 'mcp.delete_repo' }],
    [{ toolMetadata: { clientName: 'github' } }, { name: 'send_mail', server: 'github' }],
    [{ toolMetadata: { clientName: 'ai-sdk-mcp-client' } }, { name: 'send_mail' }],
    [
      { toolMetadata: { title: 'Send', annotations: { destructiveHint: true, readOnlyHint: 'no' } } },
      { name: 'send_mail', title: 'Send', annotations: { destructiveHint: true } },
    ],
    [{ toolMetadata: { clientName: 7, title: null, annotations: [] } }, { name: 'send_mail' }],
    [{ toolMetadata: 'github' }, { name: 'send_mail' }],
  ])('shows a tool of an MCP server as that: %j', async (part, tool) => {
    const { interventions } = await read(createAiSdkGateway(aChat({ messages: [user, asking(part)] })))
    expect(interventions[0]!.tool).toEqual(tool)
  })

  it('says whose words ask: those of a policy', async () => {
    const messages = [user, asking({ approval: { id: 'approval_1', requestReason: 'Over the limit.' } })]
    const { interventions } = await read(createAiSdkGateway(aChat({ messages })))
    expect(interventions[0]!.why).toEqual({ text: 'Over the limit.', by: 'policy' })
  })

  it('does not ask for what a rule of the server answers', async () => {
    const messages = [user, asking({ approval: { id: 'approval_1', isAutomatic: true } })]
    const { operations, interventions } = await read(createAiSdkGateway(aChat({ messages })))
    expect([operations[0]!.status, interventions]).toEqual(['done', []])
  })

  it('waits for a person while its stream is still open', async () => {
    const { operations } = await read(createAiSdkGateway(aChat({ status: 'streaming' })))
    expect(operations).toMatchObject([{ status: 'waiting_for_human' }])
  })

  describe('a tool that is slow', () => {
    const responded = asking({
      state: 'approval-responded',
      approval: { id: 'approval_1', approved: true },
    })
    const ran = asking({
      state: 'output-available',
      output: 'deployed',
      approval: { id: 'approval_1', approved: true },
    })

    async function press(claimed = false): Promise<{
      readonly first: AiSdkChat
      readonly gateway: GatewayClient
      readonly answer: ReturnType<GatewayClient['resume']>
    }> {
      const first = aChat()
      const gateway = createAiSdkGateway(first, { claimed })
      const answer = gateway.resume(await approve(gateway), { signal })
      answer.catch(() => undefined)
      await settle()
      return { first, gateway, answer }
    }

    it('is accepted once the chat has taken the answer, and runs until its result', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
      onTestFinished(() => void vi.useRealTimers())
      const first = aChat()
      const gateway = createAiSdkGateway(first)
      const answer = gateway.resume(await approve(gateway), { signal })
      await vi.advanceTimersByTimeAsync(0)
      createAiSdkGateway({ ...first, messages: [user, responded], status: 'submitted' })
      await vi.advanceTimersByTimeAsync(4_000)
      expect(await answer).toEqual({ outcome: 'accepted', operationId: 'm1:1' })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await read(gateway)).toMatchObject({
        operations: [{ id: 'm1:1', status: 'running' }],
        interventions: [{ status: 'approved', resolution: { requestId: 'req_1' } }],
      })
      createAiSdkGateway({ ...first, messages: [user, ran], status: 'ready' })
      expect(await read(gateway)).toMatchObject({
        operations: [{ status: 'done' }],
        interventions: [{ status: 'approved', resolution: { execution: { ok: true } } }],
      })
    })

    describe('whose request is refused late', () => {
      async function takenForSlow(): Promise<{ readonly first: AiSdkChat; readonly gateway: GatewayClient }> {
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
        onTestFinished(() => void vi.useRealTimers())
        const first = aChat()
        const gateway = createAiSdkGateway(first)
        const answer = gateway.resume(await approve(gateway), { signal })
        await vi.advanceTimersByTimeAsync(0)
        createAiSdkGateway({ ...first, messages: [user, responded], status: 'submitted' })
        await vi.advanceTimersByTimeAsync(4_000)
        expect(await answer).toMatchObject({ outcome: 'accepted' })
        return { first, gateway }
      }
      const refused = { status: 'error', error: new Error('HTTP 503') } as const

      it('waits again, because nothing has run, and can be decided anew', async () => {
        const { first, gateway } = await takenForSlow()
        createAiSdkGateway({ ...first, messages: [user, responded], ...refused })
        expect(await read(gateway)).toMatchObject({
          operations: [{ status: 'waiting_for_human' }],
          interventions: [{ status: 'pending' }],
        })
        const again = gateway.resume(await approve(gateway, 'req_2'), { signal })
        await vi.advanceTimersByTimeAsync(0)
        createAiSdkGateway({ ...first, messages: [user, ran], status: 'ready' })
        expect(await again).toMatchObject({ outcome: 'accepted' })
        expect((await read(gateway)).interventions).toMatchObject([
          { status: 'approved', resolution: { requestId: 'req_2', execution: { ok: true } } },
        ])
      })

      it.each([
        ['it broke on its way', { status: 'error', error: new TypeError('network') }, {}],
        ['a result came before it', { ...refused, messages: [user, ran] }, { execution: { ok: true } }],
      ] as const)('is told as approved if %s', async (_why, broken, resolution) => {
        const { first, gateway } = await takenForSlow()
        createAiSdkGateway({ ...first, messages: [user, responded], ...broken })
        expect(await read(gateway)).toMatchObject({
          operations: [{ status: 'error' }],
          interventions: [{ status: 'approved', resolution }],
        })
      })

      it('is told as approved if a later request fails, after this one was stopped', async () => {
        const { first, gateway } = await takenForSlow()
        createAiSdkGateway({ ...first, messages: [user, responded], status: 'ready' })
        const messages = [user, responded, { ...user, id: 'm3' }]
        createAiSdkGateway({ ...first, messages, status: 'submitted' })
        createAiSdkGateway({ ...first, messages, ...refused })
        expect((await read(gateway)).interventions).toMatchObject([{ status: 'approved' }])
      })
    })

    it('is settled by its output whatever is remembered, and its message is never taken back', async () => {
      const { first, gateway, answer } = await press(true)
      createAiSdkGateway({ ...first, messages: [user, responded], status: 'submitted' })
      createAiSdkGateway({
        ...first,
        messages: [user, responded],
        status: 'error',
        error: new TypeError('network'),
      })
      await expect(answer).rejects.toMatchObject({ applied: 'unknown' })
      const again = gateway.resume(await approve(gateway), { signal })
      await settle()
      const change = vi.mocked(first.setMessages!).mock.calls[0]![0]
      expect(change([user, ran]) as unknown).toEqual([user, ran])
      createAiSdkGateway({ ...first, messages: [user, ran], status: 'ready' })
      await expect(again).resolves.toMatchObject({ outcome: 'accepted' })
      expect((await read(gateway)).interventions).toMatchObject([
        { status: 'approved', resolution: { requestId: 'req_1', execution: { ok: true } } },
      ])
      const late = await gateway.resume({ ...(await approve(gateway)), requestId: 'req_2' }, { signal })
      expect(late.outcome).toBe('already_resolved')
      expect(first.setMessages).toHaveBeenCalledOnce()
    })

    it('is not told as one that has not run, once a person says something else', async () => {
      const { first, gateway, answer } = await press()
      createAiSdkGateway({
        ...first,
        messages: [user, responded],
        status: 'error',
        error: new TypeError('network'),
      })
      await expect(answer).rejects.toMatchObject({ applied: 'unknown' })
      createAiSdkGateway({
        ...first,
        messages: [user, responded, { ...user, id: 'm3' }],
        status: 'submitted',
      })
      expect((await read(gateway)).interventions).toMatchObject([{ status: 'approved' }])
    })

    it.each([
      ['stopped', 'approved'],
      ['rejected', 'rejected'],
    ] as const)(
      'tells the model that it may have run, when it is %s while that is not known',
      async (how, status) => {
        const { first, gateway, answer } = await press(true)
        const error = new TypeError('network')
        createAiSdkGateway({ ...first, messages: [user, responded], status: 'error', error })
        await expect(answer).rejects.toMatchObject({ applied: 'unknown' })
        const { decisions, ...request } = await approve(gateway, 'req_2')
        if (how === 'stopped') await gateway.stop!({ ...request, operationId: 'm1:0' }, { signal })
        else {
          const rejected = { ...decisions[0], decision: 'rejected' } as const
          await gateway.resume({ ...request, decisions: [rejected] }, { signal })
        }
        const changes = vi.mocked(first.setMessages!).mock.calls.map(([change]) => change)
        const messages = changes.reduce<readonly AiSdkMessage[]>(
          (all, change) => change(all),
          [user, responded],
        )
        expect(messages[1]!.parts[1]).toMatchObject({
          state: 'output-error',
          errorText: expect.stringContaining('may have run'),
          approval: { approved: true },
        })
        createAiSdkGateway({ ...first, messages, status: 'ready' })
        expect((await read(gateway)).interventions).toMatchObject([{ status }])
      },
    )

    it.each([
      [
        { output: { isError: true, content: [{ type: 'text', text: 'No space.' }, { type: 'image' }] } },
        { ok: false, message: 'No space.' },
      ],
      [{ output: { isError: true } }, { ok: false, message: expect.stringContaining('failed') }],
      [{ output: { isError: 'no', content: [] } }, { ok: true }],
      [{ output: null }, { ok: true }],
      [
        { state: 'output-error', errorText: 'No space.' },
        { ok: false, message: 'No space.' },
      ],
      [{ state: 'output-error' }, { ok: false }],
    ])('is told with what its result says of itself: %j', async (part, execution) => {
      const messages = [
        user,
        asking({ state: 'output-available', approval: { id: 'approval_1', approved: true }, ...part }),
      ]
      expect((await read(createAiSdkGateway(aChat({ messages })))).interventions).toMatchObject([
        { status: 'approved', resolution: { execution } },
      ])
    })

    it('has not run yet while it streams a part of its result', async () => {
      const part = Object.assign({}, ran.parts[1], { preliminary: true })
      const messages = [user, { ...ran, parts: [part] }]
      const { interventions } = await read(createAiSdkGateway(aChat({ messages, status: 'streaming' })))
      expect(interventions[0]).toMatchObject({ status: 'approved' })
      expect(interventions[0]).not.toHaveProperty('resolution.execution')
    })
  })

  it('says that nothing was sent when the chat does not come to the end of its answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const first = aChat({ status: 'streaming' })
    const gateway = createAiSdkGateway(first)
    const onNotTaken = vi.fn<() => void>()
    const answer = gateway
      .resume(await approve(gateway), { signal, onNotTaken })
      .catch((thrown: unknown) => thrown)
    await vi.advanceTimersByTimeAsync(0)
    expect(onNotTaken).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(gateway.resumeTimeoutMs! - 1_000)
    expect(await answer).toMatchObject({ code: 'unavailable', applied: 'no' })
    expect(first.addToolApprovalResponse).not.toHaveBeenCalled()
  })

  it('names what is missing when the chat sends no answer, and the call can still be decided', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const first = aChat()
    const gateway = createAiSdkGateway(first)
    const answer = gateway.resume(await approve(gateway), { signal }).catch((thrown: unknown) => thrown)
    await vi.advanceTimersByTimeAsync(0)
    const taken = asking({ state: 'approval-responded', approval: { id: 'approval_1', approved: true } })
    createAiSdkGateway({ ...first, messages: [user, taken] })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await answer).toMatchObject({
      code: 'unsupported',
      applied: 'no',
      message: expect.stringContaining('sendAutomaticallyWhen'),
    })
    expect((await read(gateway)).interventions).toMatchObject([{ status: 'pending' }])
  })
})

describe('the agent that asks, of the AI SDK', () => {
  async function asker(message: AiSdkMessage): Promise<unknown> {
    return (await read(createAiSdkGateway(aChat({ messages: [user, message] })))).interventions[0]!.agent
  }

  it('is the one that the host names in the metadata of the tool, or of the message', async () => {
    const named = { agent: { name: 'Researcher', path: ['Planner'], relation: 'sub_agent' } }
    expect(await asker(asking({ toolMetadata: named }))).toEqual(named.agent)
    const message = { ...asking(), metadata: { agent: 'Billing' } }
    expect(await asker(message)).toEqual({ name: 'Billing', relation: 'sub_agent', path: [] })
  })

  it.each([undefined, {}, { agent: 7 }, { agent: { name: '' } }, 'Researcher'])(
    'is the assistant itself with the metadata %j',
    async (metadata) => {
      expect(await asker({ ...asking(), metadata })).toBeUndefined()
    },
  )
})

describe('a tool that a person answers', () => {
  const questions: AiSdkQuestions = {
    ask_user: (input) => ({ kind: 'text', message: (input as { question: string }).question }),
    book: () => ({ kind: 'form', message: 'Your trip', schema: { type: 'object' } }),
  }
  const asked = (name = 'ask_user', part: object = {}): AiSdkMessage => ({
    id: 'm2',
    role: 'assistant',
    parts: [
      {
        type: `tool-${name}`,
        toolCallId: 'call_1',
        state: 'input-available',
        input: { question: 'Where to?' },
        ...part,
      } as { type: string },
    ],
  })
  function ask(name?: string): { chat: AiSdkChat; gateway: GatewayClient; answer: Mock } {
    const answer = vi.fn<NonNullable<AiSdkChat['addToolOutput']>>()
    const chat = aChat({ messages: [user, asked(name)], addToolOutput: answer })
    return { chat, answer, gateway: createAiSdkGateway(chat, { questions }) }
  }
  async function decide(gateway: GatewayClient, change: Partial<DecisionRequest>): Promise<unknown> {
    const request = await approve(gateway)
    const made = { ...request.decisions[0], ...change } as DecisionRequest
    return gateway.resume({ ...request, decisions: [made] }, { signal })
  }

  it('is a question, and its answer is the output of the tool', async () => {
    const { chat, gateway, answer } = ask()
    expect((await read(gateway)).interventions).toMatchObject([
      {
        status: 'pending',
        tool: { name: 'ask_user' },
        argsText: '{"question":"Where to?"}',
        question: { kind: 'text', message: 'Where to?' },
        decisions: ['answered', 'rejected_continue', 'rejected'],
      },
    ])
    const decided = decide(gateway, { decision: 'answered', answerText: 'To "Rome".' })
    await expect.poll(() => answer.mock.calls.length).toBe(1)
    expect(answer).toHaveBeenCalledExactlyOnceWith({
      tool: 'ask_user',
      toolCallId: 'call_1',
      output: 'To "Rome".',
      options: { headers: { 'idempotency-key': 'req_1' } },
    })
    createAiSdkGateway({
      ...chat,
      messages: [user, asked('ask_user', { state: 'output-available', output: 'To "Rome".' })],
    })
    expect(await decided).toMatchObject({ outcome: 'accepted' })
    expect((await read(gateway)).interventions).toMatchObject([
      { status: 'answered', resolution: { requestId: 'req_1', answerText: 'To "Rome".' } },
    ])
  })

  it.each([
    ['ask_user', '', ''],
    ['ask_user', '4', '4'],
    ['ask_user', { city: 'Rome' }, '{"city":"Rome"}'],
    ['ask_user', 4n, ''],
    ['ask_user', undefined, ''],
    ['book', 'Rome', '"Rome"'],
    ['book', null, 'null'],
    ['book', { city: 'Rome' }, '{"city":"Rome"}'],
  ])('of %s is told with what the chat has as its output (%#)', async (name, output, answerText) => {
    const messages = [user, asked(name, { state: 'output-available', output })]
    const gateway = createAiSdkGateway(aChat({ messages }), { questions })
    expect((await read(gateway)).interventions).toMatchObject([
      { status: 'answered', resolution: { answerText } },
    ])
  })

  it('gets the value of a form, and no value that the chat cannot hold', async () => {
    const { chat, gateway, answer } = ask('book')
    await expect(
      decide(gateway, { decision: 'answered', answerText: '{"id":1192837465019283746}' }),
    ).rejects.toMatchObject({ code: 'invalid', applied: 'no', fields: [{ path: '/decisions/0/answerText' }] })
    expect(answer).not.toHaveBeenCalled()
    const decided = decide(gateway, { decision: 'answered', answerText: '{ "nights": 2 }' })
    await settle()
    expect(answer).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ output: { nights: 2 } }))
    const taken = asked('book', { state: 'output-available', output: { nights: 2 } })
    createAiSdkGateway({ ...chat, messages: [user, taken] })
    await decided
  })

  it('gets an error when the person does not answer, and the agent goes on', async () => {
    const { chat, gateway, answer } = ask()
    const decided = decide(gateway, { decision: 'rejected_continue', reason: 'Ask Ben.' })
    await settle()
    expect(answer).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ state: 'output-error', errorText: 'Ask Ben.' }),
    )
    createAiSdkGateway({
      ...chat,
      messages: [user, asked('ask_user', { state: 'output-error', errorText: 'Ask Ben.' })],
    })
    await decided
    expect((await read(gateway)).interventions).toMatchObject([
      { status: 'rejected_continue', resolution: { reason: 'Ask Ben.' } },
    ])
  })

  it('ends in the history alone when the run is stopped', async () => {
    const { chat, gateway, answer } = ask()
    await decide(gateway, { decision: 'rejected' })
    expect(answer).not.toHaveBeenCalled()
    const [change] = vi.mocked(chat.setMessages!).mock.calls[0]!
    const messages = change(chat.messages) as readonly AiSdkMessage[]
    expect(messages[1]!.parts[0]).toMatchObject({ state: 'output-error' })
    createAiSdkGateway({ ...chat, messages })
    expect((await read(gateway)).interventions).toMatchObject([{ status: 'rejected' }])
  })

  it('is none of the kit while its input streams, or where the host does not name it', async () => {
    const streaming = asked('ask_user', { state: 'input-streaming' })
    const chat = aChat({ messages: [user, streaming, asked('search')] })
    expect((await read(createAiSdkGateway(chat, { questions }))).interventions).toEqual([])
  })
})
