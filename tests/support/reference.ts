import { readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import ts from 'typescript-5'

interface Page {
  readonly file: string
  readonly title: string
  readonly intro: string
  /** The subpaths it is about, with the file of each. */
  readonly entries: Readonly<Record<string, string>>
}

const adapters = readdirSync('src/adapters').toSorted()

/** The pages of the reference. Each subpath of the package stands on one. */
export const pages: readonly Page[] = [
  {
    file: 'Reference.mdx',
    title: 'Every part and hook',
    intro:
      'Everything that `intervention-bar` exports: the bar, its parts, the hooks, and the types that they use.',
    entries: { 'intervention-bar': 'src/index.ts' },
  },
  {
    file: 'ReferenceCore.mdx',
    title: 'Core',
    intro:
      'Everything that works without React: the HTTP gateway, the port that a gateway implements, and the rules as functions.',
    entries: { 'intervention-bar/core': 'src/core.ts' },
  },
  {
    file: 'ReferenceAdapters.mdx',
    title: 'Adapters',
    intro: 'Each adapter is one function that returns a gateway for one agent backend.',
    entries: Object.fromEntries(
      adapters.map((name) => [`intervention-bar/adapters/${name}`, `src/adapters/${name}/index.ts`]),
    ),
  },
  {
    file: 'ReferenceServer.mdx',
    title: 'Server',
    intro: 'The routes for an agent that runs in your own server, and the stores behind them.',
    entries: { 'intervention-bar/server': 'src/server/index.ts' },
  },
  {
    file: 'ReferencePreviews.mdx',
    title: 'Previews',
    intro: 'The previews of the kit, for renderers of your own, and their texts.',
    entries: { 'intervention-bar/previews': 'src/previews/index.ts' },
  },
  {
    file: 'ReferenceTesting.mdx',
    title: 'Mocks and test helpers',
    intro:
      'A gateway that runs in the test, in Storybook or in the browser, and the helpers that press its buttons.',
    entries: {
      'intervention-bar/mocks': 'src/mocks/index.ts',
      'intervention-bar/mocks/msw': 'src/mocks/msw.ts',
      'intervention-bar/testing': 'src/testing/index.ts',
    },
  },
  {
    file: 'ReferenceMore.mdx',
    title: 'Editor, devtools and languages',
    intro: 'Parts that a page fetches when somebody needs them, and the texts.',
    entries: {
      'intervention-bar/editor': 'src/editor/index.ts',
      'intervention-bar/devtools': 'src/devtools/index.ts',
      'intervention-bar/locales/en': 'src/locales/en.ts',
    },
  },
]

interface Documented {
  readonly name: string
  readonly kind: 'component' | 'hook' | 'function' | 'value' | 'type'
  readonly text: string
}

/** The exports of a value that have no example. */
export const withoutExample: string[] = []

/** Writes one page from the types and docblocks of `src`. */
export function writePage(page: Page): string {
  const sections = Object.entries(page.entries).map(([subpath, file]) => {
    const found = documentedOf(subpath, file)
    const groups = [
      ['Components', 'component'],
      ['Hooks', 'hook'],
      ['Functions', 'function'],
      ['Values', 'value'],
      ['Types', 'type'],
    ] as const
    const texts = groups.flatMap(([title, kind]) => {
      const ofKind = found.filter((one) => one.kind === kind)
      return ofKind.length === 0 ? [] : [`### ${title}`, ...ofKind.map(({ text }) => text)]
    })
    const styling = subpath === 'intervention-bar' ? [stylingSection()] : []
    return [`## ${inText(`\`${subpath}\``)}`, ...texts, ...styling].join('\n\n')
  })
  return `import { Meta } from '@storybook/addon-docs/blocks'

<Meta title="Reference/${page.title}" />

{/* Written by \`npm run reference\` from the types and docblocks of src. */}

# ${page.title}

${page.intro}

${sections.join('\n\n')}
`
}

const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'))
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
const program = ts.createProgram(
  pages.flatMap(({ entries }) => Object.values(entries).map((file) => resolve(file))),
  options,
)
const checker = program.getTypeChecker()

const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(resolve('src'))

function documentedOf(subpath: string, file: string): readonly Documented[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(resolve(file))!)!
  return checker
    .getExportsOfModule(module)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .flatMap((exported) => {
      const symbol = resolved(exported)
      if (!(symbol.flags & ts.SymbolFlags.ValueModule)) return documented(subpath, exported.name, symbol)
      return checker
        .getExportsOfModule(symbol)
        .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
        .map((part) => documented(subpath, `${exported.name}.${part.name}`, resolved(part)))
    })
}

function resolved(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

function documented(subpath: string, name: string, symbol: ts.Symbol): Documented {
  const declaration = symbol.declarations![0]!
  const about = ts.displayPartsToString(symbol.getDocumentationComment(checker))
  const kind = kindOf(name, symbol, declaration)
  const parts = [`#### \`${name}\``, inText(about)]
  switch (kind) {
    case 'component':
      parts.push(...componentText(declaration, symbol))
      break
    case 'hook':
    case 'function':
      parts.push(...functionText(name, declaration, symbol))
      break
    case 'value':
      parts.push(...membersText(checker.getTypeOfSymbolAtLocation(symbol, declaration)))
      break
    case 'type':
      parts.push(...typeText(declaration, symbol))
      break
    default:
      kind satisfies never
  }
  for (const tag of symbol.getJsDocTags(checker)) {
    if (tag.name === 'throws') parts.push(`Throws: ${inText(ts.displayPartsToString(tag.text))}`)
  }
  if (kind !== 'type') parts.push(...exampleText(subpath, name, kind, symbol))
  return { name, kind, text: parts.filter((one) => one !== '').join('\n\n') }
}

function kindOf(name: string, symbol: ts.Symbol, declaration: ts.Node): Documented['kind'] {
  if (!(symbol.flags & ts.SymbolFlags.Value)) return 'type'
  const last = name.split('.').at(-1)!
  if (/^use[A-Z]/.test(last)) return 'hook'
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration)
  if (symbol.flags & ts.SymbolFlags.Class) return 'value'
  if (type.getCallSignatures().length === 0) return 'value'
  return /^[A-Z]/.test(last) ? 'component' : 'function'
}

function componentText(declaration: ts.Node, symbol: ts.Symbol): readonly string[] {
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration)
  const [props] = type.getCallSignatures()[0]?.parameters ?? []
  const fields = props
    ? checker.getPropertiesOfType(checker.getTypeOfSymbolAtLocation(props, declaration))
    : []
  const written = ts.isVariableDeclaration(declaration) ? (declaration.type?.getText() ?? '') : ''
  const [, tag] = /, '(\w+)'>$/.exec(written) ?? []
  const own = fields.filter((field) => field.declarations?.some(isOurs))
  return [
    tag ? `Renders one \`<${tag}>\`. It takes the native props of that element, a \`ref\`, and these:` : '',
    fieldTable(own, 'prop'),
    attributesText(declaration),
  ]
}

