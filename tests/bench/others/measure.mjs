// @ts-nocheck -- It needs packages that only `npm run bench:others` installs.
// Measures the kit beside others, on the same page and with the same content. BENCH_ROUNDS is the number of rounds.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { build } from 'vite'
import { chromiumFlags, findChromium } from '../../support/chromium.mjs'

const here = import.meta.dirname
const sides = ['none', 'hand', 'kit', 'elements', 'assistantUi', 'copilotKit']
const rounds = Number(process.env.BENCH_ROUNDS ?? 15)
const folder = mkdtempSync(join(tmpdir(), 'intervention-bar-others-'))
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }
const asked = process.argv.slice(2)

for (const side of sides) {
  if (asked.length > 0 && !asked.includes(side)) continue
  await build({
    root: join(here, 'page'),
    base: `/${side}/`,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic' } },
    resolve: {
      dedupe: ['react', 'react-dom'],
      alias: [
        { find: '#side', replacement: join(here, `sides/${side}.tsx`) },
        { find: /^intervention-bar$/, replacement: resolve('dist/index.js') },
        { find: /^intervention-bar\/core$/, replacement: resolve('dist/core.js') },
        { find: /^intervention-bar\/styles.css$/, replacement: resolve('dist/styles.css') },
      ],
    },
    build: { outDir: join(folder, side), emptyOutDir: true, chunkSizeWarningLimit: 1e6 },
  })
}

let fetched = new Set()
const server = createServer(({ url }, response) => {
  const path = new URL(url, 'http://x').pathname
  const file = path.endsWith('/') ? `${path}index.html` : path
  const kind = file.split('.').at(-1)
  if (kind === 'js') fetched.add(file)
  response.writeHead(200, { 'content-type': types[kind] ?? 'application/octet-stream' })
  response.end(readFileSync(join(folder, file)))
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const address = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })

/** Opens a page, mounts, presses as a person does, and says how long each step took. */
async function press(side) {
  fetched = new Set()
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 800 } })).newPage()
  page.on('pageerror', (error) => process.env.SHOW_ERRORS && console.error(side, error))
  await page.goto(`${address}/${side}/`)
  await page.evaluate(() => bench.mount())
  const button = page.locator(await page.evaluate(() => bench.approve)).first()
  await button.waitFor({ timeout: 30_000 })
  await page.waitForTimeout(1_500)
  const kilobytes =
    [...fetched].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1_000
  const box = await button.boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForTimeout(700)
  await page.mouse.down()
  await page.waitForTimeout(70)
  await page.mouse.up()
  if (side !== 'none')
    await page.waitForFunction(() => bench.marks.requested && bench.marks.seen, undefined, {
      timeout: 30_000,
      polling: 100,
    })
  const { marks } = await page.evaluate(() => ({ marks: bench.marks }))
  await page.context().close()
  return {
    kilobytes,
    mount: marks.shown - marks.mounted,
    request: marks.requested - marks.pressed,
    seen: marks.seen - marks.pressed,
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const all = {}
try {
  for (let round = 0; round < rounds; round += 1) {
    for (const side of readdirSync(folder)) {
      all[side] ??= []
      all[side].push(await press(side))
    }
  }
} finally {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
}

const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
const bare = all.none ? median(all.none.map((one) => one.kilobytes)) : 0
const rows = sides
  .filter((side) => side !== 'none' && all[side])
  .map((side) => {
    const of = (key) => median(all[side].map((one) => one[key]))
    return {
      side,
      kilobytes: of('kilobytes') - bare,
      mount: of('mount'),
      request: of('request'),
      paint: of('seen'),
    }
  })
console.table(Object.fromEntries(rows.map(({ side, ...figures }) => [side, figures])))
mkdirSync('.cache/bench', { recursive: true })
writeFileSync(
  '.cache/bench/others.json',
  JSON.stringify(
    { at: new Date().toISOString().slice(0, 10), rounds, versions: dependencies, rows },
    null,
    2,
  ),
)
