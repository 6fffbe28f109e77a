import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { takeConsole } from '../support/failOnConsole.ts'
import '../support/cleanup.ts'

/** A chat as wide as the page: messages, the bar, a composer at the bottom. */
function chat(mock: MockGateway): HTMLElement {
  const gateway = createMemoryGateway(mock)
  mock.open('demo')
  return render(
    <GatewayProvider gateway={gateway}>
      <div style={{ display: 'flex', flexDirection: 'column', blockSize: '100dvh' }}>
        <div tabIndex={-1} style={{ flex: '1 1 auto', overflow: 'auto' }}>
          <div style={{ blockSize: '300rem' }} />
        </div>
        <InterventionBar conversationId="demo" />
        <textarea aria-label="Message" style={{ flex: 'none' }} />
      </div>
    </GatewayProvider>,
  ).container
}
const approve = () => page.getByRole('button', { name: 'Approve', exact: true })
const pressOn = async (button: ReturnType<typeof approve>): Promise<void> => {
  await expect.element(button).toHaveAttribute('data-armed')
  await button.click()
}
const resumes = (mock: MockGateway): number => mock.requests.filter((one) => one.route === 'resume').length
const asks = agentThatAsks(calls.sendMail)

beforeEach(async () => {
  document.body.style.margin = '0'
  addStyle('[data-part="bar"] { animation: none }')
  await page.viewport(800, 700)
})
afterEach(() => {
  document.head.querySelectorAll('style[data-test]').forEach((style) => style.remove())
})
function addStyle(css: string): void {
  const style = document.createElement('style')
  style.dataset['test'] = ''
  style.textContent = css
  document.head.prepend(style)
}

