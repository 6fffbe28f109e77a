import type { JsonSchema } from '../model/intervention.ts'
import { isSafePattern } from '../model/schemaProblems.ts'
import { isSchema, own, referred } from '../model/schemaReference.ts'

// One value of a list of choices.
export interface Option {
  // The value as JSON.
  readonly source: string
  readonly label: string
}

// References and alternatives of a schema may lead round in circles.
const mostSteps = 32

// A schema without references, `allOf`, and alternatives that are only about null.
export function resolved(schema: unknown, root: JsonSchema): JsonSchema {
  let one: JsonSchema = isSchema(schema) ? schema : {}
  for (let step = 0; step < mostSteps; step += 1) {
    const { $ref, allOf, ...rest } = one
    const given = alternativesOf(one)
    const alternatives = given.filter((other) => other['type'] !== 'null')
    if ($ref !== undefined)
      one = merged(referred(root, $ref), allOf === undefined ? rest : { ...rest, allOf })
    else if (Array.isArray(allOf)) one = allOf.reduceRight<JsonSchema>((all, part) => merged(part, all), rest)
    else if (alternatives.length === 1) {
      const { anyOf: _any, oneOf: _one, ...others } = rest
      one = merged(alternatives[0], given.length > 1 ? { ...others, nullable: true } : others)
    } else break
  }
  return one
}

function merged(base: unknown, over: JsonSchema): JsonSchema {
  if (!isSchema(base)) return over
  const both = (keyword: string): readonly unknown[] => [base[keyword], over[keyword]]
  return {
    ...base,
    ...over,
    properties: Object.assign({}, ...both('properties').filter(isSchema)),
    required: both('required').flat(),
  }
}

function alternativesOf({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] {
  const all = anyOf ?? oneOf
  return Array.isArray(all) ? all.filter(isSchema) : []
}

export function textIn(schema: JsonSchema, keyword: string): string | undefined {
  const value = own(schema, keyword)
  return typeof value === 'string' && value !== '' ? value : undefined
}

// The JSON Schema types that a schema allows. Empty: any.
export function typesOf(schema: JsonSchema): readonly string[] {
  const types = [schema['type']].flat().filter((type) => typeof type === 'string')
  if (types.length > 0) return types
  if (propertiesOf(schema).length > 0) return ['object']
  const alternatives = alternativesOf(schema).map((one) => String(one['type']))
  if (alternatives.length > 0 && alternatives.every((type) => scalars.test(type))) return alternatives
  return schema['items'] === undefined ? [] : ['array']
}

const scalars = /^(?:string|number|integer|boolean|null)$/

export function isNullable(schema: JsonSchema): boolean {
  return schema['nullable'] === true || typesOf(schema).includes('null')
}

// The names of the properties in the order of the schema, then those that are only required.
export function propertiesOf({ properties, required }: JsonSchema): readonly string[] {
  const names = [
    ...(isSchema(properties) ? Object.keys(properties) : []),
    ...(Array.isArray(required) ? required : []),
  ]
  return [...new Set(names.filter((name) => typeof name === 'string'))]
}

// The schema of a member: of a property, of a place in a list, or of all others.
export function memberSchema(
  schema: JsonSchema,
  key: string,
  kind: 'object' | 'array',
  root: JsonSchema,
): JsonSchema {
  const { items, prefixItems, properties, patternProperties, additionalProperties } = schema
  if (kind === 'object') {
    const pattern = patternsOf(patternProperties).find((one) => new RegExp(one, 'u').test(key))
    const named = own(properties, key) ?? (pattern && own(patternProperties, pattern))
    return resolved(named ?? additionalProperties, root)
  }
  return resolved(own(prefixItems ?? items, key) ?? items, root)
}

function patternsOf(schemas: unknown): readonly string[] {
  return isSchema(schemas) ? Object.keys(schemas).filter(isSafePattern) : []
}

// True for a map: an object that says it takes values of any name, or of names of a kind.
export function takesMore({ additionalProperties, patternProperties }: JsonSchema): boolean {
  return (
    isSchema(additionalProperties) ||
    additionalProperties === true ||
    patternsOf(patternProperties).length > 0
  )
}

export function isRequired({ required }: JsonSchema, key: string): boolean {
  return Array.isArray(required) && required.includes(key)
}

// The values to choose from. Null: the schema names none. `isFree`: any other text will do too.
export function choicesOf(
  schema: JsonSchema,
  root: JsonSchema,
): { readonly options: readonly Option[]; readonly isFree: boolean } | null {
  const named = namedOptions(schema)
  if (named) return { options: named, isFree: false }
  const alternatives = alternativesOf(schema).map((one) => resolved(one, root))
  const options = alternatives.flatMap((one) => namedOptions(one) ?? [])
  const others = alternatives.filter((one) => !namedOptions(one) && one['type'] !== 'null')
  if (options.length === 0 || !others.every((one) => one['type'] === 'string')) return null
  return { options, isFree: others.length > 0 }
}

function namedOptions(schema: JsonSchema): readonly Option[] | null {
  const { enum: values, enumNames } = schema
  if (schema['const'] !== undefined) return [optionOf(schema['const'], textIn(schema, 'title'))]
  if (!Array.isArray(values)) return null
  const options = values.map((value, at) => optionOf(value, own(enumNames, String(at))))
  const labels = options.map(({ label }) => label)
  // 1 and "1" are told apart.
  return options.map((one) =>
    labels.indexOf(one.label) === labels.lastIndexOf(one.label) ? one : { ...one, label: one.source },
  )
}

function optionOf(value: unknown, title: unknown): Option {
  const source = JSON.stringify(value) ?? 'null'
  return { source, label: typeof title === 'string' ? title : typeof value === 'string' ? value : source }
}
