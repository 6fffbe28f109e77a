import { isInexactNumber } from './exactNumber.ts'
import { textOfString } from './jsonMeaning.ts'
import { jsonTokens } from './jsonTokens.ts'

/** A parsed JSON value. A number that JavaScript cannot hold is its text, digit by digit. */
export type ParsedValue =
  | string
  | number
  | boolean
  | null
  | readonly ParsedValue[]
  | { readonly [name: string]: ParsedValue }

type Open = { readonly name: string } & (
  | { readonly kind: 'list'; readonly values: ParsedValue[] }
  | { readonly kind: 'object'; readonly values: Record<string, ParsedValue> }
)

// Undefined: the text is not JSON, or has a repeated name or `__proto__`, which a parsed value would lose.
export function parsedJson(
  text: string,
  numberOf: (source: string) => ParsedValue = exactNumber,
): ParsedValue | undefined {
  const open: Open[] = []
  let name = ''
  let whole: ParsedValue | undefined
  const tokens = jsonTokens(text)
  let step = tokens.next()
  for (; !step.done; step = tokens.next()) {
    const { kind, start, end } = step.value
    const source = text.slice(start, end)
    if (kind === 'name') {
      name = textOfString(source)
      const parent = open.at(-1)
      if (name === '__proto__' || (parent?.kind === 'object' && Object.hasOwn(parent.values, name)))
        return undefined
      continue
    }
    if (kind === 'open') {
      open.push(source === '{' ? { kind: 'object', name, values: {} } : { kind: 'list', name, values: [] })
      continue
    }
    const closed = kind === 'close' ? open.pop() : undefined
    const value = closed ? closed.values : leafOf(kind, source, numberOf)
    const parent = open.at(-1)
    if (!parent) whole = value
    else if (parent.kind === 'list') parent.values.push(value)
    else parent.values[closed ? closed.name : name] = value
  }
  return step.value ? whole : undefined
}

function exactNumber(source: string): ParsedValue {
  return isInexactNumber(source) ? source : Number(source)
}

function leafOf(kind: string, source: string, numberOf: (source: string) => ParsedValue): ParsedValue {
  if (kind === 'string') return textOfString(source)
  if (kind === 'number') return numberOf(source)
  return source === 'null' ? null : source === 'true'
}
