import { render } from '@testing-library/react'
import { type GatewayClient, GatewayProvider, InterventionBar, type Messages } from 'intervention-bar'
import {
  agentThatAsks,
  type CallDraft,
  calls,
  createMemoryGateway,
  createMockGateway,
  type Fault,
  type MockGateway,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import '../support/cleanup.ts'

const lines = Array.from({ length: 400 }, (_none, index) => `${index + 1}. step ${index + 1} is done`)
const shortMail: CallDraft = {
  ...calls.sendMail,
  args: {
    to: 'ana@example.com',
    subject: 'Moving the review to Thursday',
    body: 'Hi Ana,\ncan we move the review to Thursday at 10:00?\nThe figures arrive on Wednesday.\nThank you, Sam',
  },
}
const command: CallDraft = { ...calls.runCommand, args: { command: 'rm -rf build && npm run build' } }
/** Everything that a card can have at once. */
const fullest: CallDraft = {
  ...calls.editFile,
  tool: {
    name: 'edit_file',
    title: 'Edit a file',
    server: 'workspace',
    annotations: { openWorldHint: true },
  },
  args: { path: 'notes.md', text: lines.join('\n') },
  why: 'A reason of the agent that is longer than two lines. '.repeat(6),
  expiresInMs: 3_000_000,
}
const longer: Partial<Messages> = {
  assistant: 'Der Assistent',
  decisions: {
    approved: 'Genehmigen',
    rejected: 'Ablehnen und anhalten',
    rejected_continue: 'Ablehnen und weitermachen lassen',
    answered: 'Antworten',
  },
  deciding: {
    approved: 'Wird genehmigt…',
    rejected: 'Wird abgelehnt…',
    rejected_continue: 'Wird abgelehnt…',
    answered: 'Wird beantwortet…',
  },
  reason: (assistant) => `${assistant} soll etwas anderes tun, nämlich dieses`,
}

interface Shown {
  readonly mock: MockGateway
  readonly part: (name: string) => HTMLElement
  readonly has: (name: string) => boolean
  readonly composerTop: () => number
}

/** A chat as high as the page, with a composer at its end. */
async function show(
  asked: readonly CallDraft[],
  {
    faults = [],
    messages,
  }: { readonly faults?: readonly Fault[]; readonly messages?: Partial<Messages> } = {},
): Promise<Shown> {
  const mock = createMockGateway({ agent: agentThatAsks(...asked), faults, paceMs: 0 })
  mock.open('demo')
  mock.say('demo', 'go')
  const gateway: GatewayClient = createMemoryGateway(mock, { timeoutMs: 500 })
  const { container } = render(
    <GatewayProvider gateway={gateway} messages={messages}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 8, blockSize: '100dvh' }}>
        <div style={{ flex: '1 1 auto', minBlockSize: 0, overflow: 'auto' }}>
          <div style={{ blockSize: '300rem' }} />
        </div>
        <InterventionBar conversationId="demo" style={{ marginInline: 8 }} />
        <textarea aria-label="Message" style={{ flex: 'none', blockSize: 44, boxSizing: 'border-box' }} />
      </div>
    </GatewayProvider>,
  )
  const find = (name: string): HTMLElement | null => container.querySelector(`[data-part="${name}"]`)
  await expect.poll(() => find('approve')).not.toBeNull()
  await expect.poll(() => find('raw_toggle')).not.toBeNull()
  return {
    mock,
    part: (name) => find(name)!,
    has: (name) => find(name) !== null,
    composerTop: () => container.querySelector('textarea[aria-label]')!.getBoundingClientRect().top,
  }
}

