// oxlint-disable unicorn/no-thenable -- JSON Schema has a keyword of that name.
import { fireEvent, render, screen } from '@testing-library/react'
import { type EditDraft, Editor, type EditorProps, resultOfEdit, startEdit } from 'intervention-bar/editor'
import { useState } from 'react'
import { expect, it } from 'vitest'

/** Edits these arguments. Returns the text that would be sent, or the places that are refused and why. */
function open(from: string, schema: EditorProps['schema']): () => string {
  const kept = { draft: startEdit('r1', from) }
  function Host(): React.ReactElement {
    const [draft, setDraft] = useState<EditDraft>(kept.draft)
    return (
      <Editor
        label="Arguments"
        schema={schema}
        draft={draft}
        onChange={(next) => {
          kept.draft = next
          setDraft(next)
        }}
      />
    )
  }
  render(<Host />)
  return () => {
    const result = resultOfEdit(kept.draft)
    if ('argsText' in result) return result.argsText
    return result.invalid.map(({ pointer, text }) => `INVALID ${pointer}: ${text}`).join()
  }
}

type Schema = NonNullable<EditorProps['schema']>
const o = (properties: object, more: object = {}): Schema => ({ type: 'object', properties, ...more })
const node = o({ name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/node' } } })
const tree = { $defs: { node }, $ref: '#/$defs/node' }

/** Schemas of tools that others publish: what is edited, what is typed into the field of that name, and what is sent. */
const cases: readonly (readonly [string, Schema, string, string, string, string])[] = [
  [
    'a definition that leads back to itself',
    tree,
    '{"name":"a","children":[{"name":"b","children":[]}]}',
    'name',
    'z',
    '{"name":"z","children":[{"name":"b","children":[]}]}',
  ],
  [
    'definitions of draft 7',
    { definitions: { A: { type: 'string', minLength: 3 } }, ...o({ a: { $ref: '#/definitions/A' } }) },
    '{"a":"abc"}',
    'a',
    'x',
    'INVALID /a: Too short: 3 or more characters.',
  ],
  [
    'objects that are put together',
    { allOf: [o({ a: { type: 'string' } }, { required: ['a'] }), o({ b: { type: 'integer' } })] },
    '{"a":"x","b":1}',
    'b',
    '2',
    '{"a":"x","b":2}',
  ],
  [
    'references that are put together',
    {
      $defs: { A: o({ a: { type: 'string' } }) },
      allOf: [{ $ref: '#/$defs/A' }],
      properties: { b: { type: 'integer' } },
    },
    '{"a":"x","b":1}',
    'a',
    'y',
    '{"a":"y","b":1}',
  ],
  [
    'a constant',
    o({ k: { const: 'mail' }, a: { type: 'string' } }),
    '{"k":"mail","a":"x"}',
    'a',
    'y',
    '{"k":"mail","a":"y"}',
  ],
  [
    'a value that needs another',
    o({ a: { type: 'string' }, b: { type: 'string' } }, { dependentRequired: { a: ['b'] } }),
    '{"a":"x","b":"y"}',
    'a',
    'z',
    '{"a":"z","b":"y"}',
  ],
  [
    'a limit that depends on another value',
    {
      ...o({ kind: { type: 'string' }, n: { type: 'integer' } }),
      if: { properties: { kind: { const: 'big' } } },
      then: { properties: { n: { minimum: 10 } } },
    },
    '{"kind":"big","n":20}',
    'n',
    '5',
    'INVALID /n: Too small: 10 or more.',
  ],
  [
    'a limit for all other values',
    {
      ...o({ kind: { type: 'string' }, n: { type: 'integer' } }),
      if: { properties: { kind: { const: 'big' } } },
      then: { properties: { n: { minimum: 10 } } },
      else: { properties: { n: { maximum: 3 } } },
    },
    '{"kind":"small","n":2}',
    'n',
    '5',
    'INVALID /n: Too large: 3 or less.',
  ],
  [
    'places of a list',
    o({ p: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }] } }),
    '{"p":[1,"a"]}',
    'Number 2',
    'b',
    '{"p":[1,"b"]}',
  ],
  [
    'places of a list in draft 7',
    o({ p: { type: 'array', items: [{ type: 'number' }, { type: 'string' }] } }),
    '{"p":[1,"a"]}',
    'Number 1',
    '2.50',
    '{"p":[2.50,"a"]}',
  ],
  [
    'a format that nobody knows',
    o({ a: { type: 'string', format: 'phone-nr' } }),
    '{"a":"x"}',
    'a',
    'y',
    '{"a":"y"}',
  ],
  [
    'a pattern with a lookbehind',
    o({ a: { type: 'string', pattern: '(?<=€)\\d+' } }),
    '{"a":"€5"}',
    'a',
    '5',
    'INVALID /a: Write what matches (?<=€)\\d+',
  ],
  ['a pattern that is none', o({ a: { type: 'string', pattern: '[' } }), '{"a":"x"}', 'a', 'y', '{"a":"y"}'],
  [
    'a pattern of another language',
    o({ a: { type: 'string', pattern: '(?i)^abc$' } }),
    '{"a":"ABC"}',
    'a',
    'Abc',
    '{"a":"Abc"}',
  ],
  ['cents', o({ n: { type: 'number', multipleOf: 0.01 } }), '{"n":1.1}', 'n', '19.99', '{"n":19.99}'],
  [
    'cents that are not exact in binary',
    o({ n: { type: 'number', multipleOf: 0.01 } }),
    '{"n":1.1}',
    'n',
    '1.15',
    '{"n":1.15}',
  ],
  [
    'a tenth of a cent',
    o({ n: { type: 'number', multipleOf: 0.01 } }),
    '{"n":1.1}',
    'n',
    '1.155',
    'INVALID /n: Write a multiple of 0.01.',
  ],
  [
    'tenths of a large number',
    o({ n: { type: 'number', multipleOf: 0.1 } }),
    '{"n":1}',
    'n',
    '123456789.1',
    '{"n":123456789.1}',
  ],
  [
    'a hundred millionth',
    o({ n: { type: 'number', multipleOf: 1e-8 } }),
    '{"n":1}',
    'n',
    '0.12345678',
    '{"n":0.12345678}',
  ],
  ['a number with an exponent', o({ n: { type: 'number' } }), '{"n":1e21}', 'n', '1e22', '{"n":1e22}'],
  [
    'an integer that JavaScript cannot hold',
    o({ n: { type: 'integer' } }),
    '{"n":9007199254740993}',
    'n',
    '9007199254740995',
    '{"n":9007199254740995}',
  ],
  ['an integer with a point', o({ n: { type: 'integer' } }), '{"n":1}', 'n', '2.0', '{"n":2.0}'],
  ['a name that is empty', o({ '': { type: 'string' } }), '{"":"x"}', '""', 'y', '{"":"y"}'],
  [
    'a name with a slash',
    o({ 'a/b': { type: 'string', minLength: 2 }, 'c.d': { type: 'string' } }),
    '{"a/b":"xx","c.d":"y"}',
    'a/b',
    'z',
    'INVALID /a~1b: Too short: 2 or more characters.',
  ],
  [
    'a name with a tilde',
    o({ 'a~1b': { type: 'string', minLength: 2 } }),
    '{"a~1b":"xx"}',
    'a~1b',
    'z',
    'INVALID /a~01b: Too short: 2 or more characters.',
  ],
  [
    'a name with a percent sign',
    o({ 'a%20b': { type: 'string', minLength: 2 } }),
    '{"a%20b":"xx"}',
    'a%20b',
    'z',
    'INVALID /a%20b: Too short: 2 or more characters.',
  ],
  [
    'a name with a space',
    o({ 'a b': { type: 'string', minLength: 2 } }),
    '{"a b":"xx"}',
    'a b',
    'z',
    'INVALID /a b: Too short: 2 or more characters.',
  ],
  [
    'a name with a hash',
    o({ 'a#b': { type: 'string', minLength: 2 } }),
    '{"a#b":"xx"}',
    'a#b',
    'z',
    'INVALID /a#b: Too short: 2 or more characters.',
  ],
  [
    'a name with a quote',
    o({ 'a"b': { type: 'string', minLength: 2 } }, { required: ['a"b'] }),
    '{"a\\"b":"xx"}',
    'a"b',
    'z',
    'INVALID /a"b: Too short: 2 or more characters.',
  ],
  [
    'a title of 600 characters',
    o({ a: { type: 'string', title: 'T'.repeat(600) } }),
    '{"a":"x"}',
    'T'.repeat(600),
    'y',
    '{"a":"y"}',
  ],
  [
    'a default of the wrong type',
    o({ a: { type: 'string', default: 7 } }),
    '{"a":"x"}',
    'a',
    'y',
    '{"a":"y"}',
  ],
  ['true and false as schemas', o({ a: true, b: false }), '{"a":"x"}', 'a', 'y', '{"a":"y"}'],
  ['a text or a number', o({ a: { type: ['string', 'integer'] } }), '{"a":"x"}', 'a', '5', '{"a":"5"}'],
  [
    'a value that is forbidden',
    o({ a: { type: 'string', not: { enum: ['bad'] } } }),
    '{"a":"x"}',
    'a',
    'bad',
    "INVALID /a: The tool doesn't take this.",
  ],
  [
    'a list that needs a value',
    o({ l: { type: 'array', items: { type: 'string' }, contains: { const: 'x' } } }),
    '{"l":["x"]}',
    'Number 1',
    'y',
    "INVALID /l: The tool doesn't take this.",
  ],
  [
    'no other values, over two schemas',
    { allOf: [o({ a: { type: 'string' } })], unevaluatedProperties: false },
    '{"a":"x"}',
    'a',
    'y',
    '{"a":"y"}',
  ],
  [
    'a rule for names',
    o({ a: { type: 'string' } }, { propertyNames: { maxLength: 3 } }),
    '{"a":"x"}',
    'a',
    'y',
    '{"a":"y"}',
  ],
  [
    'a reference by a name',
    { $defs: { A: { $anchor: 'x', type: 'string', minLength: 2 } }, ...o({ a: { $ref: '#x' } }) },
    '{"a":"xx"}',
    'a',
    'y',
    "INVALID /a: The tool doesn't take this.",
  ],
  [
    'a reference by an address',
    {
      $id: 'https://e.x/s.json',
      $defs: { A: { type: 'string', minLength: 2 } },
      ...o({ a: { $ref: 'https://e.x/s.json#/$defs/A' } }),
    },
    '{"a":"xx"}',
    'a',
    'y',
    "INVALID /a: The tool doesn't take this.",
  ],
  [
    'a time that is none',
    o({ a: { type: 'string', format: 'date-time' } }),
    '{"a":"2026-01-01T10:00:00Z"}',
    'a',
    'tomorrow',
    'INVALID /a: Write it like 2026-11-30T09:30:00Z.',
  ],
  [
    'two signs of four units',
    o({ a: { type: 'string', maxLength: 2 } }),
    '{"a":"x"}',
    'a',
    '😀😀',
    '{"a":"😀😀"}',
  ],
  [
    'two that are the same',
    o({ l: { type: 'array', items: { type: 'string' }, uniqueItems: true } }),
    '{"l":["x","y"]}',
    'Number 2',
    'x',
    'INVALID /l: Two are the same.',
  ],
  [
    'a name of JavaScript',
    o({ a: { type: 'string' } }),
    '{"__proto__":"q","a":"x"}',
    'a',
    'y',
    '{"__proto__":"q","a":"y"}',
  ],
  [
    'one of two objects',
    o({
      t: {
        oneOf: [
          o({ k: { const: 'a' }, n: { type: 'integer' } }, { required: ['k', 'n'] }),
          o({ k: { const: 'b' }, s: { type: 'string' } }, { required: ['k', 's'] }),
        ],
      },
    }),
    '{"t":{"k":"a","n":1}}',
    'n',
    '2',
    '{"t":{"k":"a","n":2}}',
  ],
  [
    'one of two roots',
    {
      anyOf: [
        o({ a: { type: 'string' } }, { required: ['a'] }),
        o({ b: { type: 'string' } }, { required: ['b'] }),
      ],
    },
    '{"a":"x"}',
    'a',
    'y',
    '{"a":"y"}',
  ],
]

