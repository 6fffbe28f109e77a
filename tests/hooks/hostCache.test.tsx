import {
  dehydrate,
  type DehydratedState,
  hydrate,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query'
import { act, render, renderHook, waitFor } from '@testing-library/react'
import { GatewayProvider, useInterventions } from 'intervention-bar'
import {
  conversationOptions,
  type ConversationState,
  createHttpGateway,
  SealedState,
} from 'intervention-bar/core'
import { agentThatAsks, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { describe, expect, it, vi } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'

const secret = 'the launch code'
const asks = agentThatAsks({ tool: 'launch', args: { code: secret } })

async function waiting(client: QueryClient) {
  const mock = createMockGateway({ agent: asks })
  mock.say('demo', 'go')
  const gateway = createMemoryGateway(mock)
  const view = renderHook(() => useInterventions('demo'), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
      </QueryClientProvider>
    ),
  })
  await waitFor(() => expect(view.result.current.pending).toHaveLength(1))
  return { ...view, mock, gateway }
}

describe('a persister of the host', () => {
  it('finds no arguments, neither in JSON nor in a structured clone', async () => {
    const client = new QueryClient()
    await waiting(client)
    const dehydrated = dehydrate(client)
    expect(dehydrated.queries).toHaveLength(1)
    expect(JSON.stringify(dehydrated)).not.toContain(secret)
    expect(JSON.stringify(structuredClone(dehydrated.queries[0]?.state.data))).not.toContain(secret)
  })

  it('restores no state: the conversation is read', async () => {
    const before = new QueryClient()
    const { gateway, mock, unmount } = await waiting(before)
    const disk = JSON.parse(JSON.stringify(dehydrate(before))) as DehydratedState
    unmount()
    const after = new QueryClient()
    hydrate(after, disk)
    const reads = mock.requests.filter((one) => one.route === 'read').length
    const view = renderHook(() => useInterventions('demo'), {
      wrapper: ({ children }) => (
        <QueryClientProvider client={after}>
          <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
        </QueryClientProvider>
      ),
    })
    await waitFor(() => expect(view.result.current.pending).toHaveLength(1))
    expect(mock.requests.filter((one) => one.route === 'read')).toHaveLength(reads + 1)
  })

  it('can be allowed to store conversations', async () => {
    const before = new QueryClient({
      defaultOptions: { dehydrate: { serializeData: (data) => SealedState.open(data) ?? data } },
    })
    const { gateway } = await waiting(before)
    const disk = JSON.parse(JSON.stringify(dehydrate(before))) as DehydratedState
    expect(JSON.stringify(disk)).toContain(secret)
    const after = new QueryClient({
      defaultOptions: {
        hydrate: { deserializeData: (data: unknown) => new SealedState(data as ConversationState) },
      },
    })
    hydrate(after, disk)
    const view = renderHook(() => useInterventions('demo'), {
      wrapper: ({ children }) => (
        <QueryClientProvider client={after}>
          <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
        </QueryClientProvider>
      ),
    })
    expect(view.result.current.pending).toHaveLength(1)
  })

  it('is not asked even if it answers every query', async () => {
    const persister = vi.fn(async () => ({}))
    const client = new QueryClient({ defaultOptions: { queries: { persister } } })
    await waiting(client)
    expect(persister).not.toHaveBeenCalled()
  })
})

describe('a host that empties its cache', () => {
  const ways = {
    clear: (client: QueryClient) => client.clear(),
    removeQueries: (client: QueryClient) => client.removeQueries(),
    resetQueries: (client: QueryClient) => client.resetQueries(),
  }
  it.each(Object.entries(ways))(
    'with %s: the conversation is read again and followed',
    async (_way, empty) => {
      const client = new QueryClient()
      const { mock, result } = await waiting(client)
      await act(async () => empty(client))
      await waitFor(() => expect(result.current.pending).toHaveLength(1))
      act(() => void mock.say('demo', 'and again'))
      await waitFor(() => expect(result.current.pending).toHaveLength(2))
      expect(mock.streams()).toBe(1)
    },
  )
})

describe('a host whose cache forgets at once', () => {
  const forgetful = () => new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } })
  const passed = () => new Promise((resolve) => setTimeout(resolve, 20))

  it('keeps a conversation while it is followed, and forgets it afterwards', async () => {
    const client = forgetful()
    const { result, unmount } = await waiting(client)
    await act(passed)
    expect(result.current.pending).toHaveLength(1)
    unmount()
    await waitFor(() => expect(client.getQueryCache().getAll()).toEqual([]))
  })

  it('leaves a conversation to a query of the host that still observes it', async () => {
    const client = forgetful()
    const { gateway, unmount } = await waiting(client)
    const options = { ...conversationOptions({ client, gateway, conversationId: 'demo' }), enabled: false }
    const own = renderHook(() => useQuery(options, client))
    unmount()
    await act(passed)
    expect(own.result.current.data?.interventions).toHaveLength(1)
  })
})

it('shows a conversation again as it was, until it is read', async () => {
  const client = new QueryClient()
  const { gateway, unmount } = await waiting(client)
  unmount()
  const view = renderHook(() => useInterventions('demo'), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
      </QueryClientProvider>
    ),
  })
  expect(view.result.current.pending).toHaveLength(1)
})

it('warns once of two copies of the kit', async () => {
  vi.resetModules()
  const other = await import('../../src/index.ts')
  const gateway = createHttpGateway({ baseUrl: 'http://localhost/none' })
  for (const Provider of [GatewayProvider, other.GatewayProvider]) {
    render(<Provider gateway={gateway}>{null}</Provider>)
  }
  expect(takeConsole()).toEqual([['warn', expect.stringContaining('IB006')]])
})
