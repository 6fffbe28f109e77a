import { isSameJson, textOfString } from './jsonMeaning.ts'
import { jsonTokens } from './jsonTokens.ts'

// A value in a JSON text. Positions are those of the text.
export interface JsonValue {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'word'
  readonly start: number
  readonly end: number
  readonly members: readonly JsonMember[]
}

export interface JsonMember {
  // Its name in an object, its index in an array.
  readonly key: string
  // The position of the name; in an array, of the value.
  readonly start: number
  readonly value: JsonValue
}

// Reads where each value is. A repeated name is a member of its own. Null: the text is not JSON.
export function readJson(text: string): JsonValue | null {
  const open: { kind: 'object' | 'array'; start: number; end: number; members: JsonMember[] }[] = []
  let root: JsonValue | null = null
  let name: { readonly key: string; readonly start: number } | null = null
  const tokens = jsonTokens(text)
  let step = tokens.next()
  for (; !step.done; step = tokens.next()) {
    const { kind, start, end } = step.value
    if (kind === 'name') name = { key: textOfString(text.slice(start, end)), start }
    else if (kind === 'close') open.pop()!.end = end
    else {
      const parent = open.at(-1)
      const container = { kind: text[start] === '{' ? 'object' : 'array', start, end, members: [] } as const
      const value: JsonValue = kind === 'open' ? container : { kind, start, end, members: [] }
      if (parent) parent.members.push({ ...(name ?? { key: String(parent.members.length), start }), value })
      else root = value
      if (kind === 'open') open.push(value as (typeof open)[number])
      name = null
    }
  }
  return step.value ? root : null
}

// A JSON Pointer to a member of the value at another one (RFC 6901).
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

export function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

// The member of that name. Of a repeated name it is the last one, which `JSON.parse` takes.
export function memberOf(value: JsonValue | undefined, key: string): JsonMember | undefined {
  if (value?.kind !== 'array') return value?.members.findLast((member) => member.key === key)
  const item = value.members[Number(key)]
  return item?.key === key ? item : undefined
}

// The value that a JSON Pointer leads to.
export function valueAt(root: JsonValue | null, pointer: string): JsonValue | undefined {
  let value = root ?? undefined
  for (const key of keysOf(pointer)) value = memberOf(value, key)?.value
  return value
}

export interface JsonPlaces {
  // The text of the value that a JSON Pointer leads to.
  readonly sourceAt: (pointer: string) => string | undefined
  // The names in the object, or the places in the array, that it leads to.
  readonly keysAt: (pointer: string) => readonly string[]
}

export function placesIn(text: string): JsonPlaces {
  const root = readJson(text)
  return {
    sourceAt: (pointer) => {
      const value = valueAt(root, pointer)
      return value && text.slice(value.start, value.end)
    },
    keysAt: (pointer) => valueAt(root, pointer)?.members.map(({ key }) => key) ?? [],
  }
}

// Replaces one value by another JSON text, or adds it at the end of its object or array. Objects that are missing on the
// way are added. All other text stays byte for byte. A pointer that leads into a string, a number or a word changes
// nothing.
export function setAt(text: string, pointer: string, source: string): string {
  let value = readJson(text)
  if (!value) return text
  const keys = keysOf(pointer)
  for (const [depth, key] of keys.entries()) {
    const member: JsonMember | undefined = memberOf(value, key)
    if (member) value = member.value
    else return add(text, value, key, wrapped(keys.slice(depth + 1), source))
  }
  return splice(text, value.start, value.end, source)
}

function wrapped(keys: readonly string[], source: string): string {
  return keys.reduceRight((inner, key) => `{${JSON.stringify(key)}:${inner}}`, source)
}

// Spaces and line breaks are those between the members that are there.
function add(text: string, parent: JsonValue, key: string, source: string): string {
  const { kind, start, members } = parent
  const isNext = kind === 'object' || (kind === 'array' && key === String(members.length))
  if (!isNext) return text
  const [first] = members
  const last = members.at(-1)
  const colon =
    last && kind === 'object' ? (/:\s*$/.exec(text.slice(last.start, last.value.start))?.[0] ?? ':') : ':'
  const written = kind === 'object' ? `${JSON.stringify(key)}${colon}${source}` : source
  if (!first || !last) return splice(text, start + 1, start + 1, written)
  const before = members.at(-2)
  const gap = before
    ? text.slice(before.value.end, last.start).replace(/^\s*,/, '')
    : text.slice(start + 1, first.start)
  return splice(text, last.value.end, last.value.end, `,${gap}${written}`)
}

// Removes a member, every one of a repeated name. All other text stays byte for byte, but for one comma.
export function removeAt(text: string, pointer: string): string {
  const keys = keysOf(pointer)
  const key = keys.at(-1)
  const parent = valueAt(readJson(text), pointer.slice(0, pointer.lastIndexOf('/')))
  if (key === undefined || !parent) return text
  const { members } = parent
  const at = members.findLastIndex((member) => member.key === key)
  const member = members[at]
  if (!member) return text
  const [previous, next] = [members[at - 1], members[at + 1]]
  const start = previous ? previous.value.end : member.start
  const end = !previous && next ? next.start : member.value.end
  const rest = splice(text, start, end, '')
  return parent.kind === 'object' ? removeAt(rest, pointer) : rest
}

function splice(text: string, start: number, end: number, source: string): string {
  return text.slice(0, start) + source + text.slice(end)
}

// Deeper values are compared as a whole, because this recurses.
const maxDepth = 100

// The JSON Pointers of what differs between two texts: values that were replaced, added or removed. An array of another
// length is one difference, and so is an object with a repeated name. Empty: at most the spaces, the order of names and
// the way to write a text differ.
export function changesBetween(from: string, to: string): readonly string[] {
  const [before, after] = [readJson(from), readJson(to)]
  if (from === to) return []
  if (!before || !after) return ['']
  return [...differences('', 0, before, after)]

  function* differences(
    pointer: string,
    depth: number,
    one: JsonValue | undefined,
    other: JsonValue | undefined,
  ): Generator<string> {
    if (!one || !other) return yield pointer
    const isDivided =
      depth < maxDepth &&
      one.kind === other.kind &&
      (one.kind === 'object'
        ? isPlain(one) && isPlain(other)
        : one.members.length === other.members.length) &&
      one.members.length + other.members.length > 0
    if (isDivided) {
      const [mine, theirs] = [one, other].map(
        ({ members }) => new Map(members.map(({ key, value }) => [key, value])),
      ) as [Map<string, JsonValue>, Map<string, JsonValue>]
      for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
        yield* differences(pointerTo(pointer, key), depth + 1, mine.get(key), theirs.get(key))
      }
    } else if (!isSameJson(from.slice(one.start, one.end), to.slice(other.start, other.end))) yield pointer
  }
}

// True if no name is repeated.
export function isPlain({ members }: JsonValue): boolean {
  return new Set(members.map(({ key }) => key)).size === members.length
}
