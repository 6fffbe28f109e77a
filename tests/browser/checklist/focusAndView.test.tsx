import { agentThatAsks, calls, questions } from 'intervention-bar/mocks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { armed, focusables, openChat, type OpenChat, part, press, shows } from '../support/openChat.tsx'

const mail = { ...calls.sendMail, editable: true, remember: ['session'] as const }
const media = (features: readonly { name: string; value: string }[]): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: [...features] })

beforeEach(() => page.viewport(800, 700))
afterEach(async () => {
  await media([])
  document.head.querySelectorAll('style[data-test]').forEach((style) => style.remove())
})

function addStyle(css: string): void {
  const style = document.createElement('style')
  style.dataset['test'] = ''
  style.textContent = css
  document.head.append(style)
}

async function tap(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect()
  const touchPoints = [{ x: left + width / 2, y: top + height / 2 }]
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })
}

const isUncovered = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return [0.1, 0.5, 0.9].some((share) => {
    const hit = document.elementFromPoint(left + width * share, top + height / 2)
    return hit !== null && element.contains(hit)
  })
}

describe('focus', () => {
  it('B1: twenty arrivals change neither focus nor selection nor the scroll of the messages', async () => {
    const { mock, composer } = openChat({ isQuiet: true })
    const messages = document.querySelector('#messages')!
    messages.scrollTop = 500
    composer.focus()
    composer.value = 'a draft'
    composer.setSelectionRange(2, 5)
    for (let round = 1; round <= 20; round += 1) {
      mock.say('demo', 'go')
      await expect.poll(() => part('position')?.textContent ?? '').toContain(round === 1 ? '' : String(round))
      expect(document.activeElement).toBe(composer)
      expect([composer.selectionStart, composer.selectionEnd]).toEqual([2, 5])
      expect(messages.scrollTop).toBe(500)
    }
    await armed()
  })

  it('B2: the composer moves by nothing on arrival, failure, another call and settlement', async () => {
    const { mock, composer } = openChat({
      isQuiet: true,
      agent: agentThatAsks(mail, calls.editFile),
      faults: [{ name: 'refused' }],
    })
    const top = (): number => composer.getBoundingClientRect().top
    const before = top()
    mock.say('demo', 'go')
    await armed()
    expect(top()).toBe(before)
    await userEvent.click(page.getByRole('button', { name: 'Next request' }))
    expect(top()).toBe(before)
    await press('approve')
    await shows(/Nothing has run/)
    expect(top()).toBe(before)
    await press('approve')
    await shows(/You approved/)
    expect(top()).toBe(before)
  })

  const flows: Readonly<Record<string, (chat: OpenChat) => Promise<unknown>>> = {
    approve: async () => press('approve').then(() => shows(/You approved/)),
    reject: async () => press('reject').then(() => shows(/rejected/)),
    'reject and continue': async () => press('reject_continue').then(() => shows(/rejected/)),
    'fail and try again': async ({ mock }) => {
      mock.fault({ name: 'refused' })
      await press('approve')
      await shows(/Nothing has run/)
      await press('approve')
      await shows(/You approved/)
    },
    'open and close the menu': async () => {
      await userEvent.click(part('more'))
      await userEvent.keyboard('{ArrowDown}{Escape}')
    },
    'open and leave the note': async () => {
      await userEvent.click(part('reason_open'))
      await userEvent.keyboard('a word{Escape}')
    },
    'decide later and come back': async () => {
      await userEvent.click(part('more'))
      await userEvent.click(page.getByRole('menuitem', { name: /Decide later/ }))
      await userEvent.click(page.getByRole('button', { name: 'Open', exact: true }))
    },
    'edit and discard': async () => {
      await userEvent.click(part('more'))
      await userEvent.click(page.getByRole('menuitem', { name: /Edit/ }))
      await userEvent.click(page.getByRole('button', { name: 'Discard changes' }))
    },
    'go to the next call': async () => userEvent.click(page.getByRole('button', { name: 'Next request' })),
    'open and close the list': async () => {
      await userEvent.click(page.getByRole('button', { name: /See all/ }))
      await expect.poll(() => part('list_item')).not.toBeNull()
      await userEvent.keyboard('{Escape}')
    },
    'choose a scope': async () => {
      await userEvent.click(part('remember'))
      await expect.poll(() => document.querySelector('[role="menuitemradio"]')).not.toBeNull()
      await userEvent.keyboard('{ArrowDown}{Enter}')
    },
    'see the exact text': async () => userEvent.click(part('raw_toggle')),
  }
  it.each(Object.entries(flows))('B3: is never lost to the page: %s', async (_name, flow) => {
    const chat = openChat({ agent: agentThatAsks(mail, mail) })
    ;(await armed()).focus()
    let lost = 0
    const look = (): void => {
      if (document.activeElement === document.body) lost += 1
    }
    const watch = (): void => {
      look()
      timer = requestAnimationFrame(watch)
    }
    let timer = requestAnimationFrame(watch)
    // In the task of the removal: a key may come before the next frame.
    const removals = new MutationObserver(look)
    removals.observe(document.body, { childList: true, subtree: true })
    await flow(chat)
    await new Promise((resolve) => setTimeout(resolve, 100))
    cancelAnimationFrame(timer)
    removals.disconnect()
    expect(lost).toBe(0)
  })

  it('B4: goes to the heading of the next call, then back to where it was, and by touch nowhere', async () => {
    for (const by of ['keyboard', 'pointer', 'touch'] as const) {
      const { composer, mock, unmount } = openChat({ agent: agentThatAsks(mail, mail) })
      composer.focus()
      // A press that came too early on a busy machine is made again, as by a person.
      const approve = async (isDone: () => boolean): Promise<void> => {
        for (let tries = 0; tries < 5 && !isDone(); tries += 1) {
          await pressOnce()
          await vi.waitFor(() => expect(isDone()).toBe(true), 2_000).catch(() => undefined)
        }
        expect(isDone()).toBe(true)
      }
      const pressOnce = async (): Promise<void> => {
        const button = await armed()
        if (by === 'pointer') return userEvent.click(button)
        if (by === 'touch') return tap(button)
        button.focus()
        await new Promise((resolve) => setTimeout(resolve, 300))
        return userEvent.keyboard('{Enter}')
      }
      const before = await armed().then(() => part('title').id)
      await approve(() => part('title') !== null && part('title').id !== before)
      await expect.poll(() => document.activeElement, { message: by }).toBe(part('title'))
      await approve(() => mock.executions.length === 2)
      await shows(/approved|decided/)
      await expect.poll(() => document.activeElement === composer, { message: by }).toBe(by !== 'touch')
      unmount()
    }
  })

  it.each([
    [320, 480],
    [375, 667],
    [640, 360],
    [1280, 720],
  ])('B5: what has focus is never covered at %i x %i', async (width, height) => {
    await page.viewport(width, height)
    openChat({ agent: agentThatAsks(mail, mail) })
    await armed()
    for (const one of focusables(part('bar'))) {
      one.focus()
      await expect.poll(() => isUncovered(one), { message: one.outerHTML }).toBe(true)
    }
  })

  it('B6: Tab walks through the bar in the order of the screen, in each state', async () => {
    const walk = async (): Promise<readonly string[]> => {
      part('title').focus()
      const found: string[] = []
      for (;;) {
        await userEvent.keyboard('{Tab}')
        const { activeElement } = document
        if (!part('bar').contains(activeElement)) return found
        found.push(
          (activeElement as HTMLElement).dataset['part'] ??
            activeElement!.getAttribute('aria-label') ??
            (activeElement!.textContent || activeElement!.localName),
        )
      }
    }
    const walks: Record<string, string> = {}
    const first = openChat({ agent: agentThatAsks(mail, mail), faults: [{ name: 'refused' }] })
    await armed()
    walks['two wait'] = (await walk()).join(' ')
    await press('approve')
    await shows(/Nothing has run/)
    walks['failed'] = (await walk()).join(' ')
    await userEvent.click(part('reason_open'))
    walks['a note'] = (await walk()).join(' ')
    first.unmount()
    const second = openChat({ agent: agentThatAsks(calls.runCommand) })
    await press('approve')
    await armed('confirm_approve')
    walks['the second step'] = (await walk()).join(' ')
    second.unmount()
    openChat({ agent: agentThatAsks(questions.day) })
    await armed('answer')
    walks['a question'] = (await walk()).join(' ')
    expect(walks).toMatchInlineSnapshot(`
      {
        "a note": "previous position next more scroll_box raw_toggle cancel textarea reject reject_continue approve remember",
        "a question": "more textarea reject reject_continue answer",
        "failed": "previous position next more scroll_box raw_toggle reason_open reject reject_continue approve remember",
        "the second step": "more scroll_box raw_toggle confirm_approve confirm_cancel",
        "two wait": "previous position next more scroll_box raw_toggle reason_open reject reject_continue approve remember",
      }
    `)
  })

  it('B7: Tab leaves every field, preview and text', async () => {
    const states: readonly (() => Promise<unknown>)[] = [
      async () => undefined,
      async () => userEvent.click(part('raw_toggle')),
      async () => userEvent.click(part('reason_open')),
      async () => {
        await userEvent.click(part('cancel'))
        await userEvent.click(part('more'))
        await userEvent.click(page.getByRole('menuitem', { name: /Edit/ }))
        await expect.poll(() => part('editor')).not.toBeNull()
      },
      async () => userEvent.click(page.getByRole('button', { name: 'Code', exact: true })),
    ]
    const chat = openChat({ agent: agentThatAsks(mail) })
    await armed()
    let count = 0
    const leave = async (): Promise<void> => {
      for (const field of part('bar').querySelectorAll<HTMLElement>(
        'input, textarea, select, [data-part="scroll_box"]',
      )) {
        field.focus()
        if (document.activeElement !== field) continue
        count += 1
        await userEvent.keyboard('{Tab}')
        expect(document.activeElement).not.toBe(field)
        expect(document.activeElement).not.toBe(document.body)
      }
    }
    for (const open of states) {
      await open()
      await leave()
    }
    chat.unmount()
    openChat({ agent: agentThatAsks({ ...questions.day }) })
    await armed('answer')
    await leave()
    expect(count).toBeGreaterThan(8)
  })
})

