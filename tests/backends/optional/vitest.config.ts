import { defineConfig } from 'vitest/config'
import backends from '../vitest.config.ts'

/** The same suite against Mastra and opencode, which `npm run backends` does not install. */
export default defineConfig({
  ...backends,
  test: {
    ...backends.test,
    name: 'backends-optional',
    include: ['tests/backends/optional/*.test.ts'],
    globalSetup: ['tests/backends/optional/table.ts'],
    // Each opencode wants a machine of its own.
    maxWorkers: 1,
    env: { MASTRA_TELEMETRY_DISABLED: '1', OTEL_SDK_DISABLED: 'true', DO_NOT_TRACK: '1' },
  },
})
