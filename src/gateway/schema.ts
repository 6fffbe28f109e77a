import * as v from 'valibot'
import type { Failure } from '../model/decision.ts'
import { GatewayError } from './GatewayError.ts'

/** Replaced by bundlers. */
declare const process: { readonly env: { readonly NODE_ENV?: string } }

const lastDate = 8.64e15

export type Schema<T> = v.GenericSchema<unknown, T>

export type Optional<T> = v.ExactOptionalSchema<Schema<T>, undefined>

// Few kinds of schemas, because each kind of valibot's adds to the size of every page.
export const leaf = <T>(is: (input: unknown) => boolean, expected: string): Schema<T> =>
  v.custom<T>(is, expected)
export const string: Schema<string> = leaf<string>((input) => typeof input === 'string', 'text')
export const flagged: Schema<boolean> = leaf<boolean>((input) => typeof input === 'boolean', 'true or false')
export const anything: Schema<unknown> = leaf<unknown>(() => true, 'anything')
export const time: Schema<number> = leaf<number>(
  (input) => typeof input === 'number' && Math.abs(input) <= lastDate,
  'milliseconds that a Date can hold',
)
export const oneOf = <const T extends string>(...all: readonly T[]): Schema<T> =>
  leaf<T>((input) => all.includes(input as T), all.join(', '))
export const nullable = <T>(schema: Schema<T>): Schema<T | null> =>
  byInput((input) => (input === null ? nothing : schema))
const nothing = leaf<null>((input) => input === null, 'null')
// Chooses the schema by the input, for example by its discriminant.
export const byInput = <T>(schemaOf: (input: unknown) => Schema<T>): Schema<T> => v.lazy(schemaOf)

const mostItems = 100_000
// A hand-written list may be of any length, and say another one each time.
export const listOf = <T>(schema: Schema<T>): Schema<T[]> =>
  v.pipe(
    leaf<readonly unknown[]>(
      (input) => Array.isArray(input) && input.length <= mostItems,
      `a list of at most ${mostItems} items`,
    ),
    v.transform((items) => items.slice(0, mostItems)),
    v.array(schema),
  )

export function isText(input: unknown): input is string {
  return typeof input === 'string'
}

export function optional<T>(schema: Schema<T>): Optional<T> {
  // SAFETY: `undefined` in a hand-written client reads like an absent key.
  return v.optional(schema) as unknown as Optional<T>
}

export const text: Optional<string> = optional(string)
export const flag: Optional<boolean> = optional(flagged)

export function parse<T>(
  schema: v.GenericSchema<unknown, T>,
  input: unknown,
  applied: Failure['applied'],
  root = '',
): T {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const keys = (issue.path ?? []).map((item) => String(item.key))
  const path = root + keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  throw new GatewayError({ code: 'protocol', applied, path }, `${wordsOf(issue)}. At "${path}".`)
}

// A text may be a secret, and it may be long.
function wordsOf({ type, message, expected, received }: v.BaseIssue<unknown>): string {
  if (process.env.NODE_ENV === 'production') return 'Unexpected'
  const got = received.length > longest ? `${received.slice(0, longest)}…` : received
  return `Expected ${type === 'custom' || expected === null ? message : expected}, got ${got === 'undefined' ? 'nothing' : got}`
}

const longest = 40
