import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changesBetween,
  type JsonValue,
  placesIn as lookIn,
  pointerTo,
  readJson,
  removeAt,
  setAt,
  valueAt,
} from '../../src/model/jsonEdit.ts'
import { isSameJson } from '../../src/model/jsonMeaning.ts'

const blank = fc.constantFrom('', '', ' ', '\n  ', '\t', '\r\n')
const odd = fc.constantFrom(
  ...['1192837465019283746', '-0', '1e400', '0.1000', '1E+2', '123.4560'],
  ...['"123"', '"\\ud800"', '"\\u0041"', '"\\/"', '""', '"\u202e"', 'true', 'null', '{}', '[]'],
)
const name = fc.constantFrom(
  '"a"',
  '"b"',
  '"a/b"',
  '"~1"',
  '""',
  '"__proto__"',
  '"\\u0061"',
  '"constructor"',
  '"0"',
)

// Whole texts with white space, repeated names and values that no double holds.
const { value: json } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    odd,
    fc
      .tuple(blank, fc.array(fc.tuple(blank, tie('value'), blank), { maxLength: 4 }))
      .map(([inner, items]) =>
        items.length === 0 ? `[${inner}]` : `[${items.map((one) => one.join('')).join(',')}]`,
      ),
    fc
      .tuple(blank, fc.array(fc.tuple(blank, name, blank, blank, tie('value'), blank), { maxLength: 4 }))
      .map(([inner, members]) =>
        members.length === 0
          ? `{${inner}}`
          : `{${members.map(([a, key, b, c, one, d]) => `${a}${key}${b}:${c}${one}${d}`).join(',')}}`,
      ),
  ),
}))
const text = fc.tuple(blank, json, blank).map((parts) => parts.join(''))

interface Place {
  readonly pointer: string
  readonly value: JsonValue
}

// A pointer leads to the last one of a repeated name.
function placesIn(value: JsonValue, pointer = ''): readonly Place[] {
  return [
    { pointer, value },
    ...[...new Map(value.members.map((member) => [member.key, member])).values()].flatMap((member) =>
      placesIn(member.value, pointerTo(pointer, member.key)),
    ),
  ]
}

const onSomePlace = (check: (text: string, place: Place, other: string) => void): void =>
  fc.assert(
    fc.property(text, fc.nat(), odd, (given, nth, other) => {
      const places = placesIn(readJson(given)!)
      check(given, places[nth % places.length]!, other)
    }),
    { numRuns: 3_000 },
  )

