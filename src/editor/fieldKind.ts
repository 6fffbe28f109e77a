import type { JsonSchema } from '../model/intervention.ts'
import { isPlain, type JsonValue, readJson } from '../model/jsonEdit.ts'
import { isSameJson, textOfString } from '../model/jsonMeaning.ts'
import { countHidden } from '../model/visibleText.ts'
import { choicesOf, memberSchema, type Option, propertiesOf, takesMore, typesOf } from './schema.ts'

// The control of a value. `code`: its JSON text, which works for all of them.
export type FieldKind =
  | { readonly kind: 'text'; readonly lines: 'one' | 'several'; readonly input: TextInput }
  | { readonly kind: 'number' | 'code' }
  | { readonly kind: 'boolean' | 'object' | 'list' }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly isFree: boolean }
  | { readonly kind: 'choices'; readonly options: readonly Option[] }

export type TextInput = 'text' | 'date' | 'email' | 'url'

const code: FieldKind = { kind: 'code' }

// More values are shown as their JSON text.
const mostItems = 100
const mostLevels = 8
const longestLine = 60

// Chosen once, so that the control does not change into another kind while somebody types.
export function fieldKind(
  schema: JsonSchema,
  root: JsonSchema,
  source: string | undefined,
  level: number,
): FieldKind {
  const types = typesOf(schema)
  const choices = choicesOf(schema, root)
  const isChoice = choices?.isFree ? isText(source) : source !== 'null' || choices?.options.some(isNull)
  if (choices && isChoice) return { kind: 'choice', ...choices }
  const type = source === undefined ? types.find((one) => one !== 'null') : typeOfSource(source)
  const takes =
    types.length === 0 || types.includes(type ?? '') || (type === 'number' && types.includes('integer'))
  if (!takes) return code
  switch (type) {
    case 'string':
      return textKind(schema, source)
    case 'number':
    case 'integer':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'boolean' }
    case 'object':
      return level < mostLevels && isForm(schema, readJson(source ?? '{}')) ? { kind: 'object' } : code
    case 'array':
      return level < mostLevels ? listKind(schema, root, source ?? '[]') : code
    default:
      return code
  }
}

// An object that has fields, or may get some.
export function isForm(schema: JsonSchema, object: JsonValue | null): boolean {
  return (
    object?.kind === 'object' &&
    isPlain(object) &&
    (object.members.length > 0 || propertiesOf(schema).length > 0 || takesMore(schema))
  )
}

function isNull({ source }: Option): boolean {
  return source === 'null'
}

function isText(source: string | undefined): boolean {
  return source === undefined || (source.startsWith('"') && !isObscure(textOfString(source)))
}

function typeOfSource(source: string): string {
  if (source === 'null') return 'null'
  const types = { '"': 'string', '{': 'object', '[': 'array', t: 'boolean', f: 'boolean' }
  return types[source[0] as keyof typeof types] ?? 'number'
}

// A control of a page would draw it differently, or send it back changed.
function isObscure(text: string): boolean {
  return countHidden(text) > 0 || (text.includes('\r') && /(?<!\r)\n/.test(text))
}

function textKind(schema: JsonSchema, source: string | undefined): FieldKind {
  const text = source === undefined ? '' : textOfString(source)
  if (isObscure(text)) return code
  const { format, maxLength } = schema
  const isLong =
    text.includes('\n') || text.length > longestLine || (typeof maxLength === 'number' && maxLength > 200)
  return { kind: 'text', lines: isLong ? 'several' : 'one', input: isLong ? 'text' : inputOf(format, text) }
}

// A browser shows an empty field in the place of a date that it cannot read, and cuts spaces off an address.
function inputOf(format: unknown, text: string): TextInput {
  if (format === 'date') return text === '' || isDate(text) ? 'date' : 'text'
  if (text !== text.trim()) return 'text'
  return format === 'email' ? 'email' : format === 'uri' ? 'url' : 'text'
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text)
}

function listKind(schema: JsonSchema, root: JsonSchema, list: string): FieldKind {
  const items = readJson(list)!.members.map(({ value }) => list.slice(value.start, value.end))
  if (items.length > mostItems) return code
  const choices = Array.isArray(schema['items'])
    ? null
    : choicesOf(memberSchema(schema, '', 'array', root), root)
  if (!choices || choices.isFree) return { kind: 'list' }
  const { options } = choices
  const places = items.map((item) => options.findIndex(({ source }) => isSameJson(item, source)))
  const isOnce = new Set(places).size === items.length && !places.includes(-1)
  return isOnce ? { kind: 'choices', options } : { kind: 'list' }
}
