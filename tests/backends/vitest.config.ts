import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { quiet } from './support/quiet.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The suite against real backends. The core suite knows nothing of it. */
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^intervention-bar\/core$/, replacement: `${root}src/core.ts` },
      { find: /^intervention-bar\/server$/, replacement: `${root}src/server/index.ts` },
      { find: /^intervention-bar\/adapters\/(.+)$/, replacement: `${root}src/adapters/$1/index.ts` },
    ],
  },
  test: {
    name: 'backends',
    environment: 'node',
    include: ['tests/backends/*.test.ts'],
    globalSetup: ['tests/backends/support/table.ts', 'tests/e2e/support/setup.ts'],
    // A busy machine is no failure: what hangs is found out all the same.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 150_000 } },
    maxWorkers: 2,
    env: quiet,
  },
})