describe('the text of arguments under edits', () => {
  it('reads every value where JSON.parse finds it', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const { pointer } of placesIn(readJson(given)!)) {
          const source = lookIn(given).sourceAt(pointer)!
          const keys = pointer.split('/').slice(1)
          const found = keys.reduce<unknown>(
            (all, key) =>
              Object.getOwnPropertyDescriptor(all, key.replaceAll('~1', '/').replaceAll('~0', '~'))?.value,
            JSON.parse(given),
          )
          expect(JSON.parse(source)).toEqual(found)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('replaces one value, and every other byte stays', () => {
    onSomePlace((given, { pointer }, other) => {
      const { start, end } = valueAt(readJson(given), pointer)!
      const edited = setAt(given, pointer, other)
      expect(edited).toBe(given.slice(0, start) + other + given.slice(end))
      expect(lookIn(edited).sourceAt(pointer)).toBe(other)
    })
  })

  it('puts a value back to where the text is what it was', () => {
    onSomePlace((given, { pointer }, other) => {
      const before = lookIn(given).sourceAt(pointer)!
      expect(setAt(setAt(given, pointer, other), pointer, before)).toBe(given)
    })
  })

  it('adds a member at the end, and every byte that was there stays in its order', () => {
    onSomePlace((given, { pointer, value }, other) => {
      if (value.kind !== 'object' && value.kind !== 'array') return
      const key = value.kind === 'object' ? 'new one' : String(value.members.length)
      const place = pointerTo(pointer, key)
      const last = valueAt(readJson(given), pointer)!
      const edited = setAt(given, place, other)
      expect(lookIn(edited).sourceAt(place)).toBe(other)
      const at = last.members.at(-1)?.value.end ?? last.start + 1
      expect(edited.startsWith(given.slice(0, at))).toBe(true)
      expect(edited.endsWith(given.slice(at))).toBe(true)
    })
  })

  it('removes a member, and every other value stays byte for byte', () => {
    onSomePlace((given, { pointer }) => {
      if (pointer === '') return
      const key = pointer.slice(pointer.lastIndexOf('/') + 1)
      const parent = pointer.slice(0, pointer.lastIndexOf('/'))
      const holder = valueAt(readJson(given), parent)!
      const edited = removeAt(given, pointer)
      const rest = valueAt(readJson(edited), parent)!
      const keyText = key.replaceAll('~1', '/').replaceAll('~0', '~')
      const kept = holder.members
        .filter((member) => member.key !== keyText)
        .map(({ value }) => given.slice(value.start, value.end))
      expect(rest.members.map(({ value }) => edited.slice(value.start, value.end))).toEqual(kept)
      expect(edited.startsWith(given.slice(0, holder.start + 1))).toBe(true)
      expect(edited.endsWith(given.slice(holder.end - 1))).toBe(true)
    })
  })

  it('takes an added member away again without a trace', () => {
    onSomePlace((given, { pointer, value }, other) => {
      if (value.kind !== 'object' || value.members.length === 0) return
      const place = pointerTo(pointer, 'new one')
      expect(removeAt(setAt(given, place, other), place)).toBe(given)
    })
  })

  it('finds exactly the changes that were made', () => {
    onSomePlace((given, { pointer }, other) => {
      const edited = setAt(given, pointer, other)
      const changes = changesBetween(given, edited)
      const isSame = isSameJson(given, edited)
      expect(changes.length === 0).toBe(isSame)
      // A repeated name makes one change of its whole object, and so does what is within the value.
      for (const change of changes) {
        expect(change.startsWith(pointer) || pointer.startsWith(change)).toBe(true)
      }
    })
  })

  it('finds no change in the order of names or the spaces', () => {
    expect(changesBetween('{"a":1,"b":[2]}', '{ "b" : [2],\n"a":1}')).toEqual([])
  })

  it('tells "123" from 123, and one number from another that a double cannot', () => {
    expect(changesBetween('{"a":"123"}', '{"a":123}')).toEqual(['/a'])
    expect(changesBetween('{"a":1192837465019283746}', '{"a":1192837465019283747}')).toEqual(['/a'])
  })

  it('adds objects on the way to a value', () => {
    expect(setAt('{}', '/to/name', '"Ana"')).toBe('{"to":{"name":"Ana"}}')
    expect(setAt('{"to":{"x":1}}', '/to/name', '"Ana"')).toBe('{"to":{"x":1,"name":"Ana"}}')
  })

  it('writes a new member like those before it', () => {
    expect(setAt('{\n  "a": 1,\n  "b": 2\n}', '/c', '3')).toBe('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}')
    expect(setAt('[\n  1\n]', '/1', '2')).toBe('[\n  1,\n  2\n]')
  })

  it('changes nothing where the pointer leads into no object or list', () => {
    expect(setAt('{"a":1}', '/a/b', '2')).toBe('{"a":1}')
    expect(setAt('[1]', '/5', '2')).toBe('[1]')
    expect(setAt('not JSON', '', '2')).toBe('not JSON')
    expect(removeAt('{"a":1}', '/b')).toBe('{"a":1}')
  })

  it('reads as deep as any text goes', () => {
    const deep = `${'['.repeat(50_000)}1${']'.repeat(50_000)}`
    expect(readJson(deep)).not.toBeNull()
    expect(changesBetween(deep, deep.replace('1', '2'))).toHaveLength(1)
  })
})
