import type { Browser, Locator, Page } from 'playwright'
import { expect } from 'vitest'

/** A chat in a browser, as a person at the keyboard has it. */
export interface OpenChat {
  readonly page: Page
  /** The chat's own field. */
  readonly composer: Locator
  readonly bar: Locator
  /** Console messages of the page, and its requests to other origins. */
  readonly complaints: readonly string[]
  /** Types into the composer and sends, and waits for the question with the focus where it was. */
  ask(text: string): Promise<void>
  /** Goes to a control of the bar by Tab alone. */
  tabTo(part: string): Promise<void>
  /** Presses a button of the bar by the keyboard, once a press counts. */
  press(part: 'approve' | 'reject_continue'): Promise<void>
  close(): Promise<void>
}

const patience = 150_000
const isHere = ({ hostname, protocol }: URL): boolean => hostname === '127.0.0.1' || protocol === 'data:'

/** Opens a chat in a browser that reaches nobody but this machine. */
export async function openChat(browser: Browser, url: string): Promise<OpenChat> {
  const context = await browser.newContext({ viewport: { width: 760, height: 720 }, colorScheme: 'light' })
  context.setDefaultTimeout(patience)
  const complaints: string[] = []
  await context.route(
    (to) => !isHere(to),
    (route) => {
      complaints.push(`request: ${route.request().url()}`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(url)
  const composer = page.locator('textarea:visible, input:visible').last()
  const bar = page.locator('[data-part="bar"]')

  async function tabTo(part: string): Promise<void> {
    const target = bar.locator(`[data-part="${part}"]`)
    const wayTo = (): Promise<'here' | 'Tab' | 'Shift+Tab'> =>
      target.evaluate((element) => {
        const focused = document.activeElement ?? document.body
        if (element.contains(focused)) return 'here'
        const comes = element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_PRECEDING
        return comes ? 'Tab' : 'Shift+Tab'
      })
    for (let way = await wayTo(); way !== 'here'; way = await wayTo()) await page.keyboard.press(way)
  }
  return {
    page,
    composer,
    bar,
    complaints,
    ask: async (text) => {
      await composer.click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await bar.locator('[data-part="approve"][data-armed]').waitFor()
      expect(await composer.evaluate((element) => element === document.activeElement)).toBe(true)
    },
    tabTo,
    press: async (part) => {
      await tabTo(part)
      await bar.locator(`[data-part="${part}"][data-armed]`).waitFor()
      await page.keyboard.press('Enter')
    },
    close: () => context.close(),
  }
}