it.each(cases)('a schema may have %s', (_what, schema, from, label, typed, sent) => {
  const result = open(from, schema)
  fireEvent.change(screen.getAllByLabelText(label)[0]!, { target: { value: typed } })
  expect(result()).toBe(sent)
})

it('may name 500 choices, and choices of several types, which are told apart', () => {
  const many = Array.from({ length: 500 }, (_one, at) => `v${at}`)
  const result = open(
    '{"e":"v7","m":1}',
    o({ e: { enum: many }, m: { enum: [1, '1', null, true, { a: 1 }, [2]] } }),
  )
  const [first, second] = screen.getAllByRole('combobox') as [HTMLElement, HTMLElement]
  expect(first.querySelectorAll('option')).toHaveLength(500)
  const labels = [...second.querySelectorAll('option')].map(({ textContent }) => textContent)
  expect(labels).toEqual(['1', '"1"', 'null', 'true', '{"a":1}', '[2]'])
  fireEvent.change(second, { target: { value: '1' } })
  expect(result()).toBe('{"e":"v7","m":"1"}')
})

const formats = [
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'uri',
  'uri-reference',
  'uri-template',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'regex',
  'json-pointer',
  'json-pointer-uri-fragment',
  'relative-json-pointer',
]
it.each(formats)('a refused %s is given an example, which is taken', (format) => {
  const result = open('{"a":null}', o({ a: { type: ['string', 'null'], format } }))
  fireEvent.change(screen.getByLabelText('a'), { target: { value: '"( \\\\ %zz {"' } })
  const [, example] = /^INVALID \/a: Write it like (.*)\.$/.exec(result()) ?? []
  expect(example).toBeDefined()
  expect(example).not.toBe(format)
  const typed = JSON.stringify(example)
  fireEvent.change(screen.getByLabelText('a'), { target: { value: typed } })
  expect(result()).toBe(`{"a":${typed}}`)
})

it('names no limit that the page was told with other digits', () => {
  const result = open('{"n":5}', o({ n: { type: 'integer', maximum: 2 ** 63, minimum: -(2 ** 53 - 1) } }))
  fireEvent.change(screen.getByLabelText('n'), { target: { value: '9223372036854787000' } })
  expect(result()).toBe("INVALID /n: The tool doesn't take this.")
  fireEvent.change(screen.getByLabelText('n'), { target: { value: '-9007199254740995' } })
  expect(result()).toBe('INVALID /n: Too small: -9007199254740991 or more.')
})

it.each([
  ['a text', { type: 'string' }, '"x"', '"y"'],
  ['a list', { type: 'array', items: { type: 'string' } }, '["x"]', '["y"]'],
  ['a number', { type: 'number' }, '7', '8'],
  ['a text where a number is wanted', { type: 'number' }, '7', '"8"'],
])('the root may be %s', (_what, schema, from, typed) => {
  const result = open(from, schema)
  fireEvent.change(screen.getByLabelText('Code'), { target: { value: typed } })
  expect(result()).toBe(
    schema.type === 'number' && typed.startsWith('"') ? 'INVALID : Write a number.' : typed,
  )
})
