import { agentThatAsks, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from './support/buildApp.ts'
import { react19 } from './support/createApp.ts'
import { launch } from './support/openPage.ts'
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

const marks = /ChangedArguments[^/]*\.js/

async function open(isBlocked: boolean): Promise<{ page: Page; mock: MockGateway; fetched: string[] }> {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay', args: { amount: 100 } }) })
  mock.say('demo', 'go')
  app.use(mock)
  const page = await browser.newPage()
  const fetched: string[] = []
  page.on('request', (request) => {
    if (marks.test(request.url())) fetched.push(request.url())
  })
  if (isBlocked) await page.route(marks, (route) => route.abort())
  await page.goto(app.url)
  await page.locator('dd', { hasText: '100' }).waitFor()
  return { page, mock, fetched }
}

it('what marks a change is fetched when a call changes, and not before', async () => {
  const { page, mock, fetched } = await open(false)
  expect(fetched).toEqual([])
  mock.change('demo', 'call_1', { argsText: '{"amount":900}' })
  await page.locator('ins', { hasText: 'Now 900' }).waitFor()
  await page.locator('del', { hasText: 'Before 100' }).waitFor()
  expect(fetched).toHaveLength(1)
  await page.close()
})

it('the new text is shown without it, and can be decided', async () => {
  const { page, mock, fetched } = await open(true)
  mock.change('demo', 'call_1', { argsText: '{"amount":900}' })
  await page.locator('dd', { hasText: '900' }).waitFor()
  await expect.poll(() => fetched.length).toBeGreaterThan(0)
  await page.locator('[data-part="approve"][data-armed]').click()
  await expect.poll(() => mock.executions.map((one) => one.argsText)).toEqual(['{"amount":900}'])
  expect(await page.locator('ins').count()).toBe(0)
  await page.close()
})
