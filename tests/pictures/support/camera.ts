import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { digestOf, type DrawnWith, type Measures } from './album.ts'
import { readPng } from './picture.ts'
import { inject } from 'vitest'

/** The browser that draws, which is one for all tests. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'))
}

/** A window with a fixed time, so that no clock in a picture moves. */
export function openWindow(
  browser: Browser,
  { width, height, scale = 1 }: { readonly width: number; readonly height: number; readonly scale?: number },
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    hasTouch: width < 480,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
}

const requestsOf = new WeakMap<Page, { open: number; ended: number }>()

/** Opens a page whose clock stands still. */
export async function openPage(window: BrowserContext, url: string): Promise<Page> {
  const page = await window.newPage()
  const requests = { open: 0, ended: 0 }
  const end = (): void => {
    requests.open -= 1
    requests.ended += 1
  }
  requestsOf.set(page, requests)
  page.on('request', () => (requests.open += 1))
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  await page.addInitScript(
    (now) => {
      const { Date: RealDate } = globalThis
      globalThis.Date = class extends RealDate {
        constructor(...given: ConstructorParameters<DateConstructor> | []) {
          super(...((given.length > 0 ? given : [now]) as [number]))
        }
        static override now = (): number => now
      } as DateConstructor
    },
    Date.UTC(2026, 8, 30, 10, 42),
  )
  await page.goto(url)
  return page
}

/** The browser, and a line of letters as it draws them. */
export async function readDrawnWith(browser: Browser, url: string): Promise<DrawnWith> {
  const window = await openWindow(browser, { width: 480, height: 64 })
  const page = await openPage(window, `${url}letters.html`)
  await page.evaluate(() => document.fonts.ready)
  const letters = digestOf(readPng(await page.screenshot()))
  await window.close()
  return { chromium: Number.parseInt(browser.version(), 10), letters }
}

/** Waits until nothing is about to be drawn any more: a part that is still fetched would be drawn later. */
export async function settle(page: Page): Promise<void> {
  const requests = requestsOf.get(page)!
  let ended: number
  do {
    ended = requests.ended
    await drawFourFrames(page)
  } while (requests.open > 0 || requests.ended !== ended)
}

async function drawFourFrames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    let still = 0
    let before = ''
    while (still < 4) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const { innerHTML, scrollHeight } = document.body
      const boxes = [...document.querySelectorAll('[data-part="bar"], [data-part="arguments"]')].map((one) =>
        JSON.stringify(one.getBoundingClientRect()),
      )
      const now = `${innerHTML}${scrollHeight}${boxes.join('')}`
      still = now === before ? still + 1 : 0
      before = now
    }
  })
}

/** Takes a picture of the bar, of what it opens and of the composer, and measures the parts. */
export async function takePicture(
  page: Page,
): Promise<{ readonly file: Uint8Array; readonly measures: Measures }> {
  await settle(page)
  const { clip, measures } = await page.evaluate(() => {
    const boxOf = (one: Element): DOMRect => one.getBoundingClientRect()
    const isDrawn = (one: Element): boolean =>
      one.checkVisibility({ checkVisibilityCSS: true }) && boxOf(one).width > 1 && boxOf(one).height > 1
    const bar = document.querySelector('[data-part="bar"], [data-part="intervention"]')!
    const parts = [...document.querySelectorAll('[data-part]')].filter(isDrawn)
    const shown = [
      ...parts,
      ...document.querySelectorAll('.chat-composer, textarea, input, body > [role="status"]'),
    ].filter(isDrawn)
    const top = Math.min(...shown.map((one) => boxOf(one).top).filter((one) => one > 0)) - 16
    const counts = new Map<string, number>()
    const entries = parts
      .filter((one) => one === bar || one.matches('button, [data-part="arguments"], [data-part="footer"]'))
      .map((one) => {
        const name = one.getAttribute('data-part')!
        const count = counts.get(name) ?? 0
        counts.set(name, count + 1)
        const { left, top: y, width, height } = boxOf(one)
        const box = [left, y, width, height].map((side) => Math.round(side))
        return [count === 0 ? name : `${name} ${count + 1}`, box] as const
      })
    const clipTop = Math.max(0, Math.floor(top))
    return {
      clip: { x: 0, y: clipTop, width: innerWidth, height: innerHeight - clipTop },
      measures: Object.fromEntries(entries) as Record<string, [number, number, number, number]>,
    }
  })
  const file = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  return { file, measures }
}
