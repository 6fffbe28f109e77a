import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Renderer, RendererProps } from 'intervention-bar'
import { agentThatAsks, type CallDraft } from 'intervention-bar/mocks'
import { lazy, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const argsText = '{"payee":"Ana", "amount":12345678901234567890, "share":0.5, "note":"thanks"}'
const tool = { name: 'transfer', server: 'bank', annotations: { openWorldHint: true } }

function open(
  renderers: readonly Renderer[],
  call: Partial<CallDraft> = {},
  options: TestChatOptions = {},
): TestChat {
  const agent = agentThatAsks({ tool, argsText, ...call })
  return renderChat({ agent, renderers, ...options })
}

const Draws = ({ args, argsText: text, draft, isRevealed }: RendererProps): React.ReactElement => (
  <figure>
    {JSON.stringify(args)} of {text.length} {draft ? 'edited' : 'as asked'} {isRevealed ? 'all' : 'some'}
  </figure>
)
const figure = (): Promise<HTMLElement> => screen.findByRole('figure')
const raw = (chat: TestChat): string => chat.bar()?.querySelector('[data-part="raw"]')?.textContent ?? ''
const ran = ({ mock }: TestChat): readonly string[] => mock.executions.map((one) => one.argsText)

/** React reports what a renderer throws. */
async function quietly(act_: () => Promise<void>): Promise<void> {
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await act_().finally(() => silenced.mockRestore())
}

describe('a renderer', () => {
  it('shows parsed arguments in the place of the list, a number that JavaScript cannot hold as its text', async () => {
    const chat = open([{ match: 'transfer', component: Draws }])
    expect(await figure()).toHaveTextContent(
      '{"payee":"Ana","amount":"12345678901234567890","share":0.5,"note":"thanks"}',
    )
    expect(screen.queryByText('thanks')).toBeNull()
    // The warnings of the kit stay above it.
    expect(chat.bar()).toHaveTextContent('The tool may read these numbers differently: 12345678901234567890.')
    fireEvent.click(chat.button('Show exact text'))
    expect(raw(chat)).toBe(argsText)
    fireEvent.click(chat.button('Show preview'))
    expect(await figure()).toBeVisible()
    await chat.decide('approved')
    await expect.poll(() => ran(chat)).toEqual([argsText])
  })

  it('that removes what has focus leaves it at the heading of the call', async () => {
    const Folds = (): React.ReactElement => {
      const [isOpen, setOpen] = useState(false)
      return <figure>{isOpen ? 'all of it' : <button onClick={() => setOpen(true)}>Unfold</button>}</figure>
    }
    const chat = open([{ match: 'transfer', component: Folds }])
    const unfold = await screen.findByRole('button', { name: 'Unfold' })
    unfold.focus()
    fireEvent.click(unfold)
    await chat.shows('all of it')
    expect(document.activeElement).toBe(chat.bar()?.querySelector('[data-part="title"]'))
  })

  it.each<[string, Renderer['match'], boolean]>([
    ['the name of the tool', 'transfer', true],
    ['another name', 'transfers', false],
    ['the server', { server: 'bank' }, true],
    ['the tool of another server', { tool: 'transfer', server: 'shop' }, false],
    ['a hint that the tool gives', { annotation: 'openWorldHint' }, true],
    ['a hint that it does not give', { annotation: 'destructiveHint' }, false],
    ['a function of the call', ({ argsText: text }) => text?.includes('Ana') === true, true],
  ])('is found by %s', async (_what, match, isFound) => {
    const chat = open([{ match, component: Draws }])
    await chat.asked()
    if (isFound) await figure()
    else await chat.shows('thanks')
    expect(screen.queryByRole('figure') !== null).toBe(isFound)
  })

  it('is the first that matches, those of the bar before those of the provider', async () => {
    const Other = (): React.ReactElement => <figure>of the bar</figure>
    const match = (): boolean => true
    open([{ match, component: Draws }], {}, { bar: { renderers: [{ match: 'transfer', component: Other }] } })
    expect(await figure()).toHaveTextContent('of the bar')
  })

  it('can be none, so that the list is drawn', async () => {
    const chat = open([
      { match: 'transfer', component: null },
      { match: 'transfer', component: Draws },
    ])
    await chat.shows('thanks')
    expect(screen.queryByRole('figure')).toBeNull()
  })

  it.each([
    ['a name that is given twice', '{"to":"ana","to":"bo"}', 'Given more than once: to'],
    ['__proto__', '{"to":"ana","__proto__":{"to":"bo"}}', 'The tool may ignore __proto__.'],
  ])('is not asked about %s, which no parsed value tells', async (_what, text, caution) => {
    const chat = open([{ match: 'transfer', component: Draws }], { argsText: text })
    await chat.shows(new RegExp(`^${caution}`))
    await chat.shows('bo')
    expect(screen.queryByRole('figure')).toBeNull()
  })

  it.each<[string, () => React.ReactElement | null]>([
    ['renders nothing', () => null],
    ['is not displayed', () => <figure style={{ display: 'none' }}>Pay Bo</figure>],
    ['is invisible', () => <figure style={{ visibility: 'hidden' }}>Pay Bo</figure>],
    ['is transparent', () => <figure style={{ opacity: 0 }}>Pay Bo</figure>],
    ['has only blank text', () => <figure> &nbsp; </figure>],
  ])('that %s leaves the exact text and the decisions', async (_what, component) => {
    const chat = open([{ match: 'transfer', component }])
    await waitFor(() => expect(raw(chat)).toBe(argsText))
    expect(chat.bar()).toHaveTextContent("This preview couldn't be shown.")
    await chat.decide('approved')
    await expect.poll(() => ran(chat)).toEqual([argsText])
  })

  it('that hides itself later leaves the exact text, until it is back', async () => {
    const chat = open([{ match: 'transfer', component: Draws }])
    const drawn = await figure()
    expect(raw(chat)).toBe('')
    drawn.style.display = 'none'
    await waitFor(() => expect(raw(chat)).toBe(argsText))
    drawn.style.display = ''
    await waitFor(() => expect(raw(chat)).toBe(''))
  })

  it('that throws leaves the exact text and the decisions', async () => {
    await quietly(async () => {
      const chat = open([
        {
          match: 'transfer',
          component: () => {
            throw new Error('broken')
          },
        },
      ])
      await waitFor(() => expect(raw(chat)).toBe(argsText))
      await chat.decide('approved')
      await expect.poll(() => ran(chat)).toEqual([argsText])
    })
  })

  it('whose function throws leaves the exact text and the decisions', async () => {
    await quietly(async () => {
      const match = (): boolean => {
        throw new Error('broken')
      }
      const chat = open([{ match, component: Draws }])
      await waitFor(() => expect(raw(chat)).toBe(argsText))
      await chat.decide('rejected')
      await chat.shows(/You rejected transfer/)
    })
  })

  it('that never ends loading leaves the list and the decisions', async () => {
    const component = lazy(() => new Promise<{ default: () => null }>(() => undefined))
    const chat = open([{ match: 'transfer', component }])
    await chat.shows('thanks')
    await chat.decide('approved')
    await expect.poll(() => ran(chat)).toEqual([argsText])
  })

  it('of a long text that may destroy counts as seen once the whole exact text is shown', async () => {
    const text = JSON.stringify({ command: `echo ${'a'.repeat(800)}` })
    const annotations = { destructiveHint: true }
    const chat = open([{ match: 'transfer', component: Draws }], {
      tool: { ...tool, annotations },
      argsText: text,
    })
    expect(await figure()).toHaveTextContent('some')
    const approve = (): HTMLElement => within(chat.bar()!).getByRole('button', { name: 'Approve' })
    await waitFor(() => expect(approve()).toHaveAttribute('aria-disabled', 'true'))
    fireEvent.click(within(chat.bar()!).getByRole('button', { name: /^Open (?:all|everything)/ }))
    await waitFor(() => expect(raw(chat)).toBe(text))
    expect(await figure()).toHaveTextContent('all')
    await waitFor(() => expect(approve()).not.toHaveAttribute('aria-disabled'))
  })

  it('gets the edited text, which is what runs', async () => {
    const chat = open([{ match: 'transfer', component: Draws }], {
      argsText: '{"payee":"Ana","note":"thanks"}',
      editable: true,
    })
    await figure()
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    fireEvent.change(await screen.findByLabelText('note'), { target: { value: 'sorry' } })
    fireEvent.click(screen.getByText('Show preview'))
    const edited = '{"payee":"Ana","note":"sorry"}'
    await waitFor(() => expect(screen.getByRole('figure')).toHaveTextContent(`${edited} of 30 edited all`))
    await chat.armed()
    await chat.user.click(chat.button('Approve with 1 edit'))
    await expect.poll(() => ran(chat)).toEqual([edited])
  })

  it('gets no hidden value that nobody asked for', async () => {
    const chat = open([{ match: 'transfer', component: Draws }], {}, { secretKeys: ['payee'] })
    expect(await figure()).toHaveTextContent('{"payee":"⟦•••⟧"')
    fireEvent.click(chat.button('Show hidden values'))
    await waitFor(() => expect(screen.getByRole('figure')).toHaveTextContent('{"payee":"Ana"'))
  })

  it('is left for what changed, until the person hides the changes', async () => {
    const chat = open([{ match: 'transfer', component: Draws }], { argsText: '{"payee":"Ana"}' })
    await figure()
    const [call] = (await chat.gateway.readConversation('demo', { signal: new AbortController().signal }))
      .interventions
    act(() => chat.mock.change('demo', call!.toolCallId, { argsText: '{"payee":"Bo"}' }))
    await chat.shows('Now')
    fireEvent.click(chat.button('Hide changes'))
    expect(await figure()).toHaveTextContent('{"payee":"Bo"}')
  })
})
