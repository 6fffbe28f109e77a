import type { NoteOf } from './Facts.tsx'
import { isOutside } from './place.ts'

// Words about the place of a file. Inside of the workspace there are none.
export function notesOfPlace(path: string, workspace: string | undefined): readonly NoteOf[] {
  const isAway = isOutside(path, workspace)
  if (isAway === undefined) return [{ note: 'workspace_unknown' }]
  return isAway ? [{ note: 'outside', about: workspace }] : []
}
