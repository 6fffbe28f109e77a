import type { JsonSchema } from './intervention.ts'
import { keysOf } from './jsonEdit.ts'

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

// The schema that a reference leads to within the same document. Nothing is fetched.
export function referred(root: JsonSchema, reference: unknown): unknown {
  if (typeof reference !== 'string' || !/^#(?:\/|$)/.test(reference)) return undefined
  try {
    return keysOf(decodeURIComponent(reference.slice(1))).reduce(own, root as unknown)
  } catch {
    return undefined
  }
}

// The value at the location of a keyword, through references.
export function keywordAt(root: JsonSchema, keys: readonly string[]): unknown {
  let value: unknown = root
  for (const key of keys) value = key === '$ref' ? referred(root, own(value, key)) : own(value, key)
  return value
}
