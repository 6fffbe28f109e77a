import { agentThatAsks, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildForSpeed } from '../e2e/support/buildApp.ts'
import { launch } from '../e2e/support/openPage.ts'
import { serveApp, type ServedApp } from '../e2e/support/serveApp.ts'

declare const longTasks: number[]

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

const tool = { name: 'Edit', title: 'Edit a file' }

/** An edit of a file of about this many bytes, in which every fifth line changes. */
function editOf(bytes: number, seed = 0): string {
  const lines = Array.from({ length: Math.round(bytes / 100) }, (_one, at) =>
    `const name${seed}_${at} = ${at}`.padEnd(48, ' /'),
  )
  const changed = lines.map((line, at) => (at % 5 === 0 ? line.replace('const', 'let  ') : line))
  return JSON.stringify({
    file_path: `src/${seed}.ts`,
    old_string: lines.join('\n'),
    new_string: changed.join('\n'),
  })
}

async function open(mock: MockGateway): Promise<Page> {
  app.use(mock)
  const page = await browser.newPage()
  await page.addInitScript(() => {
    const kept: number[] = []
    Object.assign(globalThis, { longTasks: kept })
    new PerformanceObserver((list) => {
      kept.push(...list.getEntries().map((entry) => entry.duration))
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(app.url)
  return page
}

const longest = (page: Page): Promise<number> => page.evaluate(() => Math.max(0, ...longTasks))

it('preview of an edit of 1 MB: until it is shown, and until all of it is', async () => {
  // The chunks are here by then: the time is that of the work.
  const mock = createMockGateway({
    agent: agentThatAsks({ tool, argsText: editOf(1_000) }, { tool, argsText: editOf(1_000_000, 1) }),
  })
  mock.say('demo', 'go')
  const page = await open(mock)
  await page.locator('[data-part="diff_line"]').first().waitFor()
  const shown = await page.evaluate(async () => {
    const from = performance.now()
    document.querySelector<HTMLElement>('[data-part="next"]')!.click()
    while (!document.querySelector('[data-part="facts"]')?.textContent?.includes('src/1.ts'))
      await new Promise((done) => setTimeout(done))
    return performance.now() - from
  })
  const whole = await page.evaluate(async () => {
    const from = performance.now()
    document.querySelector<HTMLElement>('[data-part="show_all"]')!.click()
    while (document.querySelectorAll('[data-part="diff_line"]').length < 12_000)
      await new Promise((done) => setTimeout(done))
    return performance.now() - from
  })
  process.stdout.write(
    `\npreview of an edit of 1 MB: shown after ${shown.toFixed(0)} ms, all of it after ${whole.toFixed(0)} ms more; ` +
      `the longest task ${(await longest(page)).toFixed(0)} ms\n`,
  )
  expect(await page.locator('[data-part="approve"]').count()).toBe(1)
  await page.close()
}, 300_000)

it('preview of 200 edits of 100 kB, four times slower: going to the next card', async () => {
  const calls = Array.from({ length: 200 }, (_one, at) => ({ tool, argsText: editOf(100_000, at) }))
  const mock = createMockGateway({ agent: agentThatAsks(...calls) })
  mock.say('demo', 'go')
  const page = await open(mock)
  await page.locator('[data-part="diff_line"]').first().waitFor({ timeout: 120_000 })
  await page.waitForTimeout(3_000)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.evaluate(() => void (longTasks.length = 0))
  for (let at = 1; at <= 8; at += 1) {
    await page.locator('[data-part="next"]').click()
    await page.locator('[data-part="position"]', { hasText: `Request ${at + 1} of` }).waitFor()
    await page.locator('[data-part="diff_line"]').first().waitFor()
    await page.waitForTimeout(300)
  }
  const all = await page.evaluate(() => [...longTasks])
  process.stdout.write(
    `\npreview of ${await page.locator('[data-part="position"]').textContent()}, edits of 100 kB at 4 x throttle: 8 times to the next card, tasks over 50 ms: ` +
      `${all.map((ms) => ms.toFixed(0)).join(', ') || 'none'}\n`,
  )
  expect(await page.locator('[data-part="approve"]').count()).toBe(1)
  await page.close()
}, 300_000)
