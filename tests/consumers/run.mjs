// Runs the samples of the page "Test your chat" in each test runner, with the packed kit and nothing else of this repository.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../support/chromium.mjs'

const page = readFileSync('stories/docs/Testing.mdx', 'utf8')
const blocks = [...page.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')
/** @param {string} word */
function sampleWith(word) {
  const found = blocks.find((text) => text.includes(word))
  if (!found) throw new Error(`The page has no sample with "${word}".`)
  return found
}
const fiveTests = sampleWith("it('approve: the tool runs once'")
const count = fiveTests.match(/^it\(/gm)?.length ?? 0
const jestConfig = sampleWith('extensionsToTreatAsEsm')
const withMsw = sampleWith("from 'msw/node'")
const mswCount = withMsw.match(/^it\(/gm)?.length ?? 0
const chat = readFileSync('README.md', 'utf8').match(/```tsx\n([^`]*export function Chat[^`]*)```/)?.[1] ?? ''

/** @param {string} text */
const forJest = (text) => text.replace("from 'vitest'", "from '@jest/globals'")
const withGlobals = fiveTests.replace(/^import .* from 'vitest'\n/m, '')

/** The files of each fixture that come from the page, the number of tests that pass, and how the runner says so.
    @type {Record<string, { files: Record<string, string>, passes: RegExp, again?: Record<string, string> }>} */
const runners = {
  vitest: {
    files: { 'chat.test.tsx': fiveTests },
    passes: new RegExp(`Tests +${4 * count + 3} passed`),
  },
  jest: {
    files: {
      'chat.test.tsx': forJest(fiveTests),
      'globals.test.tsx': withGlobals,
      'Chat.tsx': `${chat}const Messages = () => null\nconst Composer = () => null\n`,
      'msw.test.tsx': `/** @jest-environment ./withFetch.js */\n${forJest(withMsw)}`,
      'withFetch.js': sampleWith('extends TestEnvironment'),
      'empty.js': '',
      'jest.config.js': jestConfig,
    },
    again: {
      'jest.config.js': jestConfig.replace("'jsdom'", "'jest-fixed-jsdom'"),
      'msw.test.tsx': forJest(withMsw),
    },
    passes: new RegExp(`Tests: +${2 * count + 1 + mswCount} passed`),
  },
  node: {
    files: {
      'chat.test.tsx': fiveTests
        .replace('afterEach, expect, it', 'afterEach, it')
        .replace("from 'vitest'", "from 'node:test'\nimport { expect } from './expect.ts'"),
      'fakeClock.ts': sampleWith('mock.timers.enable'),
    },
    passes: new RegExp(`pass ${count + 1}\\b`),
  },
  shadcn: {
    files: { 'decideIn.ts': sampleWith("from '@playwright/test'") },
    passes: /decided with the button of the host/,
  },
  outside: {
    files: {
      'playwright.ts': sampleWith("from '@playwright/test'"),
      'cypress.ts': sampleWith('cy.get('),
    },
    passes: /^/,
  },
}

const folder = mkdtempSync(join(tmpdir(), 'intervention-bar-consumers-'))
const tarball = join(folder, pack())
const asked = process.argv.slice(2)
const failed = []
try {
  for (const [name, { files, again, passes }] of Object.entries(runners)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const own = join(folder, name)
    cpSync(join('tests/consumers', name), own, { recursive: true })
    const installing = Date.now()
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: own, stdio: 'pipe' })
    const kit = join(own, 'node_modules/intervention-bar')
    mkdirSync(kit, { recursive: true })
    execFileSync('tar', ['-xzf', tarball, '-C', kit, '--strip-components', '1'])
    for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text)
    const testing = Date.now()
    const hasPassed = test(own, name, passes)
    for (const [file, text] of Object.entries(again ?? {})) writeFileSync(join(own, file), text)
    const hasPassedAgain = !again || test(own, `${name}, again`, passes)
    if (!hasPassed || !hasPassedAgain) failed.push(name)
    const seconds = (/** @type {number} */ ms) => `${(ms / 1_000).toFixed(1)} s`
    console.log(
      `${name}: installed in ${seconds(testing - installing)}, tested in ${seconds(Date.now() - testing)}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`)
  process.exit(1)
}

function pack() {
  if (!existsSync('dist/index.js')) throw new Error('There is no dist to pack. Run "npm run build" first.')
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
  })
  return JSON.parse(packed)[0].filename
}

/** @param {string} cwd @param {string} name @param {RegExp} passes */
function test(cwd, name, passes) {
  const { stdout, stderr, status } = spawnSync('npm', ['test', '--silent'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CHROMIUM_PATH: findChromium() ?? '', NO_COLOR: '1' },
  })
  const said = `${stdout}\n${stderr}`
  const isQuiet = !/not wrapped in act|not configured to support act/.test(said)
  if (status === 0 && isQuiet && passes.test(said)) return true
  console.error(`${name} failed:\n${said}`)
  return false
}
