import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { agentThatAsks, type CallDraft, createMockGateway, decide } from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const mail = { name: 'send_mail', title: 'Send an email', server: 'mail' }
const scopes = ['operation', 'session', 'always'] as const

async function open(call: Partial<CallDraft> = {}, options: TestChatOptions = {}): Promise<TestChat> {
  const agent = agentThatAsks({ tool: mail, remember: scopes, ...call })
  const chat = renderChat({ agent, ...options })
  await chat.asked()
  return chat
}
async function menu(chat: TestChat, now = 'Once'): Promise<HTMLElement> {
  fireEvent.click(chat.button(now))
  const [first] = await screen.findAllByRole('menuitemradio', { hidden: true })
  const opened = first!.closest<HTMLElement>('[role="menu"]')!
  await waitFor(() => expect(opened).toContainElement(document.activeElement as HTMLElement))
  return opened
}
async function choose(chat: TestChat, name: RegExp, now = 'Once'): Promise<void> {
  const opened = await menu(chat, now)
  fireEvent.click(within(opened).getByRole('menuitemradio', { name, hidden: true }))
}
const sent = ({ mock }: TestChat): readonly unknown[] =>
  mock.requests.flatMap(({ route, body }) =>
    route === 'resume' ? (body as { decisions: readonly unknown[] }).decisions : [],
  )

