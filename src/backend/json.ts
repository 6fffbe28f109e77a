import { sourceOf } from './exactJson.ts'

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Arguments as they are shown and compared: JSON text stays as it is, anything else is written as it was read. */
export function argsTextOf(value: unknown): string {
  return typeof value === 'string' ? value : (sourceOf(value ?? {}) ?? '{}')
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
