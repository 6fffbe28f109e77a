import type { JsonSchema } from './intervention.ts'
import { keysOf, placesIn, pointerTo, readJson } from './jsonEdit.ts'
import { keywordAt } from './schemaReference.ts'

// A value that a schema refuses.
export interface SchemaProblem {
  // A JSON Pointer to the value; to its place, if it is missing.
  readonly pointer: string
  // The keyword of the schema that refuses it, and its value there.
  readonly keyword: string
  readonly limit: unknown
}

// An error of the validator. `error`: a sentence.
export interface SchemaError {
  readonly keyword: string
  readonly keywordLocation: string
  readonly instanceLocation: string
  readonly error: string
}

// The validator is passed in, because this room imports nothing.
export type ValidatorClass = new (
  schema: JsonSchema,
  draft: '7' | '2020-12',
  isShort: false,
) => { validate(value: unknown): { readonly errors: readonly SchemaError[] } }

// Returns the problems of a JSON text that `from`, the text before the edits, did not have at a value that nobody changed:
// those are the agent's own. Throws if the schema cannot be used.
export function createSchemaCheck(
  schema: JsonSchema | undefined,
  from: string,
  Validator: ValidatorClass,
): (text: string) => readonly SchemaProblem[] {
  const before = placesIn(from)
  const fromRoot = readJson(from)
  // Arguments that were an object must stay one.
  const whole: JsonSchema = fromRoot?.kind === 'object' ? { type: 'object', ...schema } : (schema ?? {})
  // The library writes into the schema.
  const copy = JSON.parse(JSON.stringify(whole), withoutUnsafePatterns) as JsonSchema
  // Up to draft 7, the siblings of a `$ref` are ignored.
  const draft = String(whole['$schema']).includes('draft-0') ? '7' : '2020-12'
  const validator = new Validator(copy, draft, false)
  const earlier = fromRoot ? breaks(from) : []
  return (text) => {
    const now = placesIn(text)
    return breaks(text).filter(
      ({ pointer, keyword }) =>
        before.sourceAt(pointer) !== now.sourceAt(pointer) ||
        !earlier.some((one) => one.pointer === pointer && one.keyword === keyword),
    )
  }

  function breaks(text: string): readonly SchemaProblem[] {
    const problems = told(validator.validate(JSON.parse(text)).errors).map((unit) => ({
      pointer: placeOf(unit),
      keyword: unit.keyword,
      limit: keywordAt(copy, keysIn(unit.keywordLocation)),
    }))
    // One error per value is enough.
    return problems.filter((one, at) => problems.findIndex(({ pointer }) => pointer === one.pointer) === at)
  }
}

function withoutUnsafePatterns(key: string, value: unknown): unknown {
  if (key === 'pattern' && typeof value === 'string') return isSafePattern(value) ? value : undefined
  if (key !== 'patternProperties' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([pattern]) => isSafePattern(pattern)))
}

// False for a pattern that does not compile, or that may take a browser for ever: a repeated group with a repetition or
// alternatives before its end. The pattern comes from a tool.
function isSafePattern(pattern: string): boolean {
  try {
    return !/\([^]*[*+{|][^]*\)[*+{]/.test(pattern) && Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}

function keysIn(location: string): readonly string[] {
  return keysOf(location.slice(1)).map(decodeURIComponent)
}

function placeOf({ instanceLocation, keyword, error }: SchemaError): string {
  const place = keysIn(instanceLocation).reduce<string>(pointerTo, '')
  // The library names it in its sentence only.
  return keyword === 'required' ? pointerTo(place, /"(.*)"/s.exec(error)![1]!) : place
}

// Keeps the errors that people can act on, and drops those that only say that something deeper, or an alternative, failed.
function told(units: readonly SchemaError[]): readonly SchemaError[] {
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

function isWithin(unit: SchemaError, whole: SchemaError): boolean {
  return unit.keywordLocation.startsWith(`${whole.keywordLocation}/`)
}
