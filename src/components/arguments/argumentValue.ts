import { jsonTokens } from '../../model/jsonTokens.ts'
import { textOfString } from '../../model/jsonMeaning.ts'
import { readableLeaf } from './json.ts'

/** A value for people: a text, or the values of an object or a list. */
export type ArgumentValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'object' | 'list'; readonly entries: readonly ArgumentEntry[] }

export interface ArgumentEntry {
  /** Its position in the source. */
  readonly at: number
  /** Null: it is in a list. */
  readonly name: string | null
  readonly value: ArgumentValue
}

/** The number of JSON tokens that are drawn one by one. Beyond it, values are shown as their exact text. */
export interface TokenBudget {
  left: number
}

export function tokenBudget(): TokenBudget {
  return { left: 5_000 }
}

// Browsers lay out nested elements recursively, so deep nesting could overflow the stack.
const maxDepth = 60

interface OpenValue {
  readonly at: number
  readonly name: string | null
  readonly kind: 'object' | 'list'
  readonly entries: ArgumentEntry[]
}

/** Reads a JSON text. Too many tokens, or levels: the exact text stands for the value. */
export function readValue(source: string, budget: TokenBudget): ArgumentValue {
  const exact: ArgumentValue = { kind: 'text', text: source }
  if (!/^[{[]/.test(source)) return { kind: 'text', text: readableLeaf(source) }
  const open: OpenValue[] = []
  let name: string | null = null
  let deepAt = 0
  for (const { kind, start, end, depth } of jsonTokens(source)) {
    budget.left -= 1
    if (budget.left < 0) return exact
    if (depth > maxDepth) continue
    if (kind === 'name') name = textOfString(source.slice(start, end))
    else if (kind === 'open') {
      deepAt = start
      if (depth === maxDepth) continue
      open.push({ at: start, name, kind: source[start] === '{' ? 'object' : 'list', entries: [] })
      name = null
    } else {
      const isShallow = kind === 'close' && depth < maxDepth
      const closed = isShallow ? open.pop() : undefined
      const value = closed ? valueOf(closed) : textValue(source, kind === 'close' ? deepAt : start, end)
      const parent = open.at(-1)
      if (!parent) return value
      parent.entries.push({ at: closed?.at ?? start, name: closed ? closed.name : name, value })
      name = null
    }
  }
  return exact
}

function valueOf({ kind, entries }: OpenValue): ArgumentValue {
  if (entries.length > 0) return { kind, entries }
  return { kind: 'text', text: kind === 'object' ? '{}' : '[]' }
}

function textValue(source: string, start: number, end: number): ArgumentValue {
  return { kind: 'text', text: readableLeaf(source.slice(start, end)) }
}

/** The value as lines of text, to compare it with another one. */
export function linesOf(value: ArgumentValue, indent = ''): string {
  if (value.kind === 'text') return indent + value.text.replaceAll('\n', `\n${indent}`)
  return value.entries
    .map(({ name, value: inner }) => {
      const head = name === null ? '-' : `${name || '""'}:`
      const isShort = inner.kind === 'text' && !inner.text.includes('\n')
      return `${indent}${head}${isShort ? ` ${inner.text}` : `\n${linesOf(inner, `${indent}  `)}`}`
    })
    .join('\n')
}
