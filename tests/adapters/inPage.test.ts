import {
  createInPageGateway,
  type PageAgent,
  type PageCall,
  type Turn,
} from 'intervention-bar/adapters/in-page'
import type {
  GatewayClient,
  InterventionCall,
  ResumeRequest,
  SettledIntervention,
} from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { findCall } from '../../src/model/conversation.ts'
import { approval } from '../support/fixtures.ts'

const { signal } = new AbortController()
const isWriting = ({ text }: Turn): boolean => text === 'write'

const aCall = (n: number): PageCall => ({
  toolCallId: `call_${n}`,
  tool: 'write_file',
  argsText: `{"n":${n}}`,
})
const threeCalls = [aCall(1), aCall(2), aCall(3)] as const

function anAgent(change: Partial<PageAgent> = {}): PageAgent & { turns: Turn[]; ran: string[] } {
  const turns: Turn[] = []
  const ran: string[] = []
  return {
    turns,
    ran,
    turn: async (turn) => {
      turns.push(turn)
      if (isWriting(turn)) turn.ask([{ toolCallId: 'call_1', tool: 'write_file', argsText: '{"n":1}' }])
    },
    runTool: ({ argsText }) => {
      ran.push(argsText)
      return { written: true }
    },
    ...change,
  }
}

function ring(): object {
  const self: { self?: object } = {}
  self.self = self
  return self
}

async function read(gateway: GatewayClient): ReturnType<GatewayClient['readConversation']> {
  return gateway.readConversation('demo', { signal })
}

async function waiting(gateway: GatewayClient): Promise<InterventionCall> {
  await expect
    .poll(async () => (await read(gateway)).interventions.some((card) => card.status === 'pending'))
    .toBe(true)
  return (await read(gateway)).interventions.find((card) => card.status === 'pending')!
}

const rejection = (card: InterventionCall, decision: 'rejected' | 'rejected_continue'): ResumeRequest => ({
  ...approval(card),
  decisions: [{ toolCallId: card.toolCallId, revision: card.revision, decision, reason: 'Use the draft.' }],
})

