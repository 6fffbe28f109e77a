/** The texts of the editor of arguments and answers, in one language. */
export interface EditorWords {
  /** The number of values that the person changed. */
  readonly edited: (count: number) => string
  /** The label of the button that takes all edits back. */
  readonly undo: string
  /** The name of the two buttons below. */
  readonly views: string
  /** The labels of the two ways to edit. */
  readonly view: Readonly<Record<'form' | 'code', string>>
  /** Introduces the value before the edit. */
  readonly was: string
  /** The value was not there before. */
  readonly added: string
  /** The value is not there any more. */
  readonly removed: string
  /** The labels of true and false. */
  readonly boolean: Readonly<Record<'true' | 'false', string>>
  /** The label of the button that adds a value. Null: one more of a list. */
  readonly add: (name: string | null) => string
  /** The label of the button that removes a value. */
  readonly remove: (name: string) => string
  /** The name of a value in a list, from 1. */
  readonly item: (at: number) => string
  /** Nothing is chosen yet. */
  readonly choose: string
  /** The label of the field for a text that is not among the choices. */
  readonly other: string
  /** The number of characters that cannot be seen. */
  readonly invisible: (count: number) => string
  /** The text has been edited and is not JSON. */
  readonly notJson: (line: number) => string
  /** The text of a field is not a number. */
  readonly notNumber: string
  /** The arguments of a tool are always an object. */
  readonly notObject: string
  /** The form cannot show the text. */
  readonly codeOnly: string
  /** The tool's schema cannot be used. */
  readonly unchecked: string
  /** A value that the schema refuses: the keyword of JSON Schema, and its value there. */
  readonly refused: (keyword: string, limit: unknown) => string
}

const formats: Readonly<Record<string, string>> = {
  date: 'Write a date such as 2026-11-30.',
  'date-time': 'Write a date and time such as 2026-11-30T09:30:00Z.',
  time: 'Write a time such as 09:30:00Z.',
  email: 'Write an email address such as ana@example.com.',
  uri: 'Write a whole address such as https://example.com.',
  url: 'Write a whole address such as https://example.com.',
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

/** English. */
export const editorWords: EditorWords = {
  edited: (count) => (count === 0 ? 'Nothing edited yet' : `${count} edited by you`),
  undo: 'Undo my changes',
  views: 'Edit as',
  view: { form: 'Form', code: 'Code' },
  was: 'Was:',
  added: 'Added by you',
  removed: 'Removed by you',
  boolean: { true: 'Yes', false: 'No' },
  add: (name) => (name === null ? 'Add one' : `Add ${name}`),
  remove: (name) => `Remove ${name}`,
  item: (at) => `Number ${at}`,
  choose: 'Choose…',
  other: 'Something else',
  invisible: (count) => `${count} invisible character${count === 1 ? '' : 's'} in it.`,
  notJson: (line) => `This isn't JSON yet. Look at line ${line}.`,
  notNumber: 'Write a number such as 1.5.',
  notObject: 'The arguments have to stay one object: { … }.',
  codeOnly: "The form can't show this text. Edit it as code.",
  unchecked: "The tool's own rules can't be checked here. It may refuse what you write.",
  refused: (keyword, limit) => {
    switch (keyword) {
      case 'required':
        return 'Fill this in.'
      case 'type':
        return `This has to be ${[limit]
          .flat()
          .map((type) => typeNames[String(type)] ?? String(type))
          .join(' or ')}.`
      case 'enum':
      case 'const':
        return 'Choose one of the values that the tool takes.'
      case 'minLength':
        return `Write at least ${counted(limit, 'character')}.`
      case 'maxLength':
        return `Write at most ${counted(limit, 'character')}.`
      case 'minimum':
        return `Write a number of at least ${String(limit)}.`
      case 'maximum':
        return `Write a number of at most ${String(limit)}.`
      case 'exclusiveMinimum':
        return `Write a number above ${String(limit)}.`
      case 'exclusiveMaximum':
        return `Write a number below ${String(limit)}.`
      case 'multipleOf':
        return `Write a multiple of ${String(limit)}.`
      case 'minItems':
        return `Give at least ${String(limit)}.`
      case 'maxItems':
        return `Give at most ${String(limit)}.`
      case 'uniqueItems':
        return 'Two of these are the same.'
      case 'format':
        return formats[String(limit)] ?? `This doesn't look like "${String(limit)}".`
      case 'pattern':
        return `This has to match ${String(limit)}.`
      case 'false':
        return "The tool doesn't take this."
      default:
        return "The tool doesn't take this as it is."
    }
  },
}

function counted(limit: unknown, thing: string): string {
  return `${String(limit)} ${thing}${limit === 1 ? '' : 's'}`
}
