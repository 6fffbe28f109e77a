import { createRequestId } from '../gateway/requestId.ts'
import { jsonTokens } from '../model/jsonTokens.ts'

interface Source {
  readonly text: string
  readonly start: number
  readonly end: number
}

const sources = new WeakMap<object, Source>()

/**
 * Reads JSON as `JSON.parse` does and keeps the text that each object and array was written as, so that arguments can be
 * shown and sent back byte for byte: numbers that a double cannot hold, key order, duplicate keys and white space stay.
 * Throws a `SyntaxError` for what is no JSON.
 */
export function readExact(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) return value
  const open: { readonly container: object; name: string | number; readonly start: number }[] = []
  for (const { kind, start, end } of jsonTokens(text)) {
    const parent = open.at(-1)
    if (kind === 'close') {
      const closed = open.pop()!
      sources.set(closed.container, { text, start: closed.start, end })
      advance(open.at(-1))
    } else if (kind === 'name') parent!.name = JSON.parse(text.slice(start, end)) as string
    else if (kind === 'open') {
      const known: unknown = parent ? own(parent.container, parent.name) : value
      // `JSON.parse` keeps the last value of a repeated key, so the first one has no object.
      const container = typeof known === 'object' && known !== null ? known : {}
      open.push({ container, name: text[start] === '[' ? 0 : '', start })
    } else advance(parent)
  }
  return value
}

function advance(parent: { name: string | number } | undefined): void {
  if (typeof parent?.name === 'number') parent.name += 1
}

function own(container: object, name: string | number): unknown {
  return Object.getOwnPropertyDescriptor(container, name)?.value
}

/** The JSON text of a value: as it was read by `readExact`, else as it would be written. Undefined: it has none. */
export function sourceOf(value: unknown): string | undefined {
  const source = typeof value === 'object' && value !== null ? sources.get(value) : undefined
  if (source) return source.text.slice(source.start, source.end)
  if (Object.is(value, -0)) return '-0'
  return JSON.stringify(value)
}

/**
 * The JSON text of a field. A number in an object that was read by `readExact` keeps its digits. Undefined: no such field.
 *
 * @example
 * const argsText = sourceOfField(interrupt, 'args') // {"amount": 12345678901234567890}
 */
export function sourceOfField(container: unknown, name: string): string | undefined {
  if (typeof container !== 'object' || container === null || !Object.hasOwn(container, name)) return undefined
  const value = own(container, name)
  const source = sources.get(container)
  if (typeof value !== 'number' || !source) return sourceOf(value)
  let found: string | undefined
  let isNamed = false
  const text = source.text.slice(source.start, source.end)
  for (const { kind, start, end, depth } of jsonTokens(text)) {
    if (depth !== 1) continue
    if (isNamed && kind === 'number') found = text.slice(start, end)
    isNamed = kind === 'name' && JSON.parse(text.slice(start, end)) === name
  }
  return found ?? sourceOf(value)
}

/** JSON text that `writeExact` sends as it is. */
export class ExactJson {
  readonly text: string

  constructor(text: string) {
    JSON.parse(text)
    this.text = text
  }

  // `JSON.stringify` cannot send the text itself.
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/**
 * The value of a JSON text, for an answer: it is sent digit by digit as it was written. Throws a `SyntaxError` for what
 * is no JSON.
 *
 * @example
 * const payment = exactValueOf('{"amount": 12345678901234567890}') // for the answer of your own `read`
 */
export function exactValueOf(text: string): unknown {
  const value = readExact(text)
  return typeof value === 'number' ? new ExactJson(text) : value
}

/** Writes JSON as `JSON.stringify` does; every `ExactJson` in it, and all that `readExact` read, as its own text. */
export function writeExact(value: unknown): string {
  const mark = createRequestId()
  const texts: string[] = []
  const written = JSON.stringify(value, function (this: object, name: string, read: unknown) {
    // `read` has been through `toJSON`.
    const one = own(this, name) ?? read
    const text =
      one instanceof ExactJson
        ? one.text
        : typeof one === 'object' && one !== null && sources.has(one)
          ? sourceOf(one)!
          : null
    return text === null ? read : `${mark} ${texts.push(text) - 1}`
  })
  return texts.length === 0
    ? written
    : written.replace(new RegExp(`"${mark} (\\d+)"`, 'g'), (_all, index: string) => texts[Number(index)]!)
}
