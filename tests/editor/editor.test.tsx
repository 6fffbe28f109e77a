import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  type EditDraft,
  Editor,
  type EditorProps,
  resultOfEdit,
  startAnswer,
  startEdit,
} from 'intervention-bar/editor'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'

interface Page {
  /** The text that would be sent, or the words of why not. */
  result(): string | readonly string[]
  draft(): EditDraft
}

function open(
  start: EditDraft,
  props: Omit<EditorProps, 'draft' | 'onChange' | 'label'> = {},
): Page & { readonly again: () => void } {
  const kept = { draft: start }
  function Host(): React.ReactElement {
    const [draft, setDraft] = useState(kept.draft)
    const change = (next: EditDraft): void => {
      kept.draft = next
      setDraft(next)
    }
    return <Editor label="Arguments" {...props} draft={draft} onChange={change} />
  }
  const view = render(<Host />)
  return {
    draft: () => kept.draft,
    result: () => {
      const result = resultOfEdit(kept.draft)
      return 'argsText' in result ? result.argsText : result.invalid.map(({ text }) => text)
    },
    again: () => {
      view.unmount()
      render(<Host />)
    },
  }
}

const edit = (argsText: string, schema?: EditorProps['schema']): ReturnType<typeof open> =>
  open(startEdit('r1', argsText), { schema })

const type = (label: string, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
}
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}

const mail = {
  type: 'object',
  required: ['to', 'subject'],
  properties: {
    to: { type: 'string', format: 'email', title: 'To' },
    subject: { type: 'string', title: 'Subject', minLength: 3, maxLength: 40 },
    body: { type: 'string', title: 'Body', maxLength: 5_000 },
    priority: { type: 'integer', title: 'Priority', minimum: 1, maximum: 5, default: 3 },
    format: { enum: ['plain', 'html'], title: 'Format' },
    receipt: { type: 'boolean', title: 'Read receipt', description: 'Asks for a notice.' },
  },
}
const mailText =
  '{ "to" : "ana@example.com",\n  "subject":"Moving the review",\n  "body":"Hi Ana,\\nbye", "priority": 3,"format":"plain","receipt":true,"id":1192837465019283746}'

