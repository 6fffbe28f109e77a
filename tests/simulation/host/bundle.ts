import { build, type Plugin } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Mutant } from './mutants.ts'

const here = resolve('tests/simulation')
const source = resolve('src')

/** In the place of these, as `src` imports them. */
const standIns: Readonly<Record<string, string>> = {
  '@tanstack/react-query': resolve('node_modules/@tanstack/query-core/build/modern/index.js'),
  './wire.ts': `${here}/stand-ins/wire.ts`,
  './readEvents.ts': `${here}/stand-ins/readEvents.ts`,
  '../gateway/requestId.ts': `${here}/stand-ins/requestId.ts`,
}

function replaceImports(): Plugin {
  return {
    name: 'stand-ins',
    setup: ({ onResolve }) => {
      onResolve(
        { filter: /^@tanstack\/react-query$|\/wire\.ts$|\/readEvents\.ts$|\/requestId\.ts$/ },
        ({ path, importer }) => {
          const isOurs = importer.startsWith(source) || importer.startsWith(here)
          const standIn = isOurs ? standIns[path] : undefined
          return standIn ? { path: standIn } : undefined
        },
      )
    },
  }
}

function applyMutant({ file, find, replace }: Mutant): Plugin {
  return {
    name: 'mutant',
    setup: ({ onLoad }) => {
      const target = join(source, file)
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path !== target) return undefined
        const text = await readFile(path, 'utf8')
        if (text.split(find).length !== 2) throw new Error(`Not once in ${file}: ${find}`)
        return { contents: text.replace(find, () => replace), loader: 'ts' }
      })
    },
  }
}

/** The simulation as one script, with the kit as it is, or with one fault in it. */
export async function bundle(mutant?: Mutant): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${here}/world/main.ts`],
    inject: [`${here}/stand-ins/environment.ts`],
    plugins: [replaceImports(), ...(mutant ? [applyMutant(mutant)] : [])],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'simulation',
    platform: 'neutral',
    target: 'es2022',
    supported: { 'object-rest-spread': false },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (!file) throw new Error('Nothing was bundled.')
  return assignSpreads(file.text)
}

/**
 * What is spread and then gets more properties is of a hidden class of its own each time in V8 11, and slow to read from
 * then on. What is assigned is not.
 */
function assignSpreads(text: string): string {
  const spread = /var __spread(Values|Props) = .*?;\n(?=\s*var )/gs
  return text.replace(spread, 'var __spread$1 = Object.assign;\n')
}
