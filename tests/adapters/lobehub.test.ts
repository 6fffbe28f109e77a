import {
  createLobeHubGateway,
  type LobeHubCall,
  type LobeHubCard,
  type LobeHubOptions,
  lobeHubOverHttp,
  type LobeHubSocket,
} from 'intervention-bar/adapters/lobehub'
import {
  type Conversation,
  type DecisionRequest,
  type FollowSignal,
  type GatewayClient,
  GatewayError,
  type GatewayEvent,
} from 'intervention-bar/core'
import { afterEach, describe, expect, it, vi } from 'vitest'

const { signal } = new AbortController()
const absent = new GatewayError({ code: 'unsupported', applied: 'no' })

/** A tool message that waits, sealed in `batch_1` of `op_1`. */
const row = (change: object = {}): Record<string, unknown> => ({
  id: 'msg_1',
  role: 'tool',
  content: '',
  parentId: 'msg_0',
  tool_call_id: 'call_1',
  createdAt: '2026-09-01T00:00:00.000Z',
  plugin: { identifier: 'mail', apiName: 'send', arguments: '{"to":"ana@example.com"}' },
  pluginIntervention: { status: 'pending', operationId: 'op_1', batchId: 'batch_1' },
  ...change,
})
const unsealed = { pluginIntervention: { status: 'pending' } }
const second = { id: 'msg_2', tool_call_id: 'call_2' }

interface Answers {
  readonly messages?: unknown
  readonly running?: string
  readonly answers?: Readonly<Record<string, unknown>>
}
interface Started {
  readonly gateway: GatewayClient
  readonly calls: (readonly [procedure: string, input: Record<string, unknown>])[]
}

/** A gateway over a client that answers with what is given; a procedure without an answer is absent. */
function start({ messages = [row()], running, answers }: Answers = {}, change: object = {}): Started {
  const calls: Started['calls'] = []
  const metadata = running ? { runningOperation: { operationId: running } } : {}
  const all: Readonly<Record<string, unknown>> = {
    'topic.getTopicDetail': { id: 'demo', metadata },
    'message.getMessages': messages,
    'aiAgent.getOperationStatus': { currentState: { status: running ? 'running' : 'waiting_for_human' } },
    'aiAgent.execAgent': { operationId: 'op_2', success: true },
    ...answers,
  }
  const call: LobeHubCall = async (procedure, input) => {
    calls.push([procedure, input as Record<string, unknown>])
    const answer = all[procedure]
    if (answer === undefined) throw absent
    if (answer instanceof Error) throw answer
    return typeof answer === 'function' ? (answer as () => unknown)() : answer
  }
  const options: LobeHubOptions = { call, gatewayUrl: 'https://gateway.test', agentId: 'agt_1', ...change }
  return { gateway: createLobeHubGateway(options), calls }
}

const read = (gateway: GatewayClient): Promise<Conversation> => gateway.readConversation('demo', { signal })

async function decide(
  gateway: GatewayClient,
  ...made: readonly Partial<DecisionRequest>[]
): ReturnType<GatewayClient['resume']> {
  const { interventions } = await read(gateway)
  const decisions = made.map((one, index) => {
    const { toolCallId, revision } = interventions[index]!
    return { toolCallId, revision, decision: 'approved', ...one }
  })
  const [first, ...rest] = decisions as [DecisionRequest]
  const { operationId } = interventions[0]!
  return gateway.resume(
    { conversationId: 'demo', operationId, requestId: 'req_1', decisions: [first, ...rest] },
    { signal },
  )
}
const sentTo = ({ calls }: Started, procedure: string): unknown[] =>
  calls.filter(([name]) => name === procedure).map(([, input]) => input)

const exec = 'aiAgent.execAgent'
const claim = 'aiAgent.resolveAgentInterventionBySource'
const claimed = { state: 'claimed', execution: { operationId: 'op_2', success: true } }

