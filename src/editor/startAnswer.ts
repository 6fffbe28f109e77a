import type { EditDraft } from '../model/editDraft.ts'
import type { Revision } from '../model/ids.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { isNullable, isRequired, memberSchema, propertiesOf, resolved, typesOf } from './schema.ts'

// A schema may contain itself.
const mostLevels = 8

/**
 * A draft of an answer: an object with the defaults of its schema, and nothing else.
 *
 * @example
 * const draft = startAnswer(revision, { type: 'object', properties: { gift: { type: 'boolean', default: false } } })
 * console.log(draft.text) // {"gift":false}
 */
export function startAnswer(revision: Revision, schema: JsonSchema): EditDraft {
  const text =
    defaultOf(schema, schema, 0) ?? (typesOf(resolved(schema, schema))[0] === 'array' ? '[]' : '{}')
  return { revision, from: '', text, unfinished: {}, problems: [], edits: 0, view: 'form' }
}

function defaultOf(schema: JsonSchema, root: JsonSchema, level: number): string | undefined {
  if (schema['default'] !== undefined) return JSON.stringify(schema['default'])
  if (level === mostLevels) return undefined
  const members = propertiesOf(schema).flatMap((key) => {
    const inner = memberSchema(schema, key, 'object', root)
    // An optional object is not begun by a default within it.
    const isBegun = isRequired(schema, key) || inner['default'] !== undefined
    const isAsked = isRequired(schema, key)
    const source = isBegun
      ? (defaultOf(inner, root, level + 1) ?? (isAsked ? nothingOf(inner) : undefined))
      : undefined
    return source === undefined ? [] : [`${JSON.stringify(key)}:${source}`]
  })
  return members.length > 0 ? `{${members.join(',')}}` : undefined
}

// The answer of somebody who leaves a required field empty, where the schema has one.
function nothingOf(schema: JsonSchema): string | undefined {
  const types = typesOf(schema)
  if (isNullable(schema) && !types.includes('object')) return 'null'
  return types[0] === 'array' && !schema['minItems'] ? '[]' : undefined
}
