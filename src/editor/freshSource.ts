import type { JsonSchema } from '../model/intervention.ts'
import { choicesOf, typesOf } from './schema.ts'

// The JSON of a value that somebody adds: its default, or an empty one of its type.
export function freshSource(schema: JsonSchema, root: JsonSchema): string {
  const [choice] = choicesOf(schema, root)?.options ?? []
  const type = typesOf(schema).find((one) => one !== 'null') ?? 'string'
  if (schema['default'] !== undefined) return JSON.stringify(schema['default'])
  return choice?.source ?? empty[type] ?? '""'
}

const empty: Readonly<Record<string, string>> = {
  object: '{}',
  array: '[]',
  number: '0',
  integer: '0',
  boolean: 'false',
}