describe('a topic of LobeHub', () => {
  it('shows its waiting tool messages, in the operation that parked', async () => {
    const { gateway } = start({}, { offers: ['edit', 'remember'] })
    expect(await read(gateway)).toMatchObject({
      operations: [{ id: 'op_1', status: 'waiting_for_human', pause: { answering: 'any' } }],
      interventions: [
        {
          status: 'pending',
          toolCallId: 'call_1',
          operationId: 'op_1',
          tool: { name: 'send', server: 'mail' },
          argsText: '{"to":"ana@example.com"}',
          decisions: ['approved', 'rejected_continue'],
          editable: true,
          remember: ['always'],
          requestedAt: Date.parse('2026-09-01T00:00:00.000Z'),
        },
      ],
    })
  })

  it.each([
    ['approved', 'approved'],
    ['rejected', 'rejected_continue'],
    ['aborted', 'withdrawn'],
  ])('reads a message that was %s as %s, by the winner', async (stored, status) => {
    const pluginIntervention = { status: stored, rejectedReason: 'No.', resolutionRequestId: 'req_9' }
    const { gateway } = start({ messages: [row({ pluginIntervention })] })
    const resolution = { requestId: 'req_9', reason: 'No.' }
    expect((await read(gateway)).interventions).toMatchObject([{ status, resolution }])
  })

  it('leaves out messages that are not stored yet, and those that need no decision', async () => {
    const user = { id: 'msg_0', role: 'user', content: 'Write to Ana.' }
    const messages = [user, row({ id: 'tmp_1' }), row({ pluginIntervention: undefined }), null]
    expect((await read(start({ messages }).gateway)).interventions).toEqual([])
  })

  it('distinguishes calls to which a model gave the same id', async () => {
    const { gateway } = start({ messages: [row(), row({ id: 'msg_2' })] })
    const ids = (await read(gateway)).interventions.map((card) => card.toolCallId)
    expect(ids).toEqual(['call_1', 'msg_2'])
  })

  it('assigns calls outside of a batch to the turn that asked, not editable', async () => {
    const { gateway } = start({ messages: [row(unsealed)] }, { offers: ['edit', 'remember'] })
    expect(await read(gateway)).toMatchObject({
      operations: [{ id: 'msg_0', status: 'waiting_for_human' }],
      interventions: [{ operationId: 'msg_0', editable: false, remember: [] }],
    })
  })

  const question = { identifier: 'lobe-agent', apiName: 'askUserQuestion', arguments: '{"questions":[]}' }
  const unknown = row({ plugin: { type: 'something new' } })
  it.each([
    ['a question', row({ plugin: question }), '{"questions":[]}'],
    ['a pause of unknown shape', unknown, JSON.stringify(unknown)],
  ])('shows the raw data of %s, and offers only to reject it', async (_what, message, argsText) => {
    const { gateway } = start({ messages: [message] }, { offers: ['edit'] })
    expect((await read(gateway)).interventions).toMatchObject([
      { decisions: ['rejected_continue'], editable: false, reason: 'none', argsText },
    ])
  })

  it.each([
    ['running', { status: 'running' }],
    ['waiting_for_async_tool', { status: 'running' }],
    ['interrupted', { status: 'interrupted' }],
    ['done', { status: 'done' }],
    ['error', { status: 'error', error: { code: 'ProviderBizError', message: 'Connection error.' } }],
  ])('asks the server for the status of the marked run: %s', async (status, operation) => {
    const error = { type: 'ProviderBizError', message: 'Connection error.' }
    const answers = { 'aiAgent.getOperationStatus': { currentState: { status, error } } }
    const { gateway } = start({ messages: [], running: 'op_1', answers })
    expect((await read(gateway)).operations).toMatchObject([{ id: 'op_1', ...operation }])
  })

  it('treats a run that the server does not know as ended', async () => {
    const answers = { 'aiAgent.getOperationStatus': undefined }
    const { gateway } = start({ messages: [], running: 'op_1', answers })
    expect((await read(gateway)).operations).toMatchObject([{ id: 'op_1', status: 'done' }])
  })

  it('is found in the list of topics on a server that answers for none alone, and asked for once', async () => {
    const others = Array.from({ length: 100 }, (_, index) => ({ id: `tpc_${index}` }))
    const demo = { id: 'demo', metadata: { runningOperation: { operationId: 'op_1' } } }
    let pages = 0
    const list = (): unknown => {
      pages += 1
      return { items: pages % 2 === 1 ? others : [demo], total: 101 }
    }
    const answers = {
      'topic.getTopicDetail': undefined,
      'topic.getTopics': list,
      'aiAgent.getOperationStatus': { currentState: { status: 'running' } },
    }
    const started = start({ messages: [], answers }, { appContext: { groupId: 'cg_1' } })
    expect((await read(started.gateway)).operations).toMatchObject([{ id: 'op_1', status: 'running' }])
    await read(started.gateway)
    expect(sentTo(started, 'topic.getTopicDetail')).toHaveLength(1)
    expect(sentTo(started, 'topic.getTopics')).toEqual(
      [0, 1, 0, 1].map((current) => ({ agentId: 'agt_1', groupId: 'cg_1', current, pageSize: 100 })),
    )
  })

  it('is not found if the list of topics has no such topic', async () => {
    const answers = { 'topic.getTopicDetail': undefined, 'topic.getTopics': { items: [], total: 0 } }
    await expect(read(start({ answers }).gateway)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is read from its messages on a server without either', async () => {
    const { gateway } = start({ answers: { 'topic.getTopicDetail': undefined } })
    expect((await read(gateway)).interventions).toMatchObject([{ toolCallId: 'call_1', status: 'pending' }])
  })

  it.each([
    ['absent', undefined, null],
    ['null', null, null],
    ['cut in the middle', '{"to":"ana@exam', null],
    ['empty', '', ''],
    ['an object', '{}', '{}'],
    ['a value of its own', { to: 'ana' }, '{"to":"ana"}'],
    ['a number that a double cannot hold', '{"id":1192837465019283746}', '{"id":1192837465019283746}'],
  ])('reads arguments that are %s', async (_what, args, argsText) => {
    const plugin = { identifier: 'mail', apiName: 'send', arguments: args }
    const { gateway } = start({ messages: [row({ plugin })] })
    expect((await read(gateway)).interventions).toMatchObject([{ argsText }])
  })

  it('is not found if the server has no such topic', async () => {
    const { gateway } = start({ answers: { 'topic.getTopicDetail': null } })
    await expect(read(gateway)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('names the procedure it expected from a server of another version', async () => {
    const { gateway } = start({ messages: { items: [] } })
    await expect(read(gateway)).rejects.toMatchObject({ code: 'unsupported', message: expect.any(String) })
  })
})

describe('a decision on a topic of LobeHub', () => {
  it('is claimed under its request id if the server keeps claims', async () => {
    const started = start({ answers: { [claim]: claimed } }, { offers: ['edit'] })
    const argsText = '{"to":"bo@example.com"}'
    expect(await decide(started.gateway, { decision: 'approved', argsText })).toEqual({
      outcome: 'accepted',
      operationId: 'op_2',
    })
    expect(sentTo(started, claim)).toEqual([
      {
        action: { type: 'approve_tool', scope: 'once', edits: { msg_1: { to: 'bo@example.com' } } },
        batchId: 'batch_1',
        operationId: 'op_1',
        resolutionRequestId: 'req_1',
        targets: [{ toolCallId: 'call_1', toolMessageId: 'msg_1' }],
      },
    ])
    expect(sentTo(started, exec)).toEqual([])
  })

  it('is claimed in the operation that asks for the call by then', async () => {
    let asking = 'op_1'
    const sealed = (): object => ({ status: 'pending', operationId: asking, batchId: `batch of ${asking}` })
    const messages = (): unknown => [row({ pluginIntervention: sealed() })]
    const started = start({ answers: { [claim]: claimed, 'message.getMessages': messages } })
    const { toolCallId, revision } = (await read(started.gateway)).interventions[0]!
    asking = 'op_2'
    const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
    const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'req_1', decisions }
    expect(await started.gateway.resume(request, { signal })).toMatchObject({ outcome: 'accepted' })
    expect(sentTo(started, claim)).toMatchObject([{ operationId: 'op_2', batchId: 'batch of op_2' }])
  })

  it.each([
    ['lacks the procedure', undefined],
    ['keeps no claims', { contractVersion: 2, status: 'unavailable', success: false }],
  ])('falls back to the exec call if the server %s', async (_why, answer) => {
    const started = start({ answers: { [claim]: answer } }, { run: { clientRuntime: 'web' } })
    await decide(started.gateway, { decision: 'rejected_continue', reason: 'Too late.' })
    expect(sentTo(started, exec)).toEqual([
      {
        clientRuntime: 'web',
        agentId: 'agt_1',
        appContext: { topicId: 'demo' },
        prompt: '',
        userInterventionConfig: { approvalMode: 'manual', allowList: [] },
        parentMessageId: 'msg_1',
        resumeApproval: {
          decision: 'rejected_continue',
          parentMessageId: 'msg_1',
          toolCallId: 'call_1',
          rejectionReason: 'Too late.',
        },
      },
    ])
  })

  it('goes in one exec call if several decisions differ, with exactly one of its two fields', async () => {
    const messages = [row(unsealed), row({ ...unsealed, ...second })]
    const started = start({ messages, answers: { [claim]: claimed } }, { offers: ['batch'] })
    await decide(started.gateway, {}, { decision: 'rejected_continue' })
    const [input] = sentTo(started, exec) as [object]
    expect(input).toMatchObject({
      parentMessageId: 'msg_1',
      resumeApprovals: [{ decision: 'approved' }, { decision: 'rejected_continue' }],
    })
    expect(input).not.toHaveProperty('resumeApproval')
  })

  it.each([
    ['an approval and a rejection', {}, { decision: 'rejected_continue' }],
    [
      'rejections with two reasons',
      { decision: 'rejected_continue', reason: 'Too late.' },
      { decision: 'rejected_continue', reason: 'Too early.' },
    ],
    ['an edit and an approval', { argsText: '{"to":"bo"}' }, {}],
  ] as const)(
    'on a sealed batch is the same for all calls of a request: not %s',
    async (_what, one, other) => {
      const started = start(
        { messages: [row(), row(second)], answers: { [claim]: claimed } },
        { offers: ['edit'] },
      )
      const differing = decide(started.gateway, one, other)
      await expect(differing).rejects.toMatchObject({ code: 'unsupported', applied: 'no' })
      expect([...sentTo(started, claim), ...sentTo(started, exec)]).toEqual([])
    },
  )

  const manual = { approvalMode: 'manual', allowList: [] }
  const listed = { approvalMode: 'allow-list', allowList: ['mail/send'] }
  const ofPerson = { settings: { tool: { humanIntervention: listed } } }
  it.each([
    ['nobody says', {}, {}, manual],
    ['the topic says', { metadata: { userInterventionConfig: listed } }, {}, listed],
    ['the topic says, flatly', { metadata: listed }, {}, listed],
    ["the person's settings say", {}, { 'user.getUserState': ofPerson }, listed],
    ['settings cannot be read', {}, { 'user.getUserState': new Error('Busy.') }, manual],
    ['the topic was made headless', { metadata: { approvalMode: 'headless' } }, {}, manual],
  ])('keeps the approval mode of the run: %s', async (_who, topic, more, userInterventionConfig) => {
    const answers = { 'topic.getTopicDetail': { id: 'demo', ...topic }, ...more }
    const started = start({ answers })
    await decide(started.gateway, {})
    expect(sentTo(started, exec)).toMatchObject([{ userInterventionConfig }])
  })

  it.each([
    ['no mode', {}],
    ['a mode that is undefined', { approvalMode: undefined, allowList: undefined }],
    ['a mode that is null', { approvalMode: null, allowList: null }],
    ['a mode that is empty', { approvalMode: '' }],
    ['a mode that is no text', { approvalMode: 7, allowList: 'mail/send' }],
    ['a text', 'auto-run'],
  ])('asks for every later tool where the host gives %s', async (_what, userInterventionConfig) => {
    const run = { userInterventionConfig } as unknown as LobeHubOptions['run']
    const started = start({ messages: [row(unsealed)] }, { run })
    await decide(started.gateway, {})
    const sent = started.calls.find(([procedure]) => procedure === 'aiAgent.execAgent')?.[1]
    expect(JSON.parse(JSON.stringify(sent))).toMatchObject({
      userInterventionConfig: { approvalMode: 'manual', allowList: [] },
    })
  })

  it.each([
    ['as an object', { run: { userInterventionConfig: { approvalMode: 'auto-run' } } }],
    ['as a function', { run: async () => ({ userInterventionConfig: { approvalMode: 'auto-run' } }) }],
  ])('takes the approval mode that the host gives %s', async (_how, options) => {
    const started = start({ answers: { 'user.getUserState': ofPerson } }, options)
    await decide(started.gateway, {})
    const userInterventionConfig = { approvalMode: 'auto-run', allowList: [] }
    expect(sentTo(started, exec)).toMatchObject([{ userInterventionConfig }])
  })

  describe('on a server without "resumeApprovals"', () => {
    const messages = [row(unsealed), row({ ...unsealed, ...second })]

    it('is made in the order of the calls, one by one', async () => {
      const started = start({ messages })
      expect((await read(started.gateway)).operations).toMatchObject([{ pause: { answering: 'in_order' } }])
      await decide(started.gateway, {})
      expect(sentTo(started, exec)).toMatchObject([{ resumeApproval: { toolCallId: 'call_1' } }])
    })

    it.each(['approved', 'rejected_continue'] as const)(
      'is refused if there are several, and nothing is sent: %s',
      async (decision) => {
        const started = start({ messages })
        const several = decide(started.gateway, { decision }, { decision })
        await expect(several).rejects.toMatchObject({ code: 'unsupported', applied: 'no' })
        expect(sentTo(started, exec)).toEqual([])
        expect(sentTo(started, claim)).toEqual([])
      },
    )

    it('goes with others if the host says that the server takes batches', async () => {
      const started = start({ messages }, { offers: ['batch'] })
      expect((await read(started.gateway)).operations).toMatchObject([{ pause: { answering: 'any' } }])
      await decide(started.gateway, {}, {})
      expect(sentTo(started, exec)).toMatchObject([{ resumeApprovals: [{}, {}] }])
    })
  })

  it.each([
    ['an edit to a list', { argsText: '[1]' }, 'argsText'],
    ['an edit to a text', { argsText: '"rm"' }, 'argsText'],
    ['an edit to null', { argsText: 'null' }, 'argsText'],
    ['an edit to a number', { argsText: '1' }, 'argsText'],
    ['an edit to no JSON', { argsText: '{' }, 'argsText'],
    ['an edit with an argument without a name', { argsText: '{"":1}' }, 'argsText'],
    [
      'an edit with 101 arguments',
      { argsText: JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [at, at]))) },
      'argsText',
    ],
    ['an edit of 64 kB', { argsText: JSON.stringify({ text: 'x'.repeat(65_536) }) }, 'argsText'],
    ['a reason of 2,001', { decision: 'rejected_continue', reason: 'x'.repeat(2_001) }, 'reason'],
  ] as const)('is invalid before anything is sent: %s', async (_what, made, field) => {
    const started = start({ answers: { [claim]: claimed } }, { offers: ['edit'] })
    await expect(decide(started.gateway, made)).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: `/decisions/0/${field}`, message: expect.any(String) }],
    })
    expect([...sentTo(started, claim), ...sentTo(started, exec)]).toEqual([])
  })

  it('may have a reason of 2,000 characters', async () => {
    const started = start({ answers: { [claim]: claimed } })
    const reason = 'x'.repeat(2_000)
    expect(await decide(started.gateway, { decision: 'rejected_continue', reason })).toMatchObject({
      outcome: 'accepted',
    })
  })

  describe('whose answer is lost', () => {
    const lost = new GatewayError({ code: 'timeout', applied: 'unknown' })

    /** A server that decides and whose answer never comes. `stored` is what it keeps of the winner. */
    function losing(stored: object, failure: unknown = lost): Started {
      let intervention: object = { status: 'pending' }
      return start({
        messages: () => [row({ pluginIntervention: intervention })],
        answers: {
          [exec]: () => {
            intervention = { status: 'approved', ...stored }
            throw failure
          },
        },
      })
    }
    const approve = async (gateway: GatewayClient): Promise<unknown> => decide(gateway, {})

    it.each([
      ['stores nobody', {}],
      ['makes up a request', { resolutionRequestId: 'legacy_7' }],
      ['stores the request', { resolutionRequestId: 'req_1' }],
    ])('is not taken for the decision of somebody else if the server %s', async (_what, stored) => {
      const { gateway } = losing(stored)
      expect(await approve(gateway)).toEqual({ outcome: 'accepted', operationId: null })
      const resolution = { requestId: 'req_1' }
      expect((await read(gateway)).interventions).toMatchObject([{ status: 'approved', resolution }])
    })

    it('names the run that carries on', async () => {
      let running: string | undefined
      let intervention: object = { status: 'pending' }
      const { gateway } = start({
        messages: () => [row({ pluginIntervention: intervention })],
        answers: {
          'topic.getTopicDetail': () => ({
            id: 'demo',
            metadata: running ? { runningOperation: { operationId: running } } : {},
          }),
          [exec]: () => {
            intervention = { status: 'approved' }
            running = 'op_2'
            throw lost
          },
        },
      })
      expect(await approve(gateway)).toEqual({ outcome: 'accepted', operationId: 'op_2' })
    })

    it.each([
      ['by another request', { resolutionRequestId: 'req_other' }, lost],
      ['otherwise', { status: 'rejected' }, lost],
      [
        'first, and this one was refused',
        { resolutionRequestId: 'legacy_7' },
        new GatewayError({ code: 'unavailable', applied: 'unknown' }, 'HTTP 500.', { cause: { error: {} } }),
      ],
    ])('is told as that of somebody else if it was decided %s', async (_how, stored, failure) => {
      const { gateway } = losing(stored, failure)
      const answer = await approve(gateway)
      expect(answer).toMatchObject({ outcome: 'already_resolved' })
      expect(answer).not.toMatchObject({ interventions: [{ resolution: { requestId: 'req_1' } }] })
    })
  })

  it('never loses an edit: sends nothing if no claim can carry it', async () => {
    const started = start({}, { offers: ['edit'] })
    const edit = { decision: 'approved', argsText: '{}' } as const
    await expect(decide(started.gateway, edit)).rejects.toMatchObject({ code: 'unsupported', applied: 'no' })
    expect(sentTo(started, exec)).toEqual([])
  })

  it('that came too late is not a failure: the outcome is read from the messages', async () => {
    const settled = row({ pluginIntervention: { status: 'approved', resolutionRequestId: 'req_other' } })
    let reads = 0
    const messages = (): unknown => {
      reads += 1
      return [reads > 2 ? settled : row()]
    }
    const { gateway } = start({ messages, answers: { [claim]: { state: 'already_resolved' } } })
    expect(await decide(gateway, {})).toMatchObject({
      outcome: 'already_resolved',
      interventions: [{ status: 'approved', resolution: { requestId: 'req_other' } }],
    })
  })

  it.each([
    ['failed', new GatewayError({ code: 'unavailable', applied: 'unknown' }, 'HTTP 500.')],
    ['was in conflict', new GatewayError({ code: 'invalid', applied: 'no' }, 'HTTP 409.')],
  ])('that %s because its batch was asked for again is claimed in the new batch', async (_how, stale) => {
    let batchId = 'batch_1'
    const messages = (): unknown => [
      row({ pluginIntervention: { status: 'pending', operationId: 'op_1', batchId } }),
    ]
    const answer = (): unknown => {
      if (batchId === 'batch_2') return claimed
      batchId = 'batch_2'
      throw stale
    }
    const started = start({ messages, answers: { [claim]: answer } })
    expect(await decide(started.gateway, {})).toMatchObject({ outcome: 'accepted' })
    expect(sentTo(started, claim)).toMatchObject([{ batchId: 'batch_1' }, { batchId: 'batch_2' }])
  })

  it('that failed while the call still waits throws, and can be repeated', async () => {
    const broken = new GatewayError({ code: 'unavailable', applied: 'unknown' })
    let attempts = 0
    const answer = (): unknown => {
      attempts += 1
      if (attempts === 1) throw broken
      return claimed
    }
    const { gateway } = start({ answers: { [claim]: answer } })
    await expect(decide(gateway, {})).rejects.toBe(broken)
    expect(await decide(gateway, {})).toMatchObject({ outcome: 'accepted' })
  })

  it('is refused if the server could not start a run', async () => {
    const { gateway } = start({ answers: { [exec]: { operationId: 'op_2', success: false } } })
    await expect(decide(gateway, {})).rejects.toMatchObject({ code: 'unavailable', applied: 'unknown' })
  })

  it('rejects a question by skipping it', async () => {
    const plugin = { identifier: 'lobe-agent', apiName: 'askUserQuestion', arguments: '{}' }
    const started = start({ messages: [row({ plugin })], answers: { [claim]: claimed } })
    await decide(started.gateway, { decision: 'rejected_continue' })
    expect(sentTo(started, claim)).toMatchObject([{ action: { type: 'skip_interaction' } }])
  })

  describe('of questions', () => {
    const questions = [
      { question: 'Which day?', header: 'Day', options: [{ label: 'Monday', description: 'early' }] },
      { question: 'Which rooms?', multiSelect: true, options: [{ label: 'A' }, { label: 'B' }] },
    ]
    const asks = (identifier: string, some: readonly object[] = questions): object => ({
      plugin: { identifier, apiName: 'askUserQuestion', arguments: JSON.stringify({ questions: some }) },
    })
    const answerText = '{"Which day?":"On Sunday","Which rooms?":["B"]}'
    const answered = { decision: 'answered', answerText } as const

    it('is a form with the choices and room for other words, and its answer goes with the claim', async () => {
      const started = start({ messages: [row(asks('lobe-agent'))], answers: { [claim]: claimed } })
      expect((await read(started.gateway)).interventions).toMatchObject([
        {
          decisions: ['answered', 'rejected_continue'],
          question: {
            kind: 'form',
            schema: {
              required: ['Which day?', 'Which rooms?'],
              properties: {
                'Which day?': {
                  anyOf: [
                    { const: 'Monday', title: 'Monday: early' },
                    { type: 'string', minLength: 1 },
                  ],
                },
                'Which rooms?': { type: 'array', items: { oneOf: [{ const: 'A' }, { const: 'B' }] } },
              },
            },
          },
        },
      ])
      expect(await decide(started.gateway, answered)).toMatchObject({ outcome: 'accepted' })
      expect(sentTo(started, claim)).toMatchObject([
        { action: { type: 'submit_answers', result: JSON.parse(answerText) } },
      ])
    })

    it('goes with the exec call where the server keeps no claims, as the result of the tool', async () => {
      const started = start({ messages: [row({ ...asks('lobe-agent'), ...unsealed })] })
      await decide(started.gateway, answered)
      expect(sentTo(started, exec)).toMatchObject([
        {
          parentMessageId: 'msg_1',
          resumeToolResult: {
            toolCallId: 'call_1',
            parentMessageId: 'msg_1',
            outcome: 'submitted',
            content: answerText,
            pluginState: { askUserAnswers: JSON.parse(answerText) },
          },
        },
      ])
      expect(sentTo(started, exec)[0]).not.toHaveProperty('resumeApproval')
    })

    it('goes to the process of an agent that waits by itself', async () => {
      const hetero = 'aiAgent.submitHeteroIntervention'
      const answers = { [hetero]: { success: true } }
      const started = start({ messages: [row(asks('claude-code'))], running: 'op_1', answers })
      expect(await decide(started.gateway, answered)).toMatchObject({ operationId: 'op_1' })
      expect(sentTo(started, hetero)).toMatchObject([{ result: JSON.parse(answerText) }])
      expect(sentTo(started, hetero)[0]).not.toHaveProperty('cancelled')
    })

    it('is refused before it is sent if the form does not take it', async () => {
      const started = start({ messages: [row(asks('lobe-agent'))], answers: { [claim]: claimed } })
      const refused = decide(started.gateway, { ...answered, answerText: '{"Which rooms?":["C"]}' })
      await expect(refused).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
      expect(sentTo(started, claim)).toEqual([])
    })

    it('is told afterwards, with the answers that LobeHub keeps', async () => {
      const pluginState = { askUserAnswers: JSON.parse(answerText) as object }
      const pluginIntervention = { status: 'approved', operationId: 'op_1', batchId: 'batch_1' }
      const message = row({ ...asks('lobe-agent'), pluginState, pluginIntervention })
      const { gateway } = start({ messages: [message] })
      expect((await read(gateway)).interventions).toMatchObject([
        { status: 'answered', resolution: { answerText } },
      ])
    })

    describe('whether another agent may do something', () => {
      const options = [
        { id: 'allow_once', label: 'Allow', description: 'This time.' },
        { id: 'deny', label: 'Deny' },
      ]
      const permission = (change: object = {}): Record<string, unknown> => ({
        plugin: {
          identifier: 'claude-code',
          apiName: 'askUserQuestion',
          arguments: JSON.stringify({
            interactionKind: 'permission',
            questions: [{ question: 'Run rm -r build?', header: 'Shell', options }],
            ...change,
          }),
        },
      })

      it('has its options, and the id of the chosen one is claimed', async () => {
        const started = start({
          messages: [row(permission())],
          running: 'op_1',
          answers: { [claim]: { handled: true, state: 'claimed' } },
        })
        expect((await read(started.gateway)).interventions).toMatchObject([
          {
            decisions: ['answered', 'rejected_continue'],
            question: {
              message: 'Run rm -r build?',
              schema: {
                properties: {
                  option: {
                    title: 'Shell',
                    oneOf: [
                      { const: 'allow_once', title: 'Allow: This time.' },
                      { const: 'deny', title: 'Deny' },
                    ],
                  },
                },
              },
            },
          },
        ])
        const made = { decision: 'answered', answerText: '{"option":"deny"}' } as const
        expect(await decide(started.gateway, made)).toEqual({ outcome: 'accepted', operationId: 'op_1' })
        expect(sentTo(started, claim)).toMatchObject([
          {
            batchId: 'batch_1',
            operationId: 'op_1',
            action: { type: 'select_provider_option', optionId: 'deny' },
            targets: [{ toolCallId: 'call_1', toolMessageId: 'msg_1' }],
          },
        ])
      })

      it('takes no option that it does not have, and is skipped like a question', async () => {
        const hetero = 'aiAgent.submitHeteroIntervention'
        const started = start({
          messages: [row(permission({ interactionKind: 'plan' }))],
          running: 'op_1',
          answers: { [hetero]: { success: true } },
        })
        const other = { decision: 'answered', answerText: '{"option":"always"}' } as const
        await expect(decide(started.gateway, other)).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
        await decide(started.gateway, { decision: 'rejected_continue' })
        expect(sentTo(started, hetero)).toMatchObject([{ cancelled: true }])
        expect(sentTo(started, claim)).toEqual([])
      })

      it.each([
        ['the server seals no batches', { ...permission(), ...unsealed }],
        [
          'an option has no id',
          permission({ questions: [{ question: 'Run?', options: [{ label: 'Allow' }] }] }),
        ],
      ])('cannot be answered here if %s', async (_why, message) => {
        const { gateway } = start({ messages: [row(message)] })
        expect((await read(gateway)).interventions).toMatchObject([{ decisions: ['rejected_continue'] }])
      })
    })

    describe('in a card of its own', () => {
      const argsText = '{ "requestId":"r_1","prompt":"Pick some.","categoryHints":["engineering"] }'
      const plugin = {
        identifier: 'lobe-web-onboarding',
        apiName: 'showAgentMarketplace',
        arguments: argsText,
      }
      const made = { decision: 'answered', answerText: '{"agents":["tpl_2"]}' } as const
      function startWith(message: object, card: Partial<LobeHubCard> = {}) {
        const submit = vi.fn((given: string) => {
          const { agents } = JSON.parse(given) as { readonly agents: readonly string[] }
          return {
            content: `Picked ${agents.join()}.`,
            pluginState: { selectedAgentIds: agents },
            claim: { kind: 'agent_marketplace', selectedTemplateIds: agents },
          }
        })
        const question: LobeHubCard['question'] = (text) => ({
          kind: 'form',
          message: (JSON.parse(text) as { readonly prompt: string }).prompt,
          schema: {
            type: 'object',
            properties: { agents: { type: 'array', items: { enum: ['tpl_1', 'tpl_2'] }, minItems: 1 } },
            required: ['agents'],
          },
        })
        const cards = { showAgentMarketplace: { question, submit, ...card } }
        const answers = { [claim]: claimed }
        return { submit, ...start({ messages: [row({ plugin, ...message })], answers }, { cards }) }
      }

      it('is asked as the host says, and what its card submits is claimed', async () => {
        const { submit, ...started } = startWith({})
        expect((await read(started.gateway)).interventions).toMatchObject([
          { argsText, decisions: ['answered', 'rejected_continue'], question: { message: 'Pick some.' } },
        ])
        expect(await decide(started.gateway, made)).toMatchObject({ outcome: 'accepted' })
        expect(submit.mock.calls).toEqual([[made.answerText, argsText]])
        expect(sentTo(started, claim)).toMatchObject([
          {
            batchId: 'batch_1',
            action: {
              type: 'submit_custom',
              result: { kind: 'agent_marketplace', selectedTemplateIds: ['tpl_2'] },
            },
          },
        ])
      })

      it('is the result of the tool where the server keeps no claims', async () => {
        const { submit: _submit, ...started } = startWith(unsealed)
        await decide(started.gateway, made)
        expect(sentTo(started, exec)).toMatchObject([
          {
            resumeToolResult: {
              toolCallId: 'call_1',
              outcome: 'submitted',
              content: 'Picked tpl_2.',
              pluginState: { selectedAgentIds: ['tpl_2'] },
            },
          },
        ])
      })

      it('sends nothing if the form refuses the answer, or the card cannot submit', async () => {
        const refused = startWith({})
        const other = { ...made, answerText: '{"agents":["tpl_9"]}' } as const
        await expect(decide(refused.gateway, other)).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
        expect(refused.submit).not.toHaveBeenCalled()
        const broken = startWith({}, { submit: () => Promise.reject(new Error('The market is closed.')) })
        await expect(decide(broken.gateway, made)).rejects.toMatchObject({
          code: 'unavailable',
          applied: 'no',
          message: 'Error: The market is closed.',
        })
        for (const started of [refused, broken]) expect(sentTo(started, claim)).toEqual([])
      })

      it('can be skipped only if the host has no question for it', async () => {
        const none = startWith({}, { question: () => JSON.parse('') as never })
        expect((await read(none.gateway)).interventions).toMatchObject([{ decisions: ['rejected_continue'] }])
        const { gateway } = start({ messages: [row({ plugin })] })
        expect((await read(gateway)).interventions).toMatchObject([{ decisions: ['rejected_continue'] }])
      })
    })

    it.each([['two questions with one text', { questions: [questions[0], questions[0]] }]])(
      'cannot be answered here if they are %s',
      async (_what, args) => {
        const plugin = {
          identifier: 'claude-code',
          apiName: 'askUserQuestion',
          arguments: JSON.stringify(args),
        }
        const { gateway } = start({ messages: [row({ plugin })] })
        expect((await read(gateway)).interventions).toMatchObject([{ decisions: ['rejected_continue'] }])
      },
    )
  })

  it('goes to the process of an agent that waits by itself, which continues', async () => {
    const hetero = 'aiAgent.submitHeteroIntervention'
    const plugin = { identifier: 'claude-code', apiName: 'askUserQuestion', arguments: '{}' }
    const answers = { [hetero]: { success: true } }
    const started = start({ messages: [row({ plugin })], running: 'op_1', answers })
    expect(await decide(started.gateway, { decision: 'rejected_continue' })).toEqual({
      outcome: 'accepted',
      operationId: 'op_1',
    })
    expect(sentTo(started, hetero)).toEqual([
      {
        operationId: 'op_1',
        toolCallId: 'call_1',
        cancelled: true,
        cancelReason: 'user_cancelled',
        resolutionRequestId: 'req_1',
      },
    ])
  })

  it('fails a stop as unsupported if the server has no batches', async () => {
    const { gateway } = start({ messages: [row(unsealed)] }, { offers: ['stop'] })
    const stop = { conversationId: 'demo', operationId: 'msg_0', requestId: 'req_1' }
    const refused = { code: 'unsupported', message: "Expected LobeHub's sealed batches." }
    await expect(gateway.stop!(stop, { signal })).rejects.toMatchObject(refused)
  })
})

