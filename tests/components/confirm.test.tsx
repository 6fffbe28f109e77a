import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { ApproveButton, GatewayProvider } from 'intervention-bar'
import { agentThatAsks, calls, createMemoryGateway, createMockGateway, decide } from 'intervention-bar/mocks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

afterEach(() => {
  vi.useRealTimers()
})

const resumes = ({ mock }: Pick<TestChat, 'mock'>): number =>
  mock.requests.filter((one) => one.route === 'resume').length

async function openedStep(options: Parameters<typeof renderChat>[0] = {}): Promise<TestChat> {
  const chat = renderChat({ agent: agentThatAsks(calls.runCommand), ...options })
  await chat.asked()
  await chat.armed()
  await chat.user.click(chat.button('Approve'))
  return chat
}
const confirmButton = (): HTMLElement | null => screen.queryByRole('button', { name: 'Approve anyway' })
async function confirmArmed(): Promise<void> {
  await waitFor(() => expect(confirmButton()).toHaveAttribute('data-armed'))
}

describe('the second step of a call that may destroy something', () => {
  it('opens by the first press, which sends nothing, with focus on Cancel', async () => {
    const chat = await openedStep()
    await chat.shows('Run a command may delete or overwrite something.')
    expect(chat.button('Cancel')).toHaveFocus()
    expect(chat.button('Cancel')).toHaveAccessibleDescription(/may delete or overwrite something/)
    expect(screen.queryByRole('button', { name: /Reject/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /Tell Assistant/ })).toBeNull()
    expect(resumes(chat)).toBe(0)
  })

  it('approves by its own button, after that was in view for as long as any other', async () => {
    const chat = await openedStep({ bar: { arming: 2_000 } })
    expect(confirmButton()).not.toHaveAttribute('data-armed')
    await chat.user.click(confirmButton()!)
    expect(resumes(chat)).toBe(0)
    await confirmArmed()
    await chat.user.click(confirmButton()!)
    await chat.shows(/You approved Run a command/)
    expect(resumes(chat)).toBe(1)
  })

  it.each(['Cancel', 'Escape'])(
    'is left by %s, and every decision is there again, armed anew',
    async (way) => {
      const chat = await openedStep({ bar: { arming: 1_500 } })
      if (way === 'Cancel') await chat.user.click(chat.button('Cancel'))
      else await chat.user.keyboard('{Escape}')
      expect(confirmButton()).toBeNull()
      expect(chat.button('Approve')).toHaveFocus()
      expect(chat.button('Approve')).not.toHaveAttribute('data-armed')
      expect(chat.button('Reject and stop')).toBeVisible()
      await chat.decide('rejected')
      await chat.shows(/You rejected Run a command/)
      expect(chat.mock.executions).toEqual([])
    },
  )

  it('ignores the second of two clicks, and a key that is still held', async () => {
    const chat = await openedStep()
    fireEvent.click(chat.button('Cancel'), { detail: 2 })
    expect(fireEvent.keyDown(chat.button('Cancel'), { key: 'Enter', repeat: true })).toBe(false)
    expect(confirmButton()).toBeVisible()
    expect(resumes(chat)).toBe(0)
  })

  it('falls back when the call changes', async () => {
    const chat = await openedStep()
    act(() => chat.mock.change('demo', 'call_1', { argsText: '{"command":"rm -rf /"}' }))
    await chat.shows(/This request changed/)
    expect(confirmButton()).toBeNull()
    expect(chat.button('Approve')).toBeVisible()
  })

  it('falls back when the page was hidden', async () => {
    await openedStep()
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(confirmButton()).toBeNull()
    vi.restoreAllMocks()
  })

  it('falls back after half a minute', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.runCommand) })
    await chat.asked()
    await chat.armed()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    fireEvent.click(chat.button('Approve'))
    act(() => void vi.advanceTimersByTime(29_000))
    expect(confirmButton()).toBeVisible()
    act(() => void vi.advanceTimersByTime(2_000))
    expect(confirmButton()).toBeNull()
    expect(resumes(chat)).toBe(0)
  })

  it('ends when its decision was refused: the card is as before, with Try again', async () => {
    const chat = await openedStep({ faults: [{ name: 'refused' }] })
    await confirmArmed()
    await chat.user.click(confirmButton()!)
    await chat.shows(/You don't have permission to approve this/)
    expect(confirmButton()).toBeNull()
    expect(chat.button('Reject and stop')).toBeVisible()
    await chat.decide('try_again')
    await chat.shows(/You approved/)
  })

  it('is walked by decide of the mocks', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.runCommand) })
    await chat.decide('approved')
    await chat.shows(/You approved Run a command/)
  })

  it.each(['provider', 'bar'])('is left out where confirm of the %s says so', async (place) => {
    const confirm = (): boolean => false
    const chat = renderChat({
      agent: agentThatAsks(calls.runCommand),
      ...(place === 'bar' ? { bar: { arming: 250, confirm } } : { confirm }),
    })
    await chat.asked()
    await chat.armed()
    await chat.user.click(chat.button('Approve'))
    await chat.shows(/You approved Run a command/)
  })

  it('uses the verb that the host gives the tool', async () => {
    const chat = renderChat({
      agent: agentThatAsks(calls.runCommand),
      messages: { verb: ({ name }) => (name === 'run_command' ? 'Run command' : undefined) },
    })
    await chat.asked()
    await chat.armed()
    await chat.user.click(chat.button('Run command'))
    await waitFor(() => expect(chat.button('Run command')).toHaveAttribute('data-part', 'confirm_approve'))
  })

  it('says that a call may destroy something only of one that says so', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.sendMail), confirm: () => true })
    await chat.asked()
    await chat.armed()
    await chat.user.click(chat.button('Approve'))
    await chat.shows('Check once more before you approve: Send an email.')
    expect(chat.bar()).not.toHaveTextContent('may delete')
  })

  it('says Cancel on a button with words of the host', async () => {
    const chat = renderChat({
      agent: agentThatAsks(calls.runCommand),
      children: (
        <ApproveButton conversationId="demo" arming={250}>
          Go
        </ApproveButton>
      ),
    })
    await chat.armed()
    await chat.user.click(chat.button('Go'))
    expect(chat.button('Cancel')).toHaveFocus()
  })

  it('opens at a lone button too', async () => {
    const mock = createMockGateway({ agent: agentThatAsks(calls.runCommand) })
    mock.say('demo', 'go')
    const { container } = render(
      <GatewayProvider gateway={createMemoryGateway(mock)}>
        <ApproveButton conversationId="demo" arming={250} />
      </GatewayProvider>,
    )
    await decide(container, 'approved')
    await waitFor(() => expect(mock.executions).toHaveLength(1))
  })
})
