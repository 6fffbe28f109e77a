// Bundles what starts the chats and runs it: Node 20 does not read TypeScript.
import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// The modules of each chat, loaded separately, so that a failure affects one chat only.
const outdir = await mkdtemp(resolve('tests/backends/node_modules', '.chats-'))
try {
  await build({
    entryPoints: ['tests/backends/chats/main.ts'],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  await import(pathToFileURL(join(outdir, 'main.mjs')).href)
} finally {
  await rm(outdir, { recursive: true })
}
