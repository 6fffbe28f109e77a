import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  type GatewayClient,
  GatewayError,
  GatewayProvider,
  InterventionBar,
  useWaiting,
  WaitingBadge,
  type WaitingBadgeProps,
} from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import { describe, expect, it, vi } from 'vitest'

/** A backend in which two calls wait in each of these conversations. */
async function aMock(...conversations: readonly string[]): Promise<MockGateway> {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail, calls.editFile) })
  for (const id of conversations) mock.say(id, 'go')
  await waitFor(() => {
    for (const id of conversations) expect(mock.read(id).interventions).toHaveLength(2)
  })
  return mock
}

/** A page with the badge, and with the bars of some conversations. */
function show(gateway: GatewayClient, bars: readonly string[] = [], props: WaitingBadgeProps = {}) {
  const user = userEvent.setup()
  const page = (shown: readonly string[]): React.ReactElement => (
    <GatewayProvider gateway={gateway}>
      {/* React refuses what may not stand in a paragraph. */}
      <p>
        <WaitingBadge {...props} />
      </p>
      {shown.map((id) => (
        <InterventionBar key={id} conversationId={id} />
      ))}
    </GatewayProvider>
  )
  const { rerender, unmount } = render(page(bars))
  return { user, mount: (...shown: readonly string[]) => rerender(page(shown)), unmount }
}
const badge = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name })

describe('the badge of all that waits', () => {
  it('counts the calls of every conversation, and leads to the card of one', async () => {
    const onOpen = vi.fn(({ conversationId }) => page.mount(conversationId))
    const page = show(createMemoryGateway(await aMock('one', 'two')), [], { onOpen })
    await page.user.click(await badge('4 waiting for you'))
    const items = screen.getAllByRole('menuitem', { hidden: true })
    expect(items.map((item) => item.textContent)).toEqual([
      'Send an email',
      'Edit a file',
      'Send an email',
      'Edit a file',
    ])
    fireEvent.click(items[3]!)
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ conversationId: 'two' }))
    const heading = await screen.findByRole('heading', { name: /wants to run Edit a file/ })
    await waitFor(() => expect(heading).toHaveFocus())
    expect(screen.getByText('Request 2 of 2')).toBeVisible()
  })

  it('is not there while nothing waits', async () => {
    const gateway = createMemoryGateway(createMockGateway())
    const listWaiting = vi.spyOn(gateway, 'listWaiting')
    show(gateway)
    await waitFor(() => expect(listWaiting).toHaveBeenCalled())
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('knows of a mounted conversation at once, without another read of the list', async () => {
    const mock = await aMock('one')
    const gateway = createMemoryGateway(mock)
    const listWaiting = vi.spyOn(gateway, 'listWaiting')
    show(gateway, ['one'])
    await badge('2 waiting for you')
    const asked = listWaiting.mock.calls.length
    act(() => mock.decideElsewhere('one', 'call_1', 'approved', { id: 'maya' }))
    await badge('1 waiting for you')
    expect(listWaiting.mock.calls.length).toBe(asked)
  })

  it.each([
    ['lists nothing', undefined],
    [
      'cannot',
      async (): Promise<never> => Promise.reject(new GatewayError({ code: 'unsupported', applied: 'no' })),
    ],
  ])('lists the mounted conversations where the gateway %s', async (_case, listWaiting) => {
    const { listWaiting: _all, ...gateway } = createMemoryGateway(await aMock('one', 'two'))
    show({ ...gateway, id: `alone-${_case}`, ...(listWaiting && { listWaiting }) }, ['one'])
    expect(await badge('2 waiting for you')).toBeVisible()
  })

  it('closes its menu with Escape, and decides nothing', async () => {
    const mock = await aMock('one')
    const { user } = show(createMemoryGateway(mock))
    await user.click(await badge('2 waiting for you'))
    await user.keyboard('{ArrowDown}{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(await badge('2 waiting for you')).toHaveFocus()
    expect(mock.requests.filter(({ route }) => route === 'resume')).toEqual([])
  })

  it('reads again when the page gets focus, and not after it is gone', async () => {
    const mock = await aMock('one')
    const gateway = createMemoryGateway(mock)
    const listWaiting = vi.spyOn(gateway, 'listWaiting')
    const { unmount } = show(gateway)
    await badge('2 waiting for you')
    mock.say('two', 'go')
    await waitFor(() => expect(mock.read('two').interventions).toHaveLength(2))
    act(() => void window.dispatchEvent(new Event('focus')))
    await badge('4 waiting for you')
    unmount()
    await Promise.resolve()
    const asked = listWaiting.mock.calls.length
    window.dispatchEvent(new Event('focus'))
    expect(listWaiting.mock.calls.length).toBe(asked)
  })
})

describe('useWaiting', () => {
  function List(): React.ReactElement {
    const { items, hasMore, failure, more } = useWaiting()
    return (
      <>
        <output>{`${items.length} ${hasMore} ${failure?.code}`}</output>
        <button onClick={more}>More</button>
      </>
    )
  }
  function list(gateway: GatewayClient) {
    render(
      <GatewayProvider gateway={gateway}>
        <List />
      </GatewayProvider>,
    )
  }

  it('reads the next part of the list on demand', async () => {
    list(createMemoryGateway(await aMock(...Array.from({ length: 40 }, (_, at) => `c${at}`))))
    await screen.findByText('50 true undefined')
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    expect(await screen.findByText('80 false undefined')).toBeVisible()
  })

  it('keeps what it knows when a read fails, and says so', async () => {
    const gateway = createMemoryGateway(await aMock('one'))
    list(gateway)
    await screen.findByText('2 false undefined')
    vi.spyOn(gateway, 'listWaiting').mockRejectedValue(
      new GatewayError({ code: 'unavailable', applied: 'no' }),
    )
    act(() => void window.dispatchEvent(new Event('online')))
    expect(await screen.findByText('2 false unavailable')).toBeVisible()
  })
})