const press = async ({ part }: Shown, name: string): Promise<void> => {
  await expect.poll(() => part(name).hasAttribute('data-armed')).toBe(true)
  await userEvent.click(part(name))
}
const boxOf = (element: Element): DOMRect => element.getBoundingClientRect()
/** What the eye can reach of an element: it is inside of the bar, the window, and of nothing that is drawn over it. */
function isInView({ part }: Shown, element: Element): boolean {
  const [box, bar] = [boxOf(element), boxOf(part('bar'))]
  const isInside = box.top >= Math.max(0, bar.top) && box.bottom <= Math.min(innerHeight, bar.bottom)
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  return isInside && element.contains(top)
}
const decisions = ({ part }: Shown): readonly Element[] => [...part('decisions').querySelectorAll('button')]
const outOfView = (shown: Shown): readonly (string | null)[] =>
  decisions(shown)
    .filter((button) => !isInView(shown, button))
    .map((button) => button.textContent)

const still = document.createElement('style')
still.textContent = '[data-part="bar"] { animation: none }'

beforeEach(async () => {
  document.head.append(still)
  document.body.style.margin = '0'
  document.body.style.fontFamily = 'system-ui, sans-serif'
  await page.viewport(776, 800)
})
afterEach(() => {
  still.remove()
  document.documentElement.style.fontSize = ''
  document.documentElement.style.colorScheme = ''
})

