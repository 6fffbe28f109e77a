import { act, render, screen } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { agentThatAsks, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-04T14:00:30') })
})
afterEach(() => vi.useRealTimers())

const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms))

/** A call that waits for two minutes, on a server whose clock is an hour behind. */
async function waiting(extend?: () => Promise<number>) {
  const agent = agentThatAsks({ tool: 'send_mail', args: {}, expiresInMs: 120_000 })
  const mock = createMockGateway({ agent, paceMs: 0 })
  const inner = createMemoryGateway(mock)
  const behind = 3_600_000
  let extended: number | undefined
  const gateway = {
    ...inner,
    readConversation: async (...given: Parameters<typeof inner.readConversation>) => {
      const read = await inner.readConversation(...given)
      const interventions = read.interventions.map((card) =>
        card.expiresAt === undefined ? card : { ...card, expiresAt: extended ?? card.expiresAt - behind },
      )
      return { ...read, now: read.now - behind, interventions }
    },
    ...(extend && {
      extend: async () => {
        extended = (await extend()) - behind
        return { expiresAt: extended }
      },
    }),
  }
  mock.say('demo', 'go')
  await pass(10)
  const view = render(
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  await pass(500)
  const expiry = (): string | undefined =>
    view.container.querySelector('[data-part="expiry"]')?.textContent ?? undefined
  const spoken = (politeness: string): string =>
    view.container.querySelector(`[data-part="announcer"][aria-live="${politeness}"]`)?.textContent ?? ''
  return { ...view, mock, expiry, spoken }
}

it('shows how long a call can be decided, by the clock of the server', async () => {
  const { expiry } = await waiting()
  expect(expiry()).toMatch(/^[12]:\d\d left, then it won't run$/)
  expect(screen.getByRole('timer')).toHaveTextContent("left, then it won't run")
})

it('announces it a minute and 20 seconds before the end', async () => {
  const { expiry, spoken } = await waiting()
  await pass(58_000)
  expect(expiry()).toMatch(/^1:0\d left/)
  expect(spoken('polite')).not.toContain('expires')
  await pass(4_000)
  expect(expiry()).toMatch(/^0:5\d left/)
  expect(spoken('polite')).toContain('send_mail expires in 1 minute.')
  expect(spoken('assertive')).toBe('')
  await pass(40_000)
  expect(expiry()).toMatch(/^0:1\d left/)
  expect(spoken('assertive')).toContain('send_mail expires in 20 seconds.')
})

it('A10: never approves by itself: a call that expired has not run', async () => {
  const { container, mock } = await waiting()
  await pass(125_000)
  expect(container.querySelector('[data-part="receipt"]')).toHaveTextContent(
    'send_mail expired at 14:02. It has not run.',
  )
  expect(container.querySelector('[data-part="approve"]')).toBeNull()
  expect(mock.executions).toEqual([])
  expect(mock.requests.filter((one) => one.route === 'resume')).toEqual([])
})

const keepOpen = (): HTMLElement | null => screen.queryByRole('button', { name: 'Give me more time' })

it('is extended with one press, if the backend can', async () => {
  const extend = vi.fn(async () => new Date('2026-03-04T14:30:30').getTime())
  const { expiry, container } = await waiting(extend)
  await pass(62_000)
  keepOpen()?.focus()
  act(() => keepOpen()?.click())
  act(() => keepOpen()?.click())
  await pass(100)
  expect(extend).toHaveBeenCalledOnce()
  expect(expiry()).toBe("29 min left, then it won't run Give me more time")
  expect(container.querySelector('[data-part="bar"]')).toContainElement(document.activeElement as HTMLElement)
})

it('says that a call could not be extended, and can try again', async () => {
  const extend = vi.fn(async () => Promise.reject(new TypeError('no network')))
  await waiting(extend)
  await pass(62_000)
  act(() => keepOpen()?.click())
  await pass(100)
  expect(screen.getByRole('alert')).toHaveTextContent("There's no more time yet. Try again.")
  act(() => keepOpen()?.click())
  await pass(100)
  expect(extend).toHaveBeenCalledTimes(2)
})

it('has no such button if the backend cannot extend', async () => {
  const { expiry } = await waiting()
  await pass(62_000)
  expect(expiry()).toMatch(/^0:5\d left/)
  expect(keepOpen()).toBeNull()
})
