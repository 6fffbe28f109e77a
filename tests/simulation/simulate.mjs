// Bundles the simulation's host and runs it: Node 20 does not read TypeScript.
import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = await mkdtemp(join('node_modules', '.simulate-'))
const outfile = join(folder, 'main.mjs')
try {
  await build({
    entryPoints: ['tests/simulation/host/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['esbuild'],
    logLevel: 'error',
  })
  await import(pathToFileURL(outfile).href)
} finally {
  await rm(folder, { recursive: true })
}
