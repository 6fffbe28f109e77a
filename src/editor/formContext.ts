'use client'
import { createContext, useContext } from 'react'
import type { EditorWords } from '../locales/editorWords.ts'
import type { EditDraft, EditProblem, NewName } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'
import type { JsonPlaces } from '../model/jsonEdit.ts'

export interface FormValue extends FocusRequest, JsonPlaces {
  readonly draft: EditDraft
  // Those before the edits.
  readonly before: JsonPlaces
  // References are those of this document.
  readonly schema: JsonSchema
  readonly words: EditorWords
  // An answer starts empty: what is missing is a field, and what is emptied is missing again.
  readonly isAnswer: boolean
  readonly readOnly: boolean
  readonly changes: ReadonlySet<string>
  readonly problems: readonly EditProblem[]
  // `source`: JSON, or null to remove the value.
  readonly set: (pointer: string, source: string | null) => void
  readonly setNewName: (pointer: string, name: NewName) => void
  readonly setUnfinished: (pointer: string, typed: string, problem: string) => void
}

export const FormContext: React.Context<FormValue | null> = createContext<FormValue | null>(null)

export interface FocusRequest {
  // Moves focus to the field at this pointer as soon as it is in the page.
  readonly focusOn: (pointer: string) => void
  readonly takeFocus: (pointer: string, element: HTMLElement | null) => void
}

export function createFocusRequest(): FocusRequest {
  let wanted: string | null = null
  return {
    focusOn: (pointer) => {
      wanted = pointer
    },
    takeFocus: (pointer, element) => {
      if (!element || wanted !== pointer) return
      wanted = null
      const control = element.querySelector<HTMLElement>('input, select, textarea, button')
      ;(control ?? element).focus()
    },
  }
}

export function useForm(): FormValue {
  // SAFETY: only `Form` renders fields.
  return useContext(FormContext)!
}