/** A socket whose server is the test. */
class FakeSocket implements LobeHubSocket {
  static opened: FakeSocket[] = []
  readonly said: Record<string, unknown>[] = []
  isClosed = false
  readonly #listeners: Record<string, ((event: { readonly data: unknown }) => void)[]> = {}

  readonly url: string

  constructor(url: string) {
    this.url = url
    FakeSocket.opened.push(this)
  }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    ;(this.#listeners[type] ??= []).push(listener)
  }
  send(data: string): void {
    this.said.push(JSON.parse(data) as Record<string, unknown>)
  }
  close(): void {
    this.isClosed = true
  }
  emit(type: string, message?: object): void {
    for (const listener of this.#listeners[type] ?? []) listener({ data: JSON.stringify(message) })
  }
  /** Lets the client in, as a server does. */
  accept(): void {
    this.emit('open')
    this.emit('message', { type: 'auth_success' })
  }
}

describe('the stream of a run of LobeHub', () => {
  const ends: AbortController[] = []
  afterEach(() => {
    vi.useRealTimers()
    for (const end of ends.splice(0)) end.abort()
    FakeSocket.opened = []
  })

  type Item = GatewayEvent | FollowSignal
  const socket = (index = 0): FakeSocket => FakeSocket.opened[index]!
  const event = (type: string, data: unknown, id: string, operationId = 'op_1'): object => ({
    type: 'agent_event',
    id,
    event: { type, data, operationId, stepIndex: 0, timestamp: 5 },
  })

  /** Follows a topic whose run is under way, up to its first socket. */
  async function follow(answers: Readonly<Record<string, unknown>> = {}): Promise<{ items: Item[] }> {
    vi.useFakeTimers()
    const token = { 'aiAgent.refreshGatewayToken': { token: 'secret' } }
    const { gateway } = start(
      { messages: [], running: 'op_1', answers: { ...token, ...answers } },
      { webSocket: FakeSocket },
    )
    const end = new AbortController()
    ends.push(end)
    const items: Item[] = []
    void (async () => {
      const stream = gateway.followConversation!('demo', { after: null, signal: end.signal })
      for await (const item of stream) items.push(item)
    })()
    await vi.waitFor(() => expect([FakeSocket.opened.length, items.length]).not.toEqual([0, 0]))
    return { items }
  }
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1)

  it('authenticates, and asks for everything with the status', async () => {
    const { items } = await follow()
    expect(socket().url).toBe('wss://gateway.test/ws?operationId=op_1')
    socket().accept()
    await settle()
    expect(socket().said).toEqual([
      { type: 'auth', token: 'secret' },
      { type: 'resume', lastEventId: '', wantStatus: true },
    ])
    expect(items).toEqual([{ type: 'connection', status: 'live' }])
  })

  it('resumes at once after the last event when the socket broke', async () => {
    const { items } = await follow()
    socket().accept()
    socket().emit('message', event('tool_start', { id: 1 }, '7-0'))
    socket().emit('close')
    await settle()
    socket(1).accept()
    await settle()
    expect(socket(1).said[1]).toMatchObject({ type: 'resume', lastEventId: '7-0' })
    expect(items.filter((item) => item.type === 'connection')).toMatchObject([
      { status: 'live' },
      { status: 'connecting' },
      { status: 'live' },
    ])
  })

  it('reconnects ever more slowly to a server that accepts and breaks off', async () => {
    await follow()
    for (let broken = 0; broken < 5; broken += 1) {
      const last = FakeSocket.opened.at(-1)!
      if (last.isClosed) continue
      last.accept()
      last.emit('close')
      await settle()
    }
    expect(FakeSocket.opened).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.opened.length).toBeGreaterThan(2)
  })

