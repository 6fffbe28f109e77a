import type { NoteOf } from './Facts.tsx'
import { isOutside } from './place.ts'

// Notes on a file. Two unknowns are one note, so that they do not hide a warning among them.
export function notesOfFile(
  path: string,
  exists: NoteOf | null,
  workspace: string | undefined,
): readonly NoteOf[] {
  const place = notesOfPlace(path, workspace)
  if (exists?.note === 'exists_unknown' && place[0]?.note === 'workspace_unknown')
    return [{ note: 'file_unknown' }]
  return exists ? [exists, ...place] : place
}

// Notes on where a file is. None for a file inside the workspace.
export function notesOfPlace(path: string, workspace: string | undefined): readonly NoteOf[] {
  const isAway = isOutside(path, workspace)
  if (isAway === undefined) return [{ note: 'workspace_unknown' }]
  return isAway ? [{ note: 'outside', about: workspace }] : []
}
