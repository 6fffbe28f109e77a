// @ts-nocheck -- It runs commands of the README in an empty folder.
// The path of a stranger, with a clock: an empty folder, the commands and the sample of the README word by word, and the
// first decision on the screen. Only the name of the package is replaced, by the packed one.
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../support/chromium.mjs'

const run = promisify(execFile)
const readme = readFileSync('README.md', 'utf8')
const section = readme.slice(readme.indexOf('## See it'), readme.indexOf('## Use it'))
const [, commands] = /```sh\n([\s\S]*?)```/.exec(section)
const [, sample] = /```tsx\n([\s\S]*?)```/.exec(section)
const folder = mkdtempSync(join(tmpdir(), 'stranger-'))
const environment = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  CI: '1',
  npm_config_yes: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
}

const seconds = (since) => (performance.now() - since) / 1_000
const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })

async function packed() {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder])
  const [{ filename }] = JSON.parse(stdout)
  return join(folder, filename)
}

/** Starts a server and, once its page is there, presses Approve as a person does. Says how long after the start. */
async function firstDecision(cwd, command, port) {
  const began = performance.now()
  const server = spawn('npx', command, { cwd, env: environment, stdio: 'pipe', detached: true })
  let said = ''
  server.stdout.on('data', (data) => (said += data))
  server.stderr.on('data', (data) => (said += data))
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  try {
    const page = await browser.newPage()
    const problems = []
    page.on('console', (one) => one.type() === 'error' && problems.push(one.text()))
    page.on('pageerror', (error) => problems.push(String(error)))
    while (!(await page.goto(`http://127.0.0.1:${port}/`).catch(() => null))) {
      if (seconds(began) > 120) throw new Error(`No page came.\n${said}`)
      await new Promise((next) => setTimeout(next, 100))
    }
    await page.locator('[data-part="approve"][data-armed]').click({ timeout: 120_000 })
    await page.getByText(/You approved/).waitFor({ timeout: 30_000 })
    const own = problems.filter((text) => !/favicon|404/.test(text))
    if (own.length > 0) throw new Error(`The console says: ${own.join('\n')}`)
    return seconds(began)
  } finally {
    await browser.close()
    process.kill(-Number(server.pid))
  }
}

const paths = {
  async Vite(tarball) {
    const cwd = join(folder, 'vite')
    mkdirSync(cwd)
    const script = commands.replaceAll('npm install intervention-bar', `npm install ${tarball}`)
    const began = performance.now()
    await run('bash', ['-euc', script], { cwd, env: environment })
    const installed = seconds(began)
    const app = join(cwd, 'my-chat')
    writeFileSync(join(app, 'src/App.tsx'), sample)
    const port = await freePort()
    return {
      installed,
      decided: await firstDecision(app, ['vite', '--host', '127.0.0.1', '--port', String(port)], port),
    }
  },
  async Next(tarball) {
    const cwd = join(folder, 'next')
    mkdirSync(cwd)
    const began = performance.now()
    const create = [
      '--yes',
      'create-next-app@16',
      'my-chat',
      '--yes',
      '--ts',
      '--no-eslint',
      '--no-tailwind',
      '--src-dir',
      '--app',
      '--use-npm',
      '--disable-git',
    ]
    await run('npx', create, { cwd, env: environment })
    const app = join(cwd, 'my-chat')
    await run('npm', ['install', tarball, '@tanstack/react-query'], { cwd: app, env: environment })
    // The page of a new app fetches its letters from elsewhere.
    const layout =
      'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n'
    writeFileSync(join(app, 'src/app/layout.tsx'), layout)
    const installed = seconds(began)
    writeFileSync(join(app, 'src/app/page.tsx'), sample)
    const built = performance.now()
    await run('npx', ['next', 'build'], { cwd: app, env: environment })
    const build = seconds(built)
    const port = await freePort()
    return {
      installed,
      decided: build + (await firstDecision(app, ['next', 'start', '-p', String(port)], port)),
    }
  },
}

try {
  const tarball = await packed()
  for (const [name, walk] of Object.entries(paths)) {
    const { installed, decided } = await walk(resolve(tarball))
    process.stdout.write(
      `${name}: installed in ${installed.toFixed(1)} s, first decision ${decided.toFixed(1)} s after that\n`,
    )
    if (decided > 60) {
      process.stderr.write(`${name} took over a minute.\n`)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
