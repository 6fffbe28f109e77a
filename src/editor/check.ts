import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema'
import type { EditorWords } from '../locales/editorWords.ts'
import type { EditProblem } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { keysOf, pointerTo, placesIn, readJson } from '../model/jsonEdit.ts'
import { jsonTokens } from '../model/jsonTokens.ts'
import { visibleText } from '../model/visibleText.ts'
import { isSafePattern } from './safePattern.ts'
import { keywordAt } from './schema.ts'

// The problems of a text. Null: the schema itself cannot be used.
export type Check = (text: string) => readonly EditProblem[] | null

// Checks texts against a JSON Schema. A problem that the text before the edits has too, at a value that nobody changed, is the
// agent's own and does not count.
export function createCheck(schema: JsonSchema | undefined, from: string, words: EditorWords): Check {
  const before = placesIn(from)
  const fromRoot = readJson(from)
  // Arguments stay an object.
  const type = fromRoot?.kind === 'object' ? { type: 'object' } : {}
  let breaks: ((text: string) => readonly EditProblem[]) | undefined
  let earlier: readonly EditProblem[] | undefined
  return (text) => {
    if (!readJson(text)) return [{ pointer: '', text: words.notJson(lineOfEnd(text)) }]
    try {
      breaks ??= createBreaks({ ...type, ...schema }, words)
      earlier ??= fromRoot ? breaks(from) : []
      const now = placesIn(text)
      const isOld = (one: EditProblem): boolean =>
        earlier!.some((other) => other.pointer === one.pointer && other.text === one.text) &&
        before.sourceAt(one.pointer) === now.sourceAt(one.pointer)
      return breaks(text).filter((one) => !isOld(one))
    } catch {
      // A reference to another document, or a schema that is none.
      return null
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
  // Up to draft 7, what stands beside a reference does not count.
  const draft = String(schema['$schema']).includes('draft-0') ? '7' : '2020-12'
  const validator = new Validator(copy, draft, false)
  return (text) => {
    const { errors } = validator.validate(JSON.parse(text))
    const problems = new Map<string, EditProblem>()
    for (const unit of told(errors)) {
      const limit = keywordAt(copy, keysIn(unit.keywordLocation))
      const pointer = placeOf(unit)
      const sentence = visibleText(words.refused(unit.keyword, limit))
      // The first one of a value is enough to go on with.
      if (!problems.has(pointer)) {
        problems.set(pointer, { pointer, text: sentence, isMissing: unit.keyword === 'required' })
      }
    }
    return [...problems.values()]
  }
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
  // The library names it in its sentence only.
  return keyword === 'required' ? pointerTo(place, /"(.*)"/s.exec(error)![1]!) : place
}

// The errors that people can act on: not that something within is wrong, or that of alternatives this is another one.
function told(units: readonly OutputUnit[]): readonly OutputUnit[] {
  const alternatives = units.filter(({ keyword }) => /^(?:any|one)Of$/.test(keyword))
  const kept = units.filter(
    (unit) =>
      !/^(?:if$|additional|unevaluated)/.test(unit.keyword) &&
      !alternatives.some(
        (whole) =>
          isWithin(unit, whole) &&
          unit.instanceLocation === whole.instanceLocation &&
          /^(?:type|const|enum)$/.test(unit.keyword),
      ),
  )
  return kept.filter((unit) => !kept.some((other) => isWithin(other, unit)))
}

function isWithin(unit: OutputUnit, whole: OutputUnit): boolean {
  return unit.keywordLocation.startsWith(`${whole.keywordLocation}/`)
}
