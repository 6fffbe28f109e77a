import {
  agentThatAsks,
  type CallDraft,
  calls,
  createMockGateway,
  type MockGateway,
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
async function ask(app: ServedApp, call: CallDraft): Promise<MockGateway> {
  const mock = createMockGateway({ agent: agentThatAsks(call), paceMs: 2 })
  mock.say('demo', 'Tell Ana')
  app.use(mock)
  const read = async (): Promise<string> => (await fetch(`${app.url}/agent/conversations/demo`)).text()
  await expect.poll(read).toContain('"waiting_for_human"')
  return mock
}
const asked = (mock: MockGateway, route: string): number =>
  mock.requests.filter((one) => one.route === route).length

describe.each([
  ['React 19', react19],
  ['React 18', react18],
])('a page that Vite built for a server, with %s', (_version, packages) => {
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
    expect(asked(mock, 'resume')).toBe(0)
    const before = asked(mock, 'read')
    await hydrate()
    expect(asked(mock, 'resume')).toBe(0)
    expect(asked(mock, 'read')).toBe(before + 1)
    const { shift, gaps } = await paints()
    expect({ isStill: shift < 0.02, gaps }).toEqual({ isStill: true, gaps: 0 })

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

  it.each(['sendMail', 'editFile'] as const)('%s on a phone: nothing moves, goes or warns', async (name) => {
    await ask(app, calls[name])
    const { complaints, hydrate, paints, close } = await openFirstHtml(browser, app.url, 375)
    await hydrate()
    const { shift, gaps } = await paints()
    expect({ isStill: shift < 0.02, gaps, complaints }).toEqual({ isStill: true, gaps: 0, complaints: [] })
    await close()
  })
})
