import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  ApprovalModeSelect,
  type GatewayClient,
  GatewayProvider,
  InterventionBar,
  type Messages,
} from 'intervention-bar'
import {
  agentThatAsks,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import { StrictMode } from 'react'
import { describe, expect, it } from 'vitest'

interface Options {
  readonly prepare?: (mock: MockGateway) => void
  readonly wrap?: (gateway: GatewayClient) => GatewayClient
  readonly messages?: Partial<Messages>
}

async function open({ prepare, wrap = (same) => same, messages }: Options = {}) {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: { name: 'send_mail', server: 'mail' } }) })
  mock.open('demo')
  prepare?.(mock)
  render(
    <StrictMode>
      <GatewayProvider gateway={wrap(createMemoryGateway(mock))} messages={messages}>
        <InterventionBar conversationId="demo" />
        <ApprovalModeSelect conversationId="demo" arming={250} />
      </GatewayProvider>
    </StrictMode>,
  )
  await screen.findByRole('region', { name: 'When to ask you' })
  return { mock, user: userEvent.setup() }
}
const region = () => within(screen.getByRole('region', { name: 'When to ask you' }))
const mode = (name: string): HTMLElement => region().getByRole('radio', { name: new RegExp(`^${name}`) })
const changes = (mock: MockGateway): readonly unknown[] =>
  mock.requests.flatMap(({ route, body }) =>
    route === 'change' ? [(body as { readonly change: unknown }).change] : [],
  )
const confirms = async (name: string): Promise<HTMLElement> => {
  const button = await region().findByRole('button', { name })
  await waitFor(() => expect(button).toHaveAttribute('data-armed'))
  return button
}

