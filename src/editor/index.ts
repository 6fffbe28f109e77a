export { Editor, type EditorProps } from './Editor.tsx'
export { startAnswer } from './startAnswer.ts'
export {
  type EditDraft,
  type EditProblem,
  type EditResult,
  resultOfEdit,
  startEdit,
  type UnfinishedText,
} from '../model/editDraft.ts'
export { type EditorWords, editorWords } from '../locales/editorWords.ts'
