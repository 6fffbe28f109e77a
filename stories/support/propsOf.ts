import reference from '../docs/Reference.mdx?raw'

interface ArgType {
  readonly description: string
  readonly control: 'boolean' | 'number' | 'text' | false
  readonly table: {
    readonly type: { readonly summary: string }
    readonly defaultValue?: { readonly summary: string }
  }
}

const controls: Readonly<Record<string, ArgType['control']>> = {
  boolean: 'boolean',
  number: 'number',
  string: 'text',
}

/** The table of props of a component, as the page "Every part and hook" has it, with a control for each plain value. */
export function propsOf(component: string): Readonly<Record<string, ArgType>> {
  const [, section = ''] = reference.split(`#### \`${component}\`\n`)
  const [own = ''] = section.split('\n#### ')
  const rows = own.match(/^\| `\w+\??` \|.*$/gm) ?? []
  return Object.fromEntries(rows.map((row) => argTypeOf(row)))
}

function argTypeOf(row: string): readonly [string, ArgType] {
  const [name = '', type = '', fallback = '', description = ''] = row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('`', ''))
  const defaultValue = fallback === '' ? {} : { defaultValue: { summary: fallback } }
  return [
    name.replace('?', ''),
    { description, control: controls[type] ?? false, table: { type: { summary: type }, ...defaultValue } },
  ]
}
