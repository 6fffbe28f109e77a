// oxlint-disable unicorn/no-thenable -- JSON Schema has a keyword of that name.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenValues } from '../../src/model/hiddenValues.ts'
import {
  hiddenOf,
  maskedAs,
  maskedCall,
  unmasked,
  withHidden,
  withoutHidden,
} from '../../src/model/maskedCall.ts'
import { aCard } from '../support/fixtures.ts'
import type { InterventionCall, JsonSchema } from 'intervention-bar/core'

const call = (args: unknown, properties: JsonSchema = {}): InterventionCall => {
  const argsText = typeof args === 'string' ? args : JSON.stringify(args)
  return aCard({ argsText, tool: { name: 'connect', inputSchema: { properties } } })
}
const hidden = (args: unknown, properties: JsonSchema = {}, keys: string[] = []): unknown[] => {
  const one = call(args, properties)
  return hiddenValues(one.argsText, one.tool?.inputSchema, keys).map(({ start, end, by }) => [
    by,
    one.argsText!.slice(start, end),
  ])
}

describe('what is hidden', () => {
  const mark = { type: 'string', format: 'password' }
  it('is what the host names, at any depth, in capitals or not, of any type', () => {
    const args = '{"ApiKey":"a","list":[{"apikey":1.50}],"token":{"id":null,"deep":["x"]},"other":"y"}'
    expect(hidden(args, {}, ['apiKey', 'token'])).toEqual([
      ['host', '"a"'],
      ['host', '1.50'],
      ['host', 'null'],
      ['host', '"x"'],
    ])
  })

  it('is each value of a repeated name, and one that is written with escapes', () => {
    expect(hidden('{"pin":1,"p\\u0069n":2}', {}, ['pin'])).toEqual([
      ['host', '1'],
      ['host', '2'],
    ])
  })

  it.each([
    { writeOnly: true },
    { format: 'password' },
    { $ref: '#/properties/mark' },
    { anyOf: [{ type: 'string', format: 'password' }, { type: 'null' }] },
    { allOf: [{ $ref: '#/properties/mark' }], title: 'Secret' },
  ])('is a line that the schema marks: %j', (schema) => {
    const properties = { mark: { type: 'string', writeOnly: true }, secret: schema }
    expect(hidden({ secret: 'hunter2' }, properties)).toEqual([['tool', '"hunter2"']])
    expect(hidden({ secret: 'x'.repeat(200) }, properties)).toHaveLength(1)
  })

  it('is such a line in a list, in alternatives, and under names of its own', () => {
    const secret = { type: 'string', writeOnly: true }
    const properties = {
      list: { type: 'array', items: { oneOf: [{ properties: { pin: secret } }, { type: 'null' }] } },
      env: { type: 'object', additionalProperties: secret },
    }
    const args = { list: [{ pin: 'a' }, null], env: { A: 'b' } }
    expect(hidden(args, properties)).toEqual([
      ['tool', '"a"'],
      ['tool', '"b"'],
    ])
  })

  it.each([
    ['a place of a list', { prefixItems: [{ type: 'string' }, mark] }, ['a', 'b', 'c'], ['"b"']],
    ['a place of a list in draft 7', { items: [{ type: 'string' }, mark] }, ['a', 'b'], ['"b"']],
    [
      'the rest of a list',
      { prefixItems: [{ type: 'string' }], items: mark },
      ['a', 'b', 'c'],
      ['"b"', '"c"'],
    ],
    ['the rest of a list in draft 7', { items: [{}], additionalItems: mark }, ['a', 'b'], ['"b"']],
    ['names of a kind', { patternProperties: { _KEY$: mark } }, { A_KEY: 'b' }, ['"b"']],
    ['a condition', { if: {}, then: { properties: { pin: mark } } }, { pin: 'b' }, ['"b"']],
    ['the other case of a condition', { if: {}, else: { properties: { pin: mark } } }, { pin: 'b' }, ['"b"']],
    [
      'what another value brings',
      { dependentSchemas: { a: { properties: { pin: mark } } } },
      { a: 'x', pin: 'b' },
      ['"b"'],
    ],
    ['a name of JavaScript', { properties: { constructor: mark } }, { constructor: 'b' }, ['"b"']],
  ])('is what the schema marks in %s', (_what, schema, value, found) => {
    expect(hidden({ it: value }, { it: schema })).toEqual(found.map((source) => ['tool', source]))
  })

  it('is found in alternatives that lead back to themselves', () => {
    const all = [{ $ref: '#/properties/a' }, { $ref: '#/properties/b' }]
    const properties = { a: { anyOf: all, writeOnly: true }, b: { anyOf: all } }
    expect(hidden({ b: 'x' }, properties)).toEqual([['tool', '"x"']])
  })

  it.each([
    ['201 characters', 'x'.repeat(201)],
    ['two lines', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['a number', 5],
    ['an object', { a: 'b' }],
    ['a list', ['a']],
  ])('is not what the schema marks, if it is %s', (_what, value) => {
    expect(hidden({ secret: value }, { secret: { writeOnly: true } })).toEqual([])
  })

  it.each(['command', 'cmd', 'url', 'webhook_url', 'filePath', 'path', 'sql', 'recipients', 'to', 'amount'])(
    'is never a marked %s',
    (name) => {
      expect(hidden({ [name]: 'rm -r /' }, { [name]: { writeOnly: true } })).toEqual([])
    },
  )

  it.each(['command', 'url', 'path', 'sql', 'recipients', 'amount'])(
    'is never a %s, whoever wants it, nor what is in it',
    (name) => {
      expect(hidden({ [name]: 'a' }, {}, [name])).toEqual([])
      expect(hidden({ secret: { [name]: ['a', 'b'] } }, {}, ['secret'])).toEqual([])
    },
  )

  it('is a name with such a word in it, where the host names it', () => {
    expect(hidden({ database_url: 'postgres://me:pw@db' }, {}, ['database_url'])).toHaveLength(1)
  })

  it('is found in a nested schema and in lists', () => {
    const properties = {
      accounts: { type: 'array', items: { properties: { pin: { type: 'string', format: 'password' } } } },
    }
    expect(hidden({ accounts: [{ pin: '1234' }, { pin: '5678' }] }, properties)).toHaveLength(2)
  })
})

describe('a text that is not JSON', () => {
  const shown = (text: string): string => {
    const [last] = hiddenValues(text, undefined, ['apiKey']).slice(-1)
    return last ? text.slice(0, last.start) : text
  }

  it.each([
    ['{"user":"ana","apiKey":"key-4f9', '{"user":"ana","apiKey":'],
    ['{"user":"ana","apiKey":"key-4f9\n"}', '{"user":"ana","apiKey":'],
    ['{"user":"ana","apiKey":["key-1","key-2', '{"user":"ana","apiKey":["key-1",'],
    ['{user: ana, APIKEY: key-4f9}', '{'],
    ['--user ana --apikey=key-4f9', ''],
  ])('is hidden from where it stops being JSON, where it names a secret: %s', (text, left) => {
    expect(shown(text)).toBe(left)
  })

  it.each(['{"user":"an', 'rm -r /', '{"user":"ana"', '{"user":"ana",'])(
    'is shown where it names none: %s',
    (text) => {
      expect(shown(text)).toBe(text)
    },
  )
})

describe('a masked call', () => {
  const args = '{ "user":"ana", "password" : "hunter2","again":"hunter2","pin":12345 }'
  const keys = ['password', 'again', 'pin']

  it('has one text for each hidden value, and the same one for the same value', () => {
    const made = maskedCall(call(args), keys)
    expect(made.argsText).toBe('{ "user":"ana", "password" : "⟦•••⟧","again":"⟦•••⟧","pin":"⟦••• 2⟧" }')
    expect([...hiddenOf(made).values()].map(({ characters }) => characters)).toEqual([7, 5])
    expect(unmasked(made).argsText).toBe(args)
    expect(maskedCall(unmasked(made), keys)).toBe(made)
  })

  it('is the same call where nothing is hidden', () => {
    const one = call(args)
    expect(maskedCall(one, [])).toBe(one)
  })

  it('has no hidden value anywhere, whatever it says', () => {
    const settled: InterventionCall = {
      ...call(args),
      why: { text: 'Log in with hunter2', by: 'agent' },
      status: 'approved',
      resolution: {
        at: 1,
        argsText: args.replace('"again":"hunter2"', '"again":"hunter3"'),
        note: 'hunter3 is new',
        execution: { ok: false, message: 'hunter2 was refused, and 12345' },
      },
    }
    const made = maskedCall(settled, keys)
    expect(JSON.stringify(made)).not.toMatch(/hunter|12345/)
    expect(made).toMatchObject({
      why: { text: 'Log in with ⟦•••⟧' },
      resolution: { execution: { message: '⟦•••⟧ was refused, and ⟦••• 2⟧' }, note: '⟦••• 3⟧ is new' },
    })
    expect(withoutHidden('No user for "hunter2".', made)).toBe('No user for "⟦•••⟧".')
  })

  it('gets its hidden values back, byte for byte, where an edit left them', () => {
    const made = maskedCall(call(args), keys)
    const edited = made.argsText!.replace('ana', 'ben').replace('"again":"⟦•••⟧"', '"again":"mine"')
    expect(withHidden(edited, made)).toBe(
      args.replace('ana', 'ben').replace('"again":"hunter2"', '"again":"mine"'),
    )
  })

  it('never sends a text that stands for a hidden value that is not there', () => {
    const made = maskedCall(call(args), keys)
    expect(withHidden('{"password":"⟦••• 7⟧"}', made)).toBeNull()
    expect(withHidden('{"password":"⟦•••⟧"}', call('{}'))).toBeNull()
  })

  it('cannot be made to send a hidden value in another place', () => {
    const evil = '{"password":"hunter2","note":"\\u27e6•••⟧","more":"⟦\\u2022••••⟧"}'
    const made = maskedCall(call(evil), keys)
    expect(made.argsText).not.toContain('hunter2')
    const rewritten = made.argsText!.replace('"\\u27e6•••⟧"', '"⟦•••⟧"').replace('\\u2022', '•')
    expect(withHidden(rewritten, made)).toBe('{"password":"hunter2","note":"⟦•••⟧","more":"⟦•••••⟧"}')
  })

  it('tells that a hidden value is another one than before', () => {
    const [before, now] = [call(args), maskedCall(call(args.replace('hunter2"', 'hunter9"')), keys)]
    expect(maskedAs(now, before)).not.toBe(now.argsText)
    expect(maskedAs(now, before)).not.toContain('hunter2')
    expect(maskedAs(now, unmasked(now))).toBe(now.argsText)
  })

  it.each([
    ['one is a part of the other', ['abcd', 'abcdef'], 'refused: abcdef', 'refused: ⟦••• 2⟧'],
    ['the other way round', ['abcdef', 'abcd'], 'abcd is not abcdef', '⟦••• 2⟧ is not ⟦•••⟧'],
    ['it is quoted as JSON', ['say "hi"\n', 'x'], 'in {"k":"say \\"hi\\"\\n"}', 'in {"k":"⟦•••⟧"}'],
    ['lists within lists', [['abcd', ['efgh']], 'x'], 'abcd, efgh', '⟦•••⟧, ⟦••• 2⟧'],
  ])('is in no words about the call: %s', (_what, [one, other], words, shown) => {
    const made = maskedCall(call({ key: one, keys: [[other]] }), ['key', 'keys'])
    expect(withoutHidden(words, made)).toBe(shown)
  })

  it.each([
    ['before it', '{"key":"Bearer ⟦•••⟧"}', '{"key":"Bearer a\\"b"}'],
    ['on both sides, and twice', '{"key":"<⟦•••⟧|⟦•••⟧>"}', '{"key":"<a\\"b|a\\"b>"}'],
    ['beside a number', '{"key":"⟦••• 2⟧!"}', '{"key":"7!"}'],
  ])('stands for its value where somebody writes %s', (_where, edited, sent) => {
    const made = maskedCall(call({ key: 'a"b', pin: 7 }), ['key', 'pin'])
    expect(withHidden(edited, made)).toBe(sent)
  })

  it('gets everything back in any JSON, and shows nothing of it', () => {
    const value = fc.json({ maxDepth: 3 })
    fc.assert(
      fc.property(value, value, fc.stringMatching(/^[a-z]{12}$/), (one, other, secret) => {
        const text = `{"a":${one},"key":[${other},"${secret}"],"b":${other}}`
        const made = maskedCall(call(text), ['key'])
        expect(made.argsText).not.toContain(secret)
        expect(withHidden(made.argsText!, made)).toBe(text)
      }),
    )
  })
})
