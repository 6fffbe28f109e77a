import type { EditorWords } from '../locales/editorWords.ts'
import type { EditDraft } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'

/** Props of `Editor`, and of an editor of your own. */
export interface EditorProps {
  /** The schema of the arguments, or of the answer. Absent: a field for each value that is there. */
  readonly schema?: JsonSchema | undefined
  /** The text and its edits: `startEdit`, or `startAnswer`. The page keeps it. */
  readonly draft: EditDraft
  /** Called with each change, before anything can be pressed. */
  readonly onChange: (draft: EditDraft) => void
  /** The name of the whole. */
  readonly label: string
  /** Draws the fields of an answer: those that are missing too. @default false */
  readonly isAnswer?: boolean | undefined
  /** Names what is missing; an answer does so once it was pressed. @default !isAnswer */
  readonly showsMissing?: boolean | undefined
  /** Nothing can be changed, because the decision is on its way. @default false */
  readonly readOnly?: boolean | undefined
  /** Its texts. @default English */
  readonly words?: Partial<EditorWords> | undefined
}
