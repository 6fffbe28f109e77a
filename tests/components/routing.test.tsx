import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type GatewayClient, GatewayProvider, InterventionBar } from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  decide,
  type MockGateway,
} from 'intervention-bar/mocks'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'

/** Two backends, and which of them serves a conversation. */
function twoBackends() {
  const mail = createMockGateway({ agent: agentThatAsks(calls.sendMail) })
  const shell = createMockGateway({ agent: agentThatAsks(calls.runCommand) })
  mail.say('mail/1', 'go')
  shell.say('shell/1', 'go')
  const gateways: readonly [GatewayClient, GatewayClient] = [
    { ...createMemoryGateway(mail), id: 'memory:mail' },
    { ...createMemoryGateway(shell), id: 'memory:shell' },
  ]
  const route = (conversationId: string): GatewayClient => gateways[conversationId.startsWith('mail') ? 0 : 1]
  return { mail, shell, route }
}

/** Both conversations have a bar, or one at a time has. */
function Chats({ both = false }: { both?: boolean }): React.ReactElement {
  const [shown, show] = useState('mail/1')
  return (
    <>
      {['mail/1', 'shell/1'].map((id) => (
        <button key={id} type="button" onClick={() => show(id)}>
          Open {id}
        </button>
      ))}
      {both ? (
        ['mail/1', 'shell/1'].map((id) => (
          <section key={id} data-testid={id}>
            <InterventionBar conversationId={id} arming={250} />
          </section>
        ))
      ) : (
        <InterventionBar conversationId={shown} arming={250} />
      )}
    </>
  )
}
const resumes = (mock: MockGateway): readonly string[] =>
  mock.requests.flatMap((one) => (one.route === 'resume' ? [one.conversationId] : []))

describe('one provider, two backends', () => {
  it('reads, follows and decides each conversation at its own backend', async () => {
    const { mail, shell, route } = twoBackends()
    render(
      <GatewayProvider gateway={route}>
        <Chats both />
      </GatewayProvider>,
    )
    const user = userEvent.setup()
    await screen.findByText('Send an email')
    await screen.findByText('Run a command')
    await decide(screen.getByTestId('shell/1'), 'approved', { user })
    await within(screen.getByTestId('shell/1')).findByText(/You approved Run a command/)
    expect([resumes(mail), resumes(shell)]).toEqual([[], ['shell/1']])
    expect(within(screen.getByTestId('mail/1')).getByText('Send an email')).toBeVisible()
  })

  it('keeps a call waiting while another conversation is open, and decides it in its own conversation', async () => {
    const { mail, shell, route } = twoBackends()
    const { container } = render(
      <GatewayProvider gateway={route}>
        <Chats />
      </GatewayProvider>,
    )
    const user = userEvent.setup()
    await screen.findByText('Send an email')
    await user.click(screen.getByRole('button', { name: 'Open shell/1' }))
    await screen.findByText('Run a command')
    expect(screen.queryByText('Send an email')).toBeNull()
    await decide(container, 'approved', { user })
    await waitFor(() => expect(shell.executions).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Open mail/1' }))
    await screen.findByText('Send an email')
    await decide(container, 'rejected', { user })
    await screen.findByText(/You rejected Send an email/)
    expect([resumes(mail), resumes(shell)]).toEqual([['mail/1'], ['shell/1']])
    expect(mail.executions).toHaveLength(0)
  })

  it('decides in the conversation of the press, even if another one is opened at once', async () => {
    const { mail, shell, route } = twoBackends()
    mail.fault({ name: 'slow', ms: 100 })
    const { container } = render(
      <GatewayProvider gateway={route}>
        <Chats />
      </GatewayProvider>,
    )
    const user = userEvent.setup()
    await screen.findByText('Send an email')
    await decide(container, 'approved', { user })
    await user.click(screen.getByRole('button', { name: 'Open shell/1' }))
    await screen.findByText('Run a command')
    await waitFor(() => expect(mail.executions).toHaveLength(1))
    expect([resumes(mail), resumes(shell)]).toEqual([['mail/1'], []])
    expect(screen.queryByText(/You approved/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Open mail/1' }))
    await screen.findByText(/You approved Send an email/)
  })
})

it('two conversations that ask for the same are both announced', async () => {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail) })
  mock.open('one')
  mock.open('two')
  const { container } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <InterventionBar conversationId="one" />
      <InterventionBar conversationId="two" />
    </GatewayProvider>,
  )
  act(() => {
    mock.say('one', 'go')
    mock.say('two', 'go')
  })
  const polite = container.querySelector('[aria-live="polite"]')!
  await waitFor(() => expect(polite.textContent?.match(/Approval needed: Send an email\./g)).toHaveLength(2))
})