describe('an agent in the page', () => {
  it('runs the tool with the stored call, and gives the agent its result', async () => {
    const agent = anAgent()
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await gateway.resume(approval(await waiting(gateway)), { signal })
    await expect.poll(() => agent.turns.length).toBe(2)
    expect(agent.ran).toEqual(['{"n":1}'])
    expect(agent.turns[1]!.results).toEqual([
      { toolCallId: 'call_1', tool: 'write_file', ok: true, output: '{"written":true}' },
    ])
  })

  it('asks for each of two calls with one id, and runs what was shown of the one that was approved', async () => {
    const both = [aCall(1), { ...aCall(2), toolCallId: 'call_1' }, { ...aCall(3), toolCallId: 'call_1' }]
    const agent = anAgent({ turn: async (turn) => void (agent.turns.push(turn) === 1 && turn.ask(both)) })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await waiting(gateway)
    const [first, second, third] = (await read(gateway)).interventions
    await gateway.resume(approval(second, 'req_1'), { signal })
    await expect.poll(() => agent.ran).toEqual(['{"n":2}'])
    const now = (await read(gateway)).interventions
    const statusOf = (card: InterventionCall | undefined): unknown => findCall(now, card!.toolCallId)?.status
    expect([first, second, third].map(statusOf)).toEqual(['pending', 'approved', 'pending'])
    await gateway.resume({ ...rejection(first!, 'rejected_continue'), requestId: 'req_2' }, { signal })
    await gateway.resume({ ...rejection(third!, 'rejected_continue'), requestId: 'req_3' }, { signal })
    await expect.poll(() => agent.turns.length).toBe(2)
    expect(agent.turns[1]!.results.map((one) => one.toolCallId)).toEqual(['call_1'])
    expect(agent.turns[1]!.rejected.map((one) => one.toolCallId)).toEqual(['call_1', 'call_1'])
    expect(agent.ran).toEqual(['{"n":2}'])
  })

  it('keeps the answer to a call whose id is used again in a later turn', async () => {
    const agent = anAgent({
      turn: async (turn) => {
        if (agent.turns.push(turn) < 3) turn.ask([aCall(1)])
      },
    })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await gateway.resume(approval(await waiting(gateway), 'req_1'), { signal })
    await gateway.resume(approval(await waiting(gateway), 'req_2'), { signal })
    await expect.poll(() => agent.turns.length).toBe(3)
    const { interventions } = await read(gateway)
    expect(interventions.map((card) => 'resolution' in card && card.resolution.requestId)).toEqual([
      'req_1',
      'req_2',
    ])
    expect(agent.ran).toHaveLength(2)
  })

  it('tells a result of MCP that failed as a failure, with all of it', async () => {
    const failed = { isError: true, content: [{ type: 'text', text: 'No space.' }] }
    const agent = anAgent({ runTool: () => failed })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await gateway.resume(approval(await waiting(gateway)), { signal })
    await expect
      .poll(() => agent.turns[1]?.results)
      .toMatchObject([{ ok: false, output: JSON.stringify(failed) }])
  })

  it('runs nothing after a rejection that stops', async () => {
    const agent = anAgent()
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    const answer = await gateway.resume(rejection(await waiting(gateway), 'rejected'), { signal })
    expect(answer).toEqual({ outcome: 'accepted', operationId: null })
    const { operations, interventions } = await read(gateway)
    expect([operations[0]!.status, interventions[0]!.status]).toEqual(['done', 'rejected'])
    expect([agent.ran, agent.turns.length]).toEqual([[], 1])
  })

  it('begins a turn with the reason of a "reject and continue"', async () => {
    const agent = anAgent()
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await gateway.resume(rejection(await waiting(gateway), 'rejected_continue'), { signal })
    await expect.poll(() => agent.turns[1]?.text).toBe('Use the draft.')
    expect(agent.ran).toEqual([])
  })

  it('runs no further call of a batch after a stop, and does not call the model', async () => {
    const ran: string[] = []
    const turns: string[] = []
    const gateway = createInPageGateway({
      turn: async ({ text, ask }) => {
        turns.push(String(text))
        ask(threeCalls, { answering: 'together', siblings: 'independent' })
      },
      runTool: async ({ argsText }) => {
        ran.push(argsText)
        const { operations } = await read(gateway)
        const operationId = operations.at(-1)!.id
        await gateway.stop({ conversationId: 'demo', operationId, requestId: 'stop' }, { signal })
      },
    })
    gateway.start('demo', 'write')
    const first = await waiting(gateway)
    const { interventions } = await read(gateway)
    const [one, ...others] = interventions.map(
      ({ toolCallId, revision }) => ({ toolCallId, revision, decision: 'approved' }) as const,
    )
    await gateway.resume({ ...approval(first), decisions: [one!, ...others] }, { signal })
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('interrupted')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([ran, turns]).toEqual([['{"n":1}'], ['write']])
  })

  it('keeps to the order of its pause after the first call was decided', async () => {
    const gateway = createInPageGateway(
      anAgent({
        turn: async ({ ask }) => ask(threeCalls, { answering: 'in_order', siblings: 'independent' }),
      }),
    )
    gateway.start('demo', 'write')
    await gateway.resume(approval(await waiting(gateway)), { signal })
    await expect
      .poll(async () => (await read(gateway)).operations.at(-1))
      .toMatchObject({ status: 'waiting_for_human', pause: { answering: 'in_order' } })
  })

  it('is done when a turn asks for no call', async () => {
    const none: PageCall[] = []
    const gateway = createInPageGateway(anAgent({ turn: async ({ ask }) => ask(none) }))
    gateway.start('demo', 'write')
    await expect.poll(async () => (await read(gateway)).operations[0]?.status).toBe('done')
    expect((await read(gateway)).interventions).toEqual([])
  })

  it('shows an error of a tool or a turn in the conversation', async () => {
    const agent = anAgent({
      turn: async (turn) => {
        if (!isWriting(turn)) throw new Error('The model is gone.')
        turn.ask([{ toolCallId: 'call_1', tool: 'write_file', argsText: '{}' }])
      },
      runTool: () => {
        throw new Error('Disk full.')
      },
    })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await gateway.resume(approval(await waiting(gateway)), { signal })
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('error')
    expect((await read(gateway)).interventions[0]).toMatchObject({
      status: 'approved',
      resolution: { execution: { ok: false, message: 'Error: Disk full.' } },
    })
    expect((await read(gateway)).operations.at(-1)).toMatchObject({
      error: { message: 'Error: The model is gone.' },
    })
  })

  it.each([
    ['a number too large for JSON', { n: 1n }, '{"n":"1"}'],
    ['a ring', ring(), 'It ran. Its result cannot be written as JSON.'],
    ['nothing', undefined, undefined],
  ])('reports success for a tool that returned %s', async (_what, output, message) => {
    const agent = anAgent({ runTool: () => output })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await gateway.resume(approval(await waiting(gateway)), { signal })
    await expect.poll(() => agent.turns).toHaveLength(2)
    expect(agent.turns[1]?.results).toMatchObject([{ ok: true, output: message ?? '' }])
    const { resolution } = (await read(gateway)).interventions[0] as SettledIntervention
    expect(resolution.execution).toEqual({ ok: true, ...(message === undefined ? {} : { message }) })
  })

  it('asks for every call of a step, also for hundreds', async () => {
    const many = Array.from({ length: 120 }, (_one, index) => aCall(index))
    const gateway = createInPageGateway(anAgent({ turn: async ({ ask }) => ask(many) }))
    gateway.start('demo', 'write')
    await waiting(gateway)
    expect((await read(gateway)).interventions.map((card) => card.toolCallId)).toEqual(
      many.map((call) => call.toolCallId),
    )
  })

  it('shows a run as interrupted when its storage is full', async () => {
    const kept = new Map<string, string>()
    let isFull = false
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (isFull) throw new Error('QuotaExceededError')
        kept.set(key, value)
      },
    }
    const agent = anAgent({ runTool: () => void (isFull = true) })
    const gateway = createInPageGateway({ ...agent, storage })
    gateway.start('demo', 'write')
    await gateway.resume(approval(await waiting(gateway)), { signal })
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('interrupted')
    expect((await read(gateway)).interventions[0]?.status).toBe('approved')
  })

  it('stores two gateways separately, whatever their ids and their conversations’ ids are', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const one = createInPageGateway({ ...anAgent(), storage, id: 'agent:eu' })
    one.start('demo', 'write')
    await waiting(one)
    const other = createInPageGateway({ ...anAgent(), storage, id: 'agent' })
    expect((await other.readConversation('eu:demo', { signal })).interventions).toEqual([])
  })

  it('signals a gap after each change, and ends when aborted', async () => {
    const gateway = createInPageGateway(anAgent())
    const page = new AbortController()
    const said: string[] = []
    const followed = (async (): Promise<void> => {
      for await (const item of gateway.followConversation('demo', { after: null, signal: page.signal })) {
        said.push(item.type)
        if (item.type === 'gap') page.abort()
      }
    })()
    gateway.start('demo', 'write')
    await followed
    expect(said).toEqual(['connection', 'gap'])
  })

  it('keeps waiting calls over a reload, and interrupts running operations', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const before = createInPageGateway({ ...anAgent(), storage })
    before.start('demo', 'write')
    const card = await waiting(before)
    const stuck = createInPageGateway({
      ...anAgent({ turn: () => new Promise<void>(() => undefined) }),
      storage,
    })
    stuck.start('other', 'write')
    const after = createInPageGateway({ ...anAgent(), storage })
    expect((await after.readConversation('other', { signal })).operations[0]!.status).toBe('interrupted')
    expect(await after.resume(approval(card), { signal })).toMatchObject({ outcome: 'accepted' })
  })

  it.each(['{"operations":1}', 'null', '[]', '1', '{', '{"operations":[],"interventions":[]}'])(
    'starts empty if the storage contains something else: %s',
    async (text) => {
      const kept = new Map([['["in-page","demo"]', text]])
      const storage = {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
      }
      const gateway = createInPageGateway({ ...anAgent(), storage })
      expect(await read(gateway)).toMatchObject({ operations: [], interventions: [] })
      gateway.start('demo', 'write')
      expect(await gateway.resume(approval(await waiting(gateway)), { signal })).toMatchObject({
        outcome: 'accepted',
      })
    },
  )

  it('refuses a decision for an operation that did not ask, and changes nothing', async () => {
    const agent = anAgent()
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    const request = { ...approval(await waiting(gateway)), operationId: 'op_of_nobody' }
    await expect(gateway.resume(request, { signal })).rejects.toMatchObject({
      code: 'not_found',
      applied: 'no',
    })
    expect((await read(gateway)).interventions[0]?.status).toBe('pending')
    expect([agent.ran, agent.turns.length]).toEqual([[], 1])
  })

  it('refuses decisions after a call has expired', async () => {
    const agent = anAgent({
      turn: async (turn) => {
        if (isWriting(turn)) turn.ask([{ tool: 'write_file', argsText: '{}', expiresAt: Date.now() - 1 }])
      },
    })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'write')
    await expect.poll(async () => (await read(gateway)).interventions[0]?.status).toBe('expired')
    const [card] = (await read(gateway)).interventions
    expect(await gateway.resume(approval(card), { signal })).toMatchObject({
      outcome: 'gone',
      reason: 'expired',
    })
    expect(agent.ran).toEqual([])
  })
})

