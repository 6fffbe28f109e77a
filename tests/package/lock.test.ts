import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe.each([
  'package-lock.json',
  'tests/backends/package-lock.json',
  'tests/backends/optional/package-lock.json',
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
