import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packKit } from './packKit.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed kit, unpacked: what `npm install intervention-bar` puts into a host's node_modules. */
    readonly kit: string
    /** The folder of the apps, outside of this project's tree, so that no module of it is found by accident. */
    readonly workshop: string
  }
}

/** Packs the kit once for all apps. */
export default function setup(project: TestProject): () => void {
  const workshop = mkdtempSync(join(tmpdir(), 'intervention-bar-e2e-'))
  project.provide('kit', packKit(workshop))
  project.provide('workshop', workshop)
  return () => rmSync(workshop, { recursive: true, force: true })
}