describe('ApprovalModeSelect', () => {
  it('shows the mode, what each mode does, and its exceptions in the words of the backend', async () => {
    await open()
    expect(mode('Ask unless on my list')).toBeChecked()
    expect(mode("Don't ask")).toHaveAccessibleDescription(
      /runs every tool without asking.*Calls that may delete or overwrite are still asked for/,
    )
    expect(region().getByText('For this chat.')).toBeVisible()
    expect(region().getByText(/No tool yet/)).toBeVisible()
  })

  it('changes to a stricter mode at once', async () => {
    const { mock, user } = await open()
    await user.click(mode('Ask every time'))
    await waitFor(() => expect(mode('Ask every time')).toBeChecked())
    expect(changes(mock)).toEqual([{ mode: 'ask' }])
  })

  it('takes a second step for a looser mode, by a press that counts', async () => {
    const { mock, user } = await open()
    fireEvent.click(mode("Don't ask"))
    fireEvent.click(document.querySelector('[data-part="confirm_mode"]')!)
    expect(region().getByRole('group')).toHaveAccessibleName(
      /runs every tool without asking.*still asked for.*keeps waiting/,
    )
    expect(await region().findByText(/too early/)).toBeInTheDocument()
    expect(changes(mock)).toEqual([])
    await user.click(await confirms("Don't ask from now on"))
    await waitFor(() => expect(changes(mock)).toEqual([{ mode: 'auto_run' }]))
    await waitFor(() => expect(region().queryByRole('group')).toBeNull())
    expect(mode("Don't ask")).toBeChecked()
  })

  it.each([
    ['Cancel', async () => fireEvent.click(region().getByRole('button', { name: 'Cancel' }))],
    [
      'Escape',
      async () => fireEvent.keyDown(region().getByRole('button', { name: 'Cancel' }), { key: 'Escape' }),
    ],
  ])('is left by %s, and nothing was changed', async (_way, leave) => {
    const { mock, user } = await open()
    await user.click(mode("Don't ask"))
    await region().findByRole('group')
    await leave()
    await waitFor(() => expect(mode('Ask unless on my list')).toBeChecked())
    expect(region().queryByRole('group')).toBeNull()
    expect(changes(mock)).toEqual([])
  })

  it('ends the second step when another tab changes something', async () => {
    const { mock, user } = await open()
    await waitFor(() => expect(mock.streams()).toBe(1))
    await user.click(mode("Don't ask"))
    await region().findByRole('group')
    mock.changeSettings('demo', { add: 'mail/send_mail' })
    await region().findByText('send_mail from mail')
    expect(region().queryByRole('group')).toBeNull()
    expect(mode('Ask unless on my list')).toBeChecked()
  })

  it('changes nothing on settings that it has not shown, and shows them', async () => {
    const { mock, user } = await open({ wrap: ({ followConversation: _none, ...gateway }) => gateway })
    mock.changeSettings('demo', { add: 'mail/send_mail' })
    await user.click(mode('Ask every time'))
    await region().findByText(/changed elsewhere meanwhile, so nothing was changed/)
    await region().findByText('send_mail from mail')
    expect(mode('Ask unless on my list')).toBeChecked()
  })

  it('removes each entry of the list by itself', async () => {
    const { mock, user } = await open({
      prepare: (one) => {
        one.changeSettings('demo', { add: 'mail/send_mail' })
        one.changeSettings('demo', { add: 'pay' })
      },
    })
    await user.click(region().getByRole('button', { name: /^Remove send_mail from mail/ }))
    await waitFor(() => expect(region().getAllByRole('listitem')).toHaveLength(1))
    expect(region().getByRole('listitem')).toHaveTextContent('pay')
    expect(changes(mock)).toEqual([{ remove: 'mail/send_mail' }])
  })

  const remove = (name: RegExp): HTMLElement => region().getByRole('button', { name })
  const oneEntry = (one: MockGateway): void => one.changeSettings('demo', { add: 'pay' })
  const twoEntries = (one: MockGateway): void => {
    one.changeSettings('demo', { add: 'mail/send_mail' })
    oneEntry(one)
  }
  it.each<[string, (mock: MockGateway) => void, () => Promise<HTMLElement>, () => HTMLElement]>([
    ['an entry', twoEntries, async () => remove(/^Remove send_mail/), () => remove(/^Remove pay/)],
    ['the last entry', twoEntries, async () => remove(/^Remove pay/), () => remove(/^Remove send_mail/)],
    ['the only entry', oneEntry, async () => remove(/^Remove pay/), () => mode('Ask unless')],
    [
      'Cancel',
      oneEntry,
      async () => region().getByRole('button', { name: 'Cancel' }),
      () => mode('Ask unless'),
    ],
    ['the second step', oneEntry, () => confirms("Don't ask from now on"), () => mode("Don't ask")],
  ])('keeps focus when a press at %s removes it', async (_what, prepare, button, place) => {
    const { user } = await open({ prepare })
    await user.click(mode("Don't ask"))
    await user.click(await button())
    await waitFor(() => expect(place()).toHaveFocus())
  })

  it('decides nothing that waits', async () => {
    const { mock, user } = await open()
    mock.say('demo', 'go')
    await screen.findByRole('button', { name: 'Approve' })
    await user.click(mode("Don't ask"))
    await user.click(await confirms("Don't ask from now on"))
    await waitFor(() => expect(mode("Don't ask")).toBeChecked())
    expect(mock.executions).toEqual([])
    expect(mock.read('demo').interventions).toMatchObject([{ status: 'pending' }])
  })

  it('says that a change failed, and whether it may have happened', async () => {
    const { mock, user } = await open()
    mock.fault({ name: 'refused', on: 'change' })
    await user.click(mode('Ask every time'))
    await region().findByText(/You don't have permission to change this. Nothing was changed./)
    expect(mode('Ask unless on my list')).toBeChecked()
    mock.fault({ name: 'server_error', on: 'change' })
    await user.click(mode('Ask every time'))
    await region().findByText(/It may have been changed/)
  })

  it('shows them to a viewer who may not change them, without any control', async () => {
    const { mock } = await open({
      prepare: (one) => {
        one.changeSettings('demo', { add: 'pay' })
        one.allow(false)
      },
    })
    expect(region().getAllByRole('radio')).toHaveLength(1)
    expect(region().getByText(/You can't change this/)).toBeVisible()
    expect(region().queryByRole('button')).toBeNull()
    fireEvent.click(mode('Ask unless on my list'))
    expect(changes(mock)).toEqual([])
  })

  it('says that they cannot be read, and reads them again', async () => {
    const mock = createMockGateway()
    mock.open('demo')
    mock.fault({ name: 'server_error', on: 'settings' })
    render(
      <GatewayProvider gateway={createMemoryGateway(mock)}>
        <ApprovalModeSelect conversationId="demo" />
      </GatewayProvider>,
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Load again' }))
    expect(await screen.findByRole('radio', { name: /^Ask every time/ })).toBeVisible()
  })

  it.each([
    ['the gateway has no settings', ({ settings: _none, ...gateway }: GatewayClient) => gateway],
    [
      'its server has none',
      (gateway: GatewayClient) => ({ ...gateway, settings: { ...gateway.settings!, read: unsupported } }),
    ],
  ])('draws nothing where %s', async (_why, wrap) => {
    const mock = createMockGateway()
    mock.open('demo')
    const { container } = render(
      <GatewayProvider gateway={wrap(createMemoryGateway(mock))}>
        <ApprovalModeSelect conversationId="demo" />
      </GatewayProvider>,
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(container.querySelector('section')).toBeNull()
  })

  it('takes the words of the host', async () => {
    await open({ messages: { settings: { viewOnly: 'x', remove: 'Forget' }, assistant: 'Robin' } })
    expect(mode('Ask every time')).toHaveAccessibleDescription(/Robin runs nothing/)
  })
})

async function unsupported(): Promise<never> {
  const { GatewayError } = await import('intervention-bar')
  throw new GatewayError({ code: 'unsupported', applied: 'no' })
}
