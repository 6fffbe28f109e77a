// @ts-nocheck -- It runs the built files, without types.
// Fills in the addresses of the project, from the one that is given: npm run release:address https://example.com/owner/name
import { execFileSync } from 'node:child_process'

const [, , given] = process.argv
const url = URL.canParse(given ?? '') ? new URL(given) : null
if (url?.protocol !== 'https:') {
  process.stderr.write('Give the https address of the repository.\n')
  process.exit(1)
}
const address = url.href.replace(/\/$/, '')
execFileSync('npm', [
  'pkg',
  'set',
  'repository.type=git',
  `repository.url=git+${address}.git`,
  `homepage=${address}#readme`,
  `bugs.url=${address}/issues`,
])
