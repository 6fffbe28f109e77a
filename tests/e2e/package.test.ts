import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { createApp, react19 } from './support/createApp.ts'

const run = promisify(execFile)
const kit = (): string => inject('kit')
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
/** Code, markup and styles that come into being from text. */
const madeFromStrings = new RegExp(
  [
    String.raw`\beval\s*[()]`,
    String.raw`\bnew\s+Function\b`,
    String.raw`set(Timeout|Interval)\(['"\`]`,
    'InnerHTML|outerHTML|insertAdjacentHTML|HTMLUnsafe|parseFromString|createContextualFragment|srcdoc',
    String.raw`document\.write`,
    String.raw`(createElement|jsxs?)\(['"\`]style|createElementNS\([^)]*['"\`]style|<style|insertRule`,
  ].join('|'),
  'i',
)
const manifest = (): Record<string, Record<string, string>> =>
  JSON.parse(readFileSync(join(kit(), 'package.json'), 'utf8'))

const documents = ['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md']

describe('the packed package', () => {
  it('contains the build and the documents, and nothing else', () => {
    const top = new Set(filesIn(kit()).map((file) => file.split('/')[0]))
    expect(top).toEqual(new Set([...documents, 'dist', 'package.json', 'stories']))
    const pages = filesIn(join(kit(), 'stories'))
    const isPage = /^docs\/(?:\w+\.mdx|measured\.(?:json|svg|others\.svg)|pictures\/[\w-]+\.png)$/
    const isExample = /^examples\/(?!.*(?:package-lock|node_modules))/
    expect(pages.filter((page) => !isPage.test(page) && !isExample.test(page))).toEqual([])
    const kinds = new Set(
      filesIn(join(kit(), 'dist')).map(
        (file) => /(\.d\.ts|\.css|\.js|\.js\.map|llms\.txt|registry\/[\w-]+\.json)$/.exec(file)?.[1],
      ),
    )
    expect(kinds).toEqual(
      new Set(['.css', '.d.ts', '.js', '.js.map', 'llms.txt', 'registry/intervention-bar.json']),
    )
  })

  it('runs nothing when it is installed', () => {
    const { scripts = {} } = manifest()
    expect(
      Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|publish|pack)/.test(name)),
    ).toEqual([])
  })

  it('depends on five packages only', () => {
    expect(Object.keys(manifest()['dependencies'] ?? {})).toEqual([
      '@cfworker/json-schema',
      '@speed-highlight/core',
      'diff',
      'eventsource-parser',
      'valibot',
    ])
  })

  it('creates no code and no markup from strings', () => {
    const code = filesIn(join(kit(), 'dist')).filter((file) => file.endsWith('.js'))
    const found = code.flatMap((file) => {
      const match = madeFromStrings.exec(readFileSync(join(kit(), 'dist', file), 'utf8'))
      return match ? [`${file}: ${match[0]}`] : []
    })
    expect(code.length).toBeGreaterThan(100)
    expect(found).toEqual([])
  })

  it.each([
    'jsx("p", { dangerouslySetInnerHTML: { __html: text } })',
    'element.innerHTML = text',
    'element.insertAdjacentHTML("beforeend", text)',
    'new Function(text)',
    '(0, eval)(text)',
    'setTimeout("go()", 1)',
    'document.createElement("style")',
    'jsx("style", { children: text })',
  ])('would fail with %s in it', (code) => {
    expect(code).toMatch(madeFromStrings)
  })
})

it('is built byte for byte the same every time', async () => {
  const again = join(inject('workshop'), 'again')
  mkdirSync(again)
  await run(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--outDir',
    again,
    '--logLevel',
    'error',
  ])
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src', '--outDir', again])
  const hashes = (folder: string): readonly string[] =>
    // A source map names its sources relative to where it lies, and these lie elsewhere.
    filesIn(folder)
      .filter((file) => !file.endsWith('.map'))
      .map(
        (file) =>
          `${createHash('sha256')
            .update(readFileSync(join(folder, file)))
            .digest('hex')} ${file}`,
      )
  expect(hashes(again)).toEqual(hashes('dist'))
})

describe('in a bundle', () => {
  async function bundle(code: string): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: process.cwd() },
      alias: { 'intervention-bar': join(kit(), 'dist') },
      external: ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query'],
      nodePaths: [join(process.cwd(), 'node_modules')],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
    })
    return outputFiles[0]!.text
  }

  it.each([
    ["export { useBusy } from 'intervention-bar/index.js'", /Approve|data-part|toSorted\(\(\[/],
    [
      "export { useApprove } from 'intervention-bar/index.js'",
      /Approval needed|data-part|text\/event-stream/,
    ],
    ["export { ApproveButton } from 'intervention-bar/index.js'", /createTextNode|data-part":"bar"/],
    ["export { GatewayError } from 'intervention-bar/core.js'", /fetch|react/],
    ["export { isBusy, reduce, merge, retire } from 'intervention-bar/core.js'", /fetch|react/],
  ])('%s contains no code that it does not need', async (code, foreign) => {
    expect(await bundle(code)).not.toMatch(foreign)
  })

  it('has no React in "./core"', async () => {
    expect(await bundle("export * from 'intervention-bar/core.js'")).not.toMatch(/from"react"|jsx-runtime/)
  })
})

describe('the types', () => {
  let root: string
  beforeAll(() => {
    root = createApp('types', {
      ...react19,
      '@types/react': '@types/react',
      '@types/react-dom': '@types/react-dom',
      msw: 'msw',
    })
    cpSync('tests/types/consumer.tsx', join(root, 'consumer.tsx'))
  })

  it.each(
    ['typescript-5', 'typescript-6', 'typescript'].flatMap((typescript) =>
      (['nodenext', 'bundler'] as const).map((resolution) => [typescript, resolution] as const),
    ),
  )('are understood by %s with %s', async (typescript, resolution) => {
    const config = join(root, `tsconfig.${typescript}.${resolution}.json`)
    const compilerOptions = {
      strict: true,
      noEmit: true,
      jsx: 'react-jsx',
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution: resolution,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      types: [],
    }
    writeFileSync(config, JSON.stringify({ compilerOptions, files: ['consumer.tsx'] }))
    const tsc = join('node_modules', typescript, 'bin/tsc')
    const said = await run(process.execPath, [tsc, '-p', config]).then(
      () => '',
      (failure: { stdout: string }) => failure.stdout,
    )
    expect(said).toBe('')
  })
})

it('lists its content with npm pack', () => {
  const [{ files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
  ) as [{ files: { path: string }[] }]
  expect(
    files
      .map((file) => file.path)
      .filter((path) => !/^stories\/examples\/(?!.*(package-lock|node_modules))/.test(path))
      .filter((path) => /(^|\/)tests?\/|\.test\.|stories\/(?!docs\/)|\.env|src\//.test(path)),
  ).toEqual([])
})