describe('the card', () => {
  it('is at most 260 px high with a short mail', async () => {
    const mail = await show([shortMail])
    expect(boxOf(mail.part('bar')).width).toBe(760)
    expect(boxOf(mail.part('bar')).height).toBeLessThanOrEqual(260)
  })

  it('is at most 150 px high with a command of one line', async () => {
    const shown = await show([{ ...command, args: { command: 'npm run build' } }])
    await expect.poll(() => shown.part('preview')).not.toBeNull()
    expect(boxOf(shown.part('bar')).height).toBeLessThanOrEqual(150)
  })

  it.each([
    [375, 667],
    [320, 568],
    [320, 480],
    [1280, 720],
  ])('has every decision in view at %i x %i with 400 lines, also when it failed', async (width, height) => {
    await page.viewport(width, height)
    const shown = await show([fullest, calls.editFile], { faults: [{ name: 'refused' }] })
    expect(outOfView(shown)).toEqual([])
    await press(shown, 'approve')
    await expect.poll(() => shown.has('error')).toBe(true)
    expect(outOfView(shown)).toEqual([])
    expect(isInView(shown, document.activeElement!)).toBe(true)
  })

  it.each([
    [375, 667],
    [320, 568],
    [760, 700],
  ])('has every decision in view with long words at %i x %i, and cuts none', async (width, height) => {
    await page.viewport(width, height)
    const shown = await show([fullest, calls.editFile], { messages: longer })
    expect(outOfView(shown)).toEqual([])
    for (const button of decisions(shown)) {
      expect(button.scrollWidth).toBeLessThanOrEqual(Math.ceil(boxOf(button).width))
      expect(boxOf(button).right).toBeLessThanOrEqual(boxOf(shown.part('bar')).right)
    }
    expect(shown.part('bar').scrollWidth).toBeLessThanOrEqual(shown.part('bar').clientWidth)
  })

  it('has every decision in view in 760 px with text of twice the size', async () => {
    await page.viewport(776, 900)
    document.documentElement.style.fontSize = '200%'
    const shown = await show([fullest])
    expect(outOfView(shown)).toEqual([])
  })

  it.each([
    [320, 256, '100%'],
    [375, 667, '200%'],
  ])('lets nothing cover what has focus at %i x %i with text of %s', async (width, height, fontSize) => {
    await page.viewport(width, height)
    document.documentElement.style.fontSize = fontSize
    const shown = await show([fullest], { faults: [{ name: 'refused' }] })
    for (const button of decisions(shown)) {
      ;(button as HTMLElement).focus()
      button.scrollIntoView({ block: 'nearest' })
      expect(isInView(shown, button)).toBe(true)
    }
  })

  it('has its targets at least 32 px high, and 44 px where it is narrow', async () => {
    for (const [width, least] of [
      [776, 32],
      [375, 44],
    ] as const) {
      await page.viewport(width, 667)
      const shown = await show([{ ...shortMail, expiresInMs: 50_000 }, calls.editFile])
      const targets = [...shown.part('bar').querySelectorAll('button')]
      const small = targets.filter((one) => boxOf(one).height < least || boxOf(one).width < least)
      expect(small.map((one) => one.getAttribute('aria-label') ?? one.textContent)).toEqual([])
      document.body.replaceChildren()
    }
  })

  it('has the first values and the buttons of the arguments in view at 320 x 480', async () => {
    await page.viewport(320, 480)
    const shown = await show([shortMail])
    await expect.poll(() => shown.has('show_all')).toBe(true)
    const [first] = shown.part('scroll_box').querySelectorAll('dd')
    for (const one of [first!, shown.part('raw_toggle'), shown.part('show_all'), shown.part('reason_open')])
      expect(isInView(shown, one)).toBe(true)
  })

  it('gives a mail two lines more where nothing is hidden then, and no longer one', async () => {
    const mailOf = (count: number): CallDraft => ({
      ...shortMail,
      args: { ...(shortMail.args as object), body: lines.slice(0, count).join('\n') },
    })
    const short = await show([mailOf(8)])
    const box = short.part('scroll_box')
    expect(boxOf(box).height).toBeGreaterThan(180)
    expect(box.scrollHeight).toBeLessThanOrEqual(box.clientHeight)
    expect(short.has('show_all')).toBe(false)
    document.body.replaceChildren()
    const long = await show([mailOf(10)])
    await expect.poll(() => long.has('show_all')).toBe(true)
    expect(boxOf(long.part('scroll_box')).height).toBe(176)
  })

  it.each([320, 776])('lets a reason go on beside its label, however long it is, at %i px', async (width) => {
    await page.viewport(width, 700)
    for (const why of ['A reason of some lines. '.repeat(18), 'A reason of the agent. '.repeat(80)]) {
      const shown = await show([{ ...shortMail, why }])
      const text = document.createRange()
      const isBeside = (): boolean => {
        text.selectNodeContents(shown.part('why_text').querySelector('bdi')!)
        return Math.abs(text.getClientRects()[0]!.top - boxOf(shown.part('why_label')).top) < 4
      }
      expect(isBeside()).toBe(true)
      await expect.poll(() => shown.has('why_more')).toBe(true)
      await userEvent.click(shown.part('why_more'))
      expect(isBeside()).toBe(true)
      document.body.replaceChildren()
    }
  })

  it('moves the composer by nothing through its states, and no button from one to the next', async () => {
    const shown = await show([shortMail], {
      faults: [{ name: 'refused' }, { name: 'never_answers', times: 2 }],
    })
    const top = shown.composerTop()
    const places = (): readonly number[][] =>
      decisions(shown).map((one) => [boxOf(one).x, boxOf(one).y, boxOf(one).width, boxOf(one).height])
    const before = places()
    await press(shown, 'approve')
    await expect.poll(() => shown.has('error')).toBe(true)
    expect(places()).toEqual(before)
    expect(shown.part('approve')).toHaveTextContent('Try again')
    expect(document.activeElement).toBe(shown.part('approve'))
    await press(shown, 'approve')
    await expect.poll(() => shown.part('approve').hasAttribute('data-busy')).toBe(true)
    expect(places()).toEqual(before)
    expect(shown.composerTop()).toBe(top)
  })

  it('is not printed', async () => {
    const shown = await show([shortMail])
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' })
    expect(getComputedStyle(shown.part('bar')).display).toBe('none')
    await cdp().send('Emulation.setEmulatedMedia', { media: '' })
    expect(getComputedStyle(shown.part('bar')).display).toBe('flex')
  })

  it('adds no scroll to the page', async () => {
    await show([shortMail])
    expect(document.documentElement.scrollHeight).toBe(innerHeight)
  })
})