describe('a decision while an approved tool of the same pause still runs', () => {
  const aSlowAgent = (pause?: Parameters<Turn['ask']>[1]) => {
    const turns: Turn[] = []
    const ran: string[] = []
    let finish = (): void => undefined
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    const gateway = createInPageGateway({
      turn: async (turn) => {
        turns.push(turn)
        if (isWriting(turn)) turn.ask(threeCalls, pause)
      },
      runTool: async ({ toolCallId }) => {
        if (toolCallId === 'call_1') await slow
        ran.push(toolCallId)
        return `result of ${toolCallId}`
      },
    })
    gateway.start('demo', 'write')
    return { gateway, turns, ran, finish: () => finish() }
  }
  const settledDown = async (gateway: GatewayClient): Promise<void> => {
    const hasEnded = async (): Promise<boolean> =>
      (await read(gateway)).operations.every((one) => /done|error|interrupted/.test(one.status))
    await expect.poll(hasEnded).toBe(true)
  }
  const cardsOf = async (gateway: GatewayClient): Promise<readonly InterventionCall[]> => {
    await waiting(gateway)
    return (await read(gateway)).interventions
  }

  it('rule S9: is accepted at once, and the agent continues once, with all results, after the last tool', async () => {
    const { gateway, turns, ran, finish } = aSlowAgent()
    const [one, two, three] = await cardsOf(gateway)
    await gateway.resume(approval(one, 'r1'), { signal })
    const answer = await gateway.resume(approval(two, 'r2'), { signal })
    expect(answer).toMatchObject({ outcome: 'accepted', operationId: expect.any(String) })
    expect(await gateway.resume(approval(two, 'r2'), { signal })).toEqual(answer)
    await gateway.resume(approval(three, 'r3'), { signal })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([ran, turns.length]).toEqual([[], 1])
    const { operations } = await read(gateway)
    expect(operations.map((operation) => operation.status)).toEqual(['done', 'running', 'running', 'running'])
    finish()
    await settledDown(gateway)
    expect(ran).toEqual(['call_1', 'call_2', 'call_3'])
    expect(turns.slice(1).map((turn) => turn.results.map(({ ok, output }) => [ok, output]))).toEqual([
      [
        [true, 'result of call_1'],
        [true, 'result of call_2'],
        [true, 'result of call_3'],
      ],
    ])
  })

  it('rule S9: keeps the agent waiting for the calls that are still pending after both tools ran', async () => {
    const { gateway, turns, ran, finish } = aSlowAgent()
    const [one, two, three] = await cardsOf(gateway)
    await gateway.resume(approval(one, 'r1'), { signal })
    await gateway.resume(approval(two, 'r2'), { signal })
    finish()
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('waiting_for_human')
    const { operations } = await read(gateway)
    expect(operations.map((operation) => operation.status)).toEqual(['done', 'done', 'waiting_for_human'])
    await gateway.resume(approval(three, 'r3'), { signal })
    await settledDown(gateway)
    expect([ran, turns.length]).toEqual([['call_1', 'call_2', 'call_3'], 2])
  })

  it('rule S8: reject and stop ends the run: no tool runs, no call waits, no turn begins', async () => {
    const { gateway, turns, ran, finish } = aSlowAgent()
    const [one, two, three] = await cardsOf(gateway)
    await gateway.resume(approval(one, 'r1'), { signal })
    await gateway.resume(approval(two, 'r2'), { signal })
    expect(await gateway.resume(rejection(three!, 'rejected'), { signal })).toEqual({
      outcome: 'accepted',
      operationId: null,
    })
    const statuses = async (): Promise<unknown> => {
      const { operations, interventions } = await read(gateway)
      const calls = [one, two, three].map((card) => findCall(interventions, card!.toolCallId))
      return [operations, calls].map((all) => all.map((each) => each?.status))
    }
    const halted = [
      ['done', 'interrupted', 'interrupted'],
      ['approved', 'approved', 'rejected'],
    ]
    expect(await statuses()).toEqual(halted)
    finish()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await statuses()).toEqual(halted)
    expect([ran, turns.length]).toEqual([['call_1'], 1])
    // The first had begun, and what it came to is said. The second never did.
    const { interventions } = await read(gateway)
    expect(findCall(interventions, 'call_1')).toMatchObject({ resolution: { execution: { ok: true } } })
    expect(findCall(interventions, 'call_2')).not.toHaveProperty('resolution.execution')
  })

  it('rule S8: runs the call that was approved in the same resume as a stop, and leaves no call pending', async () => {
    const { gateway, turns, ran, finish } = aSlowAgent()
    const [one, two, three] = await cardsOf(gateway)
    const [first] = approval(one).decisions
    const [second] = rejection(two!, 'rejected').decisions
    await gateway.resume({ ...approval(one, 'r1'), decisions: [first, second] }, { signal })
    expect(await gateway.resume(approval(three, 'r2'), { signal })).toMatchObject({ outcome: 'gone' })
    finish()
    await settledDown(gateway)
    expect([ran, turns.length]).toEqual([['call_1'], 1])
    expect((await read(gateway)).operations.at(-1)?.status).toBe('interrupted')
  })

  it('tells the agent of a "reject and continue" once, together with the result of the tool', async () => {
    const { gateway, turns, finish } = aSlowAgent()
    const [one, two, three] = await cardsOf(gateway)
    await gateway.resume(approval(one, 'r1'), { signal })
    const [first] = rejection(two!, 'rejected_continue').decisions
    const [second] = rejection(three!, 'rejected_continue').decisions
    await gateway.resume({ ...approval(two, 'r2'), decisions: [first, second] }, { signal })
    finish()
    await settledDown(gateway)
    expect(turns.slice(1).map(({ results, rejected }) => [results.length, rejected.length])).toEqual([[1, 2]])
  })

  it('keeps to the order of its pause', async () => {
    const { gateway, finish } = aSlowAgent({ answering: 'in_order', siblings: 'independent' })
    const [one, two, three] = await cardsOf(gateway)
    await gateway.resume(approval(one, 'r1'), { signal })
    await expect(gateway.resume(approval(three, 'r3'), { signal })).rejects.toMatchObject({ code: 'invalid' })
    await gateway.resume(approval(two, 'r2'), { signal })
    finish()
    await expect
      .poll(async () => (await read(gateway)).operations.at(-1))
      .toMatchObject({ status: 'waiting_for_human', pause: { answering: 'in_order' } })
  })

  it('is withdrawn when the run is stopped', async () => {
    const { gateway, turns, ran, finish } = aSlowAgent()
    const [one, two] = await cardsOf(gateway)
    await gateway.resume(approval(one, 'r1'), { signal })
    const answer = await gateway.resume(approval(two, 'r2'), { signal })
    const operationId = answer.outcome === 'accepted' ? answer.operationId! : ''
    await gateway.stop({ conversationId: 'demo', operationId, requestId: 'stop' }, { signal })
    finish()
    await settledDown(gateway)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([ran, turns.length]).toEqual([['call_1'], 1])
  })
})

