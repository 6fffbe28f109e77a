'use client'
import { useMemo } from 'react'
import { DiffRows } from './DiffRows.tsx'
import { type DiffLine, filesOfPatch, linesBetween, linesOfPatch } from './diffLines.ts'
import { Facts, type NoteOf, usePreviewWords } from './Facts.tsx'
import { notesOfFile } from './placeNotes.ts'

/** A text in a file, and the text that takes its place. */
export interface TextEdit {
  /** The text that is looked for. */
  readonly before: string
  /** The text in its place. */
  readonly after: string
  /** It is replaced in every place. @default false */
  readonly isEverywhere?: boolean | undefined
}

/** Props of `DiffPreview`. */
export interface DiffPreviewProps {
  /** The file. Those that the patch names beside it are shown too. @default the files that the patch names */
  readonly path?: string | undefined
  /** A patch, in the unified format. */
  readonly patch?: string | undefined
  /** Texts that are replaced. */
  readonly edits?: readonly TextEdit[] | undefined
  /** The folder that the agent works in. @default said to be unknown */
  readonly workspace?: string | undefined
  /** The file is there already. @default said to be unknown */
  readonly exists?: boolean | undefined
}

/**
 * An edit of a file, line by line with signs. Unchanged lines are folded.
 *
 * @example
 * <DiffPreview path="src/price.ts" edits={[{ before: 'rate = 0.19', after: 'rate = 0.21' }]} workspace="/srv/shop" />
 */
export function DiffPreview({ path, patch, edits, workspace, exists }: DiffPreviewProps): React.ReactElement {
  const words = usePreviewWords()
  const parts = useMemo(
    () => [
      ...(patch === undefined ? [] : [{ lines: linesOfPatch(patch), isEverywhere: undefined }]),
      ...(edits ?? []).map(({ before, after, isEverywhere }) => ({
        lines: linesBetween(before, after),
        isEverywhere,
      })),
    ],
    [patch, edits],
  )
  const files = parts.flatMap(({ lines }) => filesOfPatch(lines))
  const named = path === undefined ? undefined : files.find((file) => isSameFile(path, file.path))
  // A patch may change other files than the one that the call names.
  const shownFiles =
    path === undefined
      ? files
      : [{ path, change: named?.change ?? ('changes' as const) }, ...files.filter((file) => file !== named)]
  const all = parts.flatMap(({ lines }) => lines)
  return (
    <>
      {shownFiles.map((file) => (
        <Facts
          key={file.path}
          of={[['file', file.path, notesOfFile(file.path, existence(file.change, exists), workspace)]]}
        />
      ))}
      {shownFiles.length === 0 && <Facts of={[['file', null]]} />}
      <p data-part="diff_counts">{words.counts(count(all, 'added'), count(all, 'removed'))}</p>
      {parts.map(({ lines, isEverywhere }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an edit has no identity but its place.
        <div key={index} data-part="diff">
          {isEverywhere !== undefined && (
            <p data-part="everywhere">{isEverywhere ? words.everywhere : words.once}</p>
          )}
          <DiffRows lines={lines} />
        </div>
      ))}
    </>
  )
}

function isSameFile(path: string, ofPatch: string): boolean {
  return path === ofPatch || path.endsWith(`/${ofPatch}`)
}

function count(lines: readonly DiffLine[], kind: DiffLine['kind']): number {
  return lines.reduce((sum, line) => sum + (line.kind === kind ? 1 : 0), 0)
}

function existence(change: 'creates' | 'deletes' | 'changes', exists: boolean | undefined): NoteOf | null {
  if (change !== 'changes') return { note: change === 'deletes' ? 'deletes_file' : change }
  if (exists === undefined) return { note: 'exists_unknown' }
  return exists ? null : { note: 'creates' }
}
