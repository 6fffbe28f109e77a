import { GatewayError } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import { agentThatAsks, createMockGateway, type MockGatewayOptions } from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { server } from '../support/dom.ts'
import { takeConsole } from '../support/failOnConsole.ts'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

const secret = 'SECRET-ARGUMENT'
const token = 'SECRET-TOKEN'
const written: string[] = []
const text = (value: unknown): string =>
  value instanceof Error ? `${value.message} ${value.stack} ${JSON.stringify(value)}` : JSON.stringify(value)

afterEach(() => void vi.restoreAllMocks())

/** A chat whose storage, channels and thrown errors are written down. */
function renderWatched(options: MockGatewayOptions = {}): TestChat {
  written.length = 0
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation((...said) => void written.push(text(said)))
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(
    (said) => void written.push(text(said)),
  )
  const agent = agentThatAsks({
    tool: { name: 'pay', annotations: { destructiveHint: true } },
    args: { card: secret },
    why: secret,
  })
  const mock = createMockGateway({ agent, ...options })
  const baseUrl = `http://localhost/leaks-${Math.random()}`
  server.use(...createHandlers(mock, { baseUrl }))
  const real = createHttpGateway({ baseUrl, timeoutMs: 200, headers: () => ({ authorization: token }) })
  const gateway: typeof real = {
    ...real,
    resume: (...given) =>
      real.resume(...given).catch((thrown: unknown) => {
        written.push(text(thrown))
        throw thrown
      }),
  }
  return renderChat({ mock, gateway })
}

const states: readonly (readonly [string, (chat: TestChat) => Promise<unknown>])[] = [
  ['pending', (chat) => chat.shows('Approve')],
  ['approved', (chat) => chat.decide('approved').then(() => chat.shows(/You approved/))],
  ['rejected', (chat) => chat.decide('rejected', secret).then(() => chat.shows(/You rejected/))],
  ['rejected_continue', (chat) => chat.decide('rejected_continue').then(() => chat.shows(/You rejected/))],
  ['expired', async (chat) => (chat.mock.lapse('demo', 'call_1', 'expired'), chat.shows(/expired/))],
  ['withdrawn', async (chat) => (chat.mock.lapse('demo', 'call_1', 'withdrawn'), chat.shows(/no longer/))],
  [
    'changed',
    async (chat) => {
      chat.mock.change('demo', 'call_1', { argsText: `{"card":"${secret} 2"}` })
      await chat.shows('What changed since you first saw this')
    },
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

describe('storage, channels, the console and errors never have arguments or tokens', () => {
  it.each(states)('%s', async (_state, reach) => {
    const chat = renderWatched()
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

it('an error of the gateway names what failed, not what was sent', () => {
  expect(text(new GatewayError({ code: 'protocol', applied: 'unknown', path: 'data.type' }))).not.toMatch(
    /SECRET/,
  )
})
