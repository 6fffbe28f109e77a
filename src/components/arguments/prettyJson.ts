import { jsonTokens } from './jsonTokens.ts'

/** Beyond these an indented text says less than the plain one, and costs more than it is worth. */
const maxLength = 20_000
const maxDepth = 20

/** A JSON text with one value per line, each written as it came. Where that would be too much: the text itself. */
export function prettyJson(text: string): string {
  if (text.length > maxLength) return text
  let pretty = ''
  let before: string | null = null
  for (const { kind, start, end, depth } of jsonTokens(text)) {
    if (depth > maxDepth) return text
    if (before === 'name') pretty += ': '
    else if (before !== null && !(before === 'open' && kind === 'close')) {
      const isFirstOrLast = before === 'open' || kind === 'close'
      pretty += `${isFirstOrLast ? '' : ','}\n${'  '.repeat(depth)}`
    }
    pretty += text.slice(start, end)
    before = kind
  }
  return pretty
}
