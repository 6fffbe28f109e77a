import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

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
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    env: {
      OPENAI_AGENTS_DISABLE_TRACING: '1',
      LANGGRAPH_CLI_NO_ANALYTICS: '1',
      LANGCHAIN_TRACING_V2: 'false',
      AI_SDK_LOG_WARNINGS: 'false',
      OTEL_SDK_DISABLED: 'true',
      COPILOTKIT_TELEMETRY_DISABLED: 'true',
      DO_NOT_TRACK: '1',
    },
  },
})