describe('remembering an approval', () => {
  it('offers the scopes of the call after "just this one", which is chosen', async () => {
    const chat = await open({ remember: ['session', 'always'] })
    const items = within(await menu(chat)).getAllByRole('menuitemradio', { hidden: true })
    expect(items.map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^Just this one/),
      expect.stringMatching(/^Every send_mail from mail in this chat.*any arguments.*take this back/),
      expect.stringMatching(/^Always allow send_mail from mail.*any arguments.*take this back/),
    ])
    expect(items.map((one) => one.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false'])
    expect(document.activeElement).toBe(items[0])
  })

  it('is not offered by a call without scopes, nor to a viewer who may not decide', async () => {
    const chat = await open({ remember: [] })
    expect(chat.bar()!.querySelector('[data-part="remember"]')).toBeNull()
    chat.unmount()
    const agent = agentThatAsks({ tool: mail, remember: scopes })
    const mock = createMockGateway({ agent })
    mock.allow(false)
    const other = renderChat({ mock })
    await other.shows(/You can't approve this/)
    expect(other.bar()!.querySelector('[data-part="remember"]')).toBeNull()
  })

  it('sends nothing by the choice; Approve says what it allows, and sends exactly that', async () => {
    const chat = await open()
    await choose(chat, /in this chat/)
    expect(chat.bar()!.querySelector('[data-part="approve"]')).not.toHaveAttribute('data-armed')
    await chat.shows(/Also allows every send_mail from mail in this chat, with any arguments/)
    const approve = chat.button('Approve and allow in this chat')
    expect(sent(chat)).toEqual([])
    await chat.armed()
    await chat.user.click(approve)
    await chat.shows(/You approved Send an email.*From now on it runs without asking in this chat/)
    expect(sent(chat)).toMatchObject([{ decision: 'approved', remember: 'session' }])
  })

  it('is taken back by "change to just this one", and by the menu', async () => {
    const chat = await open()
    await choose(chat, /Always allow/)
    fireEvent.click(await screen.findByRole('button', { name: 'Change to just this one' }))
    expect(chat.bar()!.querySelector('[data-part="grant"]')).toBeNull()
    await choose(chat, /in this task/)
    await choose(chat, /Just this one/, 'This task')
    await chat.armed()
    await chat.user.click(chat.button('Approve'))
    await chat.shows(/You approved Send an email/)
    expect(sent(chat)).toEqual([expect.not.objectContaining({ remember: expect.anything() })])
  })

  it('does not go with a rejection', async () => {
    const chat = await open()
    await choose(chat, /in this chat/)
    await chat.armed()
    await chat.user.click(chat.button('Reject and continue'))
    await expect.poll(() => sent(chat)).toHaveLength(1)
    expect(sent(chat)).toEqual([expect.not.objectContaining({ remember: expect.anything() })])
  })

  it('is forgotten when the call changes', async () => {
    const chat = await open({ toolCallId: 'call_1', args: { to: 'ana' } })
    await choose(chat, /in this chat/)
    chat.mock.change('demo', 'call_1', { argsText: '{"to":"everybody"}' })
    await waitFor(() => expect(chat.button('Once')).toBeVisible())
    expect(chat.bar()!.querySelector('[data-part="grant"]')).toBeNull()
    expect(chat.button('Approve')).toBeVisible()
  })

  it('keeps the choice after a failure, and sends it again', async () => {
    const chat = await open({}, { faults: [{ name: 'refused' }] })
    await decide(chat.container, 'approved', { user: chat.user, remember: 'session' })
    await chat.shows(/permission to approve/)
    expect(chat.button('This chat')).toBeVisible()
    await chat.armed()
    await chat.user.click(chat.button('Try again'))
    await expect.poll(() => sent(chat).length).toBe(2)
    expect(sent(chat)).toMatchObject([{ remember: 'session' }, { remember: 'session' }])
  })

  it('takes the second step of a tool that may destroy something, which says what is remembered', async () => {
    const tool = { ...mail, annotations: { destructiveHint: true } }
    const chat = await open({ tool })
    await choose(chat, /Always allow/)
    await chat.armed()
    await chat.user.click(chat.button('Approve and always allow'))
    await chat.shows(/may delete or overwrite something. From now on it always runs without asking/)
    expect(sent(chat)).toEqual([])
    const step = within(chat.bar()!).getByRole('group', { name: /From now on/ })
    const again = within(step).getByRole('button', { name: 'Approve and always allow' })
    await waitFor(() => expect(again).toHaveAttribute('data-armed'))
    await chat.user.click(again)
    await expect.poll(() => sent(chat)).toMatchObject([{ decision: 'approved', remember: 'always' }])
  })

  it('goes back to its button with Escape, and through its items with the arrow keys', async () => {
    const chat = await open({ remember: ['session'] })
    const opened = await menu(chat)
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' })
    expect(document.activeElement).toHaveTextContent('in this chat')
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
    expect(opened).not.toBeInTheDocument()
    expect(document.activeElement).toBe(chat.button('Once'))
  })

  it('names a hostile tool with its hidden characters shown, and cut', async () => {
    const chat = await open({ tool: { name: `pay\u202e${'x'.repeat(200)}`, title: 'Read a file' } })
    const opened = await menu(chat)
    expect(opened).toHaveTextContent('Always allow pay⟦U+202E⟧xxx')
    expect(opened).not.toHaveTextContent('Read a file')
    expect(opened.textContent.length).toBeLessThan(800)
  })

  it('takes the words of the host', async () => {
    const remember = { undo: { operation: '', session: 'Change it under Trust.', always: '' } }
    const chat = await open({ remember: ['session'] }, { messages: { remember } })
    expect(await menu(chat)).toHaveTextContent('Change it under Trust.')
  })
})

describe('a call that a rule approved', () => {
  const later = async (chat: TestChat): Promise<void> => {
    chat.mock.say('demo', 'Again')
    await expect.poll(() => chat.mock.executions.length).toBeGreaterThan(0)
  }

  it('leaves a receipt that names what was remembered', async () => {
    const chat = await open({ remember: ['session'] })
    await decide(chat.container, 'approved', { user: chat.user, remember: 'session' })
    await chat.shows(/You approved Send an email/)
    await later(chat)
    await expect.poll(() => chat.mock.executions.length).toBe(2)
    await chat.shows(/A rule \(mail\/send_mail was allowed before\) approved Send an email/)
  })

  it('leaves a receipt that names the mode, and no card', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: mail }), quiet: true })
    await expect.poll(() => chat.mock.streams()).toBe(1)
    chat.mock.changeSettings('demo', { mode: 'auto_run' })
    await later(chat)
    await chat.shows(/A rule \(the mode “Don't ask”\) approved Send an email/)
    expect(chat.container.querySelector('[data-part="approve"]')).toBeNull()
  })

  it('leaves none if it was settled before the page was opened', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: mail }) })
    mock.changeSettings('demo', { mode: 'auto_run' })
    mock.say('demo', 'go')
    await expect.poll(() => mock.running()).toBe(0)
    const chat = renderChat({ mock, quiet: true })
    await expect.poll(() => mock.streams()).toBe(1)
    expect(chat.bar()).toBeNull()
  })
})
