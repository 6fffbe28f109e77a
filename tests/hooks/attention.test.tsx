import { act, render, screen, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import userEvent from '@testing-library/user-event'
import {
  type Attention,
  type AttentionOptions,
  type GatewayClient,
  GatewayProvider,
  InterventionBar,
  useAttention,
} from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  decide,
  type MockGateway,
} from 'intervention-bar/mocks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** What the browser would do, and whether somebody looks at the page. */
const browser = {
  shown: [] as FakeNotification[],
  closed: [] as string[],
  badge: [] as number[],
  permission: 'granted' as NotificationPermission,
  isLookedAt: true,
}
class FakeNotification extends EventTarget {
  static get permission(): NotificationPermission {
    return browser.permission
  }
  static requestPermission(): Promise<NotificationPermission> {
    browser.permission = 'granted'
    return Promise.resolve(browser.permission)
  }
  readonly title: string
  readonly body: string
  readonly tag: string
  constructor(title: string, { body = '', tag = '' }: NotificationOptions) {
    super()
    Object.assign(this, { title, body, tag })
    this.title = title
    this.body = body
    this.tag = tag
    browser.shown.push(this)
  }
  close(): void {
    browser.closed.push(this.title)
  }
}

beforeEach(() => {
  Object.assign(browser, { shown: [], closed: [], badge: [], permission: 'granted', isLookedAt: true })
  vi.spyOn(document, 'hasFocus').mockImplementation(() => browser.isLookedAt)
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('Notification', FakeNotification)
  document.title = 'Chat'
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const name of onNavigator.splice(0)) Reflect.deleteProperty(navigator, name)
})
const onNavigator: string[] = []
function give(name: string, value: unknown): void {
  onNavigator.push(name)
  Object.defineProperty(navigator, name, { configurable: true, value })
}

function look(isLookedAt: boolean): void {
  browser.isLookedAt = isLookedAt
  act(() => void window.dispatchEvent(new Event(isLookedAt ? 'focus' : 'blur')))
}

interface Page {
  readonly mock: MockGateway
  readonly attention: () => Attention
  readonly ask: () => void
  readonly container: HTMLElement
  readonly unmount: () => void
}

function show(
  options: AttentionOptions,
  {
    id = 'demo',
    mock = aMock(),
    gateway = createMemoryGateway(mock),
  }: { id?: string | undefined; mock?: MockGateway; gateway?: GatewayClient } = {},
): Page {
  const seen: Attention[] = []
  const Caller = (): React.ReactElement => {
    const attention = useAttention(id === '' ? undefined : id, options)
    useEffect(() => void seen.push(attention))
    return <button onClick={() => void attention.askPermission()}>Call me</button>
  }
  const { container, unmount } = render(
    <GatewayProvider gateway={gateway}>
      <Caller />
      <InterventionBar conversationId="demo" arming={250} />
    </GatewayProvider>,
  )
  return {
    ...{ mock, container, unmount },
    attention: () => seen.at(-1)!,
    ask: () => act(() => void mock.say('demo', 'go')),
  }
}
function aMock(agent = agentThatAsks(calls.sendMail)): MockGateway {
  const mock = createMockGateway({ agent })
  mock.open('demo')
  return mock
}
const settled = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 400)))

