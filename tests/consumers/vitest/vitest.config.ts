import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const args = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking']
const executablePath = process.env['CHROMIUM_PATH']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      { test: { name: 'jsdom', environment: 'jsdom' } },
      { test: { name: 'jsdom, globals', environment: 'jsdom', globals: true } },
      { test: { name: 'happy-dom', environment: 'happy-dom' } },
      {
        optimizeDeps: {
          include: [
            'react/jsx-dev-runtime',
            'react-dom/client',
            '@testing-library/react',
            '@testing-library/user-event',
          ],
        },
        test: {
          name: 'browser',
          exclude: ['fakeTimers.test.tsx', 'node_modules/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { args, ...(executablePath ? { executablePath } : {}) } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
