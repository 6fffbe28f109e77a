import { agentThatAsks, createMockGateway } from 'intervention-bar/mocks'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildForSpeed } from '../e2e/support/buildApp.ts'
import { longArguments } from '../support/longArguments.ts'
import { launch } from '../e2e/support/openPage.ts'
import { openTraced } from '../e2e/support/openTraced.ts'
import { serveApp, type ServedApp } from '../e2e/support/serveApp.ts'

let browser: Browser
let app: ServedApp
beforeAll(async () => {
  browser = await launch()
  app = await serveApp({ folder: await buildForSpeed('chat') })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

it.each(Object.entries(longArguments))(
  '%s, by read: how long the page is kept busy at a time',
  async (title, argsText) => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'dump', argsText: argsText() }) })
    mock.say('demo', 'go')
    app.use(mock)
    const { page, trace, close } = await openTraced(browser, app.url)
    const { ms, beats, longTasks } = await trace()
    await page.locator('[data-part="reject"][data-armed]').waitFor()
    const longest = Math.max(0, ...longTasks)
    process.stdout.write(
      `\n${title}: explained ${ms.toFixed(0)} ms after the bar is there, in ${beats} steps or more; ` +
        `${longTasks.length} tasks over 50 ms, the longest ${longest.toFixed(0)} ms\n`,
    )
    expect(mock.read('demo').interventions[0]?.status).toBe('pending')
    await close()
  },
  120_000,
)
