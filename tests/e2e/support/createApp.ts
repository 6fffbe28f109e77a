import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** Maps package names to installed folders. Their dependencies are copied too. */
export type Packages = Readonly<Record<string, string>>

export const react19: Packages = { react: 'react', 'react-dom': 'react-dom' }
export const react18: Packages = { react: 'react-18', 'react-dom': 'react-dom-18' }

/**
 * A bare app outside of the project: the files of a template, the packed kit, and copies of the packages it needs. Copies
 * and no links, because bundlers follow links back into the tree they came from.
 */
export function createApp(template: string, packages: Packages): string {
  const root = mkdtempSync(join(inject('workshop'), `${template}-`))
  cpSync(join('tests/e2e/apps', template), root, { recursive: true })
  const manifest = join(root, 'package.json')
  if (!existsSync(manifest))
    writeFileSync(manifest, JSON.stringify({ name: template, private: true, type: 'module' }))
  const modules = join(root, 'node_modules')
  mkdirSync(modules)
  cpSync(inject('kit'), join(modules, 'intervention-bar'), { recursive: true })
  for (const dependency of dependenciesOf(inject('kit'))) install(dependency, dependency, modules)
  install('@tanstack/react-query', '@tanstack/react-query', modules)
  for (const [name, source] of Object.entries(packages)) install(source, name, modules)
  return root
}

/** Copies a package and what it depends on, unless it is there or lies inside of it. */
function install(source: string, name: string, modules: string): void {
  const from = join('node_modules', source)
  const to = join(modules, name)
  if (existsSync(to) || !existsSync(from)) return
  cpSync(from, to, { recursive: true, dereference: true })
  for (const dependency of dependenciesOf(from)) {
    if (!existsSync(join(from, 'node_modules', dependency))) install(dependency, dependency, modules)
  }
}

function dependenciesOf(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
    optionalDependencies?: Record<string, string>
  }
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
}
