import { takeConsole } from '../support/failOnConsole.ts'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { type DecisionRequest, Intervention, InterventionBar, type OnDecide } from 'intervention-bar'
import { type Agent, agentThatAsks, type CallDraft, calls, questions } from 'intervention-bar/mocks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { de } from 'intervention-bar/locales/de'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const platforms = ['Linux x86_64', 'MacIntel'] as const
type Platform = (typeof platforms)[number]
type Chord = 'approve' | 'reject_continue' | 'reject' | 'edit' | 'help'

function keysOf(chord: Chord, platform: Platform): KeyboardEventInit {
  const mod = platform === 'MacIntel' ? { metaKey: true } : { ctrlKey: true }
  return {
    approve: { key: 'Enter', code: 'Enter', ...mod },
    reject_continue: { key: 'Enter', code: 'Enter', shiftKey: true, ...mod },
    reject: { key: 'Backspace', code: 'Backspace', altKey: true, shiftKey: true },
    edit: { key: 'e', code: 'KeyE', ...mod },
    help: { key: '?', code: 'Slash', shiftKey: true },
  }[chord]
}

afterEach(() => void vi.restoreAllMocks())

interface Recorded extends TestChat {
  /** What was decided; each was cancelled, so that the card stays as it is. */
  readonly made: (DecisionRequest & { readonly source: string })[]
}

