import { join } from 'node:path'
import { build } from 'vite'
import { createApp, type Packages } from './createApp.ts'

/** Builds a template as a host would, with nothing around it but what lies in its own folder. */
export async function buildApp(
  template: string,
  packages: Packages,
  prepare?: (root: string) => void,
): Promise<string> {
  const root = createApp(template, packages)
  prepare?.(root)
  await build({ root, configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic' } } })
  return join(root, 'dist')
}
