import { agentThatAsks, calls, createMockGateway, type Fault, type MockGateway } from 'intervention-bar/mocks'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HeldMock, holdResumes } from '../support/holdResumes.ts'
import { buildApp } from './support/buildApp.ts'
import { react19 } from './support/createApp.ts'
import { launch } from './support/openPage.ts'
import { serveApp, type ServedApp } from './support/serveApp.ts'

let browser: Browser
let app: ServedApp
let context: BrowserContext
beforeAll(async () => {
  browser = await launch()
  app = await serveApp({ folder: await buildApp('chat', react19) })
})
afterEach(() => context.close())
afterAll(async () => {
  await browser.close()
  await app.close()
})

function ask(...faults: Fault[]): MockGateway {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail), faults, paceMs: 2 })
  mock.say('demo', 'Tell Ana')
  app.use(mock)
  return mock
}
function askAndHold(...faults: Fault[]): HeldMock {
  const held = holdResumes(ask(...faults))
  app.use(held.mock)
  return held
}
/** So many tabs of one browser, on the same chat. */
async function openTabs(
  count: number,
  before: () => void = () => undefined,
  query = '',
): Promise<readonly Page[]> {
  context = await browser.newContext({ permissions: ['notifications'] })
  context.setDefaultTimeout(120_000)
  await context.addInitScript(before)
  return Promise.all(
    Array.from({ length: count }, async () => {
      const page = await context.newPage()
      await page.goto(app.url + query)
      return page
    }),
  )
}
const approve = (page: Page): Locator => page.locator('[data-part="approve"][data-armed]')
const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('[data-part="bar"]').getByText(text).first().waitFor()
const resumes = (mock: MockGateway): (string | null)[] =>
  mock.requests.filter((one) => one.route === 'resume').map((one) => one.requestId)
/** The same press in every tab, as near to the same instant as they come. */
async function pressEverywhere(pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => approve(page).waitFor()))
  await Promise.all(pages.map((page) => approve(page).evaluate((button: HTMLElement) => button.click())))
}

describe('two tabs of one browser', () => {
  it('A11: send one decision, even if both are pressed at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mock = ask({ name: 'slow', ms: 100, acts: true })
      const tabs = await openTabs(2)
      await pressEverywhere(tabs)
      await Promise.all(tabs.map((tab) => shows(tab, /You approved Send an email/)))
      expect(resumes(mock)).toHaveLength(1)
      expect(mock.executions).toHaveLength(1)
      if (round < 4) await context.close()
    }
  })

  it('show the decision of the other one as it happens, and its outcome', async () => {
    const { mock, letGo } = askAndHold()
    const [one, other] = (await openTabs(2)) as [Page, Page]
    await approve(other).waitFor()
    await approve(one).click()
    await shows(other, 'Being decided in another tab…')
    letGo()
    await shows(other, /You approved Send an email/)
    expect(resumes(mock)).toHaveLength(1)
  })

  it('are free again when the other one fails', async () => {
    const { mock, letGo } = askAndHold({ name: 'refused' })
    const [one, other] = (await openTabs(2)) as [Page, Page]
    await approve(other).waitFor()
    await approve(one).click()
    await shows(other, 'Being decided in another tab…')
    letGo()
    await shows(one, /You don't have permission/)
    await other.getByText('Being decided in another tab…').waitFor({ state: 'detached' })
    await approve(other).click()
    await shows(one, /You approved|approved Send an email/)
    expect(mock.executions).toHaveLength(1)
  })

  it('call once for what waits while nobody looks, and take the call back once it is decided', async () => {
    const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail), paceMs: 2 })
    mock.open('demo')
    app.use(mock)
    const watchNotices = (): void => {
      document.hasFocus = () => false
      const count = (name: string): void => {
        localStorage.setItem(`${name} ${crypto.randomUUID()}`, '')
      }
      globalThis.Notification = class extends Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options)
          count(`shown ${title}`)
        }
        override close(): void {
          super.close()
          count('closed')
        }
      }
    }
    const tabs = (await openTabs(2, watchNotices, '?attention')) as [Page, Page]
    const noted = (): Promise<readonly string[]> =>
      tabs[0].evaluate(() => Object.keys(localStorage).map((key) => key.replace(/ \S+$/, '')))
    mock.say('demo', 'Tell Ana')
    await Promise.all(tabs.map((tab) => tab.waitForFunction(() => document.title.startsWith('(1)'))))
    await expect.poll(noted, { timeout: 60_000 }).toEqual(['shown Needs your answer: Send an email'])
    // The other tab has had its time too.
    await tabs[1].waitForTimeout(1_000)
    expect(await noted()).toHaveLength(1)
    mock.decideElsewhere('demo', 'call_1', 'rejected', { id: 'maya', name: 'Maya' })
    await expect.poll(noted, { timeout: 60_000 }).toContain('closed')
    expect((await noted()).filter((one) => one.startsWith('shown'))).toHaveLength(1)
  })

  it('decide once through the server if the browser has neither locks nor channels', async () => {
    const mock = ask({ name: 'slow', ms: 100, acts: true, times: 2 })
    const tabs = await openTabs(2, () => {
      Object.defineProperty(navigator, 'locks', { value: undefined })
      Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined })
    })
    await pressEverywhere(tabs)
    await Promise.all(tabs.map((tab) => shows(tab, /approved Send an email/)))
    expect(mock.executions).toHaveLength(1)
  })

  it('decide if the browser has locks but denies them', async () => {
    const mock = ask()
    const [tab] = (await openTabs(1, () => {
      navigator.locks.request = () => Promise.reject(new DOMException('No.', 'SecurityError'))
    })) as [Page]
    await approve(tab).click()
    await shows(tab, /You approved Send an email/)
    expect(resumes(mock)).toHaveLength(1)
  })
})

