import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agentThatAsks, calls, createMockGateway, type Fault, type MockGateway } from 'intervention-bar/mocks'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { holdResumes } from '../support/holdResumes.ts'
import { buildApp } from './support/buildApp.ts'
import { react18, react19 } from './support/createApp.ts'
import { launch, openPage, type WatchedPage } from './support/openPage.ts'
import { serveApp, type ServedApp } from './support/serveApp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const ask = (...faults: Fault[]): MockGateway => {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail), faults, paceMs: 2 })
  mock.say('demo', 'Tell Ana')
  return mock
}
const resumes = (mock: MockGateway): number => mock.requests.filter((one) => one.route === 'resume').length
/** The button, once a press on it would count. */
const button = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).and(page.locator('[data-armed]')).first()
/** Presses as a person would: once more, if the page had just moved and the press did not count. */
async function press(page: Page, name: string, mock: MockGateway): Promise<void> {
  const before = resumes(mock)
  await pressUntil(page, name, () => resumes(mock) === before + 1)
}
async function pressUntil(
  page: Page,
  name: string,
  isTaken: () => boolean | Promise<boolean>,
): Promise<void> {
  const options = { timeout: 120_000, interval: 100 }
  await vi.waitFor(async () => {
    if (!(await isTaken())) await button(page, name).click()
    await expect.poll(isTaken, { timeout: 3_000 }).toBe(true)
  }, options)
}
async function isIdle(page: Page): Promise<void> {
  await expect.poll(() => page.getByTestId('busy').textContent()).toBe('idle')
}
const shows = (page: Page, text: RegExp) =>
  page.locator('[data-part="bar"]').getByText(text).first().waitFor()

/** Every story of the chat, in whatever app it stands. */
function everyStory(app: () => ServedApp, query = ''): void {
  const visit = async (mock: MockGateway): Promise<WatchedPage> => {
    app().use(mock)
    return openPage(browser, `${app().url}/${query}`)
  }

  it.each([
    ['Approve', /You approved Send an email/, 1],
    ['Reject and stop', /You rejected Send an email/, 0],
    ['Reject and continue', /It has not run/, 0],
  ] as const)('%s', async (name, receipt, ran) => {
    const mock = ask()
    const { page, complaints, close } = await visit(mock)
    await press(page, name, mock)
    await shows(page, receipt)
    await isIdle(page)
    expect(resumes(mock)).toBe(1)
    expect(mock.executions).toHaveLength(ran)
    expect(complaints).toEqual([])
    await close()
  })

  it('fails, says so, and succeeds on the second try', async () => {
    const mock = ask({ name: 'refused' })
    const { page, complaints, close } = await visit(mock)
    await press(page, 'Approve', mock)
    await shows(page, /Nothing has run\./)
    await isIdle(page)
    expect(resumes(mock)).toBe(1)
    await press(page, 'Try again', mock)
    await shows(page, /You approved Send an email/)
    await isIdle(page)
    expect(mock.executions).toHaveLength(1)
    expect(complaints).toEqual([])
    await close()
  })

  it('is decided after a reload', async () => {
    const mock = ask()
    const { page, complaints, close } = await visit(mock)
    await button(page, 'Approve').waitFor()
    await page.reload()
    await press(page, 'Approve', mock)
    await shows(page, /You approved Send an email/)
    await isIdle(page)
    expect(resumes(mock)).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })
}

/** The ways in which the provider finds its client. */
const own = ['with a client of its own, in strict mode', '?host=plain&strict'] as const
const hosts = [['without a client of its own', ''], own, ['with hostile defaults', '?host=hostile']] as const

// On the older React one of them is enough.
describe.each([
  ['React 19', react19, '19.', hosts],
  ['React 18.3', react18, '18.3', [own]],
])('an app on %s, under the strictest policy', (_name, packages, version, hosted) => {
  let app: ServedApp
  beforeAll(async () => {
    app = await serveApp({ folder: await buildApp('chat', packages) })
  })
  afterAll(() => app.close())

  it('runs on that React', async () => {
    app.use(ask())
    const { page, close } = await openPage(browser, app.url)
    expect(await page.getByTestId('react').textContent()).toContain(version)
    await close()
  })

  describe.each(hosted)('%s', (_host, query) => {
    everyStory(() => app, query)
  })

  it('writes no argument to disk', async () => {
    const mock = ask()
    app.use(mock)
    const { page, close } = await openPage(browser, `${app.url}/?host=hostile`)
    await press(page, 'Approve', mock)
    await shows(page, /You approved/)
    const disk = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    )
    expect(disk).toContain('intervention-bar')
    expect(disk).not.toContain('ana@example.com')
    await close()
  })

  it('sends one resume from two bars and a button on its own', async () => {
    const mock = ask()
    const { mock: held, letGo } = holdResumes(mock)
    app.use(held)
    const { page, complaints, close } = await openPage(browser, `${app.url}/?surfaces`)
    await page.getByRole('button', { name: 'Approve alone' }).scrollIntoViewIfNeeded()
    const approving = page.getByRole('button', { name: 'Approving…' })
    await pressUntil(page, 'Approve alone', async () => (await approving.count()) === 2)
    for (const one of await approving.all()) await one.click({ force: true })
    letGo()
    await shows(page, /You approved/)
    expect(resumes(mock)).toBe(1)
    expect(await page.locator('body').getAttribute('data-resumed')).toBe('1')
    expect(complaints).toEqual([])
    await close()
  })
})

describe('the sample of the README, in an app without TanStack Query', () => {
  let app: ServedApp
  beforeAll(async () => {
    const readme = readFileSync('README.md', 'utf8')
    const samples = [...readme.matchAll(/```tsx\n([\s\S]*?)```/g)].map(([, text]) => text!)
    const sample = samples.find((text) => text.includes('export function Chat'))!
    const host = `import { useBusy } from 'intervention-bar'
const Messages = () => <p data-testid="busy">{useBusy('demo').isBusy ? 'busy' : 'idle'}</p>
const Composer = () => <textarea aria-label="Message" />
`
    const folder = await buildApp('bare', react19, (root) =>
      writeFileSync(join(root, 'Chat.tsx'), `${host}${sample.replace('/api/agent', '/agent')}`),
    )
    app = await serveApp({ folder })
  })
  afterAll(() => app.close())

  everyStory(() => app)

  it('keeps its colours after the bundler has rewritten the stylesheet', async () => {
    app.use(ask())
    const { page, close } = await openPage(browser, app.url)
    await page.getByRole('button', { name: 'Approve' }).waitFor()
    const looks = await page.evaluate(() => {
      const of = (part: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector(`[data-part="${part}"]`)!)
      document.querySelector<HTMLElement>('[data-part="reject"]')?.focus({ focusVisible: true })
      const { color, outlineStyle, outlineColor } = of('reject')
      const { color: onFill, backgroundColor: fill } = of('approve')
      return {
        color,
        outlineStyle,
        outlineColor,
        onFill,
        fill,
        ground: of('reject_continue').backgroundColor,
      }
    })
    expect(looks.outlineStyle).toBe('solid')
    expect(looks.onFill).not.toBe(looks.color)
    expect(looks.fill).not.toBe(looks.ground)
    expect(looks.outlineColor).not.toBe(looks.color)
    await close()
  })

  it('brings a stylesheet without any data: image', () => {
    const css = readFileSync('dist/styles.css', 'utf8')
    expect(css).not.toMatch(/data:|url\(/)
  })
})