describe('the form of arguments', () => {
  it('has a control for each value, of its type', () => {
    edit(mailText, mail)
    expect(screen.getByLabelText('To')).toHaveAttribute('type', 'email')
    expect(screen.getByLabelText('Subject')).toHaveValue('Moving the review')
    expect(screen.getByLabelText('Body').tagName).toBe('TEXTAREA')
    expect(screen.getByLabelText('Body')).toHaveValue('Hi Ana,\nbye')
    expect(screen.getByLabelText('Priority')).toHaveValue('3')
    expect(screen.getByLabelText('Format')).toHaveDisplayValue('plain')
    const receipt = screen.getByRole('group', { name: 'Read receipt' })
    expect(within(receipt).getByLabelText('Yes')).toBeChecked()
    expect(receipt).toHaveAccessibleDescription('Asks for a notice.')
    expect(screen.getByLabelText('id')).toHaveValue('1192837465019283746')
  })

  it('changes nothing by being open', () => {
    const page = edit(mailText, mail)
    expect(page.result()).toBe(mailText)
    expect(page.draft().edits).toBe(0)
  })

  it('writes one value, and every other byte stays', () => {
    const page = edit(mailText, mail)
    type('Subject', 'The review is on Thursday')
    expect(page.result()).toBe(mailText.replace('Moving the review', 'The review is on Thursday'))
    expect(page.draft().edits).toBe(1)
    expect(screen.getByText('1 edited by you')).toBeVisible()
    expect(screen.getByLabelText('Subject')).toHaveAccessibleDescription('Was: Moving the review')
  })

  it('is unedited once a value is what it was, however it was written', () => {
    const text = String.raw`{"a":"\u0041na","b":1}`
    const page = edit(text)
    type('a', 'Ann')
    expect(page.draft().edits).toBe(1)
    type('a', 'Ana')
    expect(page.result()).toBe(text)
    expect(page.draft().edits).toBe(0)
  })

  it.each([
    ['"123"', '1234', '"1234"'],
    ['123', '1234', '1234'],
    ['1', '1192837465019283747', '1192837465019283747'],
    ['1', '-0', '-0'],
    ['1', '1e400', '1e400'],
    ['"x"', '', '""'],
    ['"x"', 'null', '"null"'],
    ['"x"', '\ud800', String.raw`"\ud800"`],
  ])('keeps the type of %s when %j is typed', (before, typed, after) => {
    const page = edit(`{"keep":-0,"__proto__":1e400,"a":${before}}`)
    type('a', typed)
    expect(page.result()).toBe(`{"keep":-0,"__proto__":1e400,"a":${after}}`)
  })

  it('sends nothing while a number is none, and never the one before', () => {
    const page = edit('{"n":1}')
    type('n', '12')
    type('n', '12x')
    expect(page.result()).toEqual(['Write a number such as 1.5.'])
    expect(screen.getByLabelText('n')).toHaveValue('12x')
    expect(screen.getByLabelText('n')).toBeInvalid()
    expect(screen.getByLabelText('n')).toHaveAccessibleDescription('Write a number such as 1.5. Was: 1')
    type('n', '13')
    expect(page.result()).toBe('{"n":13}')
  })

  it('says beside the field what the schema refuses', () => {
    const page = edit(mailText, mail)
    type('Subject', 'x')
    type('Priority', '9')
    type('To', 'nobody')
    expect(screen.getByLabelText('Subject')).toHaveAccessibleDescription(
      'Too short: 3 or more characters. Was: Moving the review',
    )
    expect(screen.getByLabelText('Priority')).toHaveAccessibleDescription('Too large: 5 or less. Was: 3')
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription(
      'Write it like ana@example.com. Was: ana@example.com',
    )
    expect(page.result()).toHaveLength(3)
  })

  it('takes all edits back', () => {
    const page = edit(mailText, mail)
    type('Subject', 'x')
    type('Priority', '1x')
    press('Undo my changes')
    expect(page.result()).toBe(mailText)
    expect(screen.getByLabelText('Priority')).toHaveValue('3')
    expect(screen.getByText('Nothing edited yet')).toBeVisible()
  })

  it('writes no default into what nobody touched', () => {
    const page = edit('{"to":"a@b.co","subject":"abc"}', mail)
    expect(screen.queryByLabelText('Priority')).toBeNull()
    type('Subject', 'abcd')
    expect(page.result()).toBe('{"to":"a@b.co","subject":"abcd"}')
  })

  it('adds an optional value on a press, and removes it again', () => {
    const text = '{ "to": "a@b.co", "subject": "abc" }'
    const page = edit(text, mail)
    press('Add Priority')
    expect(page.result()).toBe('{ "to": "a@b.co", "subject": "abc", "priority": 3 }')
    expect(screen.getByLabelText('Priority')).toHaveFocus()
    press('Remove Priority')
    expect(page.result()).toBe(text)
    expect(screen.getByRole('button', { name: 'Add Priority' })).toHaveFocus()
  })

  it('removes a value that was there, says so, and puts it back', () => {
    const page = edit(mailText, mail)
    press('Remove Body')
    expect(page.result()).toBe(mailText.replace(',\n  "body":"Hi Ana,\\nbye"', ''))
    expect(screen.getByText('Was:')).toHaveTextContent('Was: Hi Ana, bye')
    press('Add Body')
    expect(page.result()).toBe(mailText)
  })

  it('cannot remove what is required', () => {
    edit(mailText, mail)
    expect(screen.queryByRole('button', { name: 'Remove To' })).toBeNull()
  })

  it('names a required value that is missing', () => {
    const page = edit('{"to":"a@b.co"}', mail)
    type('To', 'b@b.co')
    // The agent left it out, so it holds nobody back who changes something else.
    expect(page.result()).toBe('{"to":"b@b.co"}')
    press('Add Subject')
    expect(page.result()).toEqual(['Too short: 3 or more characters.'])
  })
})