  it('is tried again after its pause when the next socket is lost too', async () => {
    await follow()
    socket().accept()
    socket().emit('close')
    await settle()
    socket(1).emit('close')
    await vi.advanceTimersByTimeAsync(8_100)
    expect(FakeSocket.opened).toHaveLength(3)
  })

  it('sends heartbeats, and treats 45 s of silence as a broken socket, never as an end', async () => {
    const { items } = await follow()
    socket().accept()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(socket().said.at(-1)).toEqual({ type: 'heartbeat' })
    socket().emit('message', { type: 'heartbeat_ack' })
    await vi.advanceTimersByTimeAsync(44_000)
    expect(FakeSocket.opened).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(socket().isClosed).toBe(true)
    expect(FakeSocket.opened).toHaveLength(2)
    expect(items.filter((item) => item.type !== 'gap')).toEqual([
      { type: 'connection', status: 'live' },
      { type: 'connection', status: 'stale' },
    ])
  })

  it.each(['running', 'waiting_input', 'waiting_confirmation'])(
    'continues when the server says that the run is %s, even without a replay',
    async (status) => {
      const { items } = await follow()
      socket().accept()
      socket().emit('message', { type: 'resume_complete', status })
      await vi.advanceTimersByTimeAsync(10_000)
      expect([socket().isClosed, items]).toEqual([false, [{ type: 'connection', status: 'live' }]])
    },
  )