describe('a question of an agent in the page', () => {
  const schema = {
    type: 'object',
    properties: { day: { enum: ['Monday', 'Friday'] } },
    required: ['day'],
  } as const
  const form: PageCall = { toolCallId: 'q_1', question: { kind: 'form', message: 'Which day?', schema } }
  function asking(...calls: readonly PageCall[]): ReturnType<typeof anAgent> {
    const agent = anAgent({
      turn: async (turn) => void (agent.turns.push(turn) === 1 && turn.ask(calls)),
    })
    return agent
  }
  const answered = (card: InterventionCall, answerText?: string): ResumeRequest => ({
    ...approval(card),
    requestId: `req ${answerText}`,
    decisions: [
      {
        toolCallId: card.toolCallId,
        revision: card.revision,
        decision: 'answered',
        ...(answerText !== undefined && { answerText }),
      },
    ],
  })

  it('gets its answer in the next turn, and no tool runs', async () => {
    const agent = asking(form)
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'go')
    const card = await waiting(gateway)
    expect(card).toMatchObject({
      tool: null,
      argsText: null,
      decisions: ['answered', 'rejected_continue', 'rejected'],
    })
    await gateway.resume(answered(card, '{"day":"Friday"}'), { signal })
    await expect.poll(() => agent.turns.length).toBe(2)
    expect(agent.turns[1]!.answers).toEqual([{ toolCallId: 'q_1', answerText: '{"day":"Friday"}' }])
    expect(agent.ran).toEqual([])
    expect((await read(gateway)).interventions[0]).toMatchObject({
      status: 'answered',
      resolution: { answerText: '{"day":"Friday"}' },
    })
  })

  it('refuses an answer that its schema refuses, and waits on', async () => {
    const gateway = createInPageGateway(asking(form))
    gateway.start('demo', 'go')
    const card = await waiting(gateway)
    await expect(gateway.resume(answered(card, '{"day":"Sunday"}'), { signal })).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: '/decisions/0/answerText', message: expect.stringContaining('/day') }],
    })
    expect((await waiting(gateway)).status).toBe('pending')
  })

  it('may be asked in the place of a tool, which then does not run', async () => {
    const agent = asking({
      toolCallId: 'call_1',
      tool: 'write_file',
      argsText: '{}',
      decisions: ['approved', 'answered', 'rejected_continue'],
    })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'go')
    await gateway.resume(answered(await waiting(gateway), 'I did it.'), { signal })
    await expect.poll(() => agent.turns.length).toBe(2)
    expect(agent.turns[1]).toMatchObject({
      answers: [{ toolCallId: 'call_1', answerText: 'I did it.' }],
      results: [],
    })
    expect(agent.ran).toEqual([])
  })

  it('refuses an edit that the schema of the tool refuses, and runs one that it takes', async () => {
    const inputSchema = { properties: { n: { type: 'integer', maximum: 5 } } } as const
    const tool = { name: 'write_file', inputSchema }
    const agent = asking({ tool, argsText: '{"n":1}', editable: true })
    const gateway = createInPageGateway(agent)
    gateway.start('demo', 'go')
    const card = await waiting(gateway)
    const edited = (argsText: string): ResumeRequest => ({
      ...approval(card),
      requestId: argsText,
      decisions: [{ toolCallId: card.toolCallId, revision: card.revision, decision: 'approved', argsText }],
    })
    const refused = gateway.resume(edited('{"n":6}'), { signal })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: '/decisions/0/argsText' }],
    })
    expect(agent.ran).toEqual([])
    await gateway.resume(edited('{"n":5}'), { signal })
    await expect.poll(() => agent.ran).toEqual(['{"n":5}'])
  })
})