describe('lists and objects in the form', () => {
  const schema = {
    type: 'object',
    properties: {
      cc: { type: 'array', title: 'Cc', items: { type: 'string' }, minItems: 1 },
      from: { type: 'object', title: 'From', properties: { name: { type: 'string', title: 'Name' } } },
      tags: { type: 'array', title: 'Tags', items: { enum: ['red', 'blue', 'green'] }, uniqueItems: true },
    },
  }
  const text = '{"cc":["a", "b","c"],"from":{ "name":"Ana", "id":12345678901234567890 },"tags":["blue"]}'

  it('edits a value within an object', () => {
    const page = edit(text, schema)
    type('Name', 'Ben')
    expect(page.result()).toBe(text.replace('Ana', 'Ben'))
    expect(within(screen.getByRole('group', { name: 'From' })).getByLabelText('id')).toHaveValue(
      '12345678901234567890',
    )
  })

  it('removes an item, and each control keeps its value', () => {
    const page = edit(text, schema)
    press('Remove Number 1')
    expect(page.result()).toBe(text.replace('"a", ', ''))
    const list = within(screen.getByRole('group', { name: 'Cc' }))
    expect(list.getByLabelText('Number 1')).toHaveValue('b')
    expect(list.getByRole('button', { name: 'Add one' })).toHaveFocus()
  })

  it('adds an item, and focuses it', () => {
    const page = edit(text, schema)
    fireEvent.click(
      within(screen.getByRole('group', { name: 'Cc' })).getByRole('button', { name: 'Add one' }),
    )
    expect(screen.getByLabelText('Number 4')).toHaveFocus()
    type('Number 4', 'd')
    expect(page.result()).toBe(text.replace('"c"]', '"c","d"]'))
    expect(page.draft().edits).toBe(1)
  })

  it('ticks several choices', () => {
    const page = edit(text, schema)
    fireEvent.click(screen.getByLabelText('red'))
    expect(page.result()).toBe(text.replace('["blue"]', '["blue","red"]'))
    fireEvent.click(screen.getByLabelText('red'))
    expect(page.result()).toBe(text)
  })

  it('counts a list of another length as one edit', () => {
    const page = edit(text, schema)
    press('Remove Number 2')
    press('Remove Number 1')
    expect(page.draft().edits).toBe(1)
    expect(screen.getByText('["a", "b","c"]')).toBeVisible()
  })
})

describe('choices', () => {
  it('shows titles, and keeps a value that is not among the choices in view', () => {
    const schema = {
      type: 'object',
      properties: {
        size: {
          oneOf: [
            { const: 1, title: 'Small' },
            { const: 2, title: 'Large' },
          ],
        },
      },
    }
    const page = edit('{"size":7}', schema)
    expect(screen.getByLabelText('size')).toHaveDisplayValue('7')
    fireEvent.change(screen.getByLabelText('size'), { target: { value: '1' } })
    expect(page.result()).toBe('{"size":2}')
    expect(screen.getByLabelText('size')).toHaveDisplayValue('Large')
  })

  it('takes a text that is not among the choices where the schema says so', () => {
    const schema = {
      type: 'object',
      properties: { city: { anyOf: [{ enum: ['Rome', 'Oslo'] }, { type: 'string' }] } },
    }
    const page = edit('{"city":"Rome"}', schema)
    fireEvent.change(screen.getByLabelText('Something else'), { target: { value: 'Bern' } })
    expect(page.result()).toBe('{"city":"Bern"}')
  })
})

