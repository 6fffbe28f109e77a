'use client'
import type { DiffRow } from './diffLines.ts'
import { splitSame } from './splitSame.ts'
import { LongText } from './LongText.tsx'
import { useMessages } from '../useMessages.ts'

const elements = { same: 'span', removed: 'del', added: 'ins' } as const
const signs = { same: '\u2007', removed: '−', added: '+' } as const

/** Lines that were taken away and added, told apart by sign and element, not by colour alone. */
export function DiffLines({ rows }: { readonly rows: readonly DiffRow[] }): React.ReactElement {
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

/** A line, with what is not in its counterpart marked. */
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

/** What a line became, or was, where one line took the place of one. */
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
