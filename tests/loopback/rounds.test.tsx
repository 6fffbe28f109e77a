import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import {
  GatewayProvider,
  InterventionBar,
  useApprove,
  useBusy,
  useConversation,
  useInterventions,
  useReject,
  useRejectContinue,
} from 'intervention-bar'
import { createHttpGateway, type Decision } from 'intervention-bar/core'
import { agentThatAsks, createMockGateway, decide, type MockGateway } from 'intervention-bar/mocks'
import { afterEach, describe, expect, it } from 'vitest'
import { type ServedMock, serveMock } from '../support/serveMock.ts'

let served: ServedMock | undefined
afterEach(async () => {
  await served?.close()
  served = undefined
})

/** Opens the chat as a page does that was just loaded: nothing is remembered but what the server says. */
async function load(
  mock: MockGateway,
  { hasBar = true }: { readonly hasBar?: boolean } = {},
): Promise<{ container: HTMLElement; leave: () => void; client: QueryClient }> {
  served ??= await serveMock(mock)
  const gateway = createHttpGateway({ baseUrl: served.baseUrl })
  const client = new QueryClient()
  const { container, unmount } = render(
    <QueryClientProvider client={client}>
      <GatewayProvider gateway={gateway}>
        {hasBar && <InterventionBar conversationId="demo" />}
        <State />
      </GatewayProvider>
    </QueryClientProvider>,
  )
  await waitFor(() => expect(screen.getByTestId('connection')).toHaveTextContent('live'))
  return { container, client, leave: unmount }
}

function State(): React.ReactElement {
  const { connection, operations } = useConversation('demo')
  const { isBusy } = useBusy('demo')
  return (
    <>
      <AtOnce />
      <output data-testid="connection">{connection}</output>
      <output data-testid="operations">{operations.length}</output>
      <output data-testid="busy">{String(isBusy)}</output>
    </>
  )
}

/** Decides without waiting until a person could have read: a thousand rounds have no time for it. */
function AtOnce(): React.ReactElement {
  const call = useInterventions('demo').pending[0]
  const mutate: Record<Exclude<Decision, 'answered'>, ReturnType<typeof useApprove>['mutate']> = {
    approved: useApprove('demo').mutate,
    rejected: useReject('demo').mutate,
    rejected_continue: useRejectContinue('demo').mutate,
  }
  const decisions = Object.keys(mutate) as (keyof typeof mutate)[]
  return (
    <>
      {call &&
        decisions.map((decision) => (
          <button
            key={decision}
            data-testid={`${decision} ${call.toolCallId}`}
            onClick={() => mutate[decision]({ toolCallId: call.toolCallId })}
          >
            {decision}
          </button>
        ))}
    </>
  )
}
async function decideAtOnce(decision: Decision, mock: MockGateway): Promise<void> {
  const asked = (): string | undefined =>
    mock.read('demo').interventions.find((one) => one.status === 'pending')?.toolCallId
  await expect.poll(asked, { interval: 1 }).toBeDefined()
  const button = await screen.findByTestId(`${decision} ${asked()}`, undefined, { interval: 5 })
  act(() => button.click())
}

const isBusy = (): boolean => screen.getByTestId('busy').textContent === 'true'

describe('over real sockets', () => {
  it.each(['approved', 'rejected', 'rejected_continue'] as const)(
    '%s clears the spinner',
    async (decision) => {
      const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }), paceMs: 1 })
      mock.open('demo')
      const { container, leave } = await load(mock)
      mock.say('demo', 'go')
      await decide(container, decision)
      await waitFor(() => expect(container.querySelector('[data-part="receipt"]')).not.toBeNull())
      await waitFor(() => expect(mock.running()).toBe(0))
      await waitFor(() => expect(isBusy()).toBe(false))
      expect(mock.executions).toHaveLength(decision === 'approved' ? 1 : 0)
      leave()
      await waitFor(() => expect(mock.streams()).toBe(0))
    },
  )

  it('decides after a reload while the call waited', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
    mock.say('demo', 'go')
    const first = await load(mock)
    await waitFor(() => expect(first.container.querySelector('[data-part="approve"]')).not.toBeNull())
    first.leave()
    const second = await load(mock)
    await decide(second.container, 'approved')
    await waitFor(() => expect(mock.executions).toHaveLength(1))
    await waitFor(() => expect(isBusy()).toBe(false))
  })

  it('rule S3: the new operation is never retired with the old one', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }), paceMs: 20 })
    mock.say('demo', 'go')
    const { container } = await load(mock)
    await decide(container, 'approved')
    await waitFor(() =>
      expect(mock.read('demo').operations.map((one) => one.status)).toEqual(['done', 'running']),
    )
    // The old operation has ended and its end has arrived: only the new one keeps the spinner.
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(mock.running()).toBe(1)
    expect(isBusy()).toBe(true)
    await waitFor(() => expect(isBusy()).toBe(false))
  })
})

describe('rule S15: nothing accumulates', () => {
  it('no operation is left running after 1,000 rounds and 50 reloads', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
    mock.open('demo')
    const decisions: readonly Decision[] = ['approved', 'rejected_continue', 'rejected']
    let page = await load(mock)
    for (let round = 0; round < 1_000; round += 1) {
      if (round % 20 === 19) {
        page.leave()
        // Drawing is most of a round, and is the same every time: every fifth page is drawn.
        page = await load(mock, { hasBar: round % 100 === 99 })
      }
      mock.say('demo', `round ${round}`)
      await decideAtOnce(decisions[round % 3]!, mock)
      await expect.poll(() => mock.running(), { interval: 1 }).toBe(0)
      await expect
        .poll(() => mock.read('demo').interventions.some((one) => one.status === 'pending'), { interval: 1 })
        .toBe(false)
    }
    await waitFor(() => expect(isBusy()).toBe(false))
    expect(mock.running()).toBe(0)
    expect(mock.executions).toHaveLength(334)
    expect(mock.requests.filter((one) => one.route === 'resume')).toHaveLength(1_000)
    expect(Number(screen.getByTestId('operations').textContent)).toBeLessThan(120)
    expect(page.client.getQueryCache().getAll()).toHaveLength(1)
    act(() => page.leave())
    await waitFor(() => expect(mock.streams()).toBe(0))
  })
})