describe('perception', () => {
  it.each([
    [320, 256, '100 %', {}],
    [320, 640, '100 %', {}],
    // A window of 1280 x 720 in which the browser shows everything twice as large.
    [640, 360, '200 %', { deviceScaleFactor: 2 }],
    [640, 360, '200 % of the text', { text: '200%' }],
    [1280, 720, '100 %', {}],
  ] as const)(
    'E1: at %i x %i and %s nothing scrolls sideways, and all of the card can be reached',
    async (width, height, _zoom, how) => {
      await page.viewport(width, height)
      const metrics = { width, height, deviceScaleFactor: 2, mobile: false }
      if ('deviceScaleFactor' in how) {
        await cdp().send('Emulation.setDeviceMetricsOverride', {
          ...metrics,
          width: outerWidth,
          height: outerHeight,
        })
        expect(devicePixelRatio).toBe(2)
      }
      if ('text' in how) addStyle(`:root { font-size: ${how.text} }`)
      const body = Array.from({ length: 60 }, (_one, at) => `Line ${at + 1} of what would run`).join('\n')
      openChat({ agent: agentThatAsks({ tool: { name: 'write_note' }, args: { body } }) })
      await expect.poll(() => part('approve')).not.toBeNull()
      part('approve').scrollIntoView({ block: 'nearest' })
      await armed()
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
      expect(part('bar').scrollWidth).toBeLessThanOrEqual(width)
      for (const name of ['title', 'arguments', 'approve']) {
        part(name).scrollIntoView({ block: 'nearest' })
        await expect.poll(() => isUncovered(part(name)), { message: name }).toBe(true)
      }
      // Three lines one above the other, of which none is covered.
      const text = document.createTreeWalker(part('arguments'), NodeFilter.SHOW_TEXT)
      while (!text.nextNode()?.textContent?.includes('Line 3 of')) expect(text.currentNode).not.toBeNull()
      const node = text.currentNode
      const lineBox = (line: number): DOMRect => {
        const range = document.createRange()
        const at = node.textContent!.indexOf(`Line ${line} of`)
        range.setStart(node, at)
        range.setEnd(node, at + `Line ${line} of`.length)
        return range.getBoundingClientRect()
      }
      node.parentElement!.scrollIntoView({ block: 'start' })
      const isRead = (line: number): boolean => {
        const { left, top, height: tall } = lineBox(line)
        const hit = document.elementFromPoint(left + 4, top + tall / 2)
        return part('arguments').contains(hit)
      }
      await expect.poll(() => [1, 2, 3].map(isRead)).toEqual([true, true, true])
      await cdp().send('Emulation.clearDeviceMetricsOverride')
    },
  )

  it('E2: text with more space between its lines, words and letters is not clipped', async () => {
    addStyle(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    )
    await page.viewport(375, 700)
    openChat()
    await armed()
    for (const one of document.querySelectorAll<HTMLElement>(
      '[data-part="bar"] button, [data-part="title"]',
    )) {
      expect(one.scrollWidth - one.clientWidth).toBeLessThanOrEqual(1)
    }
  })

  it('E5: in forced colours every button has an edge, and focus is drawn', async () => {
    await media([{ name: 'forced-colors', value: 'active' }])
    openChat({ agent: agentThatAsks(calls.runCommand) })
    await armed()
    part('title').focus()
    const drawn: Record<string, readonly boolean[]> = {}
    while (document.activeElement !== part('approve')) {
      await userEvent.keyboard('{Tab}')
      const one = document.activeElement as HTMLElement
      const { borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(one)
      const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      drawn[one.dataset['part'] ?? ''] = [Number.parseFloat(borderTopWidth) > 0, hasRing]
    }
    for (const name of ['reject', 'reject_continue', 'approve']) expect(drawn[name]).toEqual([true, true])
    expect(Object.values(drawn).map(([, hasRing]) => hasRing)).not.toContain(false)
    await shows('May delete or overwrite')
  })

  it('E6: with reduced motion only opacity changes, and for 150 ms at most', async () => {
    await media([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    openChat({ faults: [{ name: 'refused' }] })
    const seen: string[] = []
    let timer = requestAnimationFrame(function look() {
      for (const animation of document.getAnimations()) {
        const effect = animation.effect as KeyframeEffect
        const properties = effect.getKeyframes().flatMap((frame) => Object.keys(frame))
        const own = properties.filter(
          (name) => !/^(offset|computedOffset|easing|composite|opacity)$/.test(name),
        )
        if (own.length > 0 || Number(effect.getTiming().duration) > 150) seen.push(own.join())
      }
      timer = requestAnimationFrame(look)
    })
    await press('approve')
    await shows(/Nothing has run/)
    await press('approve')
    await shows(/You approved/)
    cancelAnimationFrame(timer)
    expect(seen).toEqual([])
  })

  it('E9: from right to left the bar is mirrored, its arrows too', async () => {
    document.documentElement.dir = 'rtl'
    try {
      openChat({ agent: agentThatAsks(mail, mail) })
      await armed()
      const middle = (one: Element): number => one.getBoundingClientRect().left
      expect(middle(part('approve'))).toBeLessThan(middle(part('reject')))
      const previous = page.getByRole('button', { name: 'Previous request' }).element()
      const next = page.getByRole('button', { name: 'Next request' }).element()
      expect(middle(next)).toBeLessThan(middle(previous))
    } finally {
      document.documentElement.dir = ''
    }
  })
})