describe('the next message after calls whose fate the agent has not been told', () => {
  const asking = async (turn: Turn, turns: Turn[]): Promise<void> => {
    turns.push(turn)
    if (isWriting(turn)) turn.ask([aCall(1), aCall(2)])
  }
  const mayHaveRun = {
    toolCallId: 'call_1',
    tool: 'write_file',
    ok: false,
    output: expect.stringContaining('may have run'),
  }

  async function decideFirst(
    gateway: GatewayClient,
    decision: 'approved' | 'rejected' | 'rejected_continue',
  ) {
    const request = approval(await waiting(gateway))
    const [{ toolCallId, revision }] = request.decisions
    const decisions = [{ toolCallId, revision, decision }] as const
    await gateway.resume({ ...request, decisions }, { signal })
  }

  it.each([
    [
      'approved',
      { results: [{ toolCallId: 'call_1', tool: 'write_file', ok: true, output: 'done' }], rejected: [] },
    ],
    ['rejected', { results: [], rejected: [{ toolCallId: 'call_1' }] }],
    ['rejected_continue', { results: [], rejected: [{ toolCallId: 'call_1' }] }],
  ] as const)('tells once that one of two was %s, while the other waited', async (decision, told) => {
    const turns: Turn[] = []
    const gateway = createInPageGateway({ turn: (turn) => asking(turn, turns), runTool: () => 'done' })
    gateway.start('demo', 'write')
    await decideFirst(gateway, decision)
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).not.toBe('running')
    gateway.start('demo', 'And now?')
    await expect.poll(() => turns.length).toBe(2)
    gateway.start('demo', 'And then?')
    await expect.poll(() => turns.length).toBe(3)
    expect(turns.slice(1)).toMatchObject([
      { text: 'And now?', ...told },
      { text: 'And then?', results: [], rejected: [] },
    ])
  })

  it.each(['the same page', 'another page'])(
    'says that a call may have run whose tool was at work, on %s',
    async (where) => {
      const turns: Turn[] = []
      const stored = new Map<string, string>()
      const storage = {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, text: string) => void stored.set(key, text),
      }
      const agent: PageAgent = {
        turn: (turn) => asking(turn, turns),
        runTool: () => new Promise(() => undefined),
      }
      const gateway = createInPageGateway({ ...agent, storage })
      gateway.start('demo', 'write')
      await decideFirst(gateway, 'approved')
      const next = where === 'the same page' ? gateway : createInPageGateway({ ...agent, storage })
      next.start('demo', 'And now?')
      await expect.poll(() => turns.length).toBe(2)
      expect(turns[1]).toMatchObject({ text: 'And now?', results: [mayHaveRun] })
    },
  )

  it('tells nothing twice: a turn that failed had been told', async () => {
    const turns: Turn[] = []
    const gateway = createInPageGateway({
      turn: async (turn) => {
        turns.push(turn)
        if (isWriting(turn)) turn.ask([aCall(1)])
        if (turns.length === 2) throw new Error('The model is away.')
      },
      runTool: () => 'done',
    })
    gateway.start('demo', 'write')
    await decideFirst(gateway, 'approved')
    await expect.poll(async () => (await read(gateway)).operations.at(-1)?.status).toBe('error')
    gateway.start('demo', 'And now?')
    await expect.poll(() => turns.length).toBe(3)
    expect(turns.map(({ results }) => results.length)).toEqual([0, 1, 0])
  })
})