describe('a call that arrives while nobody looks at the page', () => {
  it('marks the title until it is decided or somebody looks', async () => {
    const page = show({ title: true })
    look(false)
    page.ask()
    await waitFor(() => expect(document.title).toBe('(1) Chat'))
    look(true)
    expect(document.title).toBe('Chat')
    look(false)
    // The router of the host writes another one.
    document.title = 'Chat with Ana'
    await waitFor(() => expect(document.title).toBe('(1) Chat with Ana'))
    await decide(page.container, 'approved')
    await waitFor(() => expect(document.title).toBe('Chat with Ana'))
    expect(page.attention().count).toBe(0)
  })

  it('is told by a notification that names the tool and not its arguments, and is gone when decided elsewhere', async () => {
    const page = show({ notification: true })
    look(false)
    page.ask()
    await waitFor(() => expect(browser.shown).toHaveLength(1))
    const [{ title, body }] = browser.shown as [FakeNotification]
    expect({ title, body }).toEqual({ title: 'Needs your answer: Send an email', body: '' })
    expect(document.title).toBe('Chat')
    act(() => page.mock.lapse('demo', 'call_1', 'withdrawn'))
    await waitFor(() => expect(browser.closed).toEqual(['Needs your answer: Send an email']))
  })

  it('leads to its card after a click on the notification', async () => {
    const onOpen = vi.fn()
    const focus = vi.spyOn(window, 'focus').mockImplementation(() => {})
    const page = show({ notification: true, onOpen })
    look(false)
    page.ask()
    await waitFor(() => expect(browser.shown).toHaveLength(1))
    act(() => void browser.shown[0]!.dispatchEvent(new Event('click')))
    expect(focus).toHaveBeenCalledTimes(1)
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ conversationId: 'demo' }))
    await waitFor(() => expect(page.container.querySelector('[data-part="title"]')).toHaveFocus())
  })

  it('is told together with those that arrive with it', async () => {
    const sound = vi.fn()
    const page = show(
      { notification: true, sound },
      { mock: aMock(agentThatAsks(calls.sendMail, calls.editFile)) },
    )
    look(false)
    page.ask()
    await waitFor(() => expect(browser.shown).toHaveLength(1))
    await settled()
    expect(browser.shown.map(({ title, body }) => [title, body])).toEqual([
      ['2 waiting for you', 'Send an email, Edit a file'],
    ])
    expect(sound).toHaveBeenCalledTimes(1)
    act(() => page.mock.lapse('demo', 'call_1', 'withdrawn'))
    await settled()
    expect(browser.closed).toEqual([])
    act(() => page.mock.lapse('demo', 'call_2', 'withdrawn'))
    await waitFor(() => expect(browser.closed).toHaveLength(1))
  })

  it('sets the badge of the app to what waits, and clears it', async () => {
    const set = vi.fn(() => Promise.resolve())
    const clear = vi.fn(() => Promise.resolve())
    give('setAppBadge', set)
    give('clearAppBadge', clear)
    const page = show({ badge: true })
    // An earlier page of the app may have left a number there.
    await waitFor(() => expect(clear).toHaveBeenCalledTimes(1))
    page.ask()
    await waitFor(() => expect(set).toHaveBeenLastCalledWith(1))
    page.unmount()
    expect(clear).toHaveBeenCalledTimes(2)
  })

  const refuse = (): Promise<never> => Promise.reject(new Error('refused'))
  const fail = (): never => {
    throw new Error('broken')
  }
  const worker = (own: object): Pick<AttentionOptions, 'registration'> => ({
    // SAFETY: only its methods are used.
    registration: own as ServiceWorkerRegistration,
  })
  it.each<[string, AttentionOptions, () => void, boolean]>([
    ['a worker that shows no notifications', worker({}), () => {}, true],
    [
      'a worker that refuses',
      worker({ showNotification: refuse, getNotifications: refuse }),
      () => {},
      false,
    ],
    ['a worker that throws', worker({ showNotification: fail, getNotifications: fail }), () => {}, false],
    [
      'a sound that may not play',
      { sound: '/bell.mp3' },
      () =>
        vi.stubGlobal(
          'Audio',
          class {
            readonly play = refuse
          },
        ),
      true,
    ],
    ['a sound that cannot be made', { sound: '/bell.mp3' }, () => vi.stubGlobal('Audio', fail), true],
    ['no more places for sound', { sound: true }, () => vi.stubGlobal('AudioContext', fail), true],
    [
      'a badge that is refused',
      { badge: true },
      () => {
        give('setAppBadge', refuse)
        give('clearAppBadge', refuse)
      },
      true,
    ],
    ['a badge that throws', { badge: true }, () => give('setAppBadge', fail), true],
  ])('is told in the other ways in spite of %s', async (_what, options, prepare, isShown) => {
    prepare()
    const page = show({ title: true, notification: true, ...options })
    look(false)
    page.ask()
    await waitFor(() => expect(document.title).toBe('(1) Chat'))
    await settled()
    expect(browser.shown).toHaveLength(isShown ? 1 : 0)
    act(() => page.mock.lapse('demo', 'call_1', 'withdrawn'))
    await waitFor(() => expect(document.title).toBe('Chat'))
  })

  it('keeps the page whole where functions of the host throw, and reports them', async () => {
    const reported = vi.fn()
    vi.stubGlobal('reportError', reported)
    vi.spyOn(window, 'focus').mockImplementation(() => {})
    const page = show({ title: fail, sound: fail, notification: true, onOpen: fail })
    look(false)
    page.ask()
    await waitFor(() => expect(browser.shown).toHaveLength(1))
    expect(document.title).toBe('Chat')
    act(() => void browser.shown[0]!.dispatchEvent(new Event('click')))
    await waitFor(() => expect(page.container.querySelector('[data-part="title"]')).toHaveFocus())
    expect(reported.mock.calls.length).toBeGreaterThan(2)
  })

  it('marks a title once beside another program that marks it too', async () => {
    const other = new MutationObserver(() => {
      if (!document.title.startsWith('• ')) document.title = `• ${document.title}`
    })
    other.observe(document.head, { childList: true, subtree: true, characterData: true })
    const page = show({ title: true })
    look(false)
    page.ask()
    await waitFor(() => expect(document.title).toBe('• (1) Chat'))
    await settled()
    expect(document.title).toBe('• (1) Chat')
    other.disconnect()
  })

  it('of two conversations is counted with that of the other, in one title', async () => {
    const mock = aMock()
    mock.open('other')
    show({ title: true }, { mock })
    const gateway = createMemoryGateway(mock)
    show({ title: true }, { mock, gateway, id: 'other' })
    look(false)
    act(() => {
      mock.say('demo', 'go')
      mock.say('other', 'go')
    })
    await waitFor(() => expect(document.title).toBe('(2) Chat'))
    act(() => mock.lapse('other', mock.read('other').interventions[0]!.toolCallId, 'withdrawn'))
    await waitFor(() => expect(document.title).toBe('(1) Chat'))
  })

  it('is shown by the service worker of the host, and its click leads to the card', async () => {
    const container = new EventTarget()
    give('serviceWorker', container)
    const close = vi.fn()
    const showNotification = vi.fn((_title: string, _options: NotificationOptions) => Promise.resolve())
    const registration = { showNotification, getNotifications: async () => [{ close }] }
    const page = show({
      notification: true,
      // SAFETY: only these two methods are used.
      registration: registration as unknown as ServiceWorkerRegistration,
    })
    look(false)
    page.ask()
    await waitFor(() => expect(showNotification).toHaveBeenCalledTimes(1))
    const [title, { tag, data }] = showNotification.mock.calls[0]!
    expect(title).toBe('Needs your answer: Send an email')
    expect(data).toMatchObject({ conversationId: 'demo', toolCallId: 'call_1', tag })
    expect(JSON.stringify(showNotification.mock.calls)).not.toContain('ana@example.com')
    act(
      () =>
        void container.dispatchEvent(
          new MessageEvent('message', { data: { type: 'intervention-bar', tag } }),
        ),
    )
    await waitFor(() => expect(page.container.querySelector('[data-part="title"]')).toHaveFocus())
    act(() => page.mock.lapse('demo', 'call_1', 'withdrawn'))
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1))
    expect(browser.shown).toEqual([])
  })
})