describe('the composer', () => {
  it('does not move when the bar arrives, fails or leaves', async () => {
    const mock = createMockGateway({ agent: asks, faults: [{ name: 'refused' }] })
    chat(mock)
    const composer = page.getByRole('textbox', { name: 'Message' }).element()
    const top = composer.getBoundingClientRect().top
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    expect(composer.getBoundingClientRect().top).toBe(top)
    await pressOn(approve())
    await expect.element(page.getByText(/You don't have permission/).first()).toBeVisible()
    expect(composer.getBoundingClientRect().top).toBe(top)
    await pressOn(page.getByRole('button', { name: 'Try again' }))
    await expect.element(page.getByText(/You approved/)).toBeVisible()
    expect(composer.getBoundingClientRect().top).toBe(top)
  })

  it('stays in view on a small screen, and every part of the card can be reached by scrolling', async () => {
    await page.viewport(320, 568)
    const mock = createMockGateway({ agent: asks, faults: [{ name: 'refused' }] })
    const container = chat(mock)
    const composer = page.getByRole('textbox', { name: 'Message' }).element()
    const isWhole = (): boolean => composer.getBoundingClientRect().bottom <= innerHeight
    mock.say('demo', 'go')
    await expect.element(approve()).toBeInTheDocument()
    expect(isWhole()).toBe(true)
    for (const name of ['Approve', 'Try again']) {
      const button = page.getByRole('button', { name })
      await expect.element(button).toBeInTheDocument()
      button.element().scrollIntoView({ block: 'center' })
      await pressOn(button)
      expect(isWhole()).toBe(true)
    }
    await expect.element(page.getByText(/You approved/)).toBeVisible()
    expect(container.querySelector('[data-part="bar"]')!.scrollWidth).toBeLessThanOrEqual(320)
  })

  it('stays in view, and the buttons with it, in a low window', async () => {
    await page.viewport(700, 620)
    const body = 'A line of the mail.\n'.repeat(40)
    const long = agentThatAsks({ ...calls.sendMail, args: { body }, expiresInMs: 3_600_000 })
    const mock = createMockGateway({ agent: long })
    const container = chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toHaveAttribute('data-armed')
    const bar = container.querySelector('[data-part="bar"]')!
    const edge = (one: Element): number => one.getBoundingClientRect().bottom
    expect(edge(approve().element())).toBeLessThan(edge(bar) - 8)
    expect(edge(page.getByRole('textbox', { name: 'Message' }).element())).toBeLessThanOrEqual(620)
  })

  it('keeps every key that is typed into it while calls arrive', async () => {
    const mock = createMockGateway({ agent: asks })
    chat(mock)
    const composer = page.getByRole('textbox', { name: 'Message' })
    await composer.click()
    mock.say('demo', 'go')
    for (const text of ['y', ' ', '1', 'a', '{Enter}', 'n', '{Escape}', 'ok']) {
      await userEvent.keyboard(text)
      mock.say('demo', 'another')
    }
    await expect.element(approve()).toBeVisible()
    expect((composer.element() as HTMLTextAreaElement).value).toBe('y 1a\nnok')
    expect(document.activeElement).toBe(composer.element())
    expect(resumes(mock)).toBe(0)
  })
})

describe('the buttons', () => {
  it('keep their place and width while a decision is in flight', async () => {
    const mock = createMockGateway({ agent: asks, faults: [{ name: 'never_answers', times: 3 }] })
    const container = chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    const places = (): readonly number[][] =>
      [...container.querySelectorAll('[data-part="decisions"] button')].map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        return [x, y, width, height].map(Math.round)
      })
    const before = places()
    await pressOn(approve())
    await expect.element(page.getByRole('button', { name: 'Approving…' })).toHaveFocus()
    expect(places()).toEqual(before)
  })

  it.each([
    [1280, 720],
    [375, 667],
  ])('keep their place while a press that did not count is answered, at %i x %i', async (width, height) => {
    await page.viewport(width, height)
    const mock = createMockGateway({ agent: asks })
    const container = chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    const placesOf = (): readonly number[][] =>
      [...container.querySelectorAll('[data-part="decisions"] button')].map((button) => {
        const { x, y, width: wide, height: high } = button.getBoundingClientRect()
        return [x, y, wide, high].map(Math.round)
      })
    const before = placesOf()
    // A click without a pointer, at once.
    for (let times = 0; times < 3; times += 1) (approve().element() as HTMLElement).click()
    const answer = page.getByText(/^Nothing was sent\. A press counts when/)
    await expect.element(answer).toBeVisible()
    expect(placesOf()).toEqual(before)
    const box = answer.element().getBoundingClientRect()
    const top = Math.min(...before.map(([, y]) => y!))
    expect(box.bottom).toBeLessThanOrEqual(top)
    expect(box.bottom).toBeGreaterThan(top - 20)
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(width)
  })

  it.each([
    [1280, 720, 32],
    [320, 640, 44],
  ])('are large enough, 8 px apart and inside the bar at %i x %i', async (width, height, least) => {
    await page.viewport(width, height)
    const mock = createMockGateway({ agent: asks })
    const container = chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toBeInTheDocument()
    const boxes = [...container.querySelectorAll('[data-part="decisions"] button')].map((one) =>
      one.getBoundingClientRect(),
    )
    for (const box of boxes) {
      expect(box.height).toBeGreaterThanOrEqual(least)
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(width)
    }
    for (const [index, box] of boxes.entries()) {
      const next = boxes[index + 1]
      if (!next) continue
      const gap = Math.max(
        next.left - box.right,
        next.top - box.bottom,
        box.top - next.bottom,
        box.left - next.right,
      )
      expect(gap).toBeGreaterThanOrEqual(8)
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })
})

describe('a card that something covers', () => {
  it('says so, and not that a press came too early', async () => {
    const mock = createMockGateway({ agent: asks })
    const container = chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toHaveAttribute('data-armed')
    const cover = document.createElement('div')
    cover.style.cssText = 'position:fixed;inset:0 0 20% 0;background:white;pointer-events:none'
    document.body.append(cover)
    for (let press = 0; press < 2; press += 1) await approve().click()
    await expect.element(page.getByText(/covers this request/).first()).toBeInTheDocument()
    cover.remove()
    expect(container.textContent).not.toContain('too early')
    expect(resumes(mock)).toBe(0)
  })
})

describe('the keyboard', () => {
  it('moves through the whole bar in page order and leaves it again', async () => {
    const mock = createMockGateway({ agent: asks })
    chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    ;(document.activeElement as HTMLElement).blur()
    const walk: string[] = []
    for (let step = 0; step < 8; step += 1) {
      await userEvent.tab()
      const active = document.activeElement as HTMLElement
      walk.push(
        active.getAttribute('aria-label') ?? (active.textContent || active.dataset['part'] || active.tagName),
      )
    }
    expect(walk).toEqual([
      'More',
      'Arguments',
      'Show exact text',
      'Tell Assistant what to do instead…',
      'Reject and stop',
      'Reject and continue',
      'Approve',
      'Message',
    ])
  })

  it('decides with Enter or Space on the button, and focus is never lost to the page', async () => {
    const mock = createMockGateway({
      agent: agentThatAsks(calls.editFile, calls.queryDatabase, calls.sendMail),
    })
    chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    const composer = page.getByRole('textbox', { name: 'Message' })
    await composer.click()
    for (const key of ['{Enter}', ' ', '{Enter}']) {
      const done = resumes(mock)
      ;(approve().element() as HTMLElement).focus()
      await expect.element(approve()).toHaveAttribute('data-armed')
      await userEvent.keyboard(key)
      await expect.poll(() => resumes(mock)).toBe(done + 1)
      await expect
        .poll(() => document.activeElement?.getAttribute('data-part') ?? document.activeElement?.tagName)
        .toMatch(/title|TEXTAREA/)
    }
    await expect.element(composer).toHaveFocus()
    expect(mock.executions).toHaveLength(3)
  })

  it('does not send the composer with an Enter that was meant for Approve', async () => {
    const mock = createMockGateway({ agent: asks })
    chat(mock)
    const composer = page.getByRole('textbox', { name: 'Message' })
    const entered = vi.fn()
    composer.element().addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') entered()
    })
    await composer.click()
    await userEvent.keyboard('half a sentence')
    mock.say('demo', 'go')
    await expect.element(approve()).toHaveAttribute('data-armed')
    await userEvent.tab({ shift: true })
    await expect.element(approve()).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(composer).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('{Enter>3/}')
    expect(entered).not.toHaveBeenCalled()
    await userEvent.keyboard(', and its end{Enter}')
    expect(entered).toHaveBeenCalledOnce()
    expect((composer.element() as HTMLTextAreaElement).value).toContain('half a sentence, and its end')
  })
})

