import type { NoteOf } from './Facts.tsx'
import { isOutside } from './place.ts'

// Notes on where a file is. None for a file inside the workspace.
export function notesOfPlace(path: string, workspace: string | undefined): readonly NoteOf[] {
  const isAway = isOutside(path, workspace)
  if (isAway === undefined) return [{ note: 'workspace_unknown' }]
  return isAway ? [{ note: 'outside', about: workspace }] : []
}
