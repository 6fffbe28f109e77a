// Adds the item of the packed kit with the CLI of shadcn, from a registry on loopback, and decides in the built page.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import typescript from 'typescript'
import { preview } from 'vite'

const run = promisify(execFile)
const item = readFileSync('node_modules/intervention-bar/dist/registry/intervention-bar.json', 'utf8')
const button = JSON.stringify({
  name: 'button',
  type: 'registry:ui',
  files: [
    { path: 'ui/button.tsx', type: 'registry:ui', content: readFileSync('registry/button.tsx', 'utf8') },
  ],
})
const noColors = JSON.stringify({
  inlineColors: { light: {}, dark: {} },
  cssVars: { light: {}, dark: {} },
  inlineColorsTemplate: '',
  cssVarsTemplate: '',
})
const answers = { 'intervention-bar.json': item, 'button.json': button, 'neutral.json': noColors }
// As in an app that has installed the kit.
const app = JSON.parse(readFileSync('package.json', 'utf8'))
app.dependencies['intervention-bar'] = '*'
writeFileSync('package.json', JSON.stringify(app, null, 2))

const asked = []
const registry = createServer(({ url }, response) => {
  asked.push(url)
  const found = answers[url.split('/').at(-1)]
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(found ?? '{}')
}).listen(0, '127.0.0.1')
await new Promise((listening) => registry.once('listening', listening))
const address = `http://127.0.0.1:${registry.address().port}/r`

try {
  const { stdout, stderr } = await run(
    'npx',
    ['--no-install', 'shadcn', 'add', '--yes', `${address}/intervention-bar.json`],
    { env: { ...process.env, REGISTRY_URL: address, CI: '1' } },
  ).catch((failed) => {
    throw new Error(`${failed.stdout}\n${failed.stderr}\nAsked for: ${asked.join(', ')}`)
  })
  console.log(`${stdout}${stderr}`)
} finally {
  registry.close()
}
const css = readFileSync('src/index.css', 'utf8')
assert.match(css, /--ib-font-mono: var\(--font-mono/)
assert.match(css, /color-scheme: dark/)

// The line of the page on tests, as it is written there.
const sample = typescript.transpile(readFileSync('decideIn.ts', 'utf8'), {
  target: 'ES2022',
  module: 'ESNext',
})
writeFileSync('decideIn.mjs', sample)
const { decideIn } = await import('./decideIn.mjs')

await run('npx', ['--no-install', 'tsc']).catch(({ stdout }) => assert.fail(stdout))
await run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'error'])
const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  const page = await browser.newPage()
  const problems = []
  page.on('console', (one) => ['error', 'warning'].includes(one.type()) && problems.push(one.text()))
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(server.resolvedUrls.local[0])
  await page.locator('[data-part="approve"][data-slot="button"]').waitFor()
  const colour = (selector, name) =>
    page.locator(selector).evaluate((one, property) => getComputedStyle(one)[property], name)
  assert.equal(await colour('[data-part="approve"]', 'backgroundColor'), 'oklch(0.205 0 0)')
  await decideIn(page, 'approve')
  await page
    .getByText(/^You approved/)
    .first()
    .waitFor()
  assert.deepEqual(problems, [])
  console.log('Added, built, and decided with the button of the host.')
} finally {
  await browser.close()
  await server.close()
}
