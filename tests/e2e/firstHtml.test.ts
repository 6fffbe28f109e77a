import {
  agentThatAsks,
  type CallDraft,
  calls,
  createMockGateway,
  type MockGateway,
  questions,
} from 'intervention-bar/mocks'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildServerApp } from './support/buildApp.ts'
import { react18, react19 } from './support/createApp.ts'
import { openFirstHtml } from './support/openFirstHtml.ts'
import { launch } from './support/openPage.ts'
import { serveApp, type ServedApp } from './support/serveApp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Waits until the agent asks. */
async function ask(app: ServedApp, ...asks: readonly CallDraft[]): Promise<MockGateway> {
  const mock = createMockGateway({ agent: agentThatAsks(...asks), paceMs: 2 })
  mock.say('demo', 'Tell Ana')
  app.use(mock)
  const read = async (): Promise<string> => (await fetch(`${app.url}/agent/conversations/demo`)).text()
  await expect.poll(read).toContain('"waiting_for_human"')
  return mock
}
const countOf = (mock: MockGateway, route: string): number =>
  mock.requests.filter((one) => one.route === route).length

const steps = 'cd /srv && git pull && npm ci && npm run build && rm -rf dist/old && systemctl restart chat'
const kinds: readonly { kind: string; width: number; asks: readonly CallDraft[] }[] = [
  { kind: 'a mail', width: 375, asks: [calls.sendMail] },
  { kind: 'a diff', width: 375, asks: [calls.editFile] },
  { kind: 'many steps', width: 760, asks: [{ tool: { name: 'bash' }, args: { command: steps } }] },
  {
    kind: 'a long text',
    width: 375,
    asks: [{ tool: { name: 'sum' }, args: { text: 'word '.repeat(4_000) } }],
  },
  { kind: 'a form', width: 760, asks: [questions.delivery] },
  { kind: 'a form on a phone', width: 375, asks: [questions.delivery] },
  { kind: 'an address', width: 375, asks: [questions.signIn] },
  { kind: 'several calls', width: 375, asks: [calls.pay, calls.sendMail, calls.queryDatabase] },
]

describe.each([
  { version: 'React 19', packages: react19, asked: kinds },
  { version: 'React 18', packages: react18, asked: kinds.filter(({ width }) => width === 760) },
])('a page that Vite built for a server, with $version', ({ packages, asked }) => {
  let app: ServedApp
  beforeAll(async () => {
    app = await serveApp(await buildServerApp('ssr', packages))
  })
  afterAll(() => app?.close())

  it('has the card in its HTML, which decides nothing before the page has read for itself', async () => {
    const mock = await ask(app, calls.sendMail)
    const html = await (await fetch(app.url)).text()
    expect(html).toMatch(/Assistant wants to run .*Send an email.*ana@example\.com.*Approve/s)
    expect(html).not.toMatch(/\sstyle=|data-armed/)

    const { page, complaints, hydrate, paints, close } = await openFirstHtml(browser, app.url)
    const approve = page.getByRole('button', { name: 'Approve', exact: true })
    await approve.click()
    expect(countOf(mock, 'resume')).toBe(0)
    const before = countOf(mock, 'read')
    await hydrate()
    expect(countOf(mock, 'resume')).toBe(0)
    expect(countOf(mock, 'read')).toBe(before + 1)
    const { shift, moved, gaps } = await paints()
    expect({ moved: shift < 0.02 ? [] : moved, gaps }).toEqual({ moved: [], gaps: 0 })

    await page.mouse.move(0, 0)
    await approve.and(page.locator('[data-armed]')).click()
    await page
      .locator('[data-part="bar"]')
      .getByText(/You approved Send an email/)
      .waitFor()
    expect(mock.executions).toHaveLength(1)
    expect(complaints).toEqual([])
    await close()
  })

  it.each(asked)('$kind: nothing moves, goes or warns', async ({ width, asks }) => {
    await ask(app, ...asks)
    const { complaints, hydrate, paints, close } = await openFirstHtml(browser, app.url, width)
    await hydrate()
    const { shift, moved, gaps } = await paints()
    const seen = { moved: shift < 0.02 ? [] : moved, gaps, complaints }
    expect(seen).toEqual({ moved: [], gaps: 0, complaints: [] })
    await close()
  })
})
