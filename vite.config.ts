import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { BaseSequencer, type BrowserConfigOptions, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from './tests/support/chromium.mjs'
import { listPages } from './stories/support/listPages.ts'
import { registryItem } from './stories/support/registryItem.ts'
import { packageAlias } from './tests/support/packageAlias.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const languages = 'en de fr es pt-BR it nl pl ru tr ar he ja ko zh-CN zh-TW'.split(' ')

/** Serves MSW's worker from where it is installed, so that no copy of it is committed. */
const mswWorker: Plugin = {
  name: 'msw-worker',
  configureServer: (server) => {
    const worker = readFileSync(here('node_modules/msw/lib/mockServiceWorker.js'))
    server.middlewares.use('/mockServiceWorker.js', (_request, response) => {
      response.setHeader('content-type', 'text/javascript').end(worker)
    })
  },
}

/** The list of the documents; the item for `shadcn add`; and files without which TypeScript lets nobody import a stylesheet. */
const besideTheCode: Plugin = {
  name: 'beside-the-code',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'llms.txt', source: listPages() })
    this.emitFile({ type: 'asset', fileName: 'registry/intervention-bar.json', source: registryItem() })
    for (const name of ['styles', 'structure']) {
      this.emitFile({ type: 'asset', fileName: `${name}.css.d.ts`, source: 'export {}\n' })
    }
  },
}

/** A fresh object per project: Vitest writes into it. */
const inChromium = (): BrowserConfigOptions => {
  const executablePath = findChromium()
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) },
    }),
    instances: [{ browser: 'chromium' }],
  }
}

const external = [
  /^react($|\/)/,
  /^react-dom($|\/)/,
  /^@tanstack\//,
  /^msw($|\/)/,
  /^eventsource-parser$/,
  /^valibot$/,
  /^@cfworker\/json-schema$/,
  /^@speed-highlight\/core\//,
  /^diff$/,
]

/** A page that meets them only when a call needs a preview would be loaded again. */
const ofPreviews = [
  'diff',
  '@speed-highlight/core/tokenize',
  '@speed-highlight/core/languages/bash.js',
  '@speed-highlight/core/languages/sql.js',
]

// Whatever the shell says: JSX for development is not for publishing.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production'

/**
 * What differs between the versions of React: references to elements, attributes, the order of effects, errors that are
 * thrown, hydration, `act`, and when a store is read. These files draw all parts but the list of keys, which
 * `npm run pictures` shows to React 18 with each story; what the others prove has no React in it, or the same one.
 */
const ofReact = [
  'tests/hooks/{attention,connection,follow,hostCache,settings}.test.tsx',
  'tests/components/{bar,boundaries,confirm,devtools,editing,expiry,firstHtml,history,list,overflow,ownCard}.test.tsx',
  'tests/components/{previews,questions,remember,renderers,rendering,server,settings,waiting}.test.tsx',
  'tests/editor/editor.test.tsx',
]

/** Tests in a browser wait more than they work, the others only work: on two processors one of each goes on at a time. */
class Interleaved extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is no array that sorts.
    const sorted = await super.sort(specs)
    const inBrowser = sorted.filter(({ project }) => project.name === 'e2e')
    const others = sorted.filter((spec) => !inBrowser.includes(spec))
    const size = Math.ceil(others.length / Math.max(1, inBrowser.length))
    return inBrowser.length === 0
      ? others
      : inBrowser.flatMap((spec, index) => [spec, ...others.slice(index * size, (index + 1) * size)])
  }
}

