import type { Revision } from './ids.ts'

/** A reason why an edited text cannot be sent. */
export interface EditProblem {
  /** A JSON Pointer to the value that it is about. */
  readonly pointer: string
  /** For people. */
  readonly text: string
  /** The value is required and not there. */
  readonly isMissing?: boolean
}

/** The text of a field that is not a value yet. */
export interface UnfinishedText {
  /** The text itself. */
  readonly typed: string
  /** The reason why it is none, for people. */
  readonly problem: string
}

/** A name that was typed for a new value. The value is not added yet. */
export interface NewName extends UnfinishedText {
  /** The JSON of the value that would be added. */
  readonly source: string
}

/** A JSON text that a person edits. It is kept in memory only. */
export interface EditDraft {
  /** The revision that the person saw. */
  readonly revision: Revision
  /** The text before the edits. */
  readonly from: string
  /** The text with the edits. While it is edited as code it may be no JSON. */
  readonly text: string
  /** Text in fields that is not a value yet, by JSON Pointer, and the problem with it. */
  readonly unfinished: Readonly<Record<string, UnfinishedText>>
  /** Names of new values that were typed and not added, by JSON Pointer of the object. @default none */
  readonly newNames?: Readonly<Record<string, NewName>>
  /** Nothing is sent as long as there are any. */
  readonly problems: readonly EditProblem[]
  /** The number of values that differ. */
  readonly edits: number
  /** The view that is open. */
  readonly view: 'form' | 'code'
}

/** An answer that a person writes: JSON for a form, else the text itself. It is kept in memory only. */
export interface AnswerDraft extends EditDraft {
  /** It was pressed with something missing, which is named from then on. */
  readonly isPressed?: boolean
  /** It was begun in the place of a permission: the tool does not run, and the agent gets the answer. */
  readonly isInstead?: boolean
  /** The question that it was written for. */
  readonly asked?: string
  /** The text before anybody wrote: the defaults of a form. @default empty */
  readonly blank?: string
}

/** True if a person wrote it for another revision. */
export function isForEarlier(draft: AnswerDraft | null, now: Revision): boolean {
  if (draft === null || draft.revision === now) return false
  return draft.text !== (draft.blank ?? '') || isUnfinished(draft)
}

// True if something was typed that is not in the text.
export function isUnfinished({ unfinished, newNames }: EditDraft): boolean {
  return Object.keys({ ...unfinished, ...newNames }).length > 0
}

/** The text to send, or why nothing can be sent. */
export type EditResult =
  | {
      /** Exactly the text that is shown. */
      readonly argsText: string
    }
  | {
      /** The problems with it. */
      readonly invalid: readonly [EditProblem, ...EditProblem[]]
    }

/**
 * A draft of a text that nobody has edited yet.
 *
 * @example
 * const [draft, setDraft] = useState(() => startEdit(revision, '{"to":"ana@example.com"}'))
 * const editor = <Editor draft={draft} onChange={setDraft} label="Arguments" />
 */
export function startEdit(revision: Revision, from: string): EditDraft {
  return { revision, from, text: from, unfinished: {}, problems: [], edits: 0, view: 'form' }
}

/** The text of the edits. Undefined: there are none, and the call runs as it was asked for. */
export function editedText(edit: EditDraft | null): string | undefined {
  return edit && edit.text !== edit.from ? edit.text : undefined
}

/**
 * Exactly the text that is shown, never an earlier one.
 *
 * @example
 * const result = resultOfEdit(startEdit(revision, '{"to":"ana@example.com"}'))
 * if ('argsText' in result) console.log(result.argsText)
 * else console.log(result.invalid[0].text)
 */
export function resultOfEdit({ text, problems }: EditDraft): EditResult {
  const [first, ...others] = problems
  return first ? { invalid: [first, ...others] } : { argsText: text }
}
