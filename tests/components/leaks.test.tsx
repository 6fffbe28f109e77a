import { GatewayError } from 'intervention-bar'
import {
  createHttpGateway,
  type GatewayClient,
  type InterventionCall,
  type Pause,
} from 'intervention-bar/core'
import {
  type Agent,
  agentThatAsks,
  askTogether,
  type CallDraft,
  createMockGateway,
  type MockGatewayOptions,
} from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { digest } from '../../src/model/digest.ts'
import { server } from '../support/dom.ts'
import { takeConsole } from '../support/failOnConsole.ts'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

const secret = 'SECRET-ARGUMENT'
const token = 'SECRET-TOKEN'
const written: string[] = []
const text = (value: unknown): string =>
  value instanceof Error
    ? `${value.message} ${value.stack} ${JSON.stringify(value)} ${text(value.cause)}`
    : JSON.stringify(value)

afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

const call: CallDraft = {
  tool: { name: 'pay', annotations: { destructiveHint: true } },
  args: { card: secret },
  why: secret,
}
const asks = (answering: Pause['answering']): Agent =>
  function* () {
    yield askTogether({ answering, siblings: 'independent' }, call, call)
  }
/** A decision on the call, as another page of the same chat made it. */
const made = {
  conversationId: 'demo',
  operationId: 'op_1',
  requestId: 'req_of_another_page',
  decisions: [{ toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' }],
} as const
const scopeOf = ({ id }: { readonly id: string }): string => JSON.stringify([id, 'demo'])

/** A backend whose revision is the very arguments, as that of most adapters is. */
function namedByArguments(real: GatewayClient): GatewayClient {
  const renamed = <Known extends InterventionCall>(known: Known): Known => ({
    ...known,
    revision: `${secret} ${known.revision}`,
  })
  return {
    ...real,
    readConversation: async (...given) => {
      const read = await real.readConversation(...given)
      return { ...read, interventions: read.interventions.map(renamed) }
    },
    followConversation: async function* (...given) {
      for await (const item of real.followConversation!(...given)) {
        if (item.type !== 'agent_intervention_request') yield item
        else yield { ...item, data: { intervention: renamed(item.data.intervention) } }
      }
    },
    resume: async (request, options) => {
      const [first, ...rest] = request.decisions.map((one) => ({
        ...one,
        revision: one.revision.replace(`${secret} `, ''),
      }))
      const answer = await real.resume({ ...request, decisions: [first!, ...rest] }, options)
      return 'interventions' in answer
        ? { ...answer, interventions: answer.interventions.map(renamed) }
        : answer
    },
  }
}

interface Watched extends MockGatewayOptions {
  /** The session storage that the page before a reload left. */
  readonly isReloaded?: boolean
}

/** A chat whose storage, channels and thrown errors are written down. */
function renderWatched({ isReloaded = false, ...options }: Watched = {}): TestChat {
  const mock = createMockGateway({ agent: agentThatAsks(call), ...options })
  const baseUrl = `http://localhost/leaks-${Math.random()}`
  server.use(...createHandlers(mock, { baseUrl }))
  const real = createHttpGateway({ baseUrl, timeoutMs: 1_000, headers: () => ({ authorization: token }) })
  const named = namedByArguments(real)
  const gateway: GatewayClient = {
    ...named,
    resume: (...given) =>
      named.resume(...given).catch((thrown: unknown) => {
        written.push(text(thrown))
        throw thrown
      }),
  }
  if (isReloaded) {
    const [decision] = made.decisions
    const decisions = [{ ...decision, revision: digest(`${secret} ${decision.revision}`) }]
    const left = { request: { ...made, decisions }, isExact: true }
    // Foreign entries under such a name are ignored.
    sessionStorage.setItem(`intervention-bar ${scopeOf(real)} a`, '{"request":')
    sessionStorage.setItem(`intervention-bar ${scopeOf(real)} b`, '{}')
    sessionStorage.setItem(`intervention-bar ${scopeOf(real)} ${made.requestId}`, JSON.stringify(left))
  }
  written.length = 0
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation((...said) => void written.push(text(said)))
  const post = BroadcastChannel.prototype.postMessage
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(function (this: unknown, said) {
    written.push(text(said))
    post.call(this, said)
  })
  return renderChat({ mock, gateway })
}

/** Says to the page what another tab of this browser would. */
function sayFromAnotherTab({ gateway }: TestChat): void {
  const channel = new BroadcastChannel(`intervention-bar ${gateway.id}`)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target.
  channel.postMessage({ page: 'another', scope: scopeOf(gateway), request: made, isOver: false })
  channel.close()
}

async function says(chat: TestChat, words: RegExp): Promise<void> {
  await expect.poll(() => chat.bar()?.textContent).toMatch(words)
}

const states: readonly (readonly [string, (chat: TestChat) => Promise<unknown>, Watched])[] = [
  ['pending', (chat) => chat.shows('Approve'), {}],
  ['approved', (chat) => chat.decide('approved').then(() => chat.shows(/You approved/)), {}],
  ['rejected', (chat) => chat.decide('rejected', secret).then(() => chat.shows(/You rejected/)), {}],
  [
    'rejected_continue',
    (chat) => chat.decide('rejected_continue').then(() => chat.shows(/You rejected/)),
    {},
  ],
  ['expired', async (chat) => (chat.mock.lapse('demo', 'call_1', 'expired'), chat.shows(/expired/)), {}],
  [
    'withdrawn',
    async (chat) => (chat.mock.lapse('demo', 'call_1', 'withdrawn'), chat.shows(/no longer/)),
    {},
  ],
  [
    'changed',
    async (chat) => {
      chat.mock.change('demo', 'call_1', { argsText: `{"card":"${secret} 2"}` })
      await chat.shows('Before')
    },
    {},
  ],
  ['elsewhere', async (chat) => (sayFromAnotherTab(chat), chat.shows('Being decided in another tab…')), {}],
  [
    'earlier, and decided again',
    async (chat) => {
      await chat.shows(/Your earlier decision may still arrive/)
      await chat.decide('rejected', secret)
      await chat.shows(/You rejected/)
    },
    { isReloaded: true, agent: asks('any') },
  ],
  [
    'together',
    async (chat) => {
      await chat.decide('rejected_continue', secret)
      await chat.shows(/Your press sends all 2 decisions/)
      await chat.decide('approved')
      await chat.shows(/You approved/)
    },
    { agent: asks('together') },
  ],
  [
    'in_order',
    async (chat) => {
      await chat.user.click(chat.button('Next request'))
      await chat.shows('Decide on pay first.')
    },
    { agent: asks('in_order') },
  ],
  [
    'stopped connection',
    async (chat) => {
      chat.mock.fault({ name: 'signed_out', on: 'events', times: 9 })
      chat.mock.fault({ name: 'drops_stream' })
      await says(chat, /You're signed out. What you see may be out of date/)
    },
    {},
  ],
  [
    'stale connection',
    async (chat) => {
      chat.mock.fault({ name: 'server_error', on: 'events', times: 999 })
      chat.mock.fault({ name: 'drops_stream' })
      await says(chat, /Not live/)
    },
    {},
  ],
]

const failures = [
  'refused',
  'signed_out',
  'rate_limited',
  'unreachable',
  'server_error',
  'drops_answer',
  'never_answers',
  'garbage',
] as const

describe('storage, channels, the console and errors never contain arguments or tokens', () => {
  it.each(states)('%s', async (_state, reach, watched) => {
    const chat = renderWatched(watched)
    await chat.asked()
    await reach(chat)
    chat.unmount()
    const all = [...written, ...takeConsole().map(text)].join('\n')
    expect(all).not.toMatch(/SECRET/)
  })

  it.each(failures)('failed: %s', async (name) => {
    const chat = renderWatched()
    await chat.asked()
    chat.mock.fault({ name, times: 9 })
    await chat.decide('approved')
    await expect.poll(() => chat.bar()?.textContent).toMatch(/Try again|Checking|Sending|You approved/)
    chat.unmount()
    expect([...written, ...takeConsole().map(text)].join('\n')).not.toMatch(/SECRET/)
  })
})

it('an error of the gateway contains the failure, not the request', () => {
  expect(text(new GatewayError({ code: 'protocol', applied: 'unknown', path: 'data.type' }))).not.toMatch(
    /SECRET/,
  )
})
