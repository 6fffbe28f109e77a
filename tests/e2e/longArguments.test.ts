import { agentThatAsks, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from './support/buildApp.ts'
import { react19 } from './support/createApp.ts'
import { longArguments } from '../support/longArguments.ts'
import { launch } from './support/openPage.ts'
import { openTraced } from './support/openTraced.ts'
import { serveApp, type ServedApp } from './support/serveApp.ts'

let browser: Browser
let app: ServedApp
beforeAll(async () => {
  browser = await launch()
  app = await serveApp({ folder: await buildApp('chat', react19) })
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

function asked(argsText: string): MockGateway {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: 'dump', argsText }) })
  mock.say('demo', 'go')
  app.use(mock)
  return mock
}

it.each(Object.entries(longArguments))('%s can be decided', async (title, argsText) => {
  const mock = asked(argsText())
  const { page, trace, close } = await openTraced(browser, app.url)
  const { beats, longTasks } = await trace()
  // One text is read in one task, however long it is; levels are read in several.
  if (title.includes('levels')) expect(beats + longTasks.length).toBeGreaterThan(1)
  await page.locator('[data-part="reject"][data-armed]').click()
  await expect.poll(() => mock.read('demo').interventions[0]?.status).toBe('rejected')
  expect(mock.executions).toEqual([])
  await close()
})
