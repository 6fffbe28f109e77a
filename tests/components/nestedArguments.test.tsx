import { fireEvent, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderCalls } from '../support/renderCalls.tsx'

describe('values in lists and objects', () => {
  const sql = 'begin;\nupdate t set a = 1;\ncommit;'
  const partsOf = (card: Element, selector: string): readonly (string | null)[] =>
    [...card.querySelectorAll(selector)].map((one) => one.textContent)

  it.each([
    ['in an object in a list', { changes: [{ description: 'Adds it', sql }] }],
    ['in a list', { changes: [sql] }],
    ['in lists of lists', { changes: [[[[[[[[[[sql]]]]]]]]]] }],
    ['below a text of the same name', { sql: 'x', changes: { sql } }],
    ['in a list that is all of the arguments', [sql]],
    ['as all of the arguments', sql],
    ['thirty levels down', JSON.parse(`${'{"a":'.repeat(30)}${JSON.stringify(sql)}${'}'.repeat(30)}`)],
  ])('a text %s has its lines', async (_where, args) => {
    const argsText = JSON.stringify(args)
    const [card] = await renderCalls([{ argsText }])
    const texts = partsOf(card!, 'dd, li, [data-part="whole"]')
    expect(texts).toContain(sql)
    fireEvent.click(within(card!).getByRole('button', { name: 'Show exact text' }))
    expect(card!.querySelector('[data-part="raw"]')?.textContent).toBe(argsText)
  })

  it('names and texts that were escaped are drawn in their own letters', async () => {
    const [card] = await renderCalls([
      { argsText: '{"a":[{"\\u540d\\u524d":"\\u3053\\u3093\\u306b\\u3061\\u306f"}]}' },
    ])
    expect(partsOf(card!, 'dt')).toEqual(['a', '名前'])
    expect(partsOf(card!, 'dd').at(-1)).toBe('こんにちは')
  })

  it('characters that hide text are escaped at any depth', async () => {
    const [card] = await renderCalls([{ argsText: JSON.stringify({ a: [{ 'b\u200B': 'c\u202E' }] }) }])
    expect(partsOf(card!, 'dt').at(-1)).toBe('b⟦U+200B⟧')
    expect(partsOf(card!, 'dd').at(-1)).toBe('c⟦U+202E⟧')
  })

  it.each(['true', 'null', '12', '-0', '"quoted"', '{"b":1}', '[]', '', ' '])(
    'the text %o keeps its quotes, because it could pass for another value',
    async (text) => {
      const [card] = await renderCalls([{ argsText: JSON.stringify({ a: [text] }) }])
      expect(partsOf(card!, 'li')).toEqual([JSON.stringify(text)])
    },
  )

  it.each([
    ['a whole JSON file', '{\n  "name": "kit",\n  "note": "naïve"\n}\n'],
    ['a list over lines', '[\n  1,\n  "zwei"\n]'],
    ['lines that end as on Windows', '{\r\n  "a": 1\r\n}'],
    ['a quoted text after a line', '\n"quoted"\n\n  12'],
    ['numbers, one in a line', '1\n2\n3'],
  ])('a text that is %s is drawn with its lines, at any depth', async (_what, text) => {
    const [card] = await renderCalls([{ argsText: JSON.stringify({ a: text, b: [{ c: text }] }) }])
    const lines = text.replaceAll('\r\n', '⟦U+000D⟧\n')
    const drawn = partsOf(card!, 'dd').filter((one) => [text, lines].includes(one ?? ''))
    expect(drawn).toHaveLength(2)
  })

  it('a text that keeps its quotes is drawn in its own letters', async () => {
    const source = '{"a":["{\\"\\u540d\\":\\"\\u3053\\"}"]}'
    const [card] = await renderCalls([{ argsText: source }])
    expect(partsOf(card!, 'li')).toEqual([JSON.stringify('{"名":"こ"}')])
  })

  it('numbers and empty values keep their digits', async () => {
    const [card] = await renderCalls([{ argsText: '{"a":[1.0,-0,1e400,1192837465019283746,{},[],null]}' }])
    expect(partsOf(card!, 'dd li')).toEqual(['1.0', '-0', '1e400', '1192837465019283746', '{}', '[]', 'null'])
  })

  it('a long text or list shows its ends and the amount between them', async () => {
    const long = `begin${'x'.repeat(10_212)}end`
    const [card] = await renderCalls([
      { argsText: JSON.stringify({ a: [long, ...Array.from({ length: 99 }, (_one, at) => at)] }) },
    ])
    expect(card!.querySelector('li')).toHaveTextContent(/^beginx+9,820 more charactersx+end$/)
    expect(within(card!).getByText('80 more values')).toBeInTheDocument()
    expect(card!.querySelectorAll('li')).toHaveLength(20)
    expect(card!.querySelectorAll('li')[19]).toHaveAttribute('data-number', '100')
    fireEvent.click(within(card!).getByRole('button', { name: 'Show all 100 lines' }))
    await waitFor(() => expect(card!.querySelectorAll('li')).toHaveLength(100))
  })

  it.each([
    ['ten thousand levels', `{"tree":${'{"a":'.repeat(10_000)}"b\\nc"${'}'.repeat(10_000)}}`],
    ['four thousand values', JSON.stringify({ a: Array.from({ length: 4_000 }, () => ['b\nc']) })],
  ])('%s are shown as their exact text', async (_title, argsText) => {
    const [card] = await renderCalls([{ argsText }])
    const showAll = await within(card!).findByRole('button', { name: /^Show (?:everything|all .* lines)$/ })
    fireEvent.click(showAll)
    const value = argsText.slice(argsText.indexOf(':') + 1, -1)
    await waitFor(() => expect(card!.querySelector('dd')?.textContent).toBe(value))
  })

  it('ten megabytes in a list are drawn with their lines', async () => {
    const text = 'line of a dump\n'.repeat(660_000)
    const [card] = await renderCalls([{ argsText: JSON.stringify({ a: [{ b: text }] }) }])
    expect(partsOf(card!, 'dd').at(-1)).toMatch(/^line of a dump\nline of a dump\n/)
  })
})
