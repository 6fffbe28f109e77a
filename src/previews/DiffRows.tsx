'use client'
import { memo, useContext, useEffect, useMemo, useState } from 'react'
import { RevealContext, useElision } from '../components/arguments/LongText.tsx'
import { useMessages } from '../components/words.ts'
import { type DiffLine, wordsBetween } from './diffLines.ts'
import { Shown, usePreviewWords } from './Facts.tsx'

// Rows that are in view without scrolling. Beyond that no unchanged line is shown around a change.
const rowsInView = 6
// Rows in view until the person asks for all of them.
const mostRows = 30
// Rows that a browser draws in one frame.
const perStep = 100

interface Row {
  readonly at: number
  readonly line: DiffLine
  readonly other: string | undefined
}

// The lines of a difference. Long ones are drawn in steps, so that the page stays responsive.
export function DiffRows({ lines }: { readonly lines: readonly DiffLine[] }): React.ReactElement {
  const isRevealed = useContext(RevealContext)
  const words = useMessages()
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const runs = useMemo(() => runsOf(lines), [lines])
  const around = useMemo(
    () => Number(amount(runs.flatMap((run) => folded(run, lines.length, 1))) <= rowsInView),
    [runs, lines],
  )
  const parts = runs.flatMap((run): readonly Part[] =>
    isRevealed || opened.has(run.from) ? [{ ...run, isFolded: false }] : folded(run, lines.length, around),
  )
  const drawn = useSteps(lines.length, isRevealed ? perStep : mostRows, isRevealed)
  const shown = blocksOf(parts, drawn)
  const left = amount(parts) - amount(shown)
  useElision(left > 0 || parts.some((one) => one.isFolded))
  return (
    <div data-part="diff_rows">
      {shown.map(({ from, to, isFolded }) =>
        isFolded ? (
          <Fold
            key={`fold ${from}`}
            lines={to - from}
            open={() =>
              setOpened(
                new Set([
                  ...opened,
                  ...runs.filter((run) => run.from <= from && to <= run.to).map((run) => run.from),
                ]),
              )
            }
          />
        ) : (
          <Rows key={from} {...{ lines, from, to }} />
        ),
      )}
      {left > 0 && (
        <p data-part="hidden_amount">{words.hidden({ characters: Number.POSITIVE_INFINITY, lines: left })}</p>
      )}
    </div>
  )
}

interface Run {
  readonly from: number
  readonly to: number
  readonly isSame: boolean
}

interface Part extends Run {
  readonly isFolded: boolean
}

// Lines in a row that change, or that do not.
function runsOf(lines: readonly DiffLine[]): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  lines.forEach(({ kind }, at) => {
    const next = lines[at + 1]
    const isSame = kind === 'same'
    if (next && (next.kind === 'same') === isSame) return
    runs.push({ from, to: at + 1, isSame })
    from = at + 1
  })
  return runs
}

function folded(run: Run, total: number, around: number): readonly Part[] {
  const head = run.from === 0 ? 0 : around
  const tail = run.to === total ? 0 : around
  const whole = { ...run, isFolded: false }
  // A fold of one line is not worth a button.
  if (!run.isSame || run.to - run.from < head + tail + 2) return [whole]
  const parts = [
    { ...whole, to: run.from + head },
    { ...run, from: run.from + head, to: run.to - tail, isFolded: true },
    { ...whole, from: run.to - tail },
  ]
  return parts.filter((one) => one.to > one.from)
}

function amount(parts: readonly Part[]): number {
  return parts.reduce((sum, { from, to, isFolded }) => sum + (isFolded ? 0 : to - from), 0)
}

