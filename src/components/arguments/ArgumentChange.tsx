'use client'
import { useId, useLayoutEffect, useMemo, useState } from 'react'
import { diffArguments, type DiffRow, splitSame } from './diff.ts'
import { type ArgumentReading, readInSteps } from './readArguments.ts'
import { LongText } from './LongText.tsx'
import { useMessages } from '../words.ts'

export function ArgumentChange({
  from,
  to,
}: {
  readonly from: string
  readonly to: ArgumentReading
}): React.ReactElement | null {
  const words = useMessages()
  const labelId = useId()
  const [before, setBefore] = useState<ArgumentReading | null>(null)
  useLayoutEffect(() => readInSteps(from, setBefore), [from])
  const diffs = useMemo(() => (before ? diffArguments(before, to) : []), [before, to])
  if (diffs.length === 0) return null
  return (
    <div data-part="change" role="group" aria-labelledby={labelId}>
      <p id={labelId} data-part="change_label">
        {words.whatChanged}
      </p>
      {diffs.map(({ key, name, rows }) =>
        name === null ? (
          <DiffLines key={key} rows={rows} />
        ) : (
          <dl key={key}>
            <div>
              <dt>
                <LongText text={name || '""'} />
              </dt>
              <dd>
                <DiffLines rows={rows} />
              </dd>
            </div>
          </dl>
        ),
      )}
      <p data-part="change_label">{words.nowInFull}</p>
    </div>
  )
}

const elements = { same: 'span', removed: 'del', added: 'ins' } as const
const signs = { same: '\u2007', removed: '−', added: '+' } as const

// Marked by sign and element, not by colour alone.
function DiffLines({ rows }: { readonly rows: readonly DiffRow[] }): React.ReactElement {
  return (
    <div data-part="lines">
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line has no identity but its place.
        <DiffLine key={index} row={row} other={counterpart(rows, index)} />
      ))}
    </div>
  )
}

function DiffLine({
  row,
  other,
}: {
  readonly row: DiffRow
  readonly other: string | undefined
}): React.ReactElement {
  const words = useMessages()
  if (row.kind === 'unchanged') return <span data-part="unchanged">{words.unchanged(row.lines)}</span>
  const Line = elements[row.kind]
  return (
    <Line data-part="line">
      <span data-part="sign">{signs[row.kind]} </span>
      <LineText text={row.text} other={other} />
    </Line>
  )
}

function LineText({
  text,
  other,
}: {
  readonly text: string
  readonly other: string | undefined
}): React.ReactElement {
  if (other === undefined) return <LongText text={text} />
  const [start, middle, end] = splitSame(text, other)
  return (
    <>
      <LongText text={start} />
      <mark>
        <LongText text={middle} />
      </mark>
      <LongText text={end} />
    </>
  )
}

function counterpart(rows: readonly DiffRow[], index: number): string | undefined {
  const kindAt = (at: number): DiffRow['kind'] | undefined => rows[at]?.kind
  const first = kindAt(index) === 'removed' ? index : index - 1
  const isPair =
    kindAt(first) === 'removed' &&
    kindAt(first + 1) === 'added' &&
    kindAt(first - 1) !== 'removed' &&
    kindAt(first + 2) !== 'added'
  const other = isPair && kindAt(index) !== 'same' ? rows[first === index ? index + 1 : first] : undefined
  return other && 'text' in other ? other.text : undefined
}