describe('what a control of a page would change', () => {
  it('is edited as JSON: hidden characters', () => {
    const text = '{"a":"pay\u202etxt"}'
    const page = edit(text)
    expect(screen.getByLabelText('a')).toHaveValue(String.raw`"pay\u202etxt"`)
    type('a', String.raw`"pay\u202etxt!"`)
    expect(page.result()).toBe('{"a":"pay\u202etxt!"}'.replace('\u202e', '\u202e'))
    expect(page.draft().edits).toBe(1)
  })

  it('is edited as JSON: null, and a value of another type than the schema says', () => {
    const page = edit('{"a":null,"b":5}', { type: 'object', properties: { b: { type: 'string' } } })
    expect(screen.getByLabelText('a')).toHaveValue('null')
    expect(screen.getByLabelText('b')).toHaveValue('5')
    type('a', '[1')
    expect(page.result()).toEqual(["This isn't JSON yet. See line 1."])
    type('a', '[1]')
    expect(page.result()).toBe('{"a":[1],"b":5}')
  })

  it('keeps the line breaks of Windows', () => {
    const page = edit(String.raw`{"a":"one\r\ntwo"}`)
    expect(screen.getByLabelText('a')).toHaveValue('one\ntwo')
    type('a', 'one\ntwo\nthree')
    expect(page.result()).toBe(String.raw`{"a":"one\r\ntwo\r\nthree"}`)
  })

  it('is no date field where the date is none', () => {
    const schema = {
      type: 'object',
      properties: { day: { type: 'string', format: 'date' }, other: { type: 'string', format: 'date' } },
    }
    edit('{"day":"2026-11-30","other":"30.11.2026"}', schema)
    expect(screen.getByLabelText('day')).toHaveAttribute('type', 'date')
    expect(screen.getByLabelText('other')).toHaveValue('30.11.2026')
  })

  it('says how many hidden characters were pasted', () => {
    edit('{"a":"x"}')
    type('a', 'x\u200b\u200b')
    expect(screen.getByText('Invisible characters in it: 2.')).toBeVisible()
  })
})

describe('editing as code', () => {
  it('shows the exact text, and sends exactly the text shown', () => {
    const page = edit(mailText, mail)
    press('Code')
    expect(screen.getByLabelText('Code')).toHaveValue(mailText)
    type('Code', mailText.replace('"priority": 3', '"priority":   2.0'))
    expect(page.result()).toBe(mailText.replace('"priority": 3', '"priority":   2.0'))
    expect(page.draft().edits).toBe(1)
  })

  it('sends nothing while the text is no JSON, and says where', () => {
    const page = edit('{\n"a": 1,\n"b": 2\n}')
    press('Code')
    type('Code', '{\n"a": 1,\n"b": oops\n}')
    expect(page.result()).toEqual(["This isn't JSON yet. See line 3."])
    expect(screen.getByLabelText('Code')).toBeInvalid()
    expect(screen.getByRole('button', { name: 'Form' })).toHaveAttribute('aria-disabled', 'true')
    press('Form')
    expect(screen.getByLabelText('Code')).toHaveValue('{\n"a": 1,\n"b": oops\n}')
  })

  it('says what the schema refuses, and where', () => {
    const page = edit(mailText, mail)
    press('Code')
    type('Code', mailText.replace('Moving the review', 'x'))
    expect(page.result()).toEqual(['Too short: 3 or more characters.'])
    expect(screen.getByText('subject: Too short: 3 or more characters.')).toBeVisible()
  })

  it('carries what is typed and no value yet over into the code', () => {
    const page = edit('{"n":1,"m":2}')
    type('n', '1x')
    press('Code')
    expect(screen.getByLabelText('Code')).toHaveValue('{"n":1x,"m":2}')
    expect(page.result()).toEqual(["This isn't JSON yet. See line 1."])
  })

  it('keeps the arguments an object', () => {
    const page = edit('{"a":1}')
    press('Code')
    type('Code', '[]')
    expect(page.result()).toEqual(['Write an object.'])
  })

  it.each([
    ['a repeated name', '{"a":1,"a":2}'],
    ['a list', '[1]'],
    ['no JSON', '{"a":'],
    ['more values than anybody edits', JSON.stringify({ a: Array.from({ length: 2_100 }, () => 1) })],
  ])('is the only view for %s', (_what, text) => {
    edit(text)
    expect(screen.getByLabelText('Code')).toHaveValue(text)
    expect(screen.getByRole('button', { name: 'Form' })).toHaveAccessibleDescription(
      "The form can't show this. Edit the code.",
    )
  })
})