  it.each([
    { type: 'resume_complete', status: 'completed' },
    { type: 'resume_complete', status: 'error' },
    { type: 'resume_complete', status: 'interrupted' },
    { type: 'session_complete' },
    { type: 'auth_failed', reason: 'No such operation.' },
  ])('ends with a read of the outcome when the server says $type $status', async (message) => {
    const { items } = await follow()
    socket().accept()
    socket().emit('message', message)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(items).toEqual([{ type: 'connection', status: 'live' }, { type: 'gap' }])
    expect([socket().isClosed, FakeSocket.opened.length]).toEqual([true, 1])
  })

  it('ends with a park, which ends the stream but not the run', async () => {
    const { items } = await follow()
    socket().accept()
    socket().emit('message', event('agent_runtime_end', { reason: 'waiting_for_human' }, '9-0'))
    await settle()
    expect(items.slice(1)).toEqual([
      {
        type: 'agent_runtime_end',
        cursor: null,
        operationId: 'op_1',
        timestamp: 5,
        data: { reason: 'waiting_for_human' },
      },
      { type: 'gap' },
    ])
    expect(socket().isClosed).toBe(true)
  })

  it.each([
    ['error', { type: 'InvalidAPIKey', message: 'No key.' }],
    [
      'agent_runtime_end',
      { reason: 'error', finalState: { error: { type: 'InvalidAPIKey', message: 'No key.' } } },
    ],
  ])('names the failure (%s)', async (type, data) => {
    const { items } = await follow()
    socket().accept()
    socket().emit('message', event(type, data, '9-0'))
    await settle()
    expect(items[1]).toMatchObject({
      type: 'agent_runtime_end',
      data: { reason: 'error', error: { code: 'InvalidAPIKey', message: 'No key.' } },
    })
  })

