import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const run = promisify(execFile)
const chats = 'tests/backends/chats'
const installed = resolve('tests/backends/node_modules')

/**
 * Builds the app of a chat as a host would: the packages of the suite, and the kit out of its tarball. In a process of
 * its own, which gives back the memory that it takes.
 */
export async function buildChat(name: string): Promise<string> {
  const modules = join(inject('workshop'), 'node_modules')
  if (!existsSync(modules)) linkPackages(modules)
  const root = join(inject('workshop'), name)
  cpSync(join(chats, 'page'), root, { recursive: true })
  cpSync(join(chats, name, 'App.tsx'), join(root, 'App.tsx'))
  await run(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build'], { cwd: root })
  return join(root, 'dist')
}

function linkPackages(modules: string): void {
  mkdirSync(modules)
  for (const name of readdirSync(installed)) {
    if (!name.startsWith('.')) symlinkSync(join(installed, name), join(modules, name))
  }
  const kit = join(modules, 'intervention-bar')
  cpSync(inject('kit'), kit, { recursive: true })
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