describe('the draft', () => {
  it('survives an unmount, what is no value yet too', () => {
    const page = edit('{"n":1,"s":"x"}')
    type('s', 'y')
    type('n', '1x')
    page.again()
    expect(screen.getByLabelText('s')).toHaveValue('y')
    expect(screen.getByLabelText('n')).toHaveValue('1x')
    expect(page.result()).toEqual(['Write a number such as 1.5.'])
  })

  it('is judged by the schema when it was edited before the form was there', () => {
    const draft = { ...startEdit('r1', mailText), text: mailText.replace('3,', '9,'), edits: 1 }
    const page = open(draft, { schema: mail })
    expect(page.result()).toEqual(['Too large: 5 or less.'])
  })

  it('cannot be changed while it is read-only', async () => {
    const page = open(startEdit('r1', mailText), { schema: mail, readOnly: true })
    await userEvent.type(screen.getByLabelText('Subject'), 'x')
    await userEvent.click(screen.getByLabelText('Yes'))
    await userEvent.selectOptions(screen.getByLabelText('Format'), 'html')
    expect(page.result()).toBe(mailText)
    expect(screen.queryByRole('button', { name: /Add|Remove/ })).toBeNull()
  })
})

describe('a schema from a stranger', () => {
  it('is never changed', () => {
    const schema = Object.freeze({
      type: 'object',
      properties: Object.freeze({ a: Object.freeze({ $ref: '#/$defs/short' }) }),
      $defs: Object.freeze({ short: Object.freeze({ type: 'string', maxLength: 2 }) }),
    })
    const before = JSON.stringify(schema)
    const page = edit('{"a":"x"}', schema)
    type('a', 'xyz')
    expect(page.result()).toEqual(['Too long: 2 or fewer characters.'])
    expect(JSON.stringify(schema)).toBe(before)
  })

  it.each([
    ['a reference to another document', { properties: { a: { $ref: 'https://example.com/schema.json' } } }],
    ['a reference to nowhere', { properties: { a: { $ref: '#/$defs/none' } } }],
    ['keywords of the wrong type', { properties: 5, required: 'a', enum: null, allOf: [3] }],
  ])('cannot be checked: %s', (_what, schema) => {
    const page = edit('{"a":"x"}', schema)
    type('a', 'y')
    expect(page.result()).toBe('{"a":"y"}')
  })

  it('does not hang the page by its pattern', () => {
    const page = edit('{"a":"x"}', {
      type: 'object',
      properties: { a: { type: 'string', pattern: '^((a+)+|b)*$' } },
    })
    type('a', `${'a'.repeat(60)}!`)
    expect(page.result()).toBe(`{"a":"${'a'.repeat(60)}!"}`)
  })

  it('may lead back to itself', () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, child: { $ref: '#' } },
      required: ['child'],
    }
    edit('{"name":"x","child":{"name":"y","child":{"name":"z"}}}', schema)
    expect(screen.getAllByLabelText('name')).toHaveLength(3)
  })

  it('names a value that the tool does not take', () => {
    const page = edit('{"a":1}', {
      type: 'object',
      properties: { a: { type: 'integer' } },
      additionalProperties: false,
    })
    press('Code')
    type('Code', '{"a":1,"b":2}')
    expect(page.result()).toEqual(["The tool doesn't take this."])
    type('Code', '{"a":1.5}')
    expect(page.result()).toEqual(['Write a whole number.'])
  })

  it('of alternatives names what is wrong in the one of the right type', () => {
    const schema = {
      type: 'object',
      properties: { a: { anyOf: [{ type: 'integer', minimum: 5 }, { type: 'null' }] } },
    }
    const page = edit('{"a":7}', schema)
    type('a', '2')
    expect(page.result()).toEqual(['Too small: 5 or more.'])
  })

  it.each([
    ['a limit of draft 4 that is not allowed itself', { minimum: 0, exclusiveMinimum: true }, '0', '0.5'],
    ['a limit of draft 4 that is allowed', { maximum: 10, exclusiveMaximum: false }, '11', '10'],
  ])('may use older words: %s', (_what, limits, refused, taken) => {
    const page = edit('{"n":5}', { type: 'object', properties: { n: { type: 'number', ...limits } } })
    type('n', refused)
    expect(page.result()).not.toBeTypeOf('string')
    type('n', taken)
    expect(page.result()).toBe(`{"n":${taken}}`)
  })

  it('may say nullable', () => {
    const page = edit('{"a":"x"}', {
      type: 'object',
      properties: { a: { type: 'string', nullable: true } },
    })
    press('Code')
    type('Code', '{"a":null}')
    expect(page.result()).toBe('{"a":null}')
  })

  it('of alternatives names what is wrong in the one with the right constant', () => {
    const page = edit('{"to":{"kind":"mail","at":"ana"}}', {
      type: 'object',
      properties: {
        to: {
          oneOf: [
            {
              type: 'object',
              required: ['kind', 'at'],
              properties: { kind: { const: 'mail' }, at: { type: 'string', maxLength: 5 } },
            },
            {
              type: 'object',
              required: ['kind', 'number'],
              properties: { kind: { const: 'phone' }, number: { type: 'string' } },
            },
          ],
        },
      },
    })
    type('at', 'anabel')
    expect(page.result()).toEqual(['Too long: 5 or fewer characters.'])
  })

  it('names what another value makes necessary', () => {
    const page = edit('{"a":"x","b":"y"}', {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      dependentRequired: { a: ['b'] },
    })
    press('Remove b')
    expect(page.result()).toEqual(['Fill this in.'])
    expect(screen.getByText('b: Fill this in.')).toBeVisible()
  })

  it('names two values of one definition, and two of one title, apart', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      definitions: { P: { title: 'Person', type: 'object', properties: { n: { type: 'string' } } } },
      type: 'object',
      properties: {
        from: { $ref: '#/definitions/P' },
        to: { $ref: '#/definitions/P' },
        cc: { type: 'string', title: 'Copy' },
        bcc: { type: 'string', title: 'Copy' },
      },
    }
    edit('{"from":{"n":"ana"},"to":{"n":"ben"},"cc":"c","bcc":"d"}', schema)
    for (const name of ['from', 'to']) expect(screen.getByRole('group', { name })).toBeVisible()
    for (const name of ['cc', 'bcc']) expect(screen.getByLabelText(name)).toBeVisible()
  })

  it('may have null among its choices, and names of its own', () => {
    const page = edit('{"size":null,"env":{"A":"1","B":"2"}}', {
      type: 'object',
      properties: {
        size: { type: ['string', 'null'], enum: ['s', null] },
        env: { type: 'object', additionalProperties: { type: 'string' } },
      },
    })
    fireEvent.change(screen.getByRole('combobox', { name: 'size' }), { target: { value: '0' } })
    press('Remove A')
    expect(page.result()).toBe('{"size":"s","env":{"B":"2"}}')
  })
})

