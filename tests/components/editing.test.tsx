import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { agentThatAsks, type CallDraft, type Fault } from 'intervention-bar/mocks'
import type { EditorProps } from 'intervention-bar/editor'
import { lazy } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const argsText = '{ "to": "ana@example.com", "amount": 1192837465019283746,\n "note":"Moving the review" }'
const inputSchema = {
  type: 'object',
  properties: {
    to: { type: 'string', title: 'To' },
    note: { type: 'string', title: 'Note', minLength: 3 },
    copies: { type: 'integer', title: 'Copies', default: 1 },
  },
}
const mail = { name: 'send_mail', inputSchema }

async function open(
  call: Partial<CallDraft> = {},
  options: TestChatOptions = {},
): Promise<TestChat & { edit(): Promise<void> }> {
  const agent = agentThatAsks({ tool: mail, argsText, editable: true, ...call })
  const chat = renderChat({ agent, ...options })
  await chat.asked()
  const edit = async (): Promise<void> => {
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    await screen.findByLabelText('Note')
  }
  return { ...chat, edit }
}

const type = (label: string, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
}

async function press(chat: TestChat, name: string | RegExp): Promise<void> {
  await chat.armed()
  await chat.user.click(within(chat.bar()!).getByRole('button', { name }))
}

const ran = ({ mock }: TestChat): readonly string[] => mock.executions.map((one) => one.argsText)
const sent = ({ mock }: TestChat): readonly unknown[] =>
  mock.requests.flatMap(({ route, body }) =>
    route === 'resume' ? ((body as { decisions: readonly unknown[] }).decisions ?? []) : [],
  )

afterEach(() => void vi.useRealTimers())

describe('editing before approving', () => {
  it('runs exactly the text that was shown', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'The review is on Thursday')
    expect(chat.bar()).toHaveTextContent('1 edited by you')
    await press(chat, 'Approve with 1 edit')
    await expect
      .poll(() => ran(chat))
      .toEqual([argsText.replace('Moving the review', 'The review is on Thursday')])
    await chat.shows(/You approved send_mail with your edits/)
    fireEvent.click(chat.button('Show edits'))
    const edits = within(await screen.findByRole('group', { name: 'Show edits' }))
    expect(await edits.findByText('Now')).toBeVisible()
    expect(edits.getByText('Note').closest('div')).toHaveTextContent('The review is on Thursday')
  })

  it('shows the difference while the text is edited as code, too', async () => {
    const chat = await open()
    await chat.edit()
    fireEvent.click(chat.button('Code'))
    expect(screen.queryByRole('button', { name: 'Show edits' })).toBeNull()
    type('Code', argsText.replace('Moving', 'Keeping'))
    expect(chat.bar()).toHaveTextContent('1 edited by you')
    fireEvent.click(chat.button('Show edits'))
    const edits = within(await screen.findByRole('group', { name: 'Show edits' }))
    expect((await edits.findByText('Before')).closest('del')).toHaveTextContent('Moving the review')
    expect(edits.getByText('Now').closest('ins')).toHaveTextContent('Keeping the review')
  })

  it('sends no text where nothing was edited', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'x')
    type('Note', 'Moving the review')
    await press(chat, 'Approve')
    await expect.poll(() => ran(chat)).toEqual([argsText])
    expect(sent(chat)).toEqual([expect.not.objectContaining({ argsText: expect.anything() })])
  })

  it('is offered only for a call that may be edited', async () => {
    const chat = await open({ editable: false })
    fireEvent.click(chat.button('More'))
    await screen.findByRole('menuitem', { name: 'Copy details', hidden: true })
    expect(screen.queryByRole('menuitem', { name: 'Edit before approving', hidden: true })).toBeNull()
  })

  it('shows only the decision that sends the edits, and the way back', async () => {
    const chat = await open()
    await chat.edit()
    expect(within(chat.bar()!).queryByRole('button', { name: /Reject/ })).toBeNull()
    type('Note', 'The review is on Thursday')
    fireEvent.click(chat.button('Discard changes'))
    await waitFor(() => expect(chat.button('More')).toHaveFocus())
    await press(chat, 'Approve')
    await expect.poll(() => ran(chat)).toEqual([argsText])
  })

  it('never sends an earlier text where the one in view is invalid, and says why', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'The review is on Thursday')
    type('Note', 'x')
    await press(chat, 'Approve with 1 edit')
    expect(screen.getByLabelText('Note')).toHaveFocus()
    expect(document.body).toHaveTextContent('Nothing was sent. Too short: 3 or more characters.')
    expect(sent(chat)).toEqual([])
    type('Note', 'Later')
    await press(chat, 'Approve with 1 edit')
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('Moving the review', 'Later')])
  })

  it('never drops a name that was typed and not added', async () => {
    const schema = { ...inputSchema, additionalProperties: { type: 'string' } }
    const chat = await open({ tool: { ...mail, inputSchema: schema } })
    await chat.edit()
    type('New name', 'bcc')
    await press(chat, 'Approve with 1 edit')
    expect(screen.getByLabelText('New name')).toHaveFocus()
    expect(document.body).toHaveTextContent("Nothing was sent. This name isn't added yet.")
    expect(sent(chat)).toEqual([])
    fireEvent.click(chat.button('Add bcc'))
    type('bcc', 'ben@example.com')
    await press(chat, 'Approve with 1 edit')
    await expect.poll(() => ran(chat)).toEqual([argsText.replace(' }', ',\n "bcc":"ben@example.com" }')])
  })

  it('focuses the first field', async () => {
    const chat = await open()
    await chat.edit()
    await waitFor(() => expect(screen.getByLabelText('To')).toHaveFocus())
  })

  it('is left by Escape, and keeps what was edited until it is discarded', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'Later')
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape' })
    expect(chat.button('Discard changes')).toHaveFocus()
    expect(screen.getByLabelText('Note')).toHaveValue('Later')
    type('Note', 'Moving the review')
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByLabelText('Note')).toBeNull())
  })

  it('G3: keeps the edits after a failure, and sends again only what is in view', async () => {
    const refused: Fault = { name: 'refused' }
    const chat = await open({}, { faults: [refused] })
    await chat.edit()
    type('Note', 'Later')
    await press(chat, 'Approve with 1 edit')
    await chat.shows(/Nothing has run/)
    expect(screen.getByLabelText('Note')).toHaveValue('Later')
    expect(chat.button('Try again')).toBeVisible()
    type('Note', 'Much later')
    expect(within(chat.bar()!).queryByRole('button', { name: 'Try again' })).toBeNull()
    await press(chat, 'Approve with 1 edit')
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('Moving the review', 'Much later')])
  })

  it('G3: keeps the edits over an unmount', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'Later')
    chat.unmount()
    renderChat({ mock: chat.mock, gateway: chat.gateway, quiet: true })
    expect(await screen.findByLabelText('Note')).toHaveValue('Later')
  })

  it('forgets what was typed once nobody has used it for half an hour', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'Later')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    type('Note', 'Much later')
    act(() => void vi.advanceTimersByTime(30 * 60_000 - 1))
    expect(screen.getByLabelText('Note')).toHaveValue('Much later')
    act(() => void vi.advanceTimersByTime(1))
    expect(screen.queryByLabelText('Note')).toBeNull()
    expect(chat.bar()).toHaveTextContent('Moving the review')
  })

  it('forgets it, too, where the card was not there meanwhile', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'Later')
    chat.unmount()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * 60_000 })
    const again = renderChat({ mock: chat.mock, gateway: chat.gateway, quiet: true })
    await again.asked()
    await waitFor(() => expect(screen.queryByLabelText('Note')).toBeNull())
    expect(chat.bar()).toBeNull()
    expect(again.bar()).toHaveTextContent('Moving the review')
  })

  it('shows the edits against a call that changed, and asks', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'Later')
    const next = argsText.replace('ana@', 'ben@').replace('Moving the review', 'Moving it')
    act(() => chat.mock.change('demo', 'call_1', { argsText: next }))
    await chat.shows(/changed while you edited it/)
    await waitFor(() => expect(screen.getByLabelText('Note')).toHaveAccessibleDescription('Was: Moving it'))
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription('Was: ben@example.com')
    await press(chat, /^Approve with/)
    expect(sent(chat)).toEqual([])
    fireEvent.click(chat.button('Keep my edits'))
    await press(chat, 'Approve with 2 edits')
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('Moving the review', 'Later')])
  })

  it('never writes a default into what nobody touched', async () => {
    const chat = await open()
    await chat.edit()
    type('Note', 'Later')
    await press(chat, 'Approve with 1 edit')
    await expect.poll(() => ran(chat)).toHaveLength(1)
    expect(ran(chat)[0]).not.toContain('copies')
  })
})