async function open(call: CallDraft, options: TestChatOptions = {}): Promise<Recorded> {
  const made: Recorded['made'] = []
  const onDecide: OnDecide = ([first], { source, cancel }) => {
    made.push({ ...first!, source })
    cancel()
  }
  const chat = renderChat({ agent: agentThatAsks(call), onDecide, ...options })
  await screen.findByRole('heading', { name: /^Assist[ae]nt (asks|wants|möchte)/ })
  await waitFor(() => expect(chat.bar()!.querySelector('[data-armed]')).not.toBeNull())
  return { ...chat, made }
}

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-part="${name}"]`)!
const composer = (): HTMLElement => screen.getByRole('textbox', { name: 'Message' })
const schema = { type: 'object', properties: { to: { type: 'string', title: 'To' } } }
const editable: CallDraft = {
  tool: { name: 'send_mail', title: 'Send an email', inputSchema: schema },
  argsText: '{"to":"ana@example.com"}',
  editable: true,
}

async function openEditor(): Promise<void> {
  fireEvent.click(part('more'))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
  await screen.findByLabelText('To')
}

/** Puts focus somewhere as a person does, so that keys count at once. */
function focus(element: HTMLElement): HTMLElement {
  fireEvent.keyDown(document.body, { key: 'Tab' })
  element.focus()
  return element
}

const decided: Record<Chord, string | null> = {
  approve: 'approved',
  reject_continue: 'rejected_continue',
  reject: 'rejected',
  edit: 'editor',
  help: 'list',
}
const nothing = { approve: null, reject_continue: null, reject: null, edit: null, help: null }

interface Field {
  readonly call: CallDraft
  readonly reach: () => Promise<HTMLElement> | HTMLElement
  readonly expected: Readonly<Record<Chord, string | null>>
}

const fields: Readonly<Record<string, Field>> = {
  'the composer': { call: editable, reach: composer, expected: nothing },
  'the heading of the bar': { call: editable, reach: () => part('heading'), expected: decided },
  'the title of the card': { call: editable, reach: () => part('title'), expected: decided },
  'the button of another decision': { call: editable, reach: () => part('reject'), expected: decided },
  'a note': {
    call: editable,
    reach: () => {
      fireEvent.click(within(part('reason')).getByRole('button'))
      return screen.getByRole('textbox', { name: /Tell/ })
    },
    expected: { ...decided, approve: 'rejected_continue', reject: null, help: null },
  },
  'a field of the form': {
    call: editable,
    reach: async () => {
      await openEditor()
      return screen.getByLabelText('To')
    },
    expected: { ...nothing, approve: 'approved' },
  },
  'the text of the editor': {
    call: editable,
    reach: async () => {
      await openEditor()
      fireEvent.click(screen.getByRole('button', { name: 'Code' }))
      return screen.findByRole('textbox', { name: 'Code' })
    },
    expected: { ...nothing, approve: 'approved' },
  },
  'the text of an answer': {
    call: questions.day,
    reach: () => {
      const answer = screen.getByLabelText('Your answer')
      fireEvent.change(answer, { target: { value: 'Monday' } })
      return answer
    },
    expected: { ...nothing, approve: 'answered', reject_continue: 'rejected_continue' },
  },
  'a menu of the bar': {
    call: editable,
    reach: () => {
      fireEvent.click(part('more'))
      return part('menu').querySelector('button')!
    },
    expected: nothing,
  },
}

describe.each(platforms)('on %s', (platform) => {
  it.each(Object.entries(fields))('each chord in %s', async (_name, { call, reach, expected }) => {
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform)
    const chat = await open(call)
    focus(part('title'))
    const field = focus(await reach())
    await waitFor(() => expect(chat.bar()!.querySelector('[data-armed]')).not.toBeNull())
    const hadEditor = part('editing') !== null
    // The editor comes last: it takes the place of the rest.
    for (const chord of ['help', 'reject', 'reject_continue', 'approve', 'edit'] as const) {
      chat.made.length = 0
      focus(field)
      fireEvent.keyDown(field, keysOf(chord, platform))
      const outcome = expected[chord]
      if (outcome === 'editor') await screen.findByLabelText('To')
      else if (outcome === 'list') await screen.findByRole('dialog', { hidden: true })
      else if (outcome === null) await act(() => new Promise((resolve) => setTimeout(resolve, 5)))
      else await waitFor(() => expect(chat.made).toHaveLength(1))
      const isOpened = !hadEditor && part('editing') !== null
      const made = chat.made.map(({ decision, source }) => `${decision} by ${source}`)
      const list = screen.queryByRole('dialog', { hidden: true })
      expect([chord, isOpened ? ['editor'] : list ? ['list'] : made]).toEqual([
        chord,
        outcome === null ? [] : [/editor|list/.test(outcome) ? outcome : `${outcome} by shortcut`],
      ])
      if (list) fireEvent.click(within(list).getByRole('button', { hidden: true }))
      await waitFor(() => expect(chat.bar()!.querySelector('[data-busy]')).toBeNull())
    }
    // The keys of the other platform are not chords.
    chat.made.length = 0
    const other = platforms.find((one) => one !== platform)!
    fireEvent.keyDown(field, keysOf('approve', other))
    expect(chat.made).toEqual([])
  })
})

describe('a chord', () => {
  it('sends what is written with it', async () => {
    const chat = await open(editable)
    fireEvent.click(within(part('reason')).getByRole('button'))
    const note = focus(screen.getByRole('textbox', { name: /Tell/ }))
    fireEvent.change(note, { target: { value: 'Ask Bo' } })
    await waitFor(() => expect(part('reject_continue')).toHaveAttribute('data-armed'))
    fireEvent.keyDown(note, keysOf('approve', platforms[0]))
    await waitFor(() =>
      expect(chat.made).toMatchObject([{ decision: 'rejected_continue', reason: 'Ask Bo' }]),
    )
  })

  const never: Readonly<Record<string, KeyboardEventInit>> = {
    'a held key': { key: 'Enter', ctrlKey: true, repeat: true },
    'a composition': { key: 'Enter', ctrlKey: true, isComposing: true },
    'the end of a composition in Safari': { key: 'Enter', ctrlKey: true, keyCode: 229 },
    'a dead key': { key: 'Dead', code: 'KeyE', ctrlKey: true },
    'AltGr, which is Ctrl and Alt': { key: 'e', code: 'KeyE', ctrlKey: true, altKey: true },
    'one modifier too many': { key: 'Enter', ctrlKey: true, altKey: true },
    'a key alone': { key: 'e', code: 'KeyE' },
  }
  it('is none of these', async () => {
    const chat = await open(editable)
    for (const [name, keys] of Object.entries(never)) {
      fireEvent.keyDown(focus(part('title')), keys)
      expect([name, chat.made.length, part('editing')]).toEqual([name, 0, null])
    }
  })

  /** A chord, the keys that somebody presses on a keyboard, and whether they are the chord there. */
  const layouts: Readonly<Record<string, readonly [string, KeyboardEventInit, boolean]>> = {
    'E, US': ['Mod+E', { key: 'e', code: 'KeyE' }, true],
    'E with Caps Lock': ['Mod+E', { key: 'E', code: 'KeyE' }, true],
    'E, Dvorak': ['Mod+E', { key: 'e', code: 'KeyD' }, true],
    'the dot of Dvorak, at the place of E': ['Mod+E', { key: '.', code: 'KeyE' }, false],
    'the A of AZERTY': ['Mod+A', { key: 'a', code: 'KeyQ' }, true],
    'the Q of AZERTY, at the place of A': ['Mod+A', { key: 'q', code: 'KeyA' }, false],
    'the M of AZERTY': ['Mod+M', { key: 'm', code: 'Semicolon' }, true],
    'the comma of AZERTY, at the place of M': ['Mod+M', { key: ',', code: 'KeyM' }, false],
    'the Z of QWERTZ': ['Mod+Z', { key: 'z', code: 'KeyY' }, true],
    'the Y of QWERTZ, at the place of Z': ['Mod+Z', { key: 'y', code: 'KeyZ' }, false],
    'the dotless i of Turkish': ['Mod+I', { key: 'ı', code: 'KeyI' }, false],
    Cyrillic: ['Mod+E', { key: 'у', code: 'KeyE' }, true],
    Hebrew: ['Mod+E', { key: 'ק', code: 'KeyE' }, true],
    Greek: ['Mod+E', { key: 'ε', code: 'KeyE' }, true],
    Arabic: ['Mod+E', { key: 'ث', code: 'KeyE' }, true],
    'another letter of Cyrillic': ['Mod+E', { key: 'к', code: 'KeyR' }, false],
    'a sign that needs Shift, German': ['Mod+?', { key: '?', code: 'Minus', shiftKey: true }, true],
    'a sign that needs none': ['Mod+/', { key: '/', code: 'NumpadDivide' }, true],
    plus: ['Mod++', { key: '+', code: 'BracketRight' }, true],
    space: ['Mod+Space', { key: ' ', code: 'Space' }, true],
    'lower case': ['mod+e', { key: 'e', code: 'KeyE' }, true],
    'modifiers in another order': ['Shift+Mod+E', { key: 'E', code: 'KeyE', shiftKey: true }, true],
    'one modifier too many': ['Mod+E', { key: 'E', code: 'KeyE', shiftKey: true }, false],
    'a dead key': ['Mod+E', { key: 'Dead', code: 'KeyE' }, false],
    'a composition': ['Mod+E', { key: 'Process', code: 'KeyE', keyCode: 229 }, false],
    'a held key': ['Mod+E', { key: 'e', code: 'KeyE', repeat: true }, false],
  }
  it('is found by its letter, and by its place where a keyboard has no Latin letters', async () => {
    for (const [name, [chord, keys, isChord]] of Object.entries(layouts)) {
      const chat = renderChat({ agent: agentThatAsks(editable), bar: { shortcuts: { edit: chord } } })
      await chat.asked()
      fireEvent.keyDown(focus(part('title')), { ...keys, ctrlKey: true })
      if (isChord) await screen.findByLabelText('To')
      expect([name, part('editing') !== null]).toEqual([name, isChord])
      chat.unmount()
    }
  })

  it('with Option is found on a Mac, which writes another sign, and writes that sign in a field', async () => {
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel')
    const chat = await open(editable, { bar: { shortcuts: { approve: 'Alt+A' }, arming: 250 } })
    const option = { key: 'å', code: 'KeyA', altKey: true }
    fireEvent.click(within(part('reason')).getByRole('button'))
    expect(fireEvent.keyDown(focus(screen.getByRole('textbox', { name: /Tell/ })), option)).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(part('approve')).toHaveAttribute('data-armed'))
    expect(chat.made).toEqual([])
    fireEvent.keyDown(focus(part('title')), option)
    await waitFor(() => expect(chat.made).toMatchObject([{ decision: 'approved' }]))
  })

  it('is never a key that works controls', async () => {
    const shortcuts = {
      ...{ approve: 'Enter', reject: 'Space', reject_continue: 'Tab' },
      ...{ edit: 'ArrowRight', help: 'End', jump: 'Shift+Enter' },
    }
    const chat = await open(editable, { bar: { shortcuts, arming: 250 } })
    expect(part('approve')).not.toHaveAttribute('aria-keyshortcuts')
    for (const place of [part('reject'), part('more'), part('title'), composer()]) {
      for (const key of ['Enter', ' ', 'Tab', 'ArrowRight', 'End']) {
        const isFree = [false, true].map((shiftKey) => fireEvent.keyDown(focus(place), { key, shiftKey }))
        expect([key, ...isFree]).toEqual([key, true, true])
      }
    }
    expect([chat.made, part('editing')]).toEqual([[], null])
    expect(takeConsole().map(([, text]) => /key for (\w+) that works/.exec(String(text))?.[1])).toEqual(
      Object.keys(shortcuts),
    )
  })

  it('acts in a bar in a dialog of the host, and not in the field of a renderer in a shadow root', async () => {
    const Field = (): React.ReactElement => (
      <p
        ref={(host) => {
          if (!host || host.shadowRoot) return
          host.attachShadow({ mode: 'open' }).append(document.createElement('textarea'))
        }}
      >
        Pay
      </p>
    )
    const chat = renderChat({
      agent: agentThatAsks(editable),
      quiet: true,
      renderers: [{ match: 'send_mail', component: Field }],
      children: (
        <div role="dialog" aria-modal="true" aria-label="Chat">
          <InterventionBar conversationId="demo" arming={250} />
        </div>
      ),
    })
    act(() => void chat.mock.say('demo', 'go'))
    const bar = await screen.findByRole('region', { name: 'Approval needed' })
    await waitFor(() => expect(bar.querySelector('[data-part="approve"][data-armed]')).not.toBeNull())
    const field = await waitFor(() => {
      const found = bar.querySelector('p')?.shadowRoot?.querySelector('textarea')
      expect(found).toBeTruthy()
      return found!
    })
    fireEvent.keyDown(document.body, { key: 'Tab' })
    field.focus()
    const erase = { ...keysOf('reject', platforms[0]), composed: true }
    expect(fireEvent.keyDown(field, erase)).toBe(true)
    fireEvent.keyDown(focus(bar.querySelector<HTMLElement>('[data-part="title"]')!), erase)
    await screen.findByText(/You rejected/)
  })

  it('counts no sooner than a press of its button, and says so', async () => {
    const chat = renderChat({ bar: { arming: 10_000 } })
    await chat.asked()
    fireEvent.keyDown(focus(part('title')), keysOf('approve', platforms[0]))
    expect(part('press_answer')).toHaveTextContent('That was too early.')
    expect(chat.busy()).toBe(false)
  })

  it('does not count right after a script moved focus to the bar', async () => {
    const chat = await open(editable, { bar: { arming: 1_000 } })
    act(() => part('title').focus())
    fireEvent.keyDown(part('title'), keysOf('approve', platforms[0]))
    expect(part('press_answer')).toHaveTextContent('That was too early.')
    await act(() => new Promise((resolve) => setTimeout(resolve, 1_050)))
    fireEvent.keyDown(part('title'), keysOf('approve', platforms[0]))
    await waitFor(() => expect(chat.made).toHaveLength(1))
  })

  it('opens the second step of a tool that may destroy something, and never confirms it', async () => {
    const chat = await open(calls.runCommand)
    fireEvent.keyDown(focus(part('title')), keysOf('approve', platforms[0]))
    const cancel = await screen.findByRole('button', { name: 'Cancel' })
    expect(cancel).toHaveFocus()
    await waitFor(() => expect(part('confirm_approve')).toHaveAttribute('data-armed'))
    for (const chord of ['approve', 'reject_continue', 'reject'] as const) {
      for (const element of [cancel, part('title'), part('confirm_approve')]) {
        fireEvent.keyDown(focus(element), keysOf(chord, platforms[0]))
      }
    }
    expect(chat.made).toEqual([])
    fireEvent.click(part('confirm_approve'))
    await waitFor(() => expect(chat.made).toMatchObject([{ decision: 'approved', source: 'press' }]))
  })

  it('opens the note where a reason is required, and sends the rejection that opened it', async () => {
    const chat = await open({ ...calls.sendMail, reason: 'required' })
    fireEvent.keyDown(focus(part('title')), keysOf('reject', platforms[0]))
    const note = await screen.findByRole('textbox', { name: /Tell/ })
    expect(note).toHaveFocus()
    fireEvent.change(note, { target: { value: 'Not today' } })
    await waitFor(() => expect(part('reject')).toHaveAttribute('data-armed'))
    fireEvent.keyDown(note, keysOf('approve', platforms[0]))
    await waitFor(() =>
      expect(chat.made).toMatchObject([{ decision: 'rejected', reason: 'Not today', source: 'shortcut' }]),
    )
  })

  it('leaves a key that something in the bar has taken', async () => {
    const chat = await open(editable, {
      bar: { onKeyDown: (event) => event.preventDefault() },
    })
    fireEvent.keyDown(focus(part('title')), keysOf('approve', platforms[0]))
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)))
    expect(chat.made).toEqual([])
  })

  it('acts in a card of the host, whose buttons name it', async () => {
    const chat = await open(editable, {
      children: (
        <div data-part="bar">
          <Intervention.Root conversationId="demo" shortcuts={{ approve: 'Alt+A' }} arming={250}>
            <Intervention.Title />
            <Intervention.Approve />
          </Intervention.Root>
        </div>
      ),
    })
    expect(part('approve')).toHaveAttribute('aria-keyshortcuts', 'Alt+A')
    fireEvent.keyDown(focus(part('title')), { key: 'a', altKey: true })
    await waitFor(() => expect(chat.made).toHaveLength(1))
  })
})

describe('shortcuts', () => {
  it('D4: are told by the buttons and listed from the menu', async () => {
    const chat = await open(editable)
    expect(chat.bar()).toHaveAttribute('aria-keyshortcuts', 'F6')
    expect(part('approve')).toHaveAttribute('aria-keyshortcuts', 'Control+Enter')
    expect(part('approve')).toHaveAttribute('title', '(Ctrl+Enter)')
    expect(part('reject_continue')).toHaveAttribute('aria-keyshortcuts', 'Control+Shift+Enter')
    expect(part('reject').title).toBe('Stop: the task ends. (Alt+Shift+Backspace)')
    fireEvent.click(within(part('reason')).getByRole('button'))
    expect(part('approve')).not.toHaveAttribute('aria-keyshortcuts')
    expect(part('reject_continue')).toHaveAttribute('aria-keyshortcuts', 'Control+Enter Control+Shift+Enter')
    fireEvent.click(part('more'))
    const entry = await screen.findByRole('menuitem', { name: 'Keyboard shortcuts', hidden: true })
    expect([entry.title, entry.getAttribute('aria-keyshortcuts')]).toEqual(['?', '?'])
    fireEvent.click(entry)
    const list = await screen.findByRole('dialog', { hidden: true })
    expect(list).toHaveAttribute('aria-label', 'Keyboard shortcuts')
    const rows = [...list.querySelectorAll('kbd')].map((key) => key.textContent)
    expect(rows).toEqual([
      ...['F6', 'Ctrl+Enter', 'Ctrl+Shift+Enter', 'Alt+Shift+Backspace', 'Ctrl+E', '?', 'Esc'],
    ])
    const close = within(list).getByRole('button', { name: 'Close', hidden: true })
    await waitFor(() => expect(close).toHaveFocus())
    await chat.user.keyboard('{Escape}')
    expect(part('more')).toHaveFocus()
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull()
  })

  it('have the signs of a Mac there', async () => {
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel')
    await open(editable)
    expect(part('approve').title).toBe('(⌘⏎)')
    expect(part('approve')).toHaveAttribute('aria-keyshortcuts', 'Meta+Enter')
    expect(part('reject').title).toBe('Stop: the task ends. (⌥⇧⌫)')
  })

  it('have the names of the keyboards of the language, and to programs those of the standard', async () => {
    await open(editable, { messages: de })
    expect(part('approve').title).toBe('(Strg+Eingabe)')
    expect(part('approve')).toHaveAttribute('aria-keyshortcuts', 'Control+Enter')
    expect(part('reject').title).toBe('Stoppen: Die Aufgabe endet. (Alt+Umschalt+Rücktaste)')
    fireEvent.keyDown(focus(part('title')), keysOf('help', platforms[0]))
    const list = await screen.findByRole('dialog', { hidden: true })
    expect([...list.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
      ...['F6', 'Strg+Eingabe', 'Strg+Umschalt+Eingabe', 'Alt+Umschalt+Rücktaste', 'Strg+E', '?', 'Esc'],
    ])
  })

  it('can be other ones, or none', async () => {
    const shortcuts = { jump: null, approve: 'Mod+Y', reject: null, help: null }
    const chat = await open(editable, { bar: { shortcuts, arming: 250 } })
    expect(chat.bar()).not.toHaveAttribute('aria-keyshortcuts')
    expect(part('approve')).toHaveAttribute('aria-keyshortcuts', 'Control+Y')
    expect(part('reject')).not.toHaveAttribute('aria-keyshortcuts')
    fireEvent.keyDown(focus(composer()), { key: 'F6' })
    expect(composer()).toHaveFocus()
    focus(part('title'))
    fireEvent.keyDown(part('title'), keysOf('approve', platforms[0]))
    fireEvent.keyDown(part('title'), keysOf('reject', platforms[0]))
    fireEvent.keyDown(part('title'), keysOf('help', platforms[0]))
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)))
    expect(chat.made).toEqual([])
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull()
    fireEvent.keyDown(part('title'), { key: 'y', ctrlKey: true })
    await waitFor(() => expect(chat.made).toMatchObject([{ decision: 'approved' }]))
  })

  it.each([
    ['two of the host', { approve: 'Mod+Y', reject: 'mod+y' }, 'approve', 'reject'],
    ['in another order', { reject: 'Shift+Mod+K', approve: 'Mod+Shift+K' }, 'reject', 'approve'],
    ['the host and a default', { reject_continue: 'Mod+Enter' }, 'reject_continue', 'approve'],
    ['alike on one platform', { reject_continue: 'Ctrl+Y', reject: 'Mod+Y' }, 'reject_continue', 'reject'],
  ] as const)('that are alike press one button and warn: %s', async (_what, shortcuts, first, second) => {
    const chat = await open(editable, { bar: { shortcuts, arming: 250 } })
    expect(part(first)).toHaveAttribute('aria-keyshortcuts')
    expect(part(second)).not.toHaveAttribute('aria-keyshortcuts')
    expect(takeConsole().map(([, text]) => String(text))).toEqual([
      expect.stringMatching(`IB013: .*keys for ${first} and for ${second}: ${second} has none now`),
    ])
    expect(chat.made).toEqual([])
  })

  it('of a letter alone write it, in the composer and in the bar, and decide and jump nowhere', async () => {
    const shortcuts = { approve: 'a', reject: 'r', jump: 'j' }
    const chat = await open(editable, { bar: { shortcuts, approveFromComposer: true, arming: 250 } })
    await chat.user.type(composer(), 'a jar')
    expect(composer()).toHaveValue('a jar')
    expect(composer()).toHaveFocus()
    expect(chat.made).toEqual([])
    fireEvent.keyDown(document.body, { key: 'j' })
    expect(part('title')).toHaveFocus()
    fireEvent.keyDown(part('title'), { key: 'a' })
    await waitFor(() => expect(chat.made).toMatchObject([{ decision: 'approved' }]))
  })

  it('are not meant by a character that AltGr writes', async () => {
    const chat = await open(editable, { bar: { shortcuts: { approve: 'Ctrl+Alt+E' }, arming: 250 } })
    const euro = { key: '€', code: 'KeyE', ctrlKey: true, altKey: true }
    fireEvent.click(within(part('reason')).getByRole('button'))
    fireEvent.keyDown(focus(screen.getByRole('textbox', { name: /Tell/ })), {
      ...euro,
      modifierAltGraph: true,
    })
    fireEvent.keyDown(focus(part('title')), { ...euro, modifierAltGraph: true })
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)))
    expect(chat.made).toEqual([])
  })

  it('without a modifier never act in a text field', async () => {
    const chat = await open(editable, { bar: { shortcuts: { reject_continue: 'n' }, arming: 250 } })
    fireEvent.click(within(part('reason')).getByRole('button'))
    const note = focus(screen.getByRole('textbox', { name: /Tell/ }))
    await chat.user.type(note, 'no, never now')
    expect(note).toHaveValue('no, never now')
    expect(chat.made).toEqual([])
  })

  it('approve from the composer only where the host wants it, and leave focus there', async () => {
    const chat = await open(editable, { bar: { approveFromComposer: true, arming: 250 } })
    for (const chord of ['reject', 'reject_continue', 'edit'] as const) {
      fireEvent.keyDown(focus(composer()), keysOf(chord, platforms[0]))
    }
    expect([chat.made, part('editing')]).toEqual([[], null])
    fireEvent.keyDown(composer(), keysOf('approve', platforms[0]))
    await waitFor(() => expect(chat.made).toMatchObject([{ decision: 'approved', source: 'shortcut' }]))
    expect(composer()).toHaveFocus()
    // With a note open, it would reject.
    fireEvent.click(within(part('reason')).getByRole('button'))
    fireEvent.keyDown(focus(composer()), keysOf('approve', platforms[0]))
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)))
    expect(chat.made).toHaveLength(1)
  })
})

describe('F6', () => {
  const press = (): boolean => fireEvent.keyDown(document.activeElement!, { key: 'F6' })

  it('leads from the composer to the card and back, and two keys approve', async () => {
    const chat = renderChat()
    await chat.asked()
    await chat.armed()
    composer().focus()
    press()
    expect(part('title')).toHaveFocus()
    press()
    expect(composer()).toHaveFocus()
    press()
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
    expect(composer()).toHaveFocus()
    press()
    fireEvent.keyDown(document.activeElement!, keysOf('approve', platforms[0]))
    await chat.shows(/You approved/)
    expect(composer()).toHaveFocus()
    // Nothing waits: the key is the browser's again.
    expect(press()).toBe(true)
    expect(composer()).toHaveFocus()
  })

  it('goes from one bar to the next and back, with one listener for all of them', async () => {
    const heard = vi.spyOn(window, 'addEventListener')
    const bars = ['demo', 'other', 'third']
    const chat = renderChat({
      quiet: true,
      children: bars.map((id) => (
        <section key={id}>
          <InterventionBar conversationId={id} arming={250} />
          <textarea aria-label={`To ${id}`} />
        </section>
      )),
    })
    act(() =>
      bars.forEach((id) => {
        chat.mock.open(id)
        chat.mock.say(id, 'go')
      }),
    )
    await expect.poll(() => document.querySelectorAll('[data-part="approve"]').length).toBe(3)
    const jumps = heard.mock.calls.filter(
      ([type, , options]) => type === 'keydown' && !(options as AddEventListenerOptions | undefined)?.capture,
    )
    // StrictMode mounts twice.
    expect(jumps.length).toBeLessThanOrEqual(2)
    const titles = [...document.querySelectorAll('[data-part="title"]')]
    const start = screen.getByRole('textbox', { name: 'To other' })
    start.focus()
    const order = [1, 0, 2].map((at) => {
      press()
      expect(titles[at]).toHaveFocus()
      return at
    })
    expect(order).toHaveLength(3)
    press()
    expect(start).toHaveFocus()
  })

  it('stays in a modal dialog that the bar is not in', async () => {
    const chat = renderChat()
    await chat.asked()
    const dialog = document.createElement('div')
    dialog.setAttribute('aria-modal', 'true')
    const field = dialog.appendChild(document.createElement('input'))
    document.body.append(dialog)
    field.focus()
    expect(press()).toBe(true)
    expect(field).toHaveFocus()
    dialog.remove()
  })
})

it('Escape never decides, and leads back from everywhere in the bar', async () => {
  const chat = await open(editable)
  for (const name of ['heading', 'title', 'more', 'reject', 'approve']) {
    focus(composer())
    focus(part(name))
    fireEvent.keyDown(part(name), { key: 'Escape' })
    expect([name, document.activeElement]).toEqual([name, composer()])
  }
  expect(chat.made).toEqual([])
})

describe('the arrows between several requests', () => {
  const three: Agent = agentThatAsks(calls.sendMail, calls.editFile, calls.queryDatabase)
  const position = (): string => part('position').textContent
  const press = (key: string): boolean => fireEvent.keyDown(document.activeElement!, { key })

  it.each(['ltr', 'rtl'])('go as the row reads, %s', async (dir) => {
    const [on, back] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    const chat = await open(editable, { agent: three, bar: { dir, style: { direction: dir as 'rtl' } } })
    act(() => part('next').focus())
    const seen = [on, on, back, 'Home', 'End'].map((key) => {
      press(key)
      expect(part('next')).toHaveFocus()
      return /\d/.exec(position())![0]
    })
    expect(seen).toEqual(['2', '3', '2', '1', '3'])
    act(() => part('title').focus())
    press('Home')
    expect(position()).toContain('3')
    expect(chat.made).toEqual([])
  })
})