describe('a map', () => {
  const env = { type: 'object', additionalProperties: { type: 'string' } }
  const add = (name: string): void => {
    type('New name', name)
    press(`Add ${name || 'one'}`)
  }

  it.each([
    ['the root', env, '{"A": "1"}', 'B', '2', '{"A": "1","B": "2"}'],
    ['empty', env, '{}', 'B', '2', '{"B":"2"}'],
    [
      'within',
      { type: 'object', properties: { env } },
      '{ "n" : 1e21, "env":{} }',
      'B',
      '2',
      '{ "n" : 1e21, "env":{"B":"2"} }',
    ],
    [
      'of numbers',
      { type: 'object', additionalProperties: { type: 'integer' } },
      '{"a":9007199254740993}',
      'b',
      '9007199254740995',
      '{"a":9007199254740993,"b":9007199254740995}',
    ],
    [
      'of anything',
      { type: 'object', additionalProperties: true },
      '{"a":{"x":[ 1 ]}}',
      'b',
      'c',
      '{"a":{"x":[ 1 ]},"b":"c"}',
    ],
    [
      'of a kind of names',
      { type: 'object', patternProperties: { '^x-': { type: 'number' } } },
      '{}',
      'x-a',
      '0.01',
      '{"x-a":0.01}',
    ],
    ['with a slash and a tilde in the name', env, '{}', 'a/b~c.d', '2', '{"a/b~c.d":"2"}'],
    ['with a quote in the name', env, '{}', 'say "hi"', '2', '{"say \\"hi\\"":"2"}'],
    ['with a name of JavaScript', env, '{}', '__proto__', '2', '{"__proto__":"2"}'],
  ])('takes a new name and its value: %s', (_what, schema, from, name, value, to) => {
    const page = edit(from, schema)
    add(name)
    expect(screen.getByLabelText(name)).toHaveFocus()
    type(name, value)
    expect(page.result()).toBe(to)
    expect(screen.getByLabelText('New name')).toHaveValue('')
    press(`Remove ${name}`)
    expect(page.result()).toBe(from)
  })

  it('refuses a name that is there, and one that is empty', () => {
    const page = edit('{"A":"1"}', env)
    add('')
    add('A')
    expect(screen.getByText('There is one of this name already.')).toBeVisible()
    expect(screen.getByLabelText('New name')).toBeInvalid()
    fireEvent.keyDown(screen.getByLabelText('New name'), { key: 'Enter' })
    expect(page.draft().text).toBe('{"A":"1"}')
    type('New name', 'B')
    fireEvent.keyDown(screen.getByLabelText('New name'), { key: 'Enter' })
    expect(page.result()).toBe('{"A":"1","B":""}')
  })

  it('takes none where the schema does not say that it is one, and none while it is read-only', () => {
    edit('{"A":"1"}', { type: 'object', additionalProperties: false })
    expect(screen.queryByLabelText('New name')).toBeNull()
    open(startEdit('r1', '{"A":"1"}'), { schema: env, readOnly: true })
    expect(screen.queryByLabelText('New name')).toBeNull()
  })

  it('says what the schema refuses of a name', () => {
    const page = edit('{}', { ...env, propertyNames: { pattern: '^[A-Z]+$' } })
    add('b')
    expect(page.result()).not.toBe('{"b":""}')
  })

  const notAdded = "This name isn't added yet. Add it, or clear the field."
  const people = {
    type: 'object',
    properties: {
      people: { type: 'array', items: { type: 'object', additionalProperties: { type: 'integer' } } },
    },
  }
  it.each<[what: string, from: string, act: (page: ReturnType<typeof open>) => void, to: string]>([
    ['is emptied', '{"A":"1"}', () => type('New name', ''), '{"A":"1"}'],
    ['is added', '{"A":"1"}', () => press('Add B'), '{"A":"1","B":""}'],
    ['is taken back with all edits', '{"A":"1"}', () => press('Undo my changes'), '{"A":"1"}'],
    ['is shown with a value as code', '{"A":"1"}', () => press('Code'), '{"A":"1","B":""}'],
    [
      'is added after the page was drawn anew',
      '{"A":"1"}',
      (page) => {
        page.again()
        press('Add B')
      },
      '{"A":"1","B":""}',
    ],
  ])('sends nothing while a typed name is not added, and says so: %s', (_what, from, act, to) => {
    const page = edit(from, env)
    type('New name', 'B')
    expect(page.result()).toEqual([notAdded])
    expect(screen.getByLabelText('New name')).toHaveAccessibleDescription(notAdded)
    expect(screen.getAllByText(notAdded)).toHaveLength(1)
    act(page)
    expect(page.result()).toBe(to)
  })

  it('keeps what is typed in the others when an item before them is removed', () => {
    const page = edit('{"people":[{"a":1},{"b":2},{"c":3}]}', people)
    fireEvent.change(screen.getAllByLabelText('New name')[2]!, { target: { value: 'd' } })
    type('b', '2x')
    press('Remove Number 1')
    expect(page.result()).toEqual(['Write a number such as 1.5.', notAdded])
    expect(screen.getByLabelText('b')).toHaveValue('2x')
    press('Add d')
    type('b', '4')
    expect(page.result()).toBe('{"people":[{"b":4},{"c":3,"d":0}]}')
  })

  it('can be answered', () => {
    const page = open(startAnswer('r1', env), { schema: env, isAnswer: true })
    add('A')
    type('A', '1')
    expect(page.result()).toBe('{"A":"1"}')
  })
})

