import { act, renderHook, waitFor } from '@testing-library/react'
import { type GatewayClient, GatewayProvider, useApprovalSettings, useConversation } from 'intervention-bar'
import { createMemoryGateway, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import { StrictMode } from 'react'
import { describe, expect, it } from 'vitest'

function start(wrap: (gateway: GatewayClient) => GatewayClient = (same) => same) {
  const mock = createMockGateway()
  mock.open('demo')
  const gateway = wrap(createMemoryGateway(mock))
  const view = renderHook(
    () => {
      useConversation('demo')
      return useApprovalSettings('demo')
    },
    {
      wrapper: ({ children }) => (
        <StrictMode>
          <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
        </StrictMode>
      ),
    },
  )
  return { mock, view }
}
async function read(view: ReturnType<typeof start>['view']): Promise<void> {
  await waitFor(() => expect(view.result.current?.settings).toBeDefined())
}
const changesOf = (mock: MockGateway): readonly unknown[] =>
  mock.requests.filter(({ route }) => route === 'change').map(({ body }) => body)

describe('useApprovalSettings', () => {
  it('reads the settings, and shows them as they are after a change', async () => {
    const { mock, view } = start()
    await read(view)
    const { version } = view.result.current!.settings!
    await act(async () => {
      const answer = await view.result.current!.change({ mode: 'ask' })
      expect(answer.outcome).toBe('changed')
    })
    await waitFor(() => expect(view.result.current?.settings?.mode).toBe('ask'))
    expect(view.result.current?.isChanging).toBe(false)
    expect(changesOf(mock)).toEqual([{ version, change: { mode: 'ask' } }])
  })

  it('hears of a change in another tab through the stream', async () => {
    const { mock, view } = start()
    await read(view)
    await waitFor(() => expect(mock.streams()).toBe(1))
    act(() => mock.changeSettings('demo', { add: 'send_mail' }))
    await waitFor(() => expect(view.result.current?.settings?.allowList).toHaveLength(1))
  })

  it('changes nothing that it has not shown: a stale change shows the settings as they are', async () => {
    const { mock, view } = start()
    await read(view)
    const { change } = view.result.current!
    mock.changeSettings('demo', { add: 'send_mail' })
    await act(async () => {
      const answer = await change({ mode: 'auto_run' })
      expect(answer).toMatchObject({ outcome: 'stale', settings: { mode: 'allow_list' } })
    })
    await waitFor(() => expect(view.result.current?.settings?.allowList).toHaveLength(1))
    expect(view.result.current?.settings?.mode).toBe('allow_list')
  })

  it('says that a change failed, and reads again where it may have happened', async () => {
    const { mock, view } = start()
    await read(view)
    mock.fault({ name: 'drops_answer', on: 'change' })
    await act(async () => {
      const change = view.result.current!.change({ mode: 'ask' })
      await expect(change).rejects.toMatchObject({ code: 'unavailable', applied: 'unknown' })
    })
    await waitFor(() => expect(view.result.current?.settings?.mode).toBe('ask'))
    expect(changesOf(mock)).toHaveLength(1)
  })

  it('tells why the settings cannot be read', async () => {
    const { view } = start((gateway) => {
      const failing = { ...gateway.settings!, read: async () => ({}) as never }
      return { ...gateway, settings: failing }
    })
    await waitFor(() => expect(view.result.current?.failure).toMatchObject({ code: 'protocol' }))
  })

  it('is null where the gateway has no settings', async () => {
    const { view } = start(({ settings: _none, ...gateway }) => gateway)
    expect(view.result.current).toBeNull()
  })
})