describe('by keyboard alone', () => {
  const message = (): HTMLElement => document.querySelector('textarea[aria-label="Message"]')!
  /** Tabs from the start of the page to the composer. Names what has focus, and every step that is not onwards for the eye. */
  async function walk(shown: Shown): Promise<{ readonly path: readonly string[]; readonly wrong: unknown }> {
    ;(document.activeElement as HTMLElement).blur()
    shown.part('heading').focus()
    const path: string[] = []
    const wrong: string[] = []
    let last: HTMLElement | undefined
    while (path.length < 20) {
      await userEvent.keyboard('{Tab}')
      const at = document.activeElement as HTMLElement
      if (at === message()) break
      const name = at === document.body ? 'the page' : (at.dataset['part'] ?? at.localName)
      const [box, before] = [boxOf(at), boxOf(last ?? document.documentElement)]
      const isOnwards =
        !last ||
        path.at(-1) === 'scroll_box' ||
        box.top >= before.bottom - 6 ||
        (box.left >= before.right - 6 && box.bottom > before.top)
      if (!isOnwards || at === document.body) wrong.push(`${name} is before ${path.at(-1)}`)
      if (name !== 'scroll_box' && !isInView(shown, at)) wrong.push(`${name} is covered`)
      path.push(name)
      last = at
    }
    return { path, wrong }
  }

  it.each([
    [776, 700],
    [375, 667],
    [320, 480],
  ])(
    'goes through every state in the order of the eye, and never to the page, at %i x %i',
    async (...size) => {
      await page.viewport(...size)
      const shown = await show([{ ...command, why: fullest.why!, expiresInMs: 50_000 }, calls.editFile], {
        faults: [{ name: 'refused' }],
      })
      const steps: (readonly [string, () => Promise<void>])[] = [
        ['approve', async () => undefined],
        ['confirm_cancel', () => press(shown, 'approve')],
        [
          'approve',
          async () => {
            await press(shown, 'confirm_approve')
            await expect.poll(() => shown.has('error')).toBe(true)
          },
        ],
        ['approve', () => userEvent.click(shown.part('reason_open'))],
        ['next', () => userEvent.click(shown.part('next'))],
      ]
      for (const [has, reach] of steps) {
        await reach()
        const { path, wrong } = await walk(shown)
        expect(path).toContain(has)
        expect({ path, wrong }).toEqual({ path, wrong: [] })
      }
    },
  )

  it('opens the menu, decides later and comes back without a pointer', async () => {
    const shown = await show([shortMail])
    shown.part('more').focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('menuitem')
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(shown.part('more'))
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('menuitem')
    await userEvent.keyboard('{End}{Enter}')
    await expect.poll(() => shown.has('later')).toBe(true)
    expect(shown.part('bar').contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(shown.part('open'))
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement).toBe(shown.part('title'))
  })
})

describe('with a note', () => {
  it('keeps Approve in its place, quiet, and fills the two rejections', async () => {
    const shown = await show([shortMail])
    const { x, y, width } = boxOf(shown.part('approve'))
    await userEvent.click(shown.part('reason_open'))
    const now = boxOf(shown.part('approve'))
    expect([now.x, now.y, now.width]).toEqual([x, y, width])
    const groundOf = (name: string): string => getComputedStyle(shown.part(name)).backgroundColor
    await expect.poll(() => groundOf('reject') === groundOf('reject_continue')).toBe(true)
    expect(groundOf('approve')).not.toBe(groundOf('reject'))
    expect(shown.part('reject_continue')).toHaveTextContent('Reject and send note')
  })

  it('has the field and the filled button in view above the keyboard of a phone', async () => {
    await page.viewport(375, 330)
    const shown = await show([fullest])
    shown.part('reason_open').scrollIntoView({ block: 'nearest' })
    await userEvent.click(shown.part('reason_open'))
    await userEvent.keyboard('Write to Ben')
    const field = shown.part('reason').querySelector('textarea')!
    await expect.poll(() => isInView(shown, field)).toBe(true)
    expect(isInView(shown, shown.part('reject_continue'))).toBe(true)
  })
})

