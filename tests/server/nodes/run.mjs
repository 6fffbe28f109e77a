// @ts-nocheck -- It runs the built files, without types.
// Runs one approval under each Node that the package supports. The other versions are the registry's own "node" packages.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const script = 'tests/server/nodes/oneApproval.mjs'
for (const version of ['20', '22', '24']) {
  const folder = mkdtempSync(join(tmpdir(), `node-${version}-`))
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    // The binary comes by an install script of its own.
    execFileSync('npm', ['install', `node@${version}`, '--no-audit', '--no-fund', '--prefix', folder], {
      stdio: 'pipe',
    })
    execFileSync(join(folder, 'node_modules/node/bin/node'), [script], { stdio: 'inherit' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