  it('does not end with another run that is mirrored on its socket', async () => {
    const { items } = await follow()
    socket().accept()
    socket().emit('message', event('agent_runtime_end', { reason: 'done' }, '9-0', 'op_member'))
    await settle()
    expect([socket().isClosed, items.length]).toEqual([false, 1])
  })

  it.each([
    ['agent_intervention_request', {}],
    ['agent_intervention_response', {}],
    ['notify_update', {}],
    ['step_start', { phase: 'human_approval', requiresApproval: true }],
    ['stream_chunk', { chunkType: 'tools_calling', toolMessageIds: { call_1: 'msg_1' } }],
  ])('asks for a read when messages changed: %s', async (type, data) => {
    const { items } = await follow()
    socket().accept()
    socket().emit('message', event(type, data, '3-0'))
    await settle()
    expect(items.at(-1)).toEqual({ type: 'gap' })
  })

  it('ignores messages that are not JSON or not known', async () => {
    const { items } = await follow()
    socket().accept()
    socket().emit('message')
    socket().emit('message', { type: 'something_new' })
    socket().emit('message', event('visible_output_end', {}, '4-0'))
    await settle()
    expect(items.slice(1)).toMatchObject([{ type: 'unknown', operationId: 'op_1' }])
  })

  it('is not opened for a marker of a run that has ended', async () => {
    const { items } = await follow({ 'aiAgent.refreshGatewayToken': undefined })
    await vi.advanceTimersByTimeAsync(10_000)
    expect([FakeSocket.opened, items]).toEqual([[], [{ type: 'connection', status: 'live' }]])
  })

