import { agentThatAsks, createMockGateway } from 'intervention-bar/mocks'
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

const form = /Editor[^/]*\.js/

it('works as code while the form cannot be fetched, and tries again', async () => {
  const tool = { name: 'pay', inputSchema: { properties: { amount: { type: 'integer', title: 'Amount' } } } }
  const mock = createMockGateway({
    agent: agentThatAsks({ tool, argsText: '{"amount": 100}', editable: true }),
  })
  mock.say('demo', 'go')
  app.use(mock)
  const page: Page = await browser.newPage()
  let asked = 0
  await page.route(form, (route) => {
    asked += 1
    return route.abort()
  })
  await page.goto(app.url)
  await page.locator('[data-part="more"]').click()
  expect(asked).toBe(0)
  await page.getByRole('menuitem', { name: 'Edit before approving' }).click()
  const note = page.locator('[data-part="not_loaded"]')
  await note.getByText("Part of this couldn't be loaded. You can go on without it.").waitFor()
  const code = page.getByRole('textbox', { name: 'Arguments' })
  expect(await code.evaluate((element) => element === document.activeElement)).toBe(true)
  await code.fill('{"amount": 200}')
  await note.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => asked).toBe(2)
  await note.getByRole('button', { name: 'Try again' }).waitFor()
  await page.unroute(form)
  await note.getByRole('button', { name: 'Try again' }).click()
  // The view that was open stays.
  await page.getByRole('button', { name: 'Form' }).click()
  expect(await page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('200')
  expect(await note.count()).toBe(0)
  await page.locator('[data-part="approve"][data-armed]').click()
  await expect.poll(() => mock.executions.map((one) => one.argsText)).toEqual(['{"amount": 200}'])
  await page.close()
})
