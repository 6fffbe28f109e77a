import { act, screen, waitFor } from '@testing-library/react'
import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

async function opened(options: Parameters<typeof renderChat>[0] = {}): Promise<TestChat> {
  const chat = renderChat({ agent: agentThatAsks(calls.sendMail), ...options })
  await chat.asked()
  await chat.user.click(chat.button('More'))
  await screen.findAllByRole('menuitem', { hidden: true })
  return chat
}
// jsdom takes an open popover for a hidden one.
const item = (name: RegExp): HTMLElement => screen.getByRole('menuitem', { name, hidden: true })
const spoken = (): string =>
  [...document.querySelectorAll('[aria-live]')].map((region) => region.textContent).join(' ')

describe('the menu', () => {
  it('is walked with the arrows and left by Escape, which decides nothing', async () => {
    const chat = await opened()
    const items = screen.getAllByRole('menuitem', { hidden: true })
    expect(items[0]).toHaveFocus()
    await chat.user.keyboard('{ArrowUp}')
    expect(items.at(-1)).toHaveFocus()
    await chat.user.keyboard('{ArrowDown}{End}{Home}')
    expect(items[0]).toHaveFocus()
    await chat.user.keyboard('{Escape}')
    expect(screen.queryByRole('menu', { hidden: true })).toBeNull()
    expect(chat.button('More')).toHaveFocus()
    expect(chat.mock.requests.filter(({ route }) => route === 'resume')).toEqual([])
  })

  it('closes when focus or the pointer goes elsewhere', async () => {
    const chat = await opened()
    await chat.user.click(screen.getByRole('textbox', { name: 'Message' }))
    expect(screen.queryByRole('menu', { hidden: true })).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveFocus()
  })
})

describe('Copy details', () => {
  it('copies the tool, its server and the exact text of the arguments, and says so', async () => {
    const chat = await opened()
    await chat.user.click(item(/Copy details/))
    await waitFor(() => expect(spoken()).toContain('Copied.'))
    const { tool, argsText } = chat.mock.read('demo').interventions[0]!
    expect(await navigator.clipboard.readText()).toBe(`${tool!.name} (${tool!.server})\n${argsText}`)
    expect(chat.button('More')).toHaveFocus()
  })

  it('says that nothing was copied where the page may not', async () => {
    await opened()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
    act(() => item(/Copy details/).click())
    await waitFor(() => expect(spoken()).toContain("This couldn't be copied."))
  })
})

describe('Decide later', () => {
  it('leaves one line, decides nothing, and Open brings the card back', async () => {
    const chat = await opened()
    await chat.user.click(item(/Decide later/))
    await chat.shows('Needs your answer: Send an email')
    expect(chat.bar()!.querySelector('[data-part="intervention"]')).toBeNull()
    expect(chat.bar()).toContainElement(document.activeElement as HTMLElement)
    expect(chat.mock.read('demo').interventions[0]!.status).toBe('pending')
    await chat.user.click(chat.button('Open'))
    expect(screen.getByRole('heading', { name: /wants to run Send an email/ })).toHaveFocus()
    await chat.decide('approved')
    await chat.shows(/You approved Send an email/)
  })

  it('ends when something else waits', async () => {
    const chat = await opened({ agent: agentThatAsks(calls.sendMail, calls.queryDatabase) })
    await chat.user.click(item(/Decide later/))
    await chat.shows('Needs your answer: Send an email')
    act(() => chat.mock.lapse('demo', 'call_1', 'withdrawn'))
    expect(await screen.findByRole('heading', { name: /wants to run Query/ })).toBeVisible()
  })
})