function functionText(name: string, declaration: ts.Node, symbol: ts.Symbol): readonly string[] {
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration)
  return type.getCallSignatures().flatMap((signature) => {
    const shown = checker.signatureToString(signature, declaration, ts.TypeFormatFlags.NoTruncation)
    const parameters = signature.parameters.flatMap((parameter) => {
      const at = parameter.declarations?.[0]
      if (!at || !ts.isParameter(at) || !at.type || !ts.isTypeLiteralNode(at.type)) return []
      return [
        fieldTable(checker.getPropertiesOfType(checker.getTypeOfSymbolAtLocation(parameter, at)), 'option'),
      ]
    })
    return [fenced('text', `${name}${shown}`), ...parameters]
  })
}

function membersText(type: ts.Type): readonly string[] {
  const members = checker.getPropertiesOfType(type).filter((member) => member.declarations?.some(isOurs))
  return members.length === 0 ? [] : [fieldTable(members, 'member')]
}

function typeText(declaration: ts.Node, symbol: ts.Symbol): readonly string[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol)
  const fields = type.isUnion()
    ? []
    : checker.getPropertiesOfType(type).filter((field) => field.declarations?.some(isOurs))
  if (fields.length > 0) return [fieldTable(fields, 'field')]
  return ts.isTypeAliasDeclaration(declaration) ? [fenced('text', declaration.type.getText())] : []
}

