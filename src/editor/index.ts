export { Editor } from './Editor.tsx'
export type { EditorProps } from '../hooks/EditorProps.ts'
export { startAnswer } from './startAnswer.ts'
export {
  type EditDraft,
  type EditProblem,
  type EditResult,
  type NewName,
  resultOfEdit,
  startEdit,
  type UnfinishedText,
} from '../model/editDraft.ts'
export { type EditorWords, editorWords } from '../locales/editorWords.ts'