describe('the second step', () => {
  it.each([
    [776, 700],
    [375, 667],
    [320, 568],
  ])('has Cancel exactly where Approve was at %i x %i, and its button 40 px away', async (width, height) => {
    await page.viewport(width, height)
    const shown = await show([command])
    const approve = boxOf(shown.part('approve'))
    await press(shown, 'approve')
    const cancel = boxOf(shown.part('confirm_cancel'))
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(cancel[side]).toBeCloseTo(approve[side], 0)
    expect(document.activeElement).toBe(shown.part('confirm_cancel'))
    const danger = boxOf(shown.part('confirm_approve'))
    const across = Math.max(approve.left - danger.right, danger.left - approve.right, 0)
    const along = Math.max(approve.top - danger.bottom, danger.top - approve.bottom, 0)
    expect(Math.hypot(across, along)).toBeGreaterThanOrEqual(40)
    expect(outOfView(shown)).toEqual([])
  })
})

describe('contrast', () => {
  const channel = (value: number): number =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  /** The colour as it is painted over another. */
  function painted(color: string, over = 'white'): readonly number[] {
    context.fillStyle = over
    context.fillRect(0, 0, 1, 1)
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const luminance = (color: readonly number[]): number => {
    const [red, green, blue] = color.map((value) => channel(value / 255))
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
  function contrast(one: readonly number[], other: readonly number[]): number {
    const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
    return (light! + 0.05) / (dark! + 0.05)
  }
  /** The ground that an element is drawn on. */
  function groundOf(element: Element): string {
    const path: Element[] = []
    for (let at: Element | null = element; at; at = at.parentElement) path.unshift(at)
    let ground = 'white'
    for (const one of path) {
      const color = getComputedStyle(one).backgroundColor
      ground = `rgb(${painted(color, ground).join()})`
    }
    return ground
  }

  it.each(['light', 'dark'])(
    'E4: of text is at least 4.5, and of the edge of a field and of focus 3, in %s',
    async (scheme) => {
      document.documentElement.style.colorScheme = scheme
      const shown = await show([{ ...fullest, tool: command.tool, args: command.args }, calls.editFile], {
        faults: [{ name: 'refused' }],
      })
      await press(shown, 'approve')
      await press(shown, 'confirm_approve')
      await expect.poll(() => shown.has('error')).toBe(true)
      await userEvent.click(shown.part('reason_open'))
      await userEvent.keyboard('A note')
      const weak: string[] = []
      const texts = document.createTreeWalker(shown.part('bar'), NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement!
        if (!texts.currentNode.nodeValue?.trim() || !element.checkVisibility()) continue
        const ground = groundOf(element)
        const ratio = contrast(painted(getComputedStyle(element).color, ground), painted(ground))
        if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${texts.currentNode.nodeValue}`)
      }
      expect(weak).toEqual([])
      const field = shown.part('reason').querySelector('textarea')!
      field.blur()
      const edge = painted(getComputedStyle(field).borderTopColor, groundOf(field))
      expect(contrast(edge, painted(groundOf(field)))).toBeGreaterThanOrEqual(3)
      const faint: string[] = []
      await userEvent.keyboard('{Tab}')
      for (const button of shown.part('bar').querySelectorAll<HTMLElement>('button')) {
        button.focus()
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(button)
        const ground = groundOf(button.parentElement!)
        const ratio = contrast(painted(outlineColor, ground), painted(ground))
        const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
        if (!isDrawn || ratio < 3) faint.push(`${button.dataset['part']} ${outlineWidth} ${ratio.toFixed(2)}`)
      }
      expect(faint).toEqual([])
    },
  )
})
