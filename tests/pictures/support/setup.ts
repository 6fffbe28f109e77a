import react from '@vitejs/plugin-react'
import tailwind from '@tailwindcss/vite'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../support/chromium.mjs'
import { packageAlias } from '../../support/packageAlias.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the pages. */
    readonly url: string
    /** The address of the browser that draws. */
    readonly browser: string
    /** Pictures that changed are written, and not compared. */
    readonly writes: boolean
  }
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the pages and serves them on loopback. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  rmSync(here('../../../.cache/pictures'), { recursive: true, force: true })
  mkdirSync(here('../../../.cache/pictures/differences'), { recursive: true })
  const root = here('../page')
  const outDir = here('../../../.cache/pictures/page')
  const pages = readdirSync(root)
    .filter((file) => file.endsWith('.html'))
    .map((page) => `${root}/${page}`)
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    plugins: [react(), tailwind()],
    resolve: { alias: packageAlias, dedupe: ['react', 'react-dom'] },
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: pages } },
  })
  const served = await preview({
    configFile: false,
    logLevel: 'warn',
    root,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const executablePath = findChromium()
  const browser = await chromium.launchServer({
    args: [...chromiumFlags],
    ...(executablePath ? { executablePath } : {}),
  })
  project.provide('url', served.resolvedUrls!.local[0]!)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await served.close()
  }
}