describe('nobody is called', () => {
  it('by what was not asked for', async () => {
    const page = show({})
    look(false)
    page.ask()
    await waitFor(() => expect(page.attention().count).toBe(1))
    await settled()
    expect([document.title, browser.shown, document.querySelector('link[rel="icon"]')]).toEqual([
      'Chat',
      [],
      null,
    ])
  })

  it('while somebody looks at the page, nor later for the same call', async () => {
    const sound = vi.fn()
    const page = show({ title: true, notification: true, sound })
    page.ask()
    await waitFor(() => expect(page.attention().count).toBe(1))
    await settled()
    look(false)
    await settled()
    expect([sound.mock.calls, browser.shown]).toEqual([[], []])
    expect(document.title).toBe('(1) Chat')
  })

  it('twice for one call by eight tabs of one browser', async () => {
    const held = new Set<string>()
    const locks = {
      request: async (name: string, _options: object, run: (lock: object | null) => unknown) => {
        if (held.has(name)) return run(null)
        held.add(name)
        await run({ name })
        held.delete(name)
      },
    }
    give('locks', locks)
    const sound = vi.fn()
    const mock = aMock()
    const gateway = createMemoryGateway(mock)
    const page = show({ notification: true, sound }, { mock, gateway })
    for (let tabs = 2; tabs <= 8; tabs += 1) show({ notification: true, sound }, { mock, gateway })
    look(false)
    page.ask()
    await waitFor(() => expect(browser.shown).toHaveLength(1))
    await settled()
    expect([browser.shown.length, sound.mock.calls.length]).toEqual([1, 1])
  })
})

