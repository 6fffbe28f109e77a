import { agentThatAsks, createMockGateway } from 'intervention-bar/mocks'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildForSpeed } from '../e2e/support/buildApp.ts'
import { launch } from '../e2e/support/openPage.ts'
import { serveApp, type ServedApp } from '../e2e/support/serveApp.ts'
import { keepRows } from './support/keepRows.ts'

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

interface Opening {
  readonly rowsMs: number
  readonly paintedMs: number
  readonly nodes: number
}

/** Presses the way to the list. Milliseconds from the press until its rows are there, and until they are painted. */
async function open(page: Page): Promise<Opening> {
  await page.locator('[data-part="position"]').waitFor()
  await page.evaluate(() => {
    const bar = document.querySelector('[data-part="bar"]')!
    const kept = { rowsMs: 0, paintedMs: 0, nodes: 0 }
    Object.assign(globalThis, { opening: kept })
    let from = 0
    addEventListener('click', (event) => (from = event.timeStamp), { once: true, capture: true })
    new MutationObserver((_changes, observer) => {
      if (!bar.querySelector('[data-part="list_item"]')) return
      observer.disconnect()
      kept.rowsMs = performance.now() - from
      requestAnimationFrame(() => {
        setTimeout(() => {
          kept.nodes = bar.querySelectorAll('*').length
          kept.paintedMs = performance.now() - from
        })
      })
    }).observe(bar, { childList: true, subtree: true })
  })
  await page.locator('[data-part="position"]').click()
  await page.waitForFunction(() => (globalThis as unknown as { opening: Opening }).opening.paintedMs > 0)
  return page.evaluate(() => (globalThis as unknown as { opening: Opening }).opening)
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

it('list of 1,000 calls, four times slower: opening it', async () => {
  const calls = Array.from({ length: 1_000 }, (_one, at) => ({
    tool: 'send_mail',
    args: { to: `person${at}@example.com`, subject: 'Friday', body: 'The meeting is at ten.' },
  }))
  const mock = createMockGateway({ agent: agentThatAsks(...calls) })
  mock.say('demo', 'go')
  app.use(mock)
  const page = await browser.newPage()
  await page.goto(app.url)
  // The chunk of the list is here by then: the time is that of the work.
  await open(page)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const all: Opening[] = []
  for (let round = 0; round < 9; round += 1) {
    await page.locator('[data-part="close_list"]').click()
    await page.locator('[data-part="approve"][data-armed]').waitFor()
    await page.waitForTimeout(500)
    all.push(await open(page))
    await page.waitForTimeout(500)
  }
  const rowsMs = median(all.map((one) => one.rowsMs))
  const paintedMs = median(all.map((one) => one.paintedMs))
  const nodes = Math.max(...all.map((one) => one.nodes))
  process.stdout.write(
    `\nlist of 1,000 calls at 4 x throttle: rows after ${rowsMs.toFixed(1)} ms, painted after ${paintedMs.toFixed(1)} ms, ${nodes} nodes ` +
      `(all: ${all.map((one) => one.paintedMs.toFixed(0)).join(', ')})\n`,
  )
  keepRows('list', {
    unit: 'ms',
    rows: [
      { title: 'opening the list of 1,000 calls, 4 x throttle', without: 33, kit: paintedMs, wanted: 1 },
    ],
  })
  expect(nodes).toBeLessThanOrEqual(400)
  await page.close()
}, 300_000)
