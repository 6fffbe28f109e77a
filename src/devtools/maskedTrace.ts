import { hiddenValues } from '../model/hiddenValues.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { textOfString } from '../model/jsonMeaning.ts'

type Schemas = ReadonlyMap<
  string,
  { readonly args: JsonSchema | undefined; readonly answer: JsonSchema | undefined }
>

interface Found {
  readonly text: string
  readonly schema: JsonSchema | undefined
}

// Words of the protocol: a hidden value that is equal to one of them must not break the trace.
const fixed = new Set([
  'type',
  'kind',
  'status',
  'outcome',
  'decision',
  'code',
  'applied',
  'cursor',
  'format',
])
// Shorter values are everywhere in a text.
const shortest = 4

// The trace without its hidden values. The same value has the same name everywhere, so that the steps still lead from the
// begin to the end.
export function maskedTrace<Trace extends object>(trace: Trace, secretKeys: readonly string[]): Trace {
  // SAFETY: a trace is JSON, and only texts differ.
  const plain = JSON.parse(JSON.stringify(trace)) as Trace
  const schemas = schemasIn(plain)
  const names = new Map<string, string>()
  visitTexts(plain, schemas, ({ text, schema }) => {
    for (const { start, end } of hiddenValues(text, schema, secretKeys)) {
      const source = text.slice(start, end)
      if (!names.has(source)) names.set(source, `⟦••• ${names.size + 1}⟧`)
    }
  })
  if (names.size === 0) return plain
  const scrubbed = scrubber(names)
  const mask = (value: unknown, key: string, toolCallId: string | undefined): unknown => {
    if (typeof value === 'string') {
      const found = textIn(key, value, toolCallId, schemas)
      if (!found) return fixed.has(key) ? value : scrubbed(value)
      let done = ''
      let at = 0
      for (const { start, end } of hiddenValues(value, found.schema, secretKeys)) {
        done += value.slice(at, start) + JSON.stringify(names.get(value.slice(start, end)))
        at = end
      }
      return scrubbed(done + value.slice(at))
    }
    if (Array.isArray(value)) return value.map((one) => mask(one, key, toolCallId))
    if (!isObject(value)) return value
    const id = idIn(value) ?? toolCallId
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mask(one, name, id)]))
  }
  return mask(plain, '', undefined) as Trace
}

function scrubber(names: ReadonlyMap<string, string>): (text: string) => string {
  const values = [...names].flatMap(([source, name]) => {
    const value = source.startsWith('"') ? textOfString(source) : source
    // Within another JSON text it is escaped.
    const both = [value, source.replaceAll(/^"|"$/g, '')]
    return both.flatMap((one) => (one.length >= shortest ? [[one, name] as const] : []))
  })
  const longestFirst = values.toSorted(([one], [other]) => other.length - one.length)
  return (text) => longestFirst.reduce((left, [value, name]) => left.replaceAll(value, () => name), text)
}

function schemasIn(trace: object): Schemas {
  const schemas = new Map<string, { args: JsonSchema | undefined; answer: JsonSchema | undefined }>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    if (!isObject(value)) return
    const id = idIn(value)
    const { tool, question } = value
    if (id !== undefined && 'tool' in value) {
      const known = schemas.get(id)
      schemas.set(id, {
        args: schemaOf(tool, 'inputSchema') ?? known?.args,
        answer: schemaOf(question, 'schema') ?? known?.answer,
      })
    }
    Object.values(value).forEach(visit)
  }
  visit(trace)
  return schemas
}

function schemaOf(holder: unknown, key: string): JsonSchema | undefined {
  const schema = isObject(holder) ? holder[key] : undefined
  return isObject(schema) ? schema : undefined
}

function visitTexts(trace: object, schemas: Schemas, onText: (found: Found) => void): void {
  const visit = (value: unknown, key: string, toolCallId: string | undefined): void => {
    if (typeof value === 'string') {
      const found = textIn(key, value, toolCallId, schemas)
      if (found) onText(found)
    } else if (Array.isArray(value)) {
      for (const one of value) visit(one, key, toolCallId)
    } else if (isObject(value)) {
      const id = idIn(value) ?? toolCallId
      for (const [name, one] of Object.entries(value)) visit(one, name, id)
    }
  }
  visit(trace, '', undefined)
}

function textIn(key: string, text: string, toolCallId = '', schemas: Schemas): Found | undefined {
  if (key === 'argsText') return { text, schema: schemas.get(toolCallId)?.args }
  if (key === 'answerText') return { text, schema: schemas.get(toolCallId)?.answer }
  return undefined
}

function idIn(value: Readonly<Record<string, unknown>>): string | undefined {
  const { toolCallId } = value
  return typeof toolCallId === 'string' ? toolCallId : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
