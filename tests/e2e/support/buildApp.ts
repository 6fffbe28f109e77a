import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { createApp, type Packages, react19 } from './createApp.ts'

/** Builds a template as a host would, with nothing around it but what lies in its own folder. */
export async function buildApp(
  template: string,
  packages: Packages,
  prepare?: (root: string) => void,
): Promise<string> {
  const root = createApp(template, packages)
  prepare?.(root)
  await build(configOf(root))
  return join(root, 'dist')
}

/** Builds a template with React as a page is published with it; the other builds take that which warns of mistakes. */
export async function buildForSpeed(template: string): Promise<string> {
  const root = createApp(template, react19)
  await build({
    ...configOf(root),
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return join(root, 'dist')
}

/** Builds a template with a `server.tsx` for the browser and for a server: the folder of the one, and `render` of the other. */
export async function buildServerApp(
  template: string,
  packages: Packages,
): Promise<{ readonly folder: string; readonly render: Render }> {
  const folder = await buildApp(template, packages)
  const outDir = join(folder, '../server')
  await build({
    ...configOf(join(folder, '..')),
    build: { ssr: 'server.tsx', outDir },
    // Whole, because this process has another React.
    ssr: { noExternal: true },
  })
  const { render } = (await import(join(outDir, 'server.js'))) as { readonly render: Render }
  return { folder, render }
}

/** Renders the page. `baseUrl`: the gateway's, as the server reaches it. */
export type Render = (template: string, baseUrl: string) => Promise<string>

function configOf(root: string): InlineConfig {
  return { root, configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic' } } }
}
