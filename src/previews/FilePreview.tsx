'use client'
import { Facts, type NoteOf, Shown, usePreviewWords } from './Facts.tsx'
import { notesOfFile } from './placeNotes.ts'

/** Props of `FilePreview`. */
export interface FilePreviewProps {
  /** The file. */
  readonly path: string
  /** All that will be in it. */
  readonly content: string
  /** The folder that the agent works in. @default said to be unknown */
  readonly workspace?: string | undefined
  /** The file is there already, and is overwritten. @default said to be unknown */
  readonly exists?: boolean | undefined
}

/**
 * A file that is written as a whole.
 *
 * @example
 * <FilePreview path="notes.md" content="Call Ana." exists={false} />
 */
export function FilePreview({ path, content, workspace, exists }: FilePreviewProps): React.ReactElement {
  const words = usePreviewWords()
  const note: NoteOf['note'] = exists === undefined ? 'exists_unknown' : exists ? 'exists' : 'creates'
  return (
    <>
      <Facts of={[['file', path, notesOfFile(path, { note }, workspace)]]} />
      <p data-part="diff_counts">{words.lines(content === '' ? 0 : content.split('\n').length)}</p>
      <pre data-part="code">
        <Shown text={content} />
      </pre>
    </>
  )
}
