import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed kit, unpacked: what `npm install intervention-bar` puts into a host's node_modules. */
    readonly kit: string
    /** Where apps are made: outside of this project's tree, so that nothing of it is found by accident. */
    readonly workshop: string
  }
}

/** Packs the kit once for all apps. */
export default function setup(project: TestProject): () => void {
  if (!existsSync('dist/index.js')) throw new Error('There is no dist to pack. Run "npm run build" first.')
  const workshop = mkdtempSync(join(tmpdir(), 'intervention-bar-e2e-'))
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', workshop], {
    encoding: 'utf8',
  })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  execFileSync('tar', ['-xzf', join(workshop, filename), '-C', workshop])
  project.provide('kit', join(workshop, 'package'))
  project.provide('workshop', workshop)
  return () => rmSync(workshop, { recursive: true, force: true })
}
