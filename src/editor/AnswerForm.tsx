'use client'
import { type ComponentType, useEffect } from 'react'
import { type AnswerDraft, isForEarlier } from '../model/editDraft.ts'
import type { Revision } from '../model/ids.ts'
import type { JsonSchema } from '../model/intervention.ts'
import type { EditorProps } from '../hooks/EditorProps.ts'
import { Editor } from './Editor.tsx'
import { startAnswer } from './startAnswer.ts'

export interface AnswerFormProps extends Omit<EditorProps, 'draft' | 'schema' | 'isAnswer'> {
  readonly schema: JsonSchema
  readonly revision: Revision
  // Null, or without text: nobody has answered yet.
  readonly draft: AnswerDraft | null
  // The host's own editor.
  readonly editor: ComponentType<EditorProps> | undefined
}

// The fields of an answer, which start with the defaults of its schema. Text written before they arrive is kept.
export function AnswerForm({
  schema,
  revision,
  draft,
  onChange,
  editor: Form = Editor,
  ...props
}: AnswerFormProps): React.ReactElement | null {
  const isUntouched = draft !== null && draft.revision !== revision && !isForEarlier(draft, revision)
  const isNew = draft === null || draft.text === '' || isUntouched
  useEffect(() => {
    if (!isNew) return
    const started = startAnswer(revision, schema)
    const begun: AnswerDraft = { ...draft, ...started, blank: started.text }
    onChange(begun)
    // oxlint-disable-next-line react/exhaustive-deps -- once for each new answer.
  }, [isNew])
  return isNew ? null : <Form {...props} isAnswer schema={schema} draft={draft} onChange={onChange} />
}
