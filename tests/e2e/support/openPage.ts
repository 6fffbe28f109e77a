import { type Browser, chromium, type Page } from 'playwright'
import { chromiumFlags, findChromium } from '../../support/chromium.mjs'

/** A page, and everything it complained about. */
export interface WatchedPage {
  readonly page: Page
  /** Policy violations, errors and console messages, without those of failed requests, which tests cause. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** The browser of a test file. */
export function launch(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({ args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) })
}

/** Opens a page that keeps a list of its complaints. */
export async function openPage(browser: Browser, url: string): Promise<WatchedPage> {
  const context = await browser.newContext()
  // A busy machine is no failure.
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const isAboutARequest = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isAboutARequest) complaints.push(message.text())
  })
  await page.exposeFunction('onViolation', (text: string) => complaints.push(`violation: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      ;(globalThis as unknown as { onViolation(text: string): void }).onViolation(
        `${violatedDirective} ${blockedURI} ${sample}`,
      )
    })
  })
  await page.goto(url)
  return { page, complaints, close: () => context.close() }
}
