import type { EditDraft } from '../model/editDraft.ts'
import type { Revision } from '../model/ids.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { choicesOf, isRequired, memberSchema, propertiesOf, typesOf } from './schema.ts'

// A schema may contain itself.
const mostLevels = 8

/** The JSON of a value that somebody adds: its default, or an empty one of its type. */
export function freshSource(schema: JsonSchema, root: JsonSchema): string {
  const written = schema['default'] === undefined ? undefined : JSON.stringify(schema['default'])
  const [choice] = choicesOf(schema, root)?.options ?? []
  if (written !== undefined) return written
  if (choice) return choice.source
  switch (typesOf(schema).find((type) => type !== 'null')) {
    case 'object':
      return '{}'
    case 'array':
      return '[]'
    case 'number':
    case 'integer':
      return '0'
    case 'boolean':
      return 'false'
    default:
      return '""'
  }
}

/** A draft of an answer: an object with the defaults of its schema, and nothing else. */
export function startAnswer(revision: Revision, schema: JsonSchema): EditDraft {
  const text = defaultOf(schema, schema, 0) ?? '{}'
  return { revision, from: '', text, unfinished: {}, problems: [], edits: 0, view: 'form' }
}

function defaultOf(schema: JsonSchema, root: JsonSchema, level: number): string | undefined {
  if (schema['default'] !== undefined) return JSON.stringify(schema['default'])
  if (level === mostLevels) return undefined
  const members = [...propertiesOf(schema).keys()].flatMap((key) => {
    const inner = memberSchema(schema, key, 'object', root)
    // What is optional as a whole is not begun by a default within it.
    const isBegun = isRequired(schema, key) || inner['default'] !== undefined
    const source = isBegun ? defaultOf(inner, root, level + 1) : undefined
    return source === undefined ? [] : [`${JSON.stringify(key)}:${source}`]
  })
  return members.length > 0 ? `{${members.join(',')}}` : undefined
}
