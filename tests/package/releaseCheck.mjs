// @ts-nocheck -- It runs the built files, without types.
// Refuses a release that is not ready: addresses that are missing, licences that are not permissive, a package that differs
// from build to build.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const permissive = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0'])
const problems = []

for (const field of ['repository', 'homepage', 'bugs']) {
  if (!manifest[field]) problems.push(`package.json has no "${field}". Run npm run release:address first.`)
}

const shipped = new Set()
const visit = (names, from) => {
  for (const name of Object.keys(names ?? {})) {
    const own = `${from}node_modules/${name}`
    const path = own in lock.packages ? own : `node_modules/${name}`
    if (shipped.has(path)) continue
    shipped.add(path)
    visit(lock.packages[path]?.dependencies, `${path}/`)
  }
}
visit(manifest.dependencies, '')
for (const path of shipped) {
  const { license = 'none' } = lock.packages[path] ?? {}
  if (!permissive.has(license)) problems.push(`${path} has the licence ${license}.`)
}

const pack = () => {
  execFileSync('npm', ['run', 'build'], { stdio: 'pipe' })
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { encoding: 'utf8' }))
  return packed.integrity
}
const [first, second] = [pack(), pack()]
if (first !== second) problems.push(`Two builds make two packages: ${first} and ${second}.`)
if (existsSync('.changeset/pre.json')) problems.push('A prerelease is open: npx changeset pre exit.')

process.stdout.write(`licences of ${shipped.size} packages, package ${first}\n`)
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exitCode = 1
}