describe('six tabs, whose streams use all connections of the browser', () => {
  it('still send a decision', async () => {
    const mock = ask()
    const tabs = await openTabs(6)
    await expect.poll(() => mock.streams()).toBe(6)
    const last = tabs[5]!
    await approve(last).click()
    const pressed = Date.now()
    await expect.poll(() => mock.executions.length).toBe(1)
    process.stdout.write(`six tabs: the decision arrived ${Date.now() - pressed} ms after the press\n`)
    await Promise.all(tabs.map((tab) => shows(tab, /You approved Send an email/)))
    await expect.poll(() => mock.streams()).toBe(6)
    expect(resumes(mock)).toHaveLength(1)
  })
})

describe('a page that is reloaded while its decision is in flight', () => {
  it('shows the outcome', async () => {
    const mock = ask({ name: 'never_answers', acts: true })
    const [page] = (await openTabs(1)) as [Page]
    await approve(page).waitFor()
    mock.fault({ name: 'silences_stream' })
    await approve(page).click()
    await expect.poll(() => mock.executions.length).toBe(1)
    await page.reload()
    await shows(page, /You approved Send an email/)
    expect(resumes(mock)).toHaveLength(1)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  it('says that it may still arrive, sends nothing by itself, and continues under the same request id', async () => {
    const mock = ask({ name: 'never_answers' })
    const [page] = (await openTabs(1)) as [Page]
    await approve(page).click()
    await expect.poll(() => resumes(mock)).toHaveLength(1)
    await page.reload()
    await shows(page, 'Your earlier decision may still arrive. Until then you can decide again.')
    expect(await page.getByTestId('busy').textContent()).toBe('idle')
    await page.waitForTimeout(1_500)
    expect(resumes(mock)).toHaveLength(1)
    await approve(page).click()
    await shows(page, /You approved Send an email/)
    expect(new Set(resumes(mock)).size).toBe(1)
    expect(mock.executions).toHaveLength(1)
  })

  it('sends another decision as another intent, after a read', async () => {
    const mock = ask({ name: 'never_answers' })
    const [page] = (await openTabs(1)) as [Page]
    await approve(page).click()
    await expect.poll(() => resumes(mock)).toHaveLength(1)
    await page.reload()
    await shows(page, /earlier decision may still arrive/)
    await page.locator('[data-part="reject"][data-armed]').click()
    await shows(page, /You rejected Send an email/)
    expect(new Set(resumes(mock)).size).toBe(2)
    expect(mock.executions).toEqual([])
  })

  it('does not keep the reason of a rejection, and sends it as another intent', async () => {
    const mock = ask({ name: 'never_answers' })
    const [page] = (await openTabs(1)) as [Page]
    await page.getByRole('button', { name: /what to do instead/ }).click()
    await page.getByRole('textbox', { name: /what to do instead/ }).fill('Ana must not know')
    await page.locator('[data-part="reject_continue"][data-armed]').click()
    await expect.poll(() => resumes(mock)).toHaveLength(1)
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/Ana|example/)
    await page.reload()
    await page.locator('[data-part="reject_continue"][data-armed]').click()
    await shows(page, /You rejected Send an email/)
    expect(new Set(resumes(mock)).size).toBe(2)
  })
})
