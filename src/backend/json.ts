import { jsonTokens } from '../model/jsonTokens.ts'
import { sourceOfField } from './exactJson.ts'

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A text, or a number as text. Empty for all else: an object can throw where it is made a text. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The words of anything that was thrown. Empty for an object that throws where it is made a text. */
export function wordsOfThrown(thrown: unknown): string {
  try {
    return String(thrown)
  } catch {
    return ''
  }
}

/** Arguments that are a value, as the JSON that is sent: a text stays a JSON string. Null: they were not told. */
export function argsTextOfValue(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null
  } catch {
    // JSON cannot represent the value.
    return null
  }
}

/** `argsTextOfValue` of a field, as `readExact` read it. */
export function argsTextOfField(container: Fields, name: string): string | null {
  try {
    return sourceOfField(container, name) ?? null
  } catch {
    // JSON cannot represent the value.
    return null
  }
}

/** Arguments that came as JSON text, as they are. Null: they were not told, or are cut. */
export function argsTextOfJson(text: unknown): string | null {
  return typeof text === 'string' && parsed(text) !== undefined ? text : null
}

/** True if two JSON texts say the same, but for white space and the digits that a double cannot hold. */
export function isSameJson(one: string, other: string): boolean {
  return JSON.stringify(parsed(one)) === JSON.stringify(parsed(other))
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The fields that have a value: an absent field and an `undefined` one are not the same on the wire. */
export function definedFields<T extends object>(
  fields: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  // SAFETY: the same fields, without those that are undefined.
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> }
}

/** True if a program that parses and writes this JSON changes nothing in it but the white space. */
export function survivesParsing(text: string): boolean {
  const before = meaningsIn(text)
  const after = meaningsIn(JSON.stringify(parsed(text)))
  return before.length === after.length && before.every((meaning, index) => meaning === after[index])
}

function meaningsIn(text: string): readonly string[] {
  return [...jsonTokens(text)].map(({ kind, start, end }) => {
    const token = text.slice(start, end)
    if (kind === 'number') return decimalOf(token)
    return kind === 'string' || kind === 'name' ? JSON.stringify(parsed(token)) : token
  })
}

// A number without the ways to write it: its digits, and the power of ten of the last one.
function decimalOf(token: string): string {
  const [mantissa = '', power = '0'] = token.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  const exponent = Number(power) - fraction.length + digits.length - significant.length
  return `${mantissa.startsWith('-') ? '-' : ''}${significant}e${significant ? exponent : 0}`
}
