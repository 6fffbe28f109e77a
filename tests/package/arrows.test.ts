import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')

const rooms = [
  'model',
  'gateway',
  'backend',
  'adapters',
  'server',
  'mocks',
  'testing',
  'client',
  'hooks',
  'components',
]
const later = ['previews', 'editor', 'devtools']

/** The rooms that each room may import; every other one is planted and has to be refused. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  gateway: ['model'],
  backend: ['model', 'gateway'],
  adapters: ['model', 'gateway', 'backend'],
  server: ['model', 'gateway', 'backend'],
  mocks: ['model', 'gateway', 'backend'],
  testing: ['model', 'gateway'],
  client: ['model', 'gateway'],
  hooks: ['model', 'gateway', 'client', 'locales'],
  components: ['model', 'hooks', 'locales'],
  // The one part of components that it needs is allowed by itself.
  editor: ['model', 'hooks', 'locales'],
  devtools: ['model', 'mocks', 'client', 'hooks'],
  previews: ['model', 'hooks', 'locales', 'components'],
  locales: ['model'],
}

const packages: readonly [room: string, name: string][] = [
  ['model', 'valibot'],
  ['gateway', 'react'],
  ['gateway', '@tanstack/react-query'],
  ['backend', 'msw'],
  ['adapters/one', 'ai'],
  ['server', 'react-dom/server'],
  ['mocks', 'msw'],
  ['testing', 'vitest'],
  ['client', 'react'],
  ['hooks', 'msw'],
  ['components', '@tanstack/react-query'],
  ['locales', 'react'],
  ['editor', 'valibot'],
  ['devtools', '@tanstack/react-query'],
  ['previews', 'react-dom'],
]

interface Planted {
  readonly file: string
  readonly source: string
}

/** One file per forbidden import; folders stand for what lies deeper in a room. */
function plant(): readonly Planted[] {
  const all: Planted[] = []
  const targets = [...rooms, ...later, 'locales']
  for (const [room, allowed] of Object.entries(mayImport)) {
    for (const target of targets.filter((one) => one !== room && !allowed.includes(one))) {
      all.push(
        { file: `src/${room}/to_${target}.ts`, source: `import '../${target}/one.ts'` },
        { file: `src/${room}/deep/to_${target}.ts`, source: `export { one } from '../../${target}/one.ts'` },
      )
    }
  }
  for (const [room, name] of packages) {
    all.push({ file: `src/${room}/package_${name.replaceAll(/\W/g, '_')}.ts`, source: `import '${name}'` })
  }
  all.push(
    { file: 'src/previews/to_card.ts', source: `import '../components/card/Root.tsx'` },
    { file: 'src/hooks/to_language.ts', source: `import { en } from '../locales/en.ts'\nen` },
    { file: 'src/adapters/one/to_other.ts', source: `import '../other/read.ts'` },
    { file: 'src/index.ts', source: `export { one } from './backend/one.ts'` },
    { file: 'src/core.ts', source: `export { one } from './hooks/one.ts'` },
    { file: 'src/mocks/msw.ts', source: `import '../model/one.ts'` },
  )
  return all
}

function lint(cwd: string): { readonly files: readonly string[]; readonly status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [oxlint, '--format=json', 'src'], {
    cwd,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: readonly { readonly code: string; readonly filename: string }[]
  }
  const isArrow = ({ code }: { readonly code: string }): boolean =>
    code.includes('no-restricted-imports') || code.includes('no-cycle')
  return { files: diagnostics.filter(isArrow).map(({ filename }) => filename), status }
}

describe('the arrows between rooms', () => {
  const house = mkdtempSync(join(tmpdir(), 'arrows-'))
  const planted = plant()
  let refused: readonly string[] = []

  beforeAll(() => {
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>
    writeFileSync(join(house, '.oxlintrc.json'), JSON.stringify({ ...config, options: {} }))
    for (const { file, source } of planted) {
      mkdirSync(dirname(join(house, file)), { recursive: true })
      writeFileSync(join(house, file), `${source}\n`)
    }
    // A ring of two files, which no room may have.
    writeFileSync(
      join(house, 'src/model/ring.ts'),
      `import { b } from './knot.ts'\nexport const a = () => b\n`,
    )
    writeFileSync(
      join(house, 'src/model/knot.ts'),
      `import { a } from './ring.ts'\nexport const b = () => a\n`,
    )
    refused = lint(house).files
  })
  afterAll(() => rmSync(house, { recursive: true }))

  it('plants a violation in every room', () => {
    const found = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'styles')
      .map(({ name }) => name)
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining(found))
  })

  it.each(planted)('refuses $source in $file', ({ file }) => {
    expect(refused).toContain(file)
  })

  it('refuses a cycle', () => {
    expect(refused).toEqual(expect.arrayContaining(['src/model/ring.ts', 'src/model/knot.ts']))
  })

  it('finds no violation in the real tree', () => {
    const copy = join(house, 'clean')
    mkdirSync(copy)
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true })
    cpSync(join(house, '.oxlintrc.json'), join(copy, '.oxlintrc.json'))
    expect(lint(copy).files).toEqual([])
  })
})