describe('editing a call that may destroy something', () => {
  const shell = { name: 'run_command', inputSchema, annotations: { destructiveHint: true } }

  it('runs the edited text after the second step, and no other', async () => {
    const chat = await open({ tool: shell })
    await chat.edit()
    type('Note', 'Later')
    await press(chat, 'Approve with 1 edit')
    expect(sent(chat)).toEqual([])
    type('Note', 'Much later')
    // An edit takes the second step back.
    expect(chat.button('Approve with 1 edit')).toBeVisible()
    await press(chat, 'Approve with 1 edit')
    await expect
      .poll(() => chat.container.querySelector('[data-part="confirm_approve"][data-armed]'))
      .not.toBeNull()
    await chat.user.click(chat.container.querySelector('[data-part="confirm_approve"]')!)
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('Moving the review', 'Much later')])
  })
})

describe('an editor of the host', () => {
  const Own = ({ draft, onChange, label, readOnly }: EditorProps): React.ReactElement => (
    <textarea
      aria-label={`Own ${label}`}
      readOnly={readOnly}
      value={draft.text}
      onChange={({ target }) => onChange({ ...draft, text: target.value, edits: 1 })}
    />
  )
  async function openOwn(editor: React.ComponentType<EditorProps>): Promise<TestChat> {
    const chat = await open({}, { editor })
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    return chat
  }

  it.each([
    ['takes the place of the form', Own],
    ['may be fetched by the host', lazy(async () => ({ default: Own }))],
  ])('%s', async (_what, editor) => {
    const chat = await openOwn(editor)
    const edited = argsText.replace('Moving', 'Keeping')
    fireEvent.change(await screen.findByLabelText('Own Arguments'), { target: { value: edited } })
    fireEvent.click(chat.button('Show edits'))
    expect((await screen.findByText('Now')).closest('ins')).toHaveTextContent('Keeping the review')
    await press(chat, 'Approve with 1 edit')
    await expect.poll(() => ran(chat)).toEqual([edited])
  })

  it('that fails leaves the code to edit', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const chat = await openOwn(() => {
      throw new Error('broken')
    })
    const edited = argsText.replace('Moving', 'Keeping')
    const code = await screen.findByRole('textbox', { name: 'Arguments' })
    fireEvent.change(code, { target: { value: edited } })
    await press(chat, 'Approve with 1 edit')
    await expect.poll(() => ran(chat)).toEqual([edited])
    expect(errors).toHaveBeenCalled()
    errors.mockRestore()
  })
})
