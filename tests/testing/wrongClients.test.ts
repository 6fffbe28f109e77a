import {
  type Conversation,
  type GatewayClient,
  GatewayError,
  type InterventionCall,
  type ResumeAnswer,
} from 'intervention-bar/core'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import { describeGateway, type GatewayTest } from 'intervention-bar/testing'
import { describe, expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'

/** One mistake: it changes a good client, or its backend. */
type Mistake = (good: GatewayClient, mock: MockGateway) => Partial<GatewayClient>

const argsText = '{"to": "ana@example.com"}'

// A busy machine needs this long to do what is right.
const patienceMs = 3_000

/** The tests that fail for a client with this mistake, and what each says. */
async function verdictOn(mistake: Mistake): Promise<Record<string, string>> {
  const tests: Parameters<GatewayTest>[] = []
  describeGateway(
    () => {
      const mock = createMockGateway({ agent: agentThatAsks({ ...calls.sendMail, argsText }) })
      mock.say('demo', 'Tell Ana')
      const good = createMemoryGateway(mock)
      // `mistake` may be a getter.
      const gateway = Object.defineProperties(
        { ...good },
        Object.getOwnPropertyDescriptors(mistake(good, mock)),
      )
      return { gateway, conversationId: 'demo', argsText, executions: () => mock.executions.length }
    },
    { describe: (_name, define) => define(), it: (...test) => void tests.push(test), timeoutMs: patienceMs },
  )
  const said: Record<string, string> = {}
  await Promise.all(
    tests.map(([title, run]) =>
      run().catch((thrown: Error) => {
        said[title] = thrown.message
      }),
    ),
  )
  return said
}

/** Changes each conversation that is read. */
const reading =
  (change: (read: Conversation) => unknown): Mistake =>
  (good) => ({
    readConversation: async (...given) => change(await good.readConversation(...given)) as Conversation,
  })
const withCards = (read: Conversation, change: (card: InterventionCall) => object): Conversation => ({
  ...read,
  interventions: read.interventions.map((card) => ({ ...card, ...change(card) })),
})

let counted = 0

/** The mistake, the test that finds it, and what it says. */
const mistakes: readonly [what: string, mistake: Mistake, title: string, says: string | RegExp][] = [
  [
    'has another id at each look',
    () => ({
      get id() {
        return `client-${(counted += 1)}`
      },
    }),
    'has an id that stays the same',
    /The id changed from "client-\d+" to "client-\d+". Locks and drafts are kept by it./,
  ],
  [
    'leaves a field of the contract out',
    reading(({ operations: _left, ...read }) => read),
    'reads the conversation that was asked for',
    'readConversation answered something that breaks the contract at "/operations".',
  ],
  [
    'reads another conversation',
    reading((read) => ({ ...read, id: 'thread_1' })),
    'reads the conversation that was asked for',
    '"demo" was asked for, and "thread_1" was read.',
  ],
  [
    'drops words that the call does not take',
    (good) => ({
      resume: (request, options) => {
        const [{ toolCallId, revision }] = request.decisions
        const isNoted = JSON.stringify(request).includes('"note"')
        const bare = { toolCallId, revision, decision: 'approved' } as const
        return good.resume(isNoted ? { ...request, decisions: [bare] } : request, options)
      },
    }),
    'remembers an approval, and takes words with it, only if the call offers that',
    /^resume accepted an approval with .*"note".*, which the call does not offer, instead of refusing it\.$/,
  ],
  [
    'does not list the operation of a call',
    reading((read) => ({ ...read, operations: [] })),
    'lists the operation of a call that waits',
    'A call waits in the operation "op_1", which is not listed.',
  ],
  [
    'gives times in seconds',
    reading((read) => withCards(read, (card) => ({ requestedAt: Math.floor(card.requestedAt / 1_000) }))),
    'gives times in milliseconds',
    /"requestedAt" is \d{10}, which is before the year 2000. Times are milliseconds since the epoch, not seconds./,
  ],
  [
    'parses arguments and writes them again',
    reading((read) => withCards(read, (card) => ({ argsText: JSON.stringify(JSON.parse(card.argsText!)) }))),
    'shows the arguments as they will run',
    'The model wrote {"to": "ana@example.com"}, and "argsText" is {"to":"ana@example.com"}. It has to be the same text, not a copy that was parsed and written again.',
  ],
  [
    'makes a revision at each read',
    reading((read) => withCards(read, () => ({ revision: `rev-${(counted += 1)}` }))),
    'reads the same revision again while nothing changes',
    /The revision of "call_1" changed from "rev-\d+" to "rev-\d+" between two reads, although nothing else did. No decision on it would be valid./,
  ],
  [
    'returns the same object from each read',
    (good) => {
      const one = {}
      return {
        readConversation: async (...given) => Object.assign(one, await good.readConversation(...given)),
      }
    },
    'does not change a conversation that it has returned',
    'A conversation that was read before a decision changed with it. Return a new object from each read.',
  ],
  [
    'throws what fetch throws',
    (good) => ({
      readConversation: async (id, options) => {
        if (id === 'demo') return good.readConversation(id, options)
        throw new TypeError('404')
      },
    }),
    'says of a conversation that nobody knows that it is empty, or not found',
    'readConversation of an unknown conversation threw "TypeError: 404" and no GatewayError, so that the bar can only say "unavailable".',
  ],
  [
    'accepts without telling the backend',
    () => ({ resume: async () => ({ outcome: 'accepted', operationId: null }) }),
    'takes the decision "rejected"',
    'resume answered, and readConversation still shows the call "call_1" as pending, or does not list it any more.',
  ],
  [
    'approves what was rejected',
    (good) => ({
      resume: ({ decisions: [{ toolCallId, revision }], ...request }, options) =>
        good.resume({ ...request, decisions: [{ toolCallId, revision, decision: 'approved' }] }, options),
    }),
    'takes the decision "rejected"',
    '"rejected" was accepted, and the call is "approved".',
  ],
  [
    'resolves at the end of the run',
    (good) => ({
      resume: async (...given) => {
        const answer = await good.resume(...given)
        return new Promise<ResumeAnswer>((resolve) => setTimeout(() => resolve(answer), 2 * patienceMs))
      },
    }),
    'takes the decision "approved"',
    'resume did not settle in 3000 ms. It resolves when the backend has accepted, not when the run has ended.',
  ],
  [
    'sends another request id each time',
    (good) => ({
      resume: (request, options) => good.resume({ ...request, requestId: `req-${(counted += 1)}` }, options),
    }),
    'gives the same answer to the same request id, and runs nothing twice',
    'The same request was answered "accepted", then "already_resolved" without its own request id in the resolution. The bar takes that for somebody else\'s decision.',
  ],
  [
    'accepts every decision',
    (good) => ({
      resume: (...given) => good.resume(...given).catch(() => ({ outcome: 'accepted', operationId: null })),
    }),
    'refuses a decision on a call that nobody knows',
    'resume accepted a decision on an unknown call instead of refusing it.',
  ],
  [
    'never ends what it started',
    reading(({ operations: [asked, ...more], ...read }) => ({
      ...read,
      operations: [
        asked,
        ...more.map(({ id, startedAt, resumes }) => ({ id, startedAt, resumes, status: 'running' })),
      ],
    })),
    'ends what it started',
    /The operation "op_2", which carries on, is still listed as running after 3000 ms. If its end is never saved, the bar shows a spinner until somebody reloads./,
  ],
  [
    'lets the last decision win',
    (good) => ({
      resume: async (...given) => {
        const answer = await good.resume(...given)
        return answer.outcome === 'already_resolved' ? { outcome: 'accepted', operationId: null } : answer
      },
    }),
    'lets the first decision win',
    'A second decision, with another request id, on a call that was "approved" is answered "accepted" and not "already_resolved".',
  ],
  [
    'looks at no revision',
    (good, mock) => ({
      resume: (request, options) => {
        const { revision } = mock.read('demo').interventions[0]!
        const [first, ...rest] = request.decisions
        return good.resume({ ...request, decisions: [{ ...first, revision }, ...rest] }, options)
      },
    }),
    'refuses a decision on another revision',
    'A decision on a revision that was not shown is answered "accepted" and not "changed". The person would decide on something else than what runs.',
  ],
  [
    'sends one decision for each call',
    (good) => ({
      resume: (request, options) => {
        const [first, ...others] = request.decisions
        const more = others.filter(({ toolCallId }) => toolCallId !== first.toolCallId)
        return good.resume({ ...request, decisions: [first, ...more] }, options)
      },
    }),
    'refuses two decisions on one call',
    'resume accepted two decisions on one call instead of refusing it.',
  ],
  [
    'sends the decisions one by one',
    (good) => ({
      resume: async (request, options) => {
        let answer: ResumeAnswer | undefined
        for (const [index, one] of request.decisions.entries()) {
          const requestId = `${request.requestId}-${index}`
          answer = await good.resume({ ...request, requestId, decisions: [one] }, options)
        }
        return answer!
      },
    }),
    'applies all decisions of a request, or none',
    'The call "call_1" is "approved", although another decision of the same request was refused.',
  ],
  [
    'has a stream that tells nothing',
    () => ({
      followConversation: async function* (_id, { signal }) {
        yield { type: 'connection', status: 'live' }
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      },
    }),
    'tells of a decision in its stream',
    'The call "call_1" was decided, and the stream brought neither "agent_intervention_response" of it nor "gap". A page that is open elsewhere would go on showing it.',
  ],
  [
    'has a stream that begins again from the first event',
    (good) => ({
      followConversation: (id, { signal }) => good.followConversation!(id, { after: '0', signal }),
    }),
    'tells of a decision in its stream',
    /An event with the cursor \d+ came after \d+. Cursors grow with each event, and a stream begins after the cursor that it is given./,
  ],
  [
    'has a stream that never ends',
    () => ({
      followConversation: async function* () {
        yield { type: 'connection', status: 'live' }
        await new Promise(() => undefined)
      },
    }),
    'ends its stream when the signal aborts',
    'The stream of followConversation did not end after its signal was aborted. It would go on after the page has left the conversation.',
  ],
  [
    'stops nothing',
    () => ({ stop: async () => ({ outcome: 'stopped' }) }),
    'withdraws what waits in an operation that is stopped',
    'stop answered, and readConversation still shows the call "call_1" as pending, or does not list it any more.',
  ],
  [
    'lists nothing that waits',
    () => ({ listWaiting: async () => ({ items: [] }) }),
    'lists what waits',
    'listWaiting does not list the call "call_1" of "demo", which waits.',
  ],
  [
    'changes settings whatever their version',
    (good) => ({
      settings: {
        ...good.settings!,
        change: async (...given) => ({ ...(await good.settings!.change(...given)), outcome: 'changed' }),
      },
    }),
    'changes settings only in the version that was read',
    'A change of settings in another version is answered "changed" and not "stale". It would undo the change of somebody else.',
  ],
]

describe('the contract finds a client that', () => {
  it.concurrent.each(mistakes)('%s', async (_what, mistake, title, says) => {
    const said = await verdictOn(mistake)
    expect(said[title]).toMatch(says)
    takeConsole()
  })

  it.each(['unsupported', 'not_found'] as const)('has no stop, by no failure: %s', async (code) => {
    const stop = (): Promise<never> => Promise.reject(new GatewayError({ code, applied: 'no' }))
    expect(await verdictOn(() => ({ stop }))).toEqual({})
  })

  it('has a server without a stream, by no failure', async () => {
    const mistake: Mistake = () => ({
      // eslint-disable-next-line require-yield
      followConversation: async function* () {
        throw new GatewayError({ code: 'unsupported', applied: 'no' })
      },
    })
    expect(await verdictOn(mistake)).toEqual({})
  })

  it('fails to stop, and says so', async () => {
    const stop = (): Promise<never> => Promise.reject(new GatewayError({ code: 'forbidden', applied: 'no' }))
    const said = await verdictOn(() => ({ stop }))
    expect(said).toEqual({
      'withdraws what waits in an operation that is stopped': 'The gateway refused: not allowed.',
    })
  })

  it('nothing is wrong with, by no failure at all', async () => {
    expect(await verdictOn(() => ({}))).toEqual({})
  })
})

describe('describeGateway', () => {
  it('says how to give it a runner where none is global', () => {
    expect(() => describeGateway(() => Promise.reject(new Error('never')))).toThrow(
      'describeGateway found no global "describe" and "it". Pass those of your test runner: describeGateway(createClient, { describe, it }).',
    )
  })
})