describe('an answer', () => {
  const schema = {
    type: 'object',
    required: ['name', 'plan', 'sure'],
    properties: {
      name: { type: 'string', title: 'Your name' },
      plan: { type: 'string', title: 'Plan', enum: ['free', 'pro'], enumNames: ['Free', 'Pro'] },
      seats: { type: 'integer', title: 'Seats', default: 3 },
      sure: { type: 'boolean', title: 'Are you sure?' },
      note: { type: 'string', title: 'Note' },
    },
  }
  const answer = (showsMissing = false): ReturnType<typeof open> =>
    open(startAnswer('r1', schema), { schema, isAnswer: true, showsMissing })

  it('starts with its defaults, and asks for the rest in the order of the schema', () => {
    const page = answer()
    expect(page.draft().text).toBe('{"seats":3}')
    expect(screen.getByLabelText('Your name')).toHaveValue('')
    expect(screen.getByRole('radiogroup', { name: 'Plan' })).toBeVisible()
    expect(screen.getByLabelText('Seats')).toHaveValue('3')
    expect(screen.getByLabelText('Free')).not.toBeChecked()
    expect(screen.getByLabelText('Yes')).not.toBeChecked()
    expect(screen.getByLabelText('No')).not.toBeChecked()
  })

  it('is complete once what is required is there', () => {
    const page = answer()
    type('Your name', 'Ana')
    fireEvent.click(screen.getByLabelText('Pro'))
    fireEvent.click(screen.getByLabelText('No'))
    expect(page.result()).toBe('{"seats":3,"name":"Ana","plan":"pro","sure":false}')
  })

  it('names what is missing once it was pressed, not before', () => {
    const page = answer()
    expect(page.result()).toEqual(['Fill this in.', 'Fill this in.', 'Fill this in.'])
    expect(screen.queryByText('Fill this in.')).toBeNull()
    answer(true)
    expect(screen.getAllByText('Fill this in.')).toHaveLength(3)
  })

  it('leaves out what is emptied again', () => {
    const page = answer()
    type('Note', 'x')
    type('Note', '')
    type('Seats', '')
    expect(page.draft().text).toBe('{}')
  })

  it('may leave empty what may be null, and what is a list', () => {
    const nullable = {
      type: 'object',
      required: ['nick', 'age', 'days'],
      properties: {
        nick: { anyOf: [{ type: 'string' }, { type: 'null' }], title: 'Nick' },
        age: { type: ['integer', 'null'], title: 'Age' },
        days: { type: 'array', items: { enum: ['Mo', 'Tu'] } },
      },
    }
    const page = open(startAnswer('r1', nullable), { schema: nullable, isAnswer: true, showsMissing: true })
    expect(page.result()).toBe('{"nick":null,"age":null,"days":[]}')
    expect(screen.getByLabelText('Nick')).toHaveValue('')
    type('Nick', 'ana')
    type('Age', '12345678901234567891')
    expect(page.result()).toBe('{"nick":"ana","age":12345678901234567891,"days":[]}')
    type('Nick', '')
    type('Age', '')
    expect(page.result()).toBe('{"nick":null,"age":null,"days":[]}')
  })

  it('is one text where that may be a number too', () => {
    const either = {
      type: 'object',
      required: ['id'],
      properties: { id: { anyOf: [{ type: 'string' }, { type: 'integer' }], title: 'Id' } },
    }
    const page = open(startAnswer('r1', either), { schema: either, isAnswer: true })
    type('Id', 'a7')
    expect(page.result()).toBe('{"id":"a7"}')
  })

  it.each([
    ['is any object', { type: 'object' }, '{"A":"1"}'],
    ['is a list', { type: 'array', items: { type: 'string' } }, '["a"]'],
  ])('can be written as code where it %s', (_what, loose, written) => {
    const page = open(startAnswer('r1', loose), { schema: loose, isAnswer: true })
    if (!screen.queryByLabelText('Code')) press('Code')
    type('Code', written)
    expect(page.result()).toBe(written)
  })
})
