import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from '../support/chromium.mjs'
import { packageAlias } from '../support/packageAlias.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const executablePath = findChromium()

/** The pictures of the bar, and its stories under React 18 in every colour scheme. `--update` writes pictures. */
export default defineConfig({
  root,
  plugins: [react()],
  resolve: { alias: packageAlias },
  test: {
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: ['verbose'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pictures',
          environment: 'node',
          include: ['tests/pictures/*.test.ts'],
          globalSetup: ['tests/pictures/support/setup.ts'],
          provide: { writes: process.argv.includes('--update') },
          maxWorkers: 2,
          maxConcurrency: 4,
        },
      },
      {
        extends: true,
        resolve: {
          alias: [
            { find: /^react(\/.*)?$/, replacement: 'react-18$1' },
            { find: /^react-dom(\/.*)?$/, replacement: 'react-dom-18$1' },
          ],
        },
        define: { 'import.meta.env.STORYBOOK_THEME': '"dark"' },
        plugins: [storybookTest({ configDir: `${root}.storybook` })],
        test: {
          name: 'stories-react18',
          sequence: { groupOrder: 1 },
          isolate: false,
          setupFiles: [
            'tests/support/isReact18.ts',
            'tests/support/failOnConsole.ts',
            'tests/pictures/support/everyLook.ts',
          ],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
