import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { agentThatAsks, calls, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createApp, react19 } from './support/createApp.ts'
import { openFirstHtml } from './support/openFirstHtml.ts'
import { launch, openPage } from './support/openPage.ts'
import { serveApp, type ServedApp } from './support/serveApp.ts'

let browser: Browser
let next: ChildProcess
let app: ServedApp
const ask = (): MockGateway => {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail), paceMs: 2 })
  mock.say('demo', 'Tell Ana')
  return mock
}

beforeAll(async () => {
  const root = createApp('next', {
    ...react19,
    next: 'next',
    typescript: 'typescript-5',
    '@types/node': '@types/node',
    '@types/react': '@types/react',
    '@types/react-dom': '@types/react-dom',
  })
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  await promisify(execFile)(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    env,
  })
  const port = await freePort()
  next = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      cwd: root,
      env,
      stdio: 'ignore',
    },
  )
  await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/`), { timeout: 30_000, interval: 100 })
  app = await serveApp({ port })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
  const gone = new Promise((resolve) => next?.once('exit', resolve))
  if (next?.kill()) await gone
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

it.each(['/', '/card', '/hydrated'])('%s is prerendered without a style attribute', async (path) => {
  app.use(ask())
  const html = await (await fetch(app.url + path)).text()
  expect(html).toContain('aria-live="polite"')
  expect(html).not.toMatch(/\sstyle=/)
})

it.each([
  ['Approve', /You approved Send an email/, 1],
  ['Reject and stop', /You rejected Send an email/, 0],
  ['Reject and continue', /It has not run/, 0],
] as const)('hydrates without a warning and decides: %s', async (name, receipt, ran) => {
  const mock = ask()
  app.use(mock)
  const { page, complaints, close } = await openPage(browser, app.url)
  await page.getByRole('button', { name, exact: true }).and(page.locator('[data-armed]')).click()
  await page.locator('[data-part="bar"]').getByText(receipt).waitFor()
  await page.getByTestId('streamed').waitFor()
  await expect.poll(() => page.getByTestId('busy').textContent()).toBe('idle')
  expect(mock.executions).toHaveLength(ran)
  expect(complaints).toEqual([])
  await close()
})

it('takes the parts of a card from a server component', async () => {
  const mock = ask()
  app.use(mock)
  const { page, complaints, close } = await openPage(browser, `${app.url}/card`)
  await page.locator('[data-part="approve"][data-armed]').click()
  await page
    .locator('[data-part="receipt"]')
    .getByText(/You approved Send an email/)
    .waitFor()
  expect(mock.executions).toHaveLength(1)
  expect(complaints).toEqual([])
  await close()
})

it('shares a client that was hydrated with data', async () => {
  const mock = ask()
  app.use(mock)
  const { page, complaints, close } = await openPage(browser, `${app.url}/hydrated`)
  expect(await page.getByTestId('greeting').textContent()).toBe('from the server')
  await page.getByTestId('lone').and(page.locator('[data-armed]')).click()
  await page
    .locator('[data-part="bar"]')
    .getByText(/You approved Send an email/)
    .waitFor()
  expect(mock.executions).toHaveLength(1)
  expect(complaints).toEqual([])
  await close()
})

it('has the card in the HTML that a server component read, and takes it over without a move', async () => {
  const mock = ask()
  app.use(mock)
  const html = async (): Promise<string> => (await fetch(`${app.url}/first`)).text()
  // The agent needs a moment to ask.
  await expect.poll(html).toMatch(/Assistant wants to run .*Send an email.*ana@example\.com/s)
  const { page, complaints, hydrate, paints, close } = await openFirstHtml(browser, `${app.url}/first`)
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await hydrate()
  const { shift, gaps } = await paints()
  expect({ isStill: shift < 0.02, gaps }).toEqual({ isStill: true, gaps: 0 })
  expect(mock.requests.filter((one) => one.route === 'resume')).toEqual([])
  await page.mouse.move(0, 0)
  await page.locator('[data-part="approve"][data-armed]').click()
  await page
    .locator('[data-part="bar"]')
    .getByText(/You approved Send an email/)
    .waitFor()
  expect(mock.executions).toHaveLength(1)
  expect(complaints).toEqual([])
  await close()
})
