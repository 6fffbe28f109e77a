// Bundles the simulation's host and runs it: Node 20 does not read TypeScript.
import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// Next to nothing of a run outlives it, and each processor has a worker of its own: helpers only get in the way.
setFlagsFromString('--no-allocation-site-pretenuring')
setFlagsFromString('--no-parallel-scavenge')

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