  it('is replaced by polling if there are no sockets', async () => {
    const { gateway } = start({}, { webSocket: undefined })
    vi.stubGlobal('WebSocket', undefined)
    const stream = gateway.followConversation!('demo', { after: null, signal })
    const first = (async () => {
      for await (const item of stream) return item
      return undefined
    })()
    await expect(first).rejects.toMatchObject({ code: 'unsupported' })
    vi.unstubAllGlobals()
  })
})

describe('LobeHub over HTTP', () => {
  const over = (response: Response): { call: LobeHubCall; requests: [string, RequestInit | undefined][] } => {
    const requests: [string, RequestInit | undefined][] = []
    const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
      requests.push([String(url), init])
      return response
    }
    return {
      call: lobeHubOverHttp({ url: 'https://lobe.test/', fetch }),
      requests,
    }
  }
  const answerOf = (json: unknown): Response => Response.json({ result: { data: { json } } })

  it('sends an edit with the digits that were shown', async () => {
    const argsText = '{"id":1192837465019283746,"ratio":1.0,"__proto__":{"x":-0}}'
    const http = over(answerOf(claimed))
    const { gateway } = start(
      { answers: {} },
      {
        offers: ['edit'],
        call: async (...made: Parameters<LobeHubCall>) => {
          if (made[0] === claim) return http.call(...made)
          if (made[0] === 'message.getMessages') return [row()]
          if (made[0] === 'topic.getTopicDetail') return { id: 'demo' }
          return { currentState: { status: 'waiting_for_human' } }
        },
      },
    )
    expect(await decide(gateway, { argsText })).toMatchObject({ outcome: 'accepted' })
    const [, init] = http.requests[0]!
    expect(init?.body).toContain(`"edits":{"msg_1":${argsText}}`)
    expect(new Headers(init?.headers).get('idempotency-key')).toBe('req_1')
  })

  it.each([
    ['a route with claims', Response.json({ code: 'already_resolved' }, { status: 409 })],
    [
      'the server',
      Response.json(
        { error: { json: { message: 'Human approval is no longer pending for tool message msg_1' } } },
        { status: 500 },
      ),
    ],
  ])('hears from %s that another decision was first', async (_whom, response) => {
    const { call } = over(response)
    expect(await call('aiAgent.execAgent', {}, { signal })).toEqual({ state: 'already_resolved' })
  })

  it('sends queries with GET and mutations with POST', async () => {
    const query = over(answerOf(null))
    expect(await query.call('topic.getTopicDetail', { id: 'demo' }, { signal })).toBeNull()
    const input = encodeURIComponent('{"json":{"id":"demo"}}')
    expect(query.requests[0]![0]).toBe(`https://lobe.test/trpc/lambda/topic.getTopicDetail?input=${input}`)
    const mutation = over(answerOf({ success: true }))
    await mutation.call('aiAgent.interruptTask', { operationId: 'op_1' }, { signal })
    expect(mutation.requests[0]).toMatchObject([
      'https://lobe.test/trpc/lambda/aiAgent.interruptTask',
      { method: 'POST', body: '{"json":{"operationId":"op_1"}}' },
    ])
  })

  it.each([
    ['is a 404', new Response('No procedure found.', { status: 404 })],
    ['is a page', new Response('<html>')],
    ['is another API', Response.json({ ok: true })],
  ])('names the procedure it expected if the answer %s', async (_what, response) => {
    const { call } = over(response)
    await expect(call('message.getMessages', {}, { signal })).rejects.toMatchObject({
      code: 'unsupported',
      message: "Expected LobeHub's message.getMessages.",
    })
  })

  it.each([
    [401, 'unauthenticated', 'no'],
    [403, 'forbidden', 'no'],
    [500, 'unavailable', 'unknown'],
  ])('maps HTTP %i to a failure of a decision', async (status, code, applied) => {
    const { call } = over(new Response('', { status }))
    await expect(call('aiAgent.execAgent', {}, { signal })).rejects.toMatchObject({ code, applied })
  })
})

