// @vitest-environment node
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ApproveButton, GatewayProvider, Intervention, InterventionBar, useBusy } from 'intervention-bar'
import { conversationOptions, type GatewayClient } from 'intervention-bar/core'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { aCard, aConversation, parked } from '../support/fixtures.ts'
import { reads } from '../support/trapReads.ts'

const gateway: GatewayClient = {
  id: 'server',
  readConversation: async () =>
    aConversation({ cursor: null, operations: [parked()], interventions: [aCard({ expiresAt: 5_000 })] }),
  resume: async () => ({ outcome: 'accepted', operationId: null }),
}

function Chat(): ReactNode {
  return (
    <GatewayProvider gateway={gateway}>
      <Busy />
      <InterventionBar conversationId="demo" />
      <Intervention.Root conversationId="demo">
        <Intervention.Title />
        <Intervention.Expiry />
      </Intervention.Root>
      <ApproveButton conversationId="demo" />
    </GatewayProvider>
  )
}

function Busy(): ReactNode {
  return useBusy('demo').isBusy ? 'busy' : 'idle'
}

it('the trap notices a read', () => {
  const Reader = (): string => String(Date.now())
  expect(() => renderToString(<Reader />)).toThrow('Date.now was read while rendering.')
  expect(reads).toEqual(['Date.now'])
})

it('renders without a client of the host', () => {
  expect(renderToString(<Chat />)).toContain('aria-live="polite"')
  expect(reads).toEqual([])
})

it('renders the same with the conversation in the cache, which no page gets', async () => {
  const client = new QueryClient()
  await client.prefetchQuery(conversationOptions({ client, gateway, conversationId: 'demo' }))
  const html = renderToString(
    <QueryClientProvider client={client}>
      <Chat />
    </QueryClientProvider>,
  )
  expect(html).toBe(renderToString(<Chat />))
  expect(reads).toEqual([])
})