// As many rows as there is time for, in blocks: a browser lays out each by itself, and a step adds the last one.
function blocksOf(parts: readonly Part[], most: number): readonly Part[] {
  const blocks: Part[] = []
  let left = most
  for (const part of parts) {
    if (left <= 0) break
    if (part.isFolded) {
      blocks.push(part)
      continue
    }
    const end = Math.min(part.to, part.from + left)
    left -= end - part.from
    for (let from = part.from; from < end;) {
      const last = blocks.at(-1)
      const room = last && !last.isFolded ? perStep - (last.to - last.from) : 0
      const to = Math.min(end, from + (room > 0 ? room : perStep))
      if (last && room > 0) blocks[blocks.length - 1] = { ...last, to }
      else blocks.push({ ...part, from, to })
      from = to
    }
  }
  return blocks
}

function useSteps(total: number, first: number, goesOn: boolean): number {
  const [count, setCount] = useState(0)
  const isDone = !goesOn || first + count >= total
  useEffect(() => {
    if (isDone) return
    const timer = setTimeout(() => setCount((now) => now + perStep))
    return () => clearTimeout(timer)
  }, [isDone, count])
  return goesOn ? first + count : first
}

function Fold({ lines, open }: { readonly lines: number; readonly open: () => void }): React.ReactElement {
  return (
    <p data-part="fold">
      <button type="button" data-part="unfold" onClick={open}>
        {usePreviewWords().unchanged(lines)}
      </button>
    </p>
  )
}

// The next step does not draw the ones before it again.
const Rows = /* @__PURE__ */ memo(function Rows({
  lines,
  from,
  to,
}: {
  readonly lines: readonly DiffLine[]
  readonly from: number
  readonly to: number
}): React.ReactElement {
  const rows = useMemo(() => rowsOf(lines, from, to), [lines, from, to])
  return (
    <div data-part="diff_run">
      {rows.map((row) => (
        <DiffRow key={row.at} {...row} />
      ))}
    </div>
  )
})

// Pairs the n-th removed line with the n-th line added after it.
function rowsOf(lines: readonly DiffLine[], from: number, to: number): readonly Row[] {
  return Array.from({ length: to - from }, (_, index): Row => {
    const at = from + index
    const line = lines[at]!
    return { at, line, other: counterpartOf(lines, at) }
  })
}

// Longer runs have no counterparts.
const longestPair = 50

function counterpartOf(lines: readonly DiffLine[], at: number): string | undefined {
  const { kind } = lines[at]!
  if (kind !== 'removed' && kind !== 'added') return undefined
  let start = at
  while (start > 0 && lines[start - 1]?.kind === kind && at - start < longestPair) start -= 1
  let end = at + 1
  while (lines[end]?.kind === kind && end - at < longestPair) end += 1
  const count = end - start
  const first = kind === 'removed' ? end : start - count
  const otherKind = kind === 'removed' ? 'added' : 'removed'
  const isPair =
    count < longestPair &&
    lines.slice(Math.max(first, 0), first + count).filter((one) => one.kind === otherKind).length === count &&
    lines[first + count]?.kind !== otherKind &&
    (first === 0 || lines[first - 1]?.kind !== otherKind || kind === 'removed')
  return first >= 0 && isPair ? lines[first + at - start]?.text : undefined
}

const elements = { same: 'span', removed: 'del', added: 'ins', head: 'span' } as const
const signs = { same: ' ', removed: '−', added: '+', head: '' } as const

function DiffRow({ line: { kind, text }, other }: Row): React.ReactElement {
  const Line = elements[kind]
  const marked = useMemo(() => (other === undefined ? null : wordsBetween(text, other)), [text, other])
  return (
    <Line data-part="diff_line" data-status={kind}>
      {kind !== 'head' && <span data-part="sign">{signs[kind]}</span>}
      <span data-part="line_text">
        {marked ? (
          marked.map((word, index) =>
            word.isChanged ? (
              // oxlint-disable-next-line react/no-array-index-key -- a word has no identity but its place.
              <mark key={index}>
                <Shown text={word.text} />
              </mark>
            ) : (
              // oxlint-disable-next-line react/no-array-index-key -- see above.
              <Shown key={index} text={word.text} />
            ),
          )
        ) : (
          <Shown text={text} />
        )}
      </span>
    </Line>
  )
}