describe('the agent that asks, of LobeHub', () => {
  const nameOf = (id: string): string | undefined => (id === 'agt_2' ? 'Researcher' : undefined)

  it.each([
    [
      'another agent of the group',
      'agt_2',
      { name: 'Researcher', id: 'agt_2', relation: 'sub_agent', path: [] },
    ],
    ['the agent of the topic', 'agt_1', undefined],
    ['an agent without a name', 'agt_3', undefined],
    ['nobody', undefined, undefined],
  ])('is %s', async (_case, agentId, agent) => {
    const { gateway } = start({ messages: [row({ agentId })] }, { nameOf })
    expect((await read(gateway)).interventions[0]!.agent).toEqual(agent)
  })
})

describe('what waits, of LobeHub', () => {
  it('is that of the topics that the server marks so', async () => {
    const topics = [
      { id: 'other', status: 'active' },
      { id: 'demo', status: 'waitingForHuman' },
    ]
    const { gateway } = start({ answers: { 'topic.getTopics': { items: topics } } })
    const { items, next } = await gateway.listWaiting!({ signal })
    expect(items).toEqual([
      { conversationId: 'demo', toolCallId: 'call_1', title: 'send', requestedAt: expect.any(Number) },
    ])
    expect(next).toBeUndefined()
  })

  it('is unknown on a server that does not list its topics', async () => {
    const { gateway } = start()
    await expect(gateway.listWaiting!({ signal })).rejects.toMatchObject({ code: 'unsupported' })
  })
})
