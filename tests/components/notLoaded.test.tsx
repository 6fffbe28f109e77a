import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  GatewayProvider,
  InterventionBar,
  useApprove,
  useConversation,
  useInterventions,
} from 'intervention-bar'
import { conversationOptions, merge, SealedState } from 'intervention-bar/core'
import { agentThatAsks, createMemoryGateway, createMockGateway, decide } from 'intervention-bar/mocks'
import { expect, it, vi } from 'vitest'

// A script that the server no longer has, as after a release.
vi.mock('../../src/query/engine.ts', () => {
  throw new Error('404')
})

/** A page that knows what waits before it has fetched what follows and sends. */
async function restored() {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: 'send_mail', args: {} }) })
  mock.say('demo', 'go')
  const gateway = createMemoryGateway(mock)
  const read = () => gateway.readConversation('demo', { signal: AbortSignal.timeout(5_000) })
  await expect.poll(async () => (await read()).interventions).toHaveLength(1)
  const conversation = await read()
  const client = new QueryClient()
  client.setQueryData(
    conversationOptions({ client, gateway, conversationId: 'demo' }).queryKey,
    new SealedState(merge(undefined, { conversation, version: 0, at: Date.now() })),
  )
  const resumes = (): number => mock.requests.filter((one) => one.route === 'resume').length
  const wrapper = ({ children }: { readonly children: React.ReactNode }): React.ReactElement => (
    <QueryClientProvider client={client}>
      <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
    </QueryClientProvider>
  )
  return { wrapper, resumes }
}

it('says that a part of the page is missing, sends nothing, and keeps the card', async () => {
  const { wrapper, resumes } = await restored()
  const user = userEvent.setup()
  const { container } = render(<InterventionBar conversationId="demo" arming={250} />, { wrapper })
  const [notice] = await screen.findAllByText(
    "A part of this page couldn't be loaded. Reload the page if that goes on. What you see may be out of date.",
  )
  expect(notice).toBeVisible()
  await decide(container, 'approved', { user })
  const sentence =
    "A part of this page couldn't be loaded. Reload the page if that goes on. Nothing has run. Try again."
  await waitFor(() => expect(container.querySelector('[data-part="error"]')).toHaveTextContent(sentence))
  expect(container.querySelector('[data-part="approve"]')).not.toHaveAttribute('data-busy')
  expect(resumes()).toBe(0)
})

it('rejects a press of a hook with not_loaded, which took no effect', async () => {
  const { wrapper, resumes } = await restored()
  const { result } = renderHook(
    () => ({
      approve: useApprove('demo'),
      view: useConversation('demo'),
      pending: useInterventions('demo').pending,
    }),
    { wrapper },
  )
  const [card] = result.current.pending
  await waitFor(() => expect(result.current.view.connection).toBe('stale'))
  act(() => result.current.approve.mutate({ toolCallId: card?.toolCallId ?? '' }))
  await waitFor(() =>
    expect(result.current.approve.error).toMatchObject({ code: 'not_loaded', applied: 'no' }),
  )
  expect(result.current.view.phase).toBe('waiting')
  expect(resumes()).toBe(0)
})
