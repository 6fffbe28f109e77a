import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { agentThatAsks, type CallDraft } from 'intervention-bar/mocks'
import { createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { GatewayError } from 'intervention-bar'
import { describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const argsText = '{ "user":"ana", "apiKey":"key-4f9a-1", "note":"for Ana" }'
const inputSchema = {
  properties: {
    user: { type: 'string' },
    apiKey: { type: 'string', minLength: 8 },
    note: { type: 'string' },
  },
}
const tool = { name: 'connect', inputSchema }
const secretKeys = ['apikey']

async function open(call: Partial<CallDraft> = {}, options: TestChatOptions = {}): Promise<TestChat> {
  const agent = agentThatAsks({ tool, argsText, ...call })
  const chat = renderChat({ agent, secretKeys, ...options })
  await chat.asked()
  await chat.shows('hidden, 10 characters')
  return chat
}

/** The whole page as text and attributes, what is said included. */
const page = (): string =>
  document.body.outerHTML +
  [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value).join()
const reveal = (chat: TestChat): void => void fireEvent.click(chat.button('Show hidden values'))
const ran = ({ mock }: TestChat): readonly string[] => mock.executions.map((one) => one.argsText)

describe('a value that the host calls secret', () => {
  it('is hidden in the list and in the exact text, and shown to a person who asks', async () => {
    const chat = await open()
    expect(chat.bar()).toHaveTextContent('1 value is hidden.')
    expect(page()).not.toContain('"key-4f9a-1"')
    fireEvent.click(chat.button('Show exact text'))
    await chat.shows('"apiKey":"⟦•••⟧"')
    reveal(chat)
    await chat.shows('"apiKey":"key-4f9a-1"')
    expect(chat.bar()).toHaveTextContent('Hidden values are shown.')
    fireEvent.click(chat.button('Hide them again'))
    await chat.shows('"apiKey":"⟦•••⟧"')
    expect([...document.querySelectorAll('[aria-live]')].map((one) => one.textContent).join()).not.toContain(
      'key-4',
    )
  })

  it('runs as it was asked for, and is not on the receipt', async () => {
    const chat = await open()
    await chat.decide('approved')
    await expect.poll(() => ran(chat)).toEqual([argsText])
    await chat.shows(/You approved connect/)
    expect(page()).not.toContain('key-4')
  })

  it('is hidden again when the call changes, and its change is marked', async () => {
    const chat = await open()
    reveal(chat)
    await waitFor(() => expect(page()).toContain('key-4f9a-1'))
    act(() => chat.mock.change('demo', 'call_1', { argsText: argsText.replace('key-4f9a-1', 'key-5000-2') }))
    await chat.shows('⟦••• 2⟧')
    expect(page()).not.toContain('key-5000')
    expect(chat.bar()!.querySelector('ins')).not.toBeNull()
  })

  it('is not in what is copied', async () => {
    const chat = await open()
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    reveal(chat)
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Copy details', hidden: true }))
    await waitFor(() => expect(write).toHaveBeenCalled())
    expect(write.mock.calls.join()).toContain('"apiKey":"⟦•••⟧"')
  })

  it('is not in the words of a failure, on the screen or spoken', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool, argsText }) })
    const message = 'key-4f9a-1 has expired.'
    const fields = [{ path: '/decisions/0/argsText', message }]
    const gateway = {
      ...createMemoryGateway(mock),
      resume: () => Promise.reject(new GatewayError({ code: 'invalid', applied: 'no', fields })),
    }
    const chat = await open({}, { mock, gateway })
    await chat.decide('approved')
    await chat.shows('⟦•••⟧ has expired.')
    expect(page()).not.toContain('key-4f9a-1 has')
  })

  it('is in no draft, and an edit of something else runs with it, byte for byte', async () => {
    const chat = await open({ editable: true })
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    const user = await screen.findByLabelText('user')
    expect(screen.getByLabelText('apiKey')).toHaveValue('⟦•••⟧')
    fireEvent.change(user, { target: { value: 'ben' } })
    expect(page()).not.toContain('"key-4f9a-1')
    await chat.armed()
    await chat.user.click(chat.button('Approve with 1 edit'))
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('ana', 'ben')])
    await chat.shows(/with your edits/)
    fireEvent.click(chat.button('Show edits'))
    await chat.shows('ben')
    expect(page()).not.toContain('key-4')
  })

  it('can be replaced, and then the receipt does not tell the new one', async () => {
    const chat = await open({ editable: true })
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    fireEvent.change(await screen.findByLabelText('apiKey'), { target: { value: 'another-key' } })
    await chat.armed()
    await chat.user.click(chat.button('Approve with 1 edit'))
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('"key-4f9a-1"', '"another-key"')])
    fireEvent.click(await screen.findByRole('button', { name: 'Show edits' }))
    await chat.shows('⟦••• 2⟧')
    expect(page()).not.toContain('another-key')
  })

  it('is never sent as the text that stands for it', async () => {
    const chat = await open({ editable: true })
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    fireEvent.change(await screen.findByLabelText('apiKey'), { target: { value: '⟦••• 7⟧' } })
    await chat.armed()
    await chat.user.click(chat.button('Approve with 1 edit'))
    expect(document.body).toHaveTextContent('A hidden value is no longer in this request.')
    expect(ran(chat)).toEqual([])
  })
})

describe('a value that only the schema of the tool marks', () => {
  const marked = (name: string): Partial<CallDraft> => ({
    argsText: JSON.stringify({ [name]: 'x'.repeat(10) }),
    tool: { name: 'connect', inputSchema: { properties: { [name]: { type: 'string', writeOnly: true } } } },
  })

  it('says whose mark it is', async () => {
    const chat = await open(marked('token'), { secretKeys: [] })
    await chat.shows('hidden, 10 characters, marked by the tool')
  })

  it('is shown where it is a command', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'x', ...marked('command') }) })
    await chat.asked()
    await chat.shows('xxxxxxxxxx')
  })
})

describe('a call that may destroy something', () => {
  it('is approved only after what is hidden was shown', async () => {
    const chat = await open({ tool: { ...tool, annotations: { destructiveHint: true } } })
    const card = within(chat.bar()!)
    expect(card.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(chat.button('Show hidden values to approve'))
    await chat.shows(/^key-4f9a-1$/)
    await chat.decide('approved')
    await expect.poll(() => ran(chat)).toEqual([argsText])
  })
})
