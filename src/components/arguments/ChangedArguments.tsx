'use client'
import { useMemo, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import type { JsonSchema } from '../../model/intervention.ts'
import { useMessages } from '../words.ts'
import { NameAndValue, schemaOf, Value } from './ArgumentList.tsx'
import { compareArguments, type DiffRow, splitSame } from './diff.ts'
import { KeepsPlace } from './KeepsPlace.ts'
import { LongText } from './LongText.tsx'
import { type ArgumentReading, readInSteps } from './readArguments.ts'

export interface ChangedArgumentsProps {
  readonly from: string
  readonly to: ArgumentReading
  readonly schema: JsonSchema | undefined
  /** Called while changes are marked; returns a function that ends it. */
  readonly onMark: () => () => void
  /** Stands in the place of arguments that did not change. */
  readonly children: React.ReactElement
}

/** All arguments as they are now; those that changed with their former text. */
export function ChangedArguments({
  from,
  to,
  schema,
  onMark,
  children,
}: ChangedArgumentsProps): React.ReactElement {
  const [before, setBefore] = useState<ArgumentReading | null>(null)
  useLayoutEffect(() => readInSteps(from, setBefore), [from])
  const all = useMemo(() => (before ? compareArguments(before, to) : []), [before, to])
  const isMarked = all.length > 0
  useLayoutEffect(() => (isMarked ? onMark() : undefined), [isMarked, onMark])
  const [first] = all
  if (!first) {
    return (
      <>
        <KeepsPlace />
        {children}
      </>
    )
  }
  if (first.name === null && 'rows' in first) return <Rows rows={first.rows} />
  return (
    <dl>
      {all.map((one) => (
        <div key={one.key} data-part={'value' in one && one.value.kind !== 'text' ? 'branch' : undefined}>
          <NameAndValue name={one.name} schema={schema}>
            {'rows' in one ? (
              <Rows rows={one.rows} />
            ) : (
              <Value value={one.value} schema={schemaOf(schema, one.name)} />
            )}
          </NameAndValue>
        </div>
      ))}
    </dl>
  )
}

const elements = { same: 'span', removed: 'del', added: 'ins' } as const

// Marked by a word and an element, not by colour alone.
function Rows({ rows }: { readonly rows: readonly DiffRow[] }): React.ReactElement {
  const { before, now } = useMessages()
  const marks = { same: undefined, removed: before, added: now }
  return (
    <div data-part="rows">
      {rows.map(({ kind, text }, index) => {
        const Row = elements[kind]
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a row has no identity but its place.
          <Row key={index} data-part="row">
            {marks[kind] && <span data-part="mark">{marks[kind]} </span>}
            <span data-part="row_text">
              <RowText text={text} other={counterpart(rows, index)} />
            </span>
          </Row>
        )
      })}
    </div>
  )
}

function RowText({
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

// The other side of a single line that became another single line.
function counterpart(rows: readonly DiffRow[], index: number): string | undefined {
  const { kind, text } = rows[index]!
  if (kind === 'same' || text.includes('\n')) return undefined
  const other = rows[kind === 'removed' ? index + 1 : index - 1]
  const isOther = other?.kind === (kind === 'removed' ? 'added' : 'removed')
  return isOther && !other.text.includes('\n') ? other.text : undefined
}
