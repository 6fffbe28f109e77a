import { type OutputUnit, type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema'
import type { EditorWords } from '../locales/editorWords.ts'
import type { EditProblem } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { keysOf, pointerTo, readJson, sourceAt } from '../model/jsonEdit.ts'
import { jsonTokens } from '../model/jsonTokens.ts'
import { visibleText } from '../model/visibleText.ts'
import { isSafePattern } from './safePattern.ts'
import { keywordAt } from './schema.ts'

/** What a text breaks. `isChecked` is false where the schema itself cannot be used. */
export interface CheckResult {
  readonly problems: readonly EditProblem[]
  readonly isChecked: boolean
}

export type Check = (text: string) => CheckResult

/**
 * Checks texts against a JSON Schema. What the text before the edits breaks too, at a value that nobody changed, is the
 * agent's own and no problem.
 */
export function createCheck(schema: JsonSchema | undefined, from: string, words: EditorWords): Check {
  const breaks = schema ? createBreaks(schema, words) : () => []
  const fromRoot = readJson(from)
  let earlier: readonly EditProblem[] | undefined
  return (text) => {
    const root = readJson(text)
    if (!root) return { problems: [{ pointer: '', text: words.notJson(lineOfEnd(text)) }], isChecked: true }
    if (fromRoot?.kind === 'object' && root.kind !== 'object') {
      return { problems: [{ pointer: '', text: words.notObject }], isChecked: true }
    }
    try {
      earlier ??= fromRoot ? breaks(from) : []
      const isOld = (one: EditProblem): boolean =>
        earlier!.some((other) => other.pointer === one.pointer && other.text === one.text) &&
        sourceAt(from, fromRoot, one.pointer) === sourceAt(text, root, one.pointer)
      return { problems: breaks(text).filter((one) => !isOld(one)), isChecked: true }
    } catch {
      // A reference to another document, or a schema that is none.
      return { problems: [], isChecked: false }
    }
  }
}

// The line after the last token that can be read.
function lineOfEnd(text: string): number {
  let last = 0
  for (const { end } of jsonTokens(text)) last = end
  const rest = /^[\s,:]*/.exec(text.slice(last))![0]
  return text.slice(0, last + rest.length).split('\n').length
}

function createBreaks(schema: JsonSchema, words: EditorWords): (text: string) => readonly EditProblem[] {
  // The library writes into the schema.
  const copy = JSON.parse(JSON.stringify(schema), withoutUnsafePatterns) as Schema
  const validator = new Validator(copy, draftOf(schema), false)
  return (text) => {
    const { errors } = validator.validate(JSON.parse(text))
    const problems = new Map<string, EditProblem>()
    for (const unit of told(errors)) {
      const limit = keywordAt(copy, keysIn(unit.keywordLocation))
      const pointer = placeOf(unit)
      const sentence = visibleText(words.refused(unit.keyword, limit))
      // The first one of a value is enough to go on with.
      if (problems.has(pointer)) continue
      problems.set(pointer, {
        pointer,
        text: sentence,
        ...(unit.keyword === 'required' && { isMissing: true }),
      })
    }
    return [...problems.values()]
  }
}

function draftOf({ $schema }: JsonSchema): SchemaDraft {
  const draft = /draft-0?(\d)|(2019-09)/.exec(String($schema))
  if (draft?.[2]) return '2019-09'
  return draft ? (draft[1] === '4' ? '4' : '7') : '2020-12'
}

function withoutUnsafePatterns(key: string, value: unknown): unknown {
  if (key === 'pattern' && typeof value === 'string') return isSafePattern(value) ? value : undefined
  if (key !== 'patternProperties' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([pattern]) => isSafePattern(pattern)))
}

function keysIn(location: string): readonly string[] {
  return keysOf(location.slice(1)).map(decodeURIComponent)
}

function placeOf({ instanceLocation, keyword, error }: OutputUnit): string {
  const place = keysIn(instanceLocation).reduce<string>(pointerTo, '')
  const name = keyword === 'required' && /required property "(.*)"\.$/s.exec(error)?.[1]
  return typeof name === 'string' ? pointerTo(place, name) : place
}

// These only say that something within them is wrong.
const wrappers = new Set([
  ...[
    '$ref',
    '$recursiveRef',
    'properties',
    'patternProperties',
    'additionalProperties',
    'items',
    'prefixItems',
  ],
  ...['additionalItems', 'allOf', 'if', 'dependentSchemas', 'unevaluatedProperties', 'unevaluatedItems'],
])

// What is within them is about something else than the value.
const closed = new Set(['propertyNames', 'contains', 'not'])

/** The errors that people can act on: of alternatives, those of the only one of the right type. */
function told(units: readonly OutputUnit[]): readonly OutputUnit[] {
  const [first, ...rest] = units
  if (!first) return []
  if (wrappers.has(first.keyword)) return told(rest)
  const isWithin = (one: OutputUnit): boolean => one.keywordLocation.startsWith(`${first.keywordLocation}/`)
  const others = (): readonly OutputUnit[] => told(rest.filter((one) => !isWithin(one)))
  if (closed.has(first.keyword)) return [first, ...others()]
  if (first.keyword !== 'anyOf' && first.keyword !== 'oneOf') return [first, ...told(rest)]
  const branches = new Map<string, OutputUnit[]>()
  for (const unit of rest.filter(isWithin)) {
    const [branch = ''] = unit.keywordLocation.slice(first.keywordLocation.length + 1).split('/')
    branches.set(branch, [...(branches.get(branch) ?? []), unit])
  }
  const fitting = [...branches.values()].filter((branch) => !branch.some((unit) => isOtherKind(unit, first)))
  return [...(fitting.length === 1 ? told(fitting[0]!) : [first]), ...others()]
}

function isOtherKind(unit: OutputUnit, whole: OutputUnit): boolean {
  return unit.instanceLocation === whole.instanceLocation && ['type', 'const', 'enum'].includes(unit.keyword)
}
