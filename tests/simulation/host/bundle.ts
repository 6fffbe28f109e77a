import { build, type Plugin } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** One change to the kit's own text, for one bundle. */
export interface Change {
  /** Below `src/`. */
  readonly file: string
  readonly from: string
  readonly to: string
}

const here = resolve('tests/simulation')
const source = resolve('src')

/** In the place of these, as `src` imports them. */
const standIns: Readonly<Record<string, string>> = {
  '@tanstack/react-query': `${here}/stand-ins/queryClient.ts`,
  './wire.ts': `${here}/stand-ins/wire.ts`,
  './readEvents.ts': `${here}/stand-ins/readEvents.ts`,
  '../internal/requestId.ts': `${here}/stand-ins/requestId.ts`,
}

function replaceImports(): Plugin {
  return {
    name: 'stand-ins',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^@tanstack\/react-query$|\/wire\.ts$|\/readEvents\.ts$|\/requestId\.ts$/ }, ({ path, importer }) => {
        const standIn = importer.startsWith(source) ? standIns[path] : undefined
        return standIn ? { path: standIn } : undefined
      })
    },
  }
}

/** Applies a change to the text of a file as it is bundled; the file itself stays as it is. */
function applyChange({ file, from, to }: Change): Plugin {
  return {
    name: 'change',
    setup: ({ onLoad, onEnd }) => {
      let isApplied = false
      onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
        if (path !== resolve(source, file)) return undefined
        const parts = (await readFile(path, 'utf8')).split(from)
        if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`)
        isApplied = true
        return { contents: parts.join(to), loader: 'ts' }
      })
      onEnd(() => {
        if (!isApplied) throw new Error(`${file} is not part of the simulation.`)
      })
    },
  }
}

/** The simulation as one script, with the kit as it is, or with one change. */
export async function bundle(change?: Change): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${here}/world/main.ts`],
    inject: [`${here}/stand-ins/environment.ts`],
    plugins: [replaceImports(), ...(change ? [applyChange(change)] : [])],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'simulation',
    platform: 'neutral',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (!file) throw new Error('Nothing was bundled.')
  return file.text
}
