'use client'
import { useState } from 'react'
import type { EditorWords } from '../locales/editorWords.ts'
import type { EditDraft } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { changesBetween, type JsonValue, readJson } from '../model/jsonEdit.ts'
import { type Rules, withUnfinished, withValue } from './editing.ts'
import { createFocusRequest, FormContext, type FormValue } from './form.ts'
import { Members } from './Members.tsx'
import { resolved } from './schema.ts'

interface FormProps {
  readonly schema: JsonSchema
  readonly draft: EditDraft
  readonly root: JsonValue
  readonly onChange: (draft: EditDraft) => void
  readonly isAnswer: boolean
  readonly readOnly: boolean
  readonly showsMissing: boolean
  readonly rules: Rules
  readonly words: EditorWords
}

/** The fields of an object. */
export function Form({ onChange, rules, showsMissing, ...props }: FormProps): React.ReactElement {
  const { draft, schema } = props
  const [focus] = useState(createFocusRequest)
  const edited = changesBetween(draft.from, draft.text)
  const value: FormValue = {
    ...props,
    fromRoot: readJson(draft.from),
    changes: new Set(draft.from === '' ? [] : [...edited, ...Object.keys(draft.unfinished)]),
    problems: new Map(
      draft.problems
        .filter(({ isMissing }) => showsMissing || !isMissing)
        .map(({ pointer, text }) => [pointer, text]),
    ),
    set: (pointer, source) => onChange(withValue(draft, pointer, source, rules)),
    setUnfinished: (pointer, typed, problem) =>
      onChange(withUnfinished(draft, pointer, { typed, problem }, rules)),
    ...focus,
  }
  return (
    <FormContext.Provider value={value}>
      <Members pointer="" schema={resolved(schema, schema)} level={1} />
      {value.problems.has('') && <p data-part="problem">{value.problems.get('')}</p>}
    </FormContext.Provider>
  )
}
