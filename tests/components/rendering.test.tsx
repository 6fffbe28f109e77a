import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import {
  ApproveButton,
  GatewayError,
  GatewayProvider,
  Intervention,
  InterventionBar,
  RejectButton,
  RejectContinueButton,
  useApprove,
  useBusy,
  useConversation,
  useInterventions,
  useReject,
  useRejectContinue,
  useResume,
  useStop,
} from 'intervention-bar'
import type { Conversation, GatewayClient, InterventionCall } from 'intervention-bar/core'
import { createElement, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, parked } from '../support/fixtures.ts'
import { reads } from '../support/trapReads.ts'

let worlds = 0
interface World {
  readonly client: QueryClient
  readonly gateway: GatewayClient
}

/** A page that has followed the conversation: its cache has a card that waits, failed, or is settled. */
async function world(after: 'asked' | 'failed' | 'settled'): Promise<World> {
  const expiresAt = Date.now() + 3_600_000
  let card: InterventionCall = aCard({
    expiresAt,
    why: { text: 'Because.', by: 'agent' },
    argsText: JSON.stringify({ to: 'ana@bücher.de', text: 'x'.repeat(2_000) }),
    tool: { name: 'run', title: 'Run', server: 'shell', annotations: { destructiveHint: true } },
  })
  const read = (): Conversation =>
    aConversation({
      cursor: null,
      operations: [parked()],
      interventions: [card, aCard({ toolCallId: 'call_2' })],
    })
  const gateway: GatewayClient = {
    id: `rendering-${(worlds += 1)}`,
    readConversation: async () => read(),
    resume: async ({ decisions: [{ decision }] }) => {
      if (after === 'failed') throw new GatewayError({ code: 'forbidden', applied: 'no' })
      card = { ...card, status: decision, resolution: { at: Date.now() } } as InterventionCall
      return { outcome: 'accepted', operationId: null }
    },
    stop: async () => ({ outcome: 'stopped' }),
    extend: async () => ({ expiresAt }),
  }
  const made = { client: new QueryClient(), gateway }
  const { unmount } = render(
    <Providers {...made}>
      <ByTheHost />
    </Providers>,
  )
  await waitFor(() => expect(screen.getByTestId('host')).toHaveTextContent('2 wait'))
  if (after !== 'asked') act(() => screen.getByTestId('host').click())
  if (after === 'settled') await waitFor(() => expect(screen.getByTestId('host')).toHaveTextContent('1 wait'))
  if (after === 'failed') await waitFor(() => expect(screen.getByTestId('host')).toHaveTextContent('failed'))
  unmount()
  return made
}

/** A host's own hooks. */
function ByTheHost(): ReactNode {
  const { pending } = useInterventions('demo')
  const { isBusy } = useBusy('demo')
  const { phase } = useConversation('demo')
  const approve = useApprove('demo')
  const others = [useReject('demo'), useRejectContinue('demo'), useResume('demo'), useStop('demo')]
  const isIdle = others.every((one) => one.status === 'idle')
  return (
    <button type="button" data-testid="host" onClick={() => approve.mutate({ toolCallId: 'call_1' })}>
      {`${pending.length} wait, ${phase}, ${isBusy} ${isIdle} ${approve.isError ? 'failed' : ''}`}
    </button>
  )
}

function Providers({ client, gateway, children }: World & { readonly children: ReactNode }): ReactNode {
  return (
    <QueryClientProvider client={client}>
      <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
    </QueryClientProvider>
  )
}

const { Root, Question: _oldName, Busy, Connection, List, Receipts, ...parts } = Intervention
/** The bar, a card with every part there is, lone buttons, and a host's own hooks. */
function everything(one: World): ReactNode {
  return (
    <Providers {...one}>
      <InterventionBar conversationId="demo" />
      <Root conversationId="demo" toolCallId="call_1">
        {Object.entries(parts).map(([name, Part]) => createElement(Part as React.FC, { key: name }))}
      </Root>
      <Busy conversationId="demo" />
      <Connection conversationId="demo" />
      <List conversationId="demo" onOpen={() => undefined} />
      <Receipts conversationId="demo" />
      <ApproveButton conversationId="demo" />
      <RejectButton conversationId="demo" />
      <RejectContinueButton conversationId="demo" />
      <ByTheHost />
    </Providers>
  )
}

describe.each(['asked', 'failed', 'settled'] as const)('with a call that was %s in the cache', (after) => {
  it('renders at once in a page, without reading clock, storage or window', async () => {
    const { container } = render(everything(await world(after)))
    const drawn = {
      settled: '[data-part="receipt"]',
      failed: '[data-again]',
      asked: '[data-part="arguments"]',
    }
    expect(container.querySelector(drawn[after])).toBeInTheDocument()
    expect(reads).toEqual([])
  })

  it('hydrates without a warning, and shows the call then', async () => {
    const one = await world(after)
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(everything({ ...one, client: new QueryClient() }))
    // React 18 warns of layout effects on a server, and takes jsdom for one.
    expect(takeConsole().filter(([, text]) => !/useLayoutEffect does nothing/.test(String(text)))).toEqual([])
    const errors: unknown[] = []
    const root = await act(async () =>
      hydrateRoot(container, everything(one), { onRecoverableError: (error) => errors.push(error) }),
    )
    expect(container.querySelector('[data-part="bar"]')).toBeInTheDocument()
    expect([errors, reads]).toEqual([[], []])
    await act(async () => root.unmount())
    container.remove()
  })
})
