import { dehydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ApproveButton, GatewayProvider, InterventionBar, useAttention, useBusy } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import 'intervention-bar/styles.css'
import { StrictMode, version } from 'react'
import { createRoot } from 'react-dom/client'

// The address selects the host: ?host=none|plain|hostile&strict&surfaces&attention
const options = new URLSearchParams(location.search)
const host = options.get('host') ?? 'none'
const gateway = createHttpGateway({ baseUrl: '/agent' })

/** A host whose defaults would send a decision four times, throw it at the page, and write arguments to disk. */
function hostileClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: 3, refetchInterval: 200, throwOnError: true },
      mutations: { retry: 3, retryDelay: 10, throwOnError: true, networkMode: 'online' },
    },
  })
  client.getQueryCache().subscribe(() => localStorage.setItem('cache', JSON.stringify(dehydrate(client))))
  client.getMutationCache().subscribe(({ mutation }) => {
    localStorage.setItem('mutations', JSON.stringify(mutation?.state.status))
  })
  return client
}

function Attention(): null {
  useAttention('demo', { title: true, notification: true })
  return null
}

function Chat() {
  const { isBusy } = useBusy('demo')
  return (
    <>
      <p data-testid="react">{version}</p>
      <p data-testid="busy">{isBusy ? 'busy' : 'idle'}</p>
      <InterventionBar conversationId="demo" />
      {options.has('surfaces') ? (
        <>
          <InterventionBar conversationId="demo" />
          <ApproveButton conversationId="demo">Approve alone</ApproveButton>
        </>
      ) : null}
      <textarea aria-label="Message" />
      {options.has('attention') && <Attention />}
    </>
  )
}

const chat = (
  <GatewayProvider
    gateway={gateway}
    onResumed={() => {
      document.body.dataset['resumed'] = String(Number(document.body.dataset['resumed'] ?? 0) + 1)
    }}
  >
    <Chat />
  </GatewayProvider>
)
const client = host === 'hostile' ? hostileClient() : host === 'plain' ? new QueryClient() : null
const app = client ? <QueryClientProvider client={client}>{chat}</QueryClientProvider> : chat
const root = document.getElementById('root')
if (root) createRoot(root).render(options.has('strict') ? <StrictMode>{app}</StrictMode> : app)
