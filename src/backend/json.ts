import { sourceOfField } from './exactJson.ts'

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Arguments that are a value, as the JSON that is sent: a text stays a JSON string. Null: they were not told. */
export function argsTextOfValue(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null
  } catch {
    // A value that JSON cannot say.
    return null
  }
}

/** `argsTextOfValue` of a field, as `readExact` read it. */
export function argsTextOfField(container: Fields, name: string): string | null {
  try {
    return sourceOfField(container, name) ?? null
  } catch {
    // A value that JSON cannot say.
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
