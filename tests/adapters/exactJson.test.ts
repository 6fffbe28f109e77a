import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getJson, postJson, readJson } from '../../src/backend/http.ts'
import { ExactJson, readExact, sourceOf, sourceOfField, writeExact } from '../../src/backend/exactJson.ts'

const hard = [
  '{"user_id":1192837465019283746}',
  '{"a":-0,"b":1e400,"c":1.0,"d":1E2}',
  '{ "b" : 1,\n "a" : [ 1.50 , 2 ] }',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  '{"text":"\\ud800"}',
  '[1192837465019283746]',
]

describe('JSON that keeps its text', () => {
  it.each(hard)('cuts %s out of an answer', (args) => {
    const body = `{"tasks": [ {"value":{"args":${args},"name":"x"}} ] }`
    const read = readExact(body) as { tasks: [{ value: { args: unknown } }] }
    expect(sourceOfField(read.tasks[0].value, 'args')).toBe(args)
    expect(sourceOf(read.tasks[0].value.args)).toBe(args)
    expect(read).toEqual(JSON.parse(body))
  })

  it.each(['1192837465019283746', '-0', '1e400', '1.0', '"rm"', '"{\\"a\\":1}"', 'null', 'true'])(
    'keeps the value %s of a field',
    (source) => {
      expect(sourceOfField(readExact(`{"x":[1],"args":${source}}`), 'args')).toBe(source)
    },
  )

  it.each(hard)('sends %s as it is', (args) => {
    const sent = writeExact({ decisions: [{ type: 'edit', args: new ExactJson(args), note: '"x"' }] })
    expect(sent).toBe(`{"decisions":[{"type":"edit","args":${args},"note":"\\"x\\""}]}`)
    expect(writeExact({ again: readExact(args) })).toBe(`{"again":${args}}`)
  })

  it.each(hard)('reads %s from a server and sends it there as it is', async (args) => {
    const sent: unknown[] = []
    const fetch = async (_url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      sent.push(init?.body)
      return new Response(`{"args":${args}}`)
    }
    const { signal } = new AbortController()
    const read = await getJson({ fetch }, 'http://server.test', signal)
    expect(sourceOfField(read, 'args')).toBe(args)
    const response = await postJson({ fetch }, 'http://server.test', { again: read }, { signal })
    expect(sent).toEqual([undefined, `{"again":{"args":${args}}}`])
    expect(sourceOfField(await readJson(response), 'args')).toBe(args)
  })

  it('throws for a text that is not JSON', () => {
    expect(() => new ExactJson('{a:1}')).toThrow(SyntaxError)
    expect(() => readExact('{"a":')).toThrow(SyntaxError)
  })

  it('gives an object under a repeated key the text of the last one', () => {
    const read = readExact('{"a":{"n":1.0},"a":{"n":2.0}}') as { a: object }
    expect(sourceOf(read.a)).toBe('{"n":2.0}')
  })

  it('reads and writes any JSON text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readExact(text)).toEqual(JSON.parse(text))
        const value = readExact(text)
        if (typeof value === 'object' && value !== null) expect(writeExact(value)).toBe(text.trim())
      }),
    )
  })
})