export default defineConfig({
  plugins: [react(), besideTheCode],
  resolve: { alias: packageAlias },
  build: {
    minify: false,
    // Its comments are a fifth of it.
    cssMinify: 'esbuild',
    sourcemap: true,
    cssCodeSplit: true,
    target: 'es2022',
    lib: {
      formats: ['es'],
      entry: {
        index: here('src/index.ts'),
        core: here('src/core.ts'),
        'mocks/index': here('src/mocks/index.ts'),
        'mocks/msw': here('src/mocks/msw.ts'),
        'adapters/in-page/index': here('src/adapters/in-page/index.ts'),
        'adapters/ai-sdk/index': here('src/adapters/ai-sdk/index.ts'),
        'adapters/ag-ui/index': here('src/adapters/ag-ui/index.ts'),
        'adapters/langgraph/index': here('src/adapters/langgraph/index.ts'),
        'adapters/lobehub/index': here('src/adapters/lobehub/index.ts'),
        'adapters/openai-agents/index': here('src/adapters/openai-agents/index.ts'),
        'editor/index': here('src/editor/index.ts'),
        'devtools/index': here('src/devtools/index.ts'),
        'previews/index': here('src/previews/index.ts'),
        'server/index': here('src/server/index.ts'),
        'testing/index': here('src/testing/index.ts'),
        ...Object.fromEntries(languages.map((code) => [`locales/${code}`, here(`src/locales/${code}.ts`)])),
        styles: here('src/styles/index.css'),
        structure: here('src/styles/structure.css'),
      },
    },
    rolldownOptions: {
      external,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    // Most tests wait more than they compute, so two more than there are processors keep two of them busy.
    maxWorkers: Math.max(4, availableParallelism()),
    // A busy machine is no failure: what hangs is found out all the same.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: Interleaved },
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'tests/{model,gateway,adapters,server,mocks,testing,query,locales,package,simulation,editor}/**/*.test.ts',
          ],
          setupFiles: ['tests/support/failOnConsole.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          include: ['tests/{hooks,components,editor}/**/*.test.tsx'],
          setupFiles: ['tests/support/failOnConsole.ts', 'tests/support/dom.ts'],
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
        test: {
          name: 'react18',
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          include: ofReact,
          setupFiles: [
            'tests/support/isReact18.ts',
            'tests/support/failOnConsole.ts',
            'tests/support/dom.ts',
          ],
          execArgv: ['--import', here('tests/support/react18.mjs')],
        },
      },
      {
        extends: true,
        resolve: { alias: [{ find: '@tanstack/react-query', replacement: 'react-query-floor' }] },
        test: {
          name: 'oldest-query',
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          include: ['tests/hooks/{decide,follow}.test.tsx'],
          setupFiles: ['tests/support/failOnConsole.ts', 'tests/support/dom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'loopback',
          environment: 'jsdom',
          include: ['tests/loopback/**/*.test.tsx'],
          setupFiles: ['tests/support/failOnConsole.ts', 'tests/support/cleanup.ts'],
        },
      },
      {
        // The published files, as a host's own tests use them.
        resolve: {
          alias: [
            { find: /^intervention-bar\/locales\/(.+)$/, replacement: here('dist/locales/$1.js') },
            { find: /^intervention-bar\/mocks$/, replacement: here('dist/mocks/index.js') },
            { find: /^intervention-bar\/(core|mocks\/msw)$/, replacement: here('dist/$1.js') },
            { find: /^intervention-bar$/, replacement: here('dist/index.js') },
          ],
        },
        plugins: [react()],
        test: {
          name: 'consumer',
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          include: ['tests/consumer/**/*.test.tsx'],
          setupFiles: ['tests/support/failOnConsole.ts', 'tests/support/dom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/*.test.ts'],
          globalSetup: ['tests/e2e/support/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          environment: 'jsdom',
          include: ['tests/bench/**/*.test.tsx'],
          setupFiles: ['tests/support/cleanup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'bench-browser',
          environment: 'node',
          include: ['tests/bench/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/setup.ts'],
        },
      },
      {
        extends: true,
        plugins: [mswWorker],
        optimizeDeps: { include: ofPreviews },
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['tests/browser/**/*.test.tsx'],
          setupFiles: ['tests/support/failOnConsole.ts', 'tests/support/loadPreviews.ts'],
          browser: inChromium(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: here('.storybook') })],
        optimizeDeps: { include: ofPreviews },
        test: {
          name: 'stories',
          // By themselves: their presses are timed, and their pages are drawn.
          sequence: { groupOrder: 1 },
          // Each story mounts its own gateway; a page per file costs seconds and buys nothing.
          isolate: false,
          setupFiles: ['tests/support/failOnConsole.ts', 'tests/support/loadPreviews.ts'],
          browser: inChromium(),
        },
      },
    ],
  },
})
