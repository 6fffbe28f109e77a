import type { JsonSchema } from './intervention.ts'
import { keysOf, placesIn, pointerTo, readJson } from './jsonEdit.ts'
import { isSchema, keywordAt } from './schemaReference.ts'

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
  const copy = JSON.parse(JSON.stringify(whole), usable) as JsonSchema
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
    const problems = told(validator.validate(JSON.parse(text)).errors).map((unit) => {
      const missing = missingIn(unit)
      return {
        pointer: [...keysIn(unit.instanceLocation), ...missing].reduce<string>(pointerTo, ''),
        keyword: missing.length > 0 ? 'required' : unit.keyword,
        limit: keywordAt(copy, keysIn(unit.keywordLocation)),
      }
    })
    // One error per value is enough.
    return problems.filter((one, at) => problems.findIndex(({ pointer }) => pointer === one.pointer) === at)
  }
}

// The schema without patterns that are not safe, and in the words of newer drafts: of draft 4 and OpenAPI 3.0 the library
// would take `exclusiveMinimum: true` for the number 1, and not know `nullable`.
function usable(this: JsonSchema, key: string, value: unknown): unknown {
  if (typeof value === 'boolean' && key.startsWith('exclusive')) {
    return value ? this[key === 'exclusiveMinimum' ? 'minimum' : 'maximum'] : undefined
  }
  if (isSchema(value) && value['nullable'] === true && typeof value['type'] === 'string') {
    return { ...value, type: [value['type'], 'null'] }
  }
  if (key === 'pattern' && typeof value === 'string') return isSafePattern(value) ? value : undefined
  if (key !== 'patternProperties' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([pattern]) => isSafePattern(pattern)))
}

// False for a pattern that does not compile, or that may take a browser for ever: a repeated group with a repetition or
// alternatives before its end. The pattern comes from a tool.
export function isSafePattern(pattern: string): boolean {
  try {
    return !/\([^]*[*+{|][^]*\)[*+{]/.test(pattern) && Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}

function keysIn(location: string): readonly string[] {
  return keysOf(location.slice(1)).map(decodeURIComponent)
}

// The name of the value that is missing, which the library tells in its sentence only.
function missingIn({ keyword, error }: SchemaError): readonly string[] {
  if (!/^(?:required|depend)/.test(keyword)) return []
  return /does not have (?:required property )?"(.*)"\.$/s.exec(error)?.slice(1) ?? []
}

// Keeps the errors that people can act on, and drops those that only say that something deeper, or an alternative, failed.
function told(units: readonly SchemaError[]): readonly SchemaError[] {
  const others = units.flatMap((whole) =>
    /^(?:any|one)Of$/.test(whole.keyword) ? units.flatMap((unit) => otherAlternative(unit, whole) ?? []) : [],
  )
  const kept = units.filter(
    (unit) =>
      !/^(?:if|(?:pattern)?[pP]roperties|(?:prefix)?[iI]tems|(?:additional|unevaluated).*)$/.test(
        unit.keyword,
      ) && !others.some((other) => isWithin(unit, other)),
  )
  return kept.filter((unit) => !kept.some((other) => isWithin(other, { ...unit, instanceLocation: '' })))
}

type Place = Pick<SchemaError, 'keywordLocation' | 'instanceLocation'>

// The alternative of an error that shows that another one is meant: by the type, or by a constant within an object.
function otherAlternative(unit: SchemaError, whole: Place): Place | undefined {
  const isOther = unit.instanceLocation === whole.instanceLocation ? /^(?:type|const|enum)$/ : /^const$/
  if (!isWithin(unit, whole) || !isOther.test(unit.keyword)) return undefined
  const [alternative] = unit.keywordLocation.slice(whole.keywordLocation.length + 1).split('/')
  return { ...whole, keywordLocation: `${whole.keywordLocation}/${alternative}` }
}

function isWithin(unit: Place, whole: Place): boolean {
  return (
    unit.keywordLocation.startsWith(`${whole.keywordLocation}/`) &&
    unit.instanceLocation.startsWith(whole.instanceLocation)
  )
}