describe('the stylesheet', () => {
  it('aligns right in a right-to-left page, whatever the name of the call', async () => {
    const mock = createMockGateway({ agent: asks })
    const container = chat(mock)
    container.dir = 'rtl'
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    const edgeOf = (part: string): number => {
      const text = document.createRange()
      text.selectNodeContents(container.querySelector(`[data-part="${part}"]`)!)
      return text.getBoundingClientRect().right
    }
    const icon = container.querySelector('[data-part="icon"]')!.getBoundingClientRect()
    expect(icon.left - edgeOf('title')).toBeLessThanOrEqual(16)
    expect(icon.left).toBeGreaterThan(edgeOf('title') - 1)
  })

  it('keeps inactive buttons legible in forced colours', async () => {
    const force = (value: string): Promise<unknown> =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
    await force('active')
    const mock = createMockGateway({ agent: asks, faults: [{ name: 'never_answers' }] })
    const container = chat(mock)
    mock.say('demo', 'go')
    await pressOn(approve())
    const groundOf = (part: string): string =>
      getComputedStyle(container.querySelector(`[data-part="${part}"][aria-disabled]`)!).backgroundColor
    await expect.poll(() => container.querySelector('[data-part="approve"][aria-disabled]')).not.toBeNull()
    // Colours fade.
    await expect.poll(() => groundOf('approve') === groundOf('reject')).toBe(true)
    await force('none')
  })

  it('yields to every rule of the host about a part, also to earlier ones', async () => {
    addStyle("[data-part='approve'] { border-radius: 17px } [data-part='bar'] { padding: 3px }")
    const mock = createMockGateway({ agent: asks })
    const container = chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    expect(getComputedStyle(approve().element()).borderRadius).toBe('17px')
    expect(getComputedStyle(container.querySelector('[data-part="bar"]')!).padding).toBe('3px')
  })

  it('uses the properties of shadcn, and its own before them', async () => {
    addStyle(':root { --primary: rgb(1, 2, 3); --card: rgb(4, 5, 6); --ib-background: rgb(7, 8, 9) }')
    const mock = createMockGateway({ agent: asks })
    const container = chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toHaveAttribute('data-armed')
    await userEvent.hover(page.getByRole('textbox', { name: 'Message' }))
    await expect.poll(() => getComputedStyle(approve().element()).backgroundColor).toBe('rgb(1, 2, 3)')
    expect(getComputedStyle(container.querySelector('[data-part="bar"]')!).backgroundColor).toBe(
      'rgb(7, 8, 9)',
    )
  })

  it('is reported once if it is missing', async () => {
    addStyle('')
    const sheets = [...document.styleSheets].filter((sheet) =>
      [...sheet.cssRules].some((rule) => rule.cssText.includes('intervention-bar')),
    )
    expect(sheets.length).toBeGreaterThan(0)
    for (const sheet of sheets) sheet.disabled = true
    const mock = createMockGateway({ agent: asks })
    chat(mock)
    mock.say('demo', 'go')
    await expect.element(approve()).toBeVisible()
    await expect.poll(() => takeConsole()).toEqual([['warn', expect.stringContaining('IB004')]])
    for (const sheet of sheets) sheet.disabled = false
  })
})

it('the bar has a width of its own in a box that fits its content', async () => {
  const mock = createMockGateway({ agent: asks })
  mock.say('demo', 'go')
  const gateway = createMemoryGateway(mock)
  const { container } = render(
    <GatewayProvider gateway={gateway}>
      <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>
        <InterventionBar conversationId="demo" />
      </div>
    </GatewayProvider>,
  )
  await expect.element(approve()).toBeVisible()
  const widthOfBar = (): number => container.querySelector('[data-part="bar"]')!.getBoundingClientRect().width
  expect(widthOfBar()).toBeGreaterThan(500)
  await page.viewport(320, 640)
  expect(widthOfBar()).toBeGreaterThan(250)
  expect(widthOfBar()).toBeLessThanOrEqual(320)
})
