import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage, openWindow, settle } from './support/camera.ts'

const url = inject('url')
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Styles = Readonly<Record<string, string>>

/** What a host may say of its text, and the bar inherits. */
const inherited = [
  'font-family',
  'font-synthesis',
  'text-rendering',
  'tab-size',
  'color-scheme',
  '-webkit-font-smoothing',
  '-webkit-tap-highlight-color',
  'text-size-adjust',
]

/** The styles and boxes of the bar and of everything in it, in the order of the document. */
async function drawnAt(
  query: string,
): Promise<readonly { readonly name: string; readonly styles: Styles }[]> {
  // Pages of one window would tell each other of their decisions.
  const window = await openWindow(browser, { width: 760, height: 720 })
  const page = await openPage(window, `${url}?${query}`)
  await page.locator('[data-reached]').waitFor()
  // The name `--border` is the host's to say.
  await page.addStyleTag({ content: ':root { --border: initial !important }' })
  await settle(page)
  const drawn = await page.evaluate((left) => {
    const bar = document.querySelector('[data-part="bar"]')!
    const corner = bar.getBoundingClientRect()
    const all = [bar, ...bar.querySelectorAll('*'), ...document.querySelectorAll('[data-part="menu"] *')]
    return all.map((one) => {
      const styles: Record<string, string> = {}
      const { x, y, width, height } = one.getBoundingClientRect()
      // What is around the bar may be larger: what is in the bar is measured from its corner.
      const isSeen = width > 1
      for (const pseudo of [undefined, '::before', '::after']) {
        const computed = getComputedStyle(one, pseudo)
        if (pseudo && computed.content === 'none') continue
        for (const name of computed) {
          if (name.startsWith('--') || left.some((known) => name.startsWith(known))) continue
          if (/absolute|fixed/.test(computed.position) && /^(top|bottom|inset-block)/.test(name)) continue
          styles[`${pseudo ?? ''}${name}`] = computed.getPropertyValue(name)
        }
      }
      const place = isSeen ? [x - corner.x, y - corner.y] : []
      styles['box'] = [...place, width, height].map((side) => side.toFixed(1)).join(' ')
      const part = one.closest('[data-part]')!.getAttribute('data-part')
      return { name: `${part} ${one.localName}`, styles }
    })
  }, inherited)
  await window.close()
  return drawn
}

const states = [
  'waiting',
  'may_destroy',
  'several',
  'failed',
  'changed',
  'expiring',
  'receipts',
  'menu',
] as const
const resets = [
  'vite-6',
  'vite-6&first',
  'vite-9',
  'tailwind',
  'tailwind&first',
  'mui',
  'harsh',
  'harsh&first',
] as const

describe.each(states)('the bar that is %s', (state) => {
  let drawnAlone: ReturnType<typeof drawnAt> | undefined
  it.concurrent.each(resets)('is drawn the same with the rules of %s', async (reset) => {
    const alone = await (drawnAlone ??= drawnAt(`state=${state}`))
    const there = await drawnAt(`state=${state}&reset=${reset}`)
    expect(there.map(({ name }) => name)).toEqual(alone.map(({ name }) => name))
    const changed = there.flatMap(({ name, styles }, index) =>
      Object.entries(alone[index]!.styles)
        .filter(([property, value]) => styles[property] !== value)
        .map(([property, value]) => `${name} { ${property}: ${value} -> ${styles[property]} }`),
    )
    expect(changed.slice(0, 40)).toEqual([])
  })
})