function fieldTable(fields: readonly ts.Symbol[], title: string): string {
  // A field that is named by a symbol has no name to write.
  const named = fields.filter(({ name }) => !name.startsWith('__@'))
  if (named.length === 0) return ''
  const rows = named.map((field) => {
    const at = field.declarations?.[0]
    const written = at && 'type' in at && (at.type as ts.TypeNode | undefined)?.getText()
    const isMethod = at && ts.isMethodSignature(at)
    const type = isMethod
      ? at.getText().replace(/^readonly /, '')
      : (written ?? checker.typeToString(checker.getTypeOfSymbol(field)))
    const tags = new Map(
      field.getJsDocTags(checker).map((tag) => [tag.name, ts.displayPartsToString(tag.text)]),
    )
    const about = [ts.displayPartsToString(field.getDocumentationComment(checker)), throwsOf(tags)]
    const isOptional = field.flags & ts.SymbolFlags.Optional
    return [
      `\`${field.name}${isOptional ? '?' : ''}\``,
      inCell(code(withoutUndefined(type || ''))),
      inCell(tags.has('default') ? code(tags.get('default')!) : ''),
      inCell(inText(about.filter(Boolean).join(' ').replaceAll(/\s+/g, ' '))),
    ]
  })
  return tableOf([title, 'type', 'default', 'meaning'], rows)
}

/** An optional field may be left out. The result of a function that may be undefined is another matter. */
function withoutUndefined(type: string): string {
  const text = type.replaceAll(/\s+/g, ' ')
  return /=>/.test(text) && !text.endsWith(') | undefined') ? text : text.replace(/ \| undefined$/, '')
}

function throwsOf(tags: ReadonlyMap<string, string>): string {
  const thrown = tags.get('throws')
  return thrown === undefined ? '' : `Throws: ${thrown}`
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = head.map((_title, at) => at === 0 || rows.some((row) => row[at] !== ''))
  const line = (cells: readonly string[]): string =>
    `| ${cells.filter((_cell, at) => used[at]).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

// ---- attributes and custom properties

const sheets = readdirSync('src/styles')
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(`src/styles/${name}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''))

