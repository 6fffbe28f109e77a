import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { agentThatAsks, calls, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import '../support/cleanup.ts'

async function bar(theme: Readonly<Record<string, string>> = {}): Promise<HTMLElement> {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail) })
  mock.open('demo')
  const { container } = render(
    <div {...theme}>
      <GatewayProvider gateway={createMemoryGateway(mock)}>
        <InterventionBar conversationId="demo" />
      </GatewayProvider>
    </div>,
  )
  mock.say('demo', 'go')
  await expect.poll(() => container.querySelector('[data-part="preview"]')).toBeTruthy()
  return container.querySelector<HTMLElement>('[data-part="bar"]')!
}

const part = (root: HTMLElement, name: string): HTMLElement => root.querySelector(`[data-part="${name}"]`)!

/** As if the system asked for it. */
async function prefer(name: string, value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
}

beforeEach(async () => {
  document.body.style.margin = '0'
  await page.viewport(760, 700)
})
afterEach(async () => {
  document.documentElement.style.fontSize = ''
  await cdp().send('Emulation.setEmulatedMedia', { features: [] })
})

it('is closer or roomier, with buttons that can be hit', async () => {
  const heights = []
  for (const density of ['compact', 'as it is', 'comfortable']) {
    const one = await bar({ 'data-density': density })
    for (const button of one.querySelectorAll('[data-part="decisions"] button'))
      expect(Math.round(button.getBoundingClientRect().height)).toBeGreaterThanOrEqual(32)
    heights.push(one.getBoundingClientRect().height)
  }
  expect(heights.toSorted((one, other) => one - other)).toEqual(heights)
  expect(new Set(heights).size).toBe(3)
})

it.each([
  ['by the system', {}],
  ['by the page', { 'data-contrast': 'more' }],
])('rule E4: has quiet words in full contrast, where that is asked for %s', async (_by, theme) => {
  if (!('data-contrast' in theme)) await prefer('prefers-contrast', 'more')
  const one = await bar(theme)
  const colour = (element: HTMLElement): string => getComputedStyle(element).color
  expect(colour(part(one, 'why_label'))).toBe(colour(one))
  expect(colour(part(one, 'raw_toggle'))).toBe(colour(one))
})

it('rule E6: moves nothing where less motion is asked for', async () => {
  await prefer('prefers-reduced-motion', 'reduce')
  const one = await bar()
  part(one, 'approve').focus()
  part(one, 'reason_open').click()
  await expect.poll(() => one.querySelector('textarea')).toBeTruthy()
  expect(one.getAnimations({ subtree: true })).toEqual([])
})

it('draws nothing that can be seen through where that is asked for', async () => {
  await page.viewport(320, 480)
  await prefer('prefers-reduced-transparency', 'reduce')
  const one = await bar()
  await expect.poll(() => part(one, 'well').dataset['more']).toBe('')
  const fade = getComputedStyle(part(one, 'well'), '::after')
  expect(fade.backgroundImage).toBe('none')
})

it.each([
  ['320 x 256', 320, 256, '100%'],
  ['640 x 360 with text of twice the size', 640, 360, '200%'],
  ['1280 x 720', 1280, 720, '100%'],
])(
  'rule E1: at %s nothing is beside the page, and each button can be reached',
  async (_name, width, height, size) => {
    await page.viewport(width, height)
    document.documentElement.style.fontSize = size
    const one = await bar()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    for (const button of one.querySelectorAll('button')) {
      if (!button.checkVisibility()) continue
      button.focus()
      const { left, right, top, bottom } = button.getBoundingClientRect()
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(width)
      const at = document.elementFromPoint(
        (left + right) / 2,
        (Math.max(top, 0) + Math.min(bottom, height)) / 2,
      )
      expect(button.contains(at)).toBe(true)
    }
  },
)
