import type { JsonSchema } from './intervention.ts'
import { textOfString } from './jsonMeaning.ts'
import { jsonTokens } from './jsonTokens.ts'
import { isSchema, own, referred } from './schemaReference.ts'

/** A value in a JSON text that is hidden until somebody asks for it. */
export interface HiddenValue {
  /** Its place in the text. */
  readonly start: number
  readonly end: number
  /** Its length. */
  readonly characters: number
  /** The host named it, or the schema of the tool marks it. */
  readonly by: 'host' | 'tool'
}

// Values with these names are never hidden; values whose names contain these words are hidden by the host only.
const neverHidden = /^(?:commands?|cmd|urls?|uris?|paths?|sql|recipients?|to|cc|bcc|amounts?)$/i
const telling =
  /^(?:commands?|cmd|script|urls?|uris?|href|paths?|files?|filename|sql|query|recipients?|to|cc|bcc|amounts?)$/
const longest = 200

// `shown`: nothing hides it. `telling`: the tool cannot hide it. `secret`: the host named it, or what it is in.
type Standing = 'shown' | 'telling' | 'secret' | null

function standingOf(name: string, around: Standing, secretKeys: ReadonlySet<string>): Standing {
  if (neverHidden.test(name)) return 'shown'
  if (around === 'secret' || secretKeys.has(name.toLowerCase())) return 'secret'
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words.split(/[^a-z\d]+/).some((word) => telling.test(word)) ? 'telling' : around
}

/** Returns the values of a text that are hidden. `secretKeys`: the names that the host calls secret, at any depth. */
export function hiddenValues(
  text: string | null | undefined,
  schema: JsonSchema | undefined,
  secretKeys: readonly string[],
): readonly HiddenValue[] {
  const marks = schema !== undefined && hasMarks(schema)
  if (!text || (secretKeys.length === 0 && !marks)) return []
  const keys = new Set(secretKeys.map((key) => key.toLowerCase()))
  const hidden: HiddenValue[] = []
  const around: {
    isList: boolean
    standing: Standing
    schemas: readonly JsonSchema[]
    name: string
    count: number
  }[] = []
  let readTo = 0
  for (const { kind, start, end } of jsonTokens(text)) {
    readTo = end
    const parent = around.at(-1)
    if (kind === 'close') around.pop()
    else if (kind === 'name') parent!.name = textOfString(text.slice(start, end))
    else {
      const isNamed = parent !== undefined && !parent.isList
      const standing = isNamed ? standingOf(parent.name, parent.standing, keys) : (parent?.standing ?? null)
      const at = parent?.isList ? parent.count++ : (parent?.name ?? '')
      const inner = marks ? membersOf(schema, parent?.schemas, at) : []
      if (kind === 'open') {
        around.push({ isList: text[start] === '[', standing, schemas: inner, name: '', count: 0 })
        continue
      }
      const source = text.slice(start, end)
      const value = kind === 'string' ? textOfString(source) : null
      const characters = Array.from(value ?? source).length
      const isMarked =
        standing === null &&
        value !== null &&
        inner.some(isMarkedIn) &&
        characters <= longest &&
        isOneLine(value)
      if (standing === 'secret' || isMarked) {
        hidden.push({ start, end, characters, by: standing === 'secret' ? 'host' : 'tool' })
      }
    }
  }
  // Text that stops being JSON, such as that of a call that was cut off, has values without an end.
  const rest = /[^\s,:\]}][^]*/.exec(text.slice(readTo))?.[0]
  const [innermost] = around.slice(-1)
  const isIn = innermost?.standing === 'secret' || namesAny(innermost?.name ?? '', keys)
  if (rest && (isIn || namesAny(rest, keys))) {
    const characters = Array.from(rest).length
    hidden.push({ start: text.length - rest.length, end: text.length, characters, by: 'host' })
  }
  return hidden
}

function namesAny(text: string, keys: ReadonlySet<string>): boolean {
  return [...keys].some((key) => text.toLowerCase().includes(key))
}

function isMarkedIn(schema: JsonSchema): boolean {
  return schema['writeOnly'] === true || schema['format'] === 'password'
}

function isOneLine(value: string): boolean {
  return !/[\n\v\f\r\u0085\u2028\u2029]/.test(value)
}

const marked = new WeakMap<JsonSchema, boolean>()

// Most schemas mark nothing, and then nothing is read.
function hasMarks(schema: JsonSchema): boolean {
  const known = marked.get(schema)
  if (known !== undefined) return known
  let has = false
  try {
    has = /"writeOnly":true|"format":"password"/.test(JSON.stringify(schema))
  } catch {
    // A schema that is not JSON marks nothing.
  }
  marked.set(schema, has)
  return has
}

// The schemas of a member, of whatever alternative, condition or pattern.
function membersOf(
  root: JsonSchema,
  parents: readonly JsonSchema[] | undefined,
  at: string | number,
): readonly JsonSchema[] {
  const seen = new Set<JsonSchema>()
  const add = (schema: unknown): void => {
    if (!isSchema(schema) || seen.has(schema)) return
    seen.add(schema)
    const { $ref, allOf, anyOf, oneOf, then, else: otherwise, dependentSchemas } = schema
    const others = [allOf, anyOf, oneOf, then, otherwise, Object.values(Object(dependentSchemas) as object)]
    for (const one of [referred(root, $ref), ...others].flat()) add(one)
  }
  if (!parents) add(root)
  for (const parent of parents ?? []) {
    const { items, prefixItems = items, properties, patternProperties, additionalProperties } = parent
    if (typeof at === 'number') add(own(prefixItems, String(at)) ?? parent['additionalItems'] ?? items)
    else {
      const known = own(properties, at)
      const others = [...Object.values(Object(patternProperties) as object), additionalProperties]
      for (const one of known === undefined ? others : [known]) add(one)
    }
  }
  return [...seen]
}
