import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const chats = 'tests/backends/chats'
const installed = resolve('tests/backends/node_modules')

/** Options of building a chat. */
export interface ChatBuild {
  /** The packed kit, unpacked. */
  readonly kit: string
  /** A folder outside of this project's tree. */
  readonly workshop: string
  /** Its presses count in a frame of another site. @default false */
  readonly isFramed?: boolean
  /** Gives up. */
  readonly signal?: AbortSignal
}

/**
 * Builds the app of a chat as a host would: the packages of the suite, and the kit out of its tarball. In a process of
 * its own, which gives back the memory that it takes.
 */
export async function buildChat(
  name: string,
  { kit, workshop, isFramed = false, signal }: ChatBuild,
): Promise<string> {
  const modules = join(workshop, 'node_modules')
  if (!existsSync(modules)) linkPackages(modules, kit)
  const root = join(workshop, name)
  cpSync(join(chats, 'page'), root, { recursive: true })
  cpSync(join(chats, name, 'App.tsx'), join(root, 'App.tsx'))
  if (isFramed) allowFrames(join(root, 'App.tsx'))
  await run(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build'], { cwd: root, signal })
  return join(root, 'dist')
}

/** Code of a host whose page is framed: without it no press counts. */
function allowFrames(file: string): void {
  const source = readFileSync(file, 'utf8')
  const allowed = source.replace('<InterventionBar ', '<InterventionBar frameAllowed ')
  if (allowed === source) throw new Error(`There is no bar in ${file} that could count presses in a frame.`)
  writeFileSync(file, allowed)
}

function linkPackages(modules: string, packed: string): void {
  mkdirSync(modules)
  for (const name of readdirSync(installed)) {
    if (!name.startsWith('.')) symlinkSync(join(installed, name), join(modules, name))
  }
  const kit = join(modules, 'intervention-bar')
  cpSync(packed, kit, { recursive: true })
  // Its own dependencies are its own: none of the chats has them.
  for (const name of ['@tanstack/react-query', ...dependenciesOf(kit)]) copy(name, join(kit, 'node_modules'))
}

function copy(name: string, modules: string): void {
  const to = join(modules, name)
  if (existsSync(to)) return
  cpSync(join('node_modules', name), to, { recursive: true, dereference: true })
  for (const dependency of dependenciesOf(to)) copy(dependency, modules)
}

function dependenciesOf(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  return Object.keys(manifest.dependencies ?? {})
}