describe('the permission', () => {
  it('is asked for by a press only; until then the title and the icon stand in', async () => {
    browser.permission = 'default'
    const asked = vi.spyOn(FakeNotification, 'requestPermission')
    const page = show({ notification: true })
    look(false)
    page.ask()
    await waitFor(() => expect(document.title).toBe('(1) Chat'))
    expect(page.attention()).toMatchObject({ permission: 'default', available: { notification: true } })
    expect([asked.mock.calls, browser.shown]).toEqual([[], []])
    await userEvent.click(screen.getByRole('button', { name: 'Call me' }))
    await waitFor(() => expect(page.attention().permission).toBe('granted'))
    expect(document.title).toBe('Chat')
  })

  it('is not asked for outside of a press', async () => {
    browser.permission = 'default'
    give('userActivation', { isActive: false })
    const asked = vi.spyOn(FakeNotification, 'requestPermission')
    const page = show({ notification: true })
    expect(await act(() => page.attention().askPermission())).toBe('default')
    expect(asked).not.toHaveBeenCalled()
  })

  it('is not of use where there are no notifications, which says so', async () => {
    vi.stubGlobal('Notification', undefined)
    const page = show({ notification: true })
    look(false)
    page.ask()
    await waitFor(() => expect(document.title).toBe('(1) Chat'))
    expect(page.attention()).toMatchObject({ permission: 'unsupported', available: { notification: false } })
    expect(await act(() => page.attention().askPermission())).toBe('unsupported')
  })
})

it('without an id speaks of all that waits', async () => {
  const mock = aMock()
  mock.say('elsewhere', 'go')
  await waitFor(() => expect(mock.read('elsewhere').interventions).toHaveLength(1))
  const onOpen = vi.fn()
  look(false)
  const page = show({ title: true, notification: true, onOpen }, { id: '', mock })
  page.ask()
  await waitFor(() => expect(document.title).toBe('(2) Chat'))
  await waitFor(() => expect(browser.shown.length).toBeGreaterThan(0))
  act(() => void browser.shown[0]!.dispatchEvent(new Event('click')))
  expect(onOpen).toHaveBeenCalledTimes(1)
})

it('keeps the stream of a hidden page with a notification, and not with a title alone', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const page = show({ title: true })
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  page.ask()
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(page.attention().count).toBe(0)
  page.unmount()
  const kept = show({ notification: true })
  await act(() => vi.advanceTimersByTimeAsync(600_000))
  kept.ask()
  await vi.waitFor(async () => {
    await act(() => vi.advanceTimersByTimeAsync(500))
    expect(browser.shown).toHaveLength(1)
  })
  expect(kept.attention().count).toBe(1)
  vi.useRealTimers()
  hidden.mockRestore()
})
