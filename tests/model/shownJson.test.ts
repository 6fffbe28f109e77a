import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editShown, shownJson } from '../../src/model/shownJson.ts'

const letter = fc.constantFrom('a', '"', '\\', '\u202e', '\u200b', '\r\n', '\r', '\n', '\ud800', '😀', ' ')
const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''))

it('shows what is hidden as the escapes of JSON', () => {
  expect(shownJson('{"a":"x\u202ey\u200b"}')).toBe(String.raw`{"a":"x\u202ey\u200b"}`)
  expect(JSON.parse(shownJson('{"a":"x\u202ey\u200b"}'))).toEqual({ a: 'x\u202ey\u200b' })
})

it('shows every line break as a text area gives it back', () => {
  expect(shownJson('{\r\n"a": 1\r}')).toBe('{\n"a": 1\n}')
})

it('keeps every byte that was not typed over', () => {
  const given = '{\r\n"a":"x\u202ey",\r\n"b":1192837465019283746}'
  const shown = shownJson(given)
  expect(editShown(given, shown)).toBe(given)
  expect(editShown(given, shown.replace('"b"', '"c"'))).toBe(given.replace('"b"', '"c"'))
  expect(editShown(given, shown.replace(String.raw`\u202e`, ''))).toBe(given.replace('\u202e', ''))
})

it('writes an escape that is typed into as it is typed', () => {
  expect(editShown('["\u202e"]', String.raw`["\u202"]`)).toBe(String.raw`["\u202"]`)
})

it('is shown as typed, whatever was typed', () => {
  fc.assert(
    fc.property(text, text, (given, typed) => {
      const next = editShown(given, typed.replaceAll(/\r\n?/g, '\n'))
      expect(shownJson(next)).toBe(shownJson(typed))
      expect(editShown(given, shownJson(given))).toBe(given)
    }),
    { numRuns: 5_000 },
  )
})
