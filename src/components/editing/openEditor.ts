import type { CardView } from '../../hooks/cardView.ts'
import { startEdit } from '../../model/editDraft.ts'
import type { InterventionCall } from '../../model/intervention.ts'

// The person has just asked for the editor, so it takes focus as soon as it is here.
let isOpening = false

export function openEditor({ revision, argsText }: InterventionCall): Partial<CardView['draft']> {
  if (argsText === null) return {}
  isOpening = true
  return { edit: startEdit(revision, argsText) }
}

/** True once after each opening. */
export function takeOpening(): boolean {
  const was = isOpening
  isOpening = false
  return was
}
