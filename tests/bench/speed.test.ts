import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from '../e2e/support/openPage.ts'
import type { Marks } from './page/main.tsx'
import { keepRows, type MeasuredRow } from './support/keepRows.ts'
import { servePage, type ServedPage } from './support/servePage.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 30)
let browser: Browser
let served: ServedPage
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'intervention-bar-bench-'))
  await build({
    root: resolve('tests/bench/page'),
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic' } },
    resolve: {
      alias: [
        { find: /^intervention-bar$/, replacement: resolve('dist/index.js') },
        { find: /^intervention-bar\/core$/, replacement: resolve('dist/core.js') },
        { find: /^intervention-bar\/styles.css$/, replacement: resolve('dist/styles.css') },
      ],
    },
    build: { outDir: folder, emptyOutDir: true },
  })
  served = await servePage(folder)
  browser = await launch()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

type Side = 'hand' | 'kit' | 'none'
type Figures = Readonly<Record<string, number>>

async function open(side: Side, calls: string): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${served.url}/?side=${side}&calls=${calls}`)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  return { page, cdp }
}

/** Milliseconds that the main thread of a page has worked. */
async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/** Opens a page, mounts the bar, presses Approve as a person does, and says how long each step took. */
async function press(side: Side, calls: number, slowdown: number): Promise<Figures> {
  const { page, cdp } = await open(side, String(calls))
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.evaluate(() => bench.mount())
  const approve = page.locator('[data-part="approve"], [data-part="approved"]')
  const box = (await approve.boundingBox({ timeout: 60_000 }))!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.locator('[data-part="approve"][data-armed], [data-part="approved"]').waitFor()
  await page.waitForTimeout(700)
  const before = await taskMs(cdp)
  await page.mouse.down()
  await page.waitForTimeout(70)
  await page.mouse.up()
  await page.waitForFunction(() => bench.marks.seen && bench.marks.next, undefined, { polling: 100 })
  await page.waitForTimeout(300)
  const task = (await taskMs(cdp)) - before
  const marks: Marks = await page.evaluate(() => bench.marks)
  await page.context().close()
  return {
    mount: marks.shown - marks.mounted,
    request: marks.requested - marks.pressed,
    handler: marks.requested - marks.handled,
    change: marks.changed - marks.pressed,
    paint: marks.painted - marks.pressed,
    seen: marks.seen - marks.pressed,
    next: marks.next - marks.answered,
    task,
  }
}

/** Opens a chat and lets the agent talk; says for how long the main thread worked meanwhile. */
async function talk(side: Side, words: number, burst: number): Promise<Figures> {
  const { page, cdp } = await open(side, 'stream')
  await page.evaluate(() => bench.mount())
  await page.waitForTimeout(500)
  const before = await taskMs(cdp)
  await served.talk(words, burst)
  await page.waitForFunction((length) => document.body.innerText.length >= length, words * 5 - 1, {
    polling: 500,
  })
  const task = (await taskMs(cdp)) - before
  await page.context().close()
  return { task }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Measures both sides in turn, and gives the median of each figure. */
async function compare(
  times: number,
  sides: readonly [Side, Side],
  measure: (side: Side) => Promise<Figures>,
): Promise<(figure: string) => readonly [number, number]> {
  const all: Record<string, Figures[]> = {}
  for (let round = 0; round < times; round += 1) {
    for (const side of sides) (all[side] ??= []).push(await measure(side))
  }
  return (figure) => {
    const [plain, kit] = sides.map((side) =>
      median((all[side] ?? []).map((one) => one[figure] ?? Number.NaN)),
    )
    return [plain!, kit!]
  }
}

const row = (title: string, [without, kit]: readonly [number, number], wanted?: number): MeasuredRow => ({
  title,
  without,
  kit,
  ...(wanted !== undefined && { wanted }),
})

function print(name: string, unit: string, rows: readonly MeasuredRow[]): void {
  const head = `${`${unit}, median`.padEnd(58)} ${'without'.padStart(9)} ${'kit'.padStart(9)} ${'ratio'.padStart(7)}   wanted`
  const lines = rows.map(({ title, without, kit, wanted = '' }) => {
    const cells = [
      without.toFixed(1).padStart(9),
      kit.toFixed(1).padStart(9),
      (kit / without).toFixed(2).padStart(7),
    ]
    return `${title.padEnd(58)} ${cells.join(' ')}   ${wanted}`
  })
  process.stdout.write(`\n${[head, ...lines].join('\n')}\n\n`)
  keepRows(name, { unit, rows })
}

/** Mounts the bar over so many calls, and says when it is there and what the page holds in memory then. */
async function mountOver(side: Side, calls: number): Promise<Figures> {
  const { page, cdp } = await open(side, String(calls))
  await page.evaluate(() => bench.mount())
  await page.locator('[data-part="approve"], [data-part="approved"]').waitFor({ timeout: 60_000 })
  const marks: Marks = await page.evaluate(() => bench.marks)
  await page.waitForTimeout(500)
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  await page.context().close()
  return { mount: marks.shown - marks.mounted, heap: heap / 1e6 }
}

it('the time a person waits, beside a hand-written bar', async () => {
  const both = ['hand', 'kit'] as const
  const plain = await compare(rounds, both, (side) => press(side, 1, 1))
  const slow = await compare(rounds, both, (side) => press(side, 1, 4))
  const many = await compare(rounds, both, (side) => press(side, 1_000, 1))
  print('press', 'ms', [
    row('press -> request', plain('request'), 2),
    row('press -> next paint, 4 x throttle', slow('paint'), 1.2),
    row('press -> the paint that shows it, 4 x throttle', slow('seen'), 1.2),
    row('mount -> card in the DOM', plain('mount'), 1.8),
    row('one of 1,000: press -> first change of the DOM', many('change'), 2),
    row('one of 1,000: answer -> next card in the DOM', many('next'), 2),
    row('one of 1,000: main thread', many('task'), 1),
    row('first handler of the click -> request', plain('handler')),
    row('press -> first change of the DOM', plain('change')),
    row('answer -> card gone from the DOM', plain('next')),
    row('press, all of it: main thread', plain('task')),
    row('mount -> card in the DOM, 4 x throttle', slow('mount')),
    row('press -> request, 4 x throttle', slow('request')),
  ])
  expect(plain('request').every(Number.isFinite)).toBe(true)
}, 3_600_000)

it('the cost of a talking agent, beside the page without the kit', async () => {
  const few = Math.ceil(rounds / 10)
  const chunks = await compare(few, ['none', 'kit'], (side) => talk(side, 10_000, 1))
  const bursts = await compare(few, ['none', 'kit'], (side) => talk(side, 10_000, 20))
  print('chunks', 'ms', [
    row('10,000 chunks: main thread', chunks('task'), 1.3),
    row('10,000 chunks in bursts of 20: main thread', bursts('task'), 1.3),
  ])
  expect(chunks('task').every(Number.isFinite)).toBe(true)
}, 3_600_000)

it('what waits, from one call to ten thousand, beside a hand-written bar', async () => {
  const few = Math.max(1, Math.ceil(rounds / 3))
  const counts = [1, 10, 100, 1_000, 10_000]
  const mounts: MeasuredRow[] = []
  const heaps: MeasuredRow[] = []
  for (const calls of counts) {
    const figures = await compare(few, ['hand', 'kit'], (side) => mountOver(side, calls))
    const title = calls === 1 ? '1 call waits' : `${calls.toLocaleString('en')} calls wait`
    mounts.push(row(title, figures('mount')))
    heaps.push(row(title, figures('heap')))
  }
  print('mount', 'ms', mounts)
  print('memory', 'MB', heaps)
  expect(mounts.every(({ kit }) => Number.isFinite(kit))).toBe(true)
}, 3_600_000)