/** `--_name`, which the sheets use, by the names that a host sets. */
const publicNames = new Map(
  sheets.flatMap((sheet) =>
    [...sheet.matchAll(/(--_[\w-]+):\s*var\(\s*(--ib-[\w-]+)/g)].map(
      ([, inner, name]) => [inner!, name!] as const,
    ),
  ),
)

function attributesText(declaration: ts.Node): string {
  const { text, fileName } = declaration.getSourceFile()
  // A file with several parts names each in its own definition.
  const own = declaration.getText()
  const [part] = [...own.matchAll(/definePart\(\s*'\w+',\s*'(\w+)'/g)].map((found) => found[1]!)
  const name = part ?? /data-part="(\w+)"/.exec(own)?.[1]
  if (name === undefined) return ''
  const isAlone = [...text.matchAll(/definePart\(/g)].length === 1
  const inner = isAlone ? [...text.matchAll(/(?<!\[)data-part="(\w+)"/g)].map((found) => found[1]!) : []
  const marks = isAlone
    ? [...text.matchAll(/['\s](data-(?!part)[a-z-]+)['=]/g)].map((found) => found[1]!)
    : []
  const names = [name, ...inner]
  const rules = sheets.flatMap((sheet) => [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)])
  const properties = rules
    .filter(([, selector]) => names.some((one) => selector!.includes(`[data-part='${one}']`)))
    .flatMap(([, , body]) => [...body!.matchAll(/var\((--[\w-]+)/g)].map((found) => found[1]!))
    .flatMap((used) => (used.startsWith('--ib-') ? used : (publicNames.get(used) ?? [])))
  const list = (all: readonly string[]): string => [...new Set(all)].toSorted().map(code).join(', ')
  return [
    `- Selector: ${code(`[data-part='${name}']`)} (${basename(fileName)})`,
    marks.length > 0 ? `- Attributes: ${list(marks)}` : '',
    inner.length > 0 ? `- Parts inside: ${list(inner)}` : '',
    properties.length > 0 ? `- Custom properties: ${list(properties)}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function stylingSection(): string {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8')
  const rows = [...tokens.matchAll(/--_[\w-]+:\s*var\(\s*(--ib-[\w-]+)(?:,\s*([\s\S]*?))?\);\n/g)]
    .map(
      ([, name, fallback = '']) =>
        [code(name!), inCell(code(fallback.replaceAll(/\s+/g, ' ').trim()))] as const,
    )
    .filter(([name], at, all) => all.findIndex(([other]) => other === name) === at)
  return `### Custom properties\n\nSet these on the bar or on anything around it.\n\n${tableOf(['property', 'default'], rows)}`
}

// ---- examples

function exampleText(
  subpath: string,
  name: string,
  kind: Documented['kind'],
  symbol: ts.Symbol,
): readonly string[] {
  const tag = symbol.getJsDocTags(checker).find((one) => one.name === 'example')
  const written = tag && ts.displayPartsToString(tag.text)
  const example = written ?? (name.startsWith('Intervention.') ? exampleOfPart(name, symbol) : null)
  if (example === null) {
    const isWanted =
      kind === 'component' || kind === 'hook' || kind === 'function' || name.startsWith('create')
    if (isWanted) withoutExample.push(`${subpath} ${name}`)
    return []
  }
  return [fenced('tsx', `${importsFor(example, subpath)}${example}`)]
}

const namesOf = new Map(
  pages.flatMap(({ entries }) =>
    Object.entries(entries).map(([subpath, file]) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(resolve(file))!)!
      const values = checker
        .getExportsOfModule(module)
        .filter((one) => resolved(one).flags & (ts.SymbolFlags.Value | ts.SymbolFlags.ValueModule))
      return [subpath, values.map(({ name }) => name)] as const
    }),
  ),
)

/** The imports of a complete sample: from the subpath that it is about, else from the first that has the name. */
function importsFor(example: string, subpath: string): string {
  const text = example.replaceAll(/'[^'\n]*'|\.\.\./g, ' ')
  const own = text.match(/const (\{[^}]*\}|\w+)/g)?.join() ?? ''
  const words = new Set(text.match(/(?<![.\w])[A-Za-z]\w*/g))
  const taken = new Set<string>()
  const lines = [subpath, ...namesOf.keys()].flatMap((from) => {
    const names = (namesOf.get(from) ?? []).filter(
      (name) => words.has(name) && !taken.has(name) && !new RegExp(`\\b${name}\\b`).test(own),
    )
    for (const name of names) taken.add(name)
    return names.length === 0 ? [] : [`import { ${names.join(', ')} } from '${from}'\n`]
  })
  return lines.length === 0 ? '' : `${lines.join('')}\n`
}

/** A part of a card stands in a card, one that names its conversation stands alone. */
function exampleOfPart(name: string, symbol: ts.Symbol): string {
  const [props] = checker.getTypeOfSymbol(symbol).getCallSignatures()[0]?.parameters ?? []
  const id = props && checker.getTypeOfSymbol(props).getProperty('conversationId')
  if (id && !(id.flags & ts.SymbolFlags.Optional)) return `<${name} conversationId={id} />`
  return `<Intervention.Root conversationId={id}>\n  <${name} />\n</Intervention.Root>`
}

// ---- Markdown

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|')
}

/** MDX reads `<` and `{` outside of code as code of its own. */
function inText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : piece.replaceAll(/[<{]/g, '\\$&')))
    .join('')
}
