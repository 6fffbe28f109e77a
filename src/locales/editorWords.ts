import { refusedBy } from './refusedBy.ts'

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
  /** The labels of true and false. */
  readonly boolean: Readonly<Record<'true' | 'false', string>>
  /** The label of the button that adds a value. Null: one more of a list. */
  readonly add: (name: string | null) => string
  /** The label of the button that removes a value. */
  readonly remove: (name: string) => string
  /** The name of a value in a list, from 1. */
  readonly item: (at: number) => string
  /** The label of the field for the name of a value that is added to an object. */
  readonly newName: string
  /** The object has a value of that name. */
  readonly nameTaken: string
  /** The name was typed, and its value was not added. */
  readonly nameNotAdded: string
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
  /** The form cannot show the text. */
  readonly codeOnly: string
  /** A value that the schema refuses: the keyword of JSON Schema, and its value there. */
  readonly refused: (keyword: string, limit: unknown) => string
}

const choose = 'Choose one that the tool takes.'

/**
 * English.
 *
 * @example
 * const messages = { editor: { ...editorWords, undo: 'Take my changes back' } }
 * const chat = (
 *   <GatewayProvider gateway={gateway} messages={messages}>
 *     <InterventionBar conversationId="demo" />
 *   </GatewayProvider>
 * )
 */
export const editorWords: EditorWords = {
  edited: (count) => (count === 0 ? 'Nothing edited yet' : `${count} edited by you`),
  undo: 'Undo my changes',
  views: 'Edit as',
  view: { form: 'Form', code: 'Code' },
  was: 'Was:',
  added: 'Added by you',
  boolean: { true: 'Yes', false: 'No' },
  add: (name) => `Add ${name ?? 'one'}`,
  remove: (name) => `Remove ${name}`,
  item: (at) => `Number ${at}`,
  newName: 'New name',
  nameTaken: 'There is one of this name already.',
  nameNotAdded: "This name isn't added yet. Add it, or clear the field.",
  choose: 'Choose…',
  other: 'Something else',
  invisible: (count) => `Invisible characters in it: ${count}.`,
  notJson: (line) => `This isn't JSON yet. See line ${line}.`,
  notNumber: 'Write a number such as 1.5.',
  codeOnly: "The form can't show this. Edit the code.",
  refused: /* @__PURE__ */ refusedBy({
    type: (types) => `Write ${types.join(' or ')}.`,
    types: {
      string: 'a text',
      integer: 'a whole number',
      number: 'a number',
      boolean: 'true or false',
      array: 'a list',
      object: 'an object',
    },
    format: 'Write it like #.',
    required: 'Fill this in.',
    enum: choose,
    const: choose,
    minLength: 'Too short: # or more characters.',
    maxLength: 'Too long: # or fewer characters.',
    minimum: 'Too small: # or more.',
    maximum: 'Too large: # or less.',
    exclusiveMinimum: 'Too small: more than #.',
    exclusiveMaximum: 'Too large: less than #.',
    multipleOf: 'Write a multiple of #.',
    minItems: 'Too few: # or more.',
    maxItems: 'Too many: # or fewer.',
    uniqueItems: 'Two are the same.',
    pattern: 'Write what matches #',
    other: "The tool doesn't take this.",
  }),
}
