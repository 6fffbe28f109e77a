import type { ParsedValue } from '../model/parsedJson.ts'

type Named = { readonly [name: string]: ParsedValue }

// Reads arguments by names, in any of the usual spellings, and keeps which of them were read.
export interface Reader {
  readonly used: ReadonlySet<string>
  // False: a fact is told in a form that no text is, so that it would be wrong to say that it is not told.
  readonly isSure: () => boolean
  // Reads a value without marking it as drawn, so that the list still shows it.
  readonly told: (...names: readonly string[]) => ParsedValue | undefined
  // A text, or a number as its digits. Null and lists are none.
  text(...names: readonly string[]): string | undefined
  // A text that a preview calls "not told" where there is none.
  fact(...names: readonly string[]): string | undefined
  texts(...names: readonly string[]): readonly string[] | undefined
  list(...names: readonly string[]): readonly ParsedValue[] | undefined
  flag(...names: readonly string[]): boolean | undefined
  // A text as it is, anything else as its exact JSON.
  source(...names: readonly string[]): string | undefined
  // The texts of an object, and their names.
  pairs(...names: readonly string[]): readonly (readonly [string, string])[] | undefined
  // The one text in an object that has no other.
  inner(name: string, within: string): string | undefined
}

export function createReader(
  args: Named,
  sourceOf: (name: string) => string | undefined = () => undefined,
): Reader {
  const used = new Set<string>()
  const odd = new Set<string>()
  function read<Value>(
    names: readonly string[],
    as: (value: ParsedValue, name: string) => Value | undefined,
  ): Value | undefined {
    for (const wanted of names) {
      for (const [name, given] of Object.entries(args)) {
        if (used.has(name) || plain(name) !== wanted) continue
        const value = as(given, name)
        if (value === undefined) continue
        used.add(name)
        return value
      }
    }
    return undefined
  }
  return {
    used,
    isSure: () => [...odd].every((name) => used.has(name)),
    told: (...names) =>
      names
        .map((wanted) => Object.entries(args).find(([name]) => plain(name) === wanted)?.[1])
        .find((value) => value !== undefined && value !== null),
    text: (...names) => read(names, textOf),
    fact: (...names) =>
      read(names, (value, name) => {
        const text = textOf(value)
        if (text === undefined && value !== null) odd.add(name)
        return text
      }),
    texts: (...names) =>
      read(names, (value) => {
        if (typeof value === 'string') return [value]
        return isList(value) && value.every((one) => typeof one === 'string') ? value : undefined
      }),
    list: (...names) => read(names, (value) => (isList(value) ? value : undefined)),
    flag: (...names) => read(names, (value) => (typeof value === 'boolean' ? value : undefined)),
    source: (...names) => read(names, (value, name) => (typeof value === 'string' ? value : sourceOf(name))),
    pairs: (...names) =>
      read(names, (value) => {
        const pairs = isObject(value) ? Object.entries(value) : []
        return pairs.length > 0 && pairs.every(([, one]) => typeof one === 'string')
          ? (pairs as readonly (readonly [string, string])[])
          : undefined
      }),
    inner: (name, within) =>
      read([name], (value) =>
        isObject(value) && Object.keys(value).join() === within ? textOf(value[within] ?? null) : undefined,
      ),
  }
}

export function isObject(value: ParsedValue): value is Named {
  return typeof value === 'object' && value !== null && !isList(value)
}

function isList(value: ParsedValue): value is readonly ParsedValue[] {
  return Array.isArray(value)
}

function textOf(value: ParsedValue): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function plain(name: string): string {
  return name.replaceAll(/[_\-\s]/g, '').toLowerCase()
}
