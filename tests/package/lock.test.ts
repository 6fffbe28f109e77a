import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe.each([
  'package-lock.json',
  'tests/backends/package-lock.json',
  'tests/backends/optional/package-lock.json',
  'tests/bench/others/package-lock.json',
  'tests/pictures/package-lock.json',
  ...['langgraph', 'next-ai-sdk', 'node-backend', 'vite'].map(
    (name) => `stories/examples/${name}/package-lock.json`,
  ),
])('the lock file %s', (file) => {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, Entry>>
  }

  it('names no download host', () => {
    const hosts = Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.includes('://'))
    expect(hosts.map(([path]) => path)).toEqual([])
  })

  it('lists every optional dependency, so that npm ci works on every platform', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !(`${path}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
      ),
    )
    expect(missing).toEqual([])
  })
})

const read = (file: string): Required<Entry> & { readonly packages: Readonly<Record<string, Entry>> } =>
  JSON.parse(readFileSync(file, 'utf8'))
const { dependencies } = read('package.json')
const versionsIn = (lock: string): Readonly<Record<string, string | undefined>> => {
  const { packages } = read(lock)
  return Object.fromEntries(
    Object.keys(dependencies).map((name) => [name, packages[`node_modules/${name}`]?.version]),
  )
}
// npm keeps a lock file as it is while the version of the kit is the same. To renew one, run
// `npm uninstall intervention-bar --package-lock-only` in its folder, restore package.json, and run `npm i --package-lock-only`.
describe.each(['langgraph', 'next-ai-sdk', 'node-backend', 'vite'])('the example %s', (name) => {
  const file = `stories/examples/${name}/package-lock.json`

  it('installs the dependencies of the kit, in the versions that are tested here', () => {
    expect(read(file).packages['node_modules/intervention-bar']?.dependencies).toEqual(dependencies)
    expect(versionsIn(file)).toEqual(versionsIn('package-lock.json'))
  })
})

describe.each(['jest', 'node', 'shadcn', 'vitest'])('the consumer %s', (name) => {
  it('installs the dependencies of the kit, in the versions that are tested here', () => {
    expect(versionsIn(`tests/consumers/${name}/package-lock.json`)).toEqual(versionsIn('package-lock.json'))
  })
})
