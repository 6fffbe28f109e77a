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

/** A JSON text that a person edits. It is kept in memory only. */
export interface EditDraft {
  /** The revision that the person saw. */
  readonly revision: Revision
  /** The text before the edits. */
  readonly from: string
  /** The text with the edits. While it is edited as code it may be no JSON. */
  readonly text: string
  /** What was typed into fields and is not a value yet, by JSON Pointer, and why. */
  readonly unfinished: Readonly<Record<string, { readonly typed: string; readonly problem: string }>>
  /** While there are any, nothing is sent. */
  readonly problems: readonly EditProblem[]
  /** The number of values that differ. */
  readonly edits: number
  /** The view that is open. */
  readonly view: 'form' | 'code'
}

/** The text to send, or why nothing can be sent. */
export type EditResult =
  | { readonly argsText: string }
  | { readonly invalid: readonly [EditProblem, ...EditProblem[]] }

/** A draft of a text that nobody has edited yet. */
export function startEdit(revision: Revision, from: string): EditDraft {
  return { revision, from, text: from, unfinished: {}, problems: [], edits: 0, view: 'form' }
}

/** Exactly the text that is shown, never an earlier one. */
export function resultOfEdit({ text, problems }: EditDraft): EditResult {
  const [first, ...others] = problems
  return first ? { invalid: [first, ...others] } : { argsText: text }
}
