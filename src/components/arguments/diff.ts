import type { Argument, ArgumentReading } from './readArguments.ts'
import { readable } from './json.ts'
import { wholeCharacter } from '../../model/visibleText.ts'

/** The lines that changed in one argument. */
export interface ArgumentDiff {
  readonly key: string
  /** Null: the raw text. */
  readonly name: string | null
  readonly rows: readonly DiffRow[]
}

/** Compares one by one; the raw texts where either is no list. */
export function diffArguments(before: ArgumentReading, after: ArgumentReading): readonly ArgumentDiff[] {
  if (!before.list || !after.list)
    return [{ key: '', name: null, rows: diffLines(before.argsText, after.argsText) }]
  const left = numbered(before.list)
  const right = numbered(after.list)
  return [...new Map([...left, ...right])].flatMap(([key, { name }]) => {
    const rows = diffValues(left.get(key)?.source, right.get(key)?.source)
    return rows.length > 0 ? [{ key, name, rows }] : []
  })
}

// The second argument of a name is compared with the second of that name.
function numbered(list: readonly Argument[]): ReadonlyMap<string, Argument> {
  const counts = new Map<string, number>()
  return new Map(
    list.map((argument) => {
      const count = counts.get(argument.name) ?? 0
      counts.set(argument.name, count + 1)
      return [`${count} ${argument.name}`, argument]
    }),
  )
}

function diffValues(before: string | undefined, after: string | undefined): readonly DiffRow[] {
  if (before === after) return []
  if (before === undefined) return [{ kind: 'added', text: readable(after ?? '') }]
  if (after === undefined) return [{ kind: 'removed', text: readable(before) }]
  const left = readable(before)
  const right = readable(after)
  return left === right ? [] : diffLines(left, right)
}

/** A line, or how many unchanged lines in a row are left out. */
export type DiffRow =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'unchanged'; readonly lines: number }

type Line = Exclude<DiffRow, { kind: 'unchanged' }>

// Beyond these the differing part is shown as a whole.
const mostCharacters = 400_000
const mostComparisons = 1_000_000

/** Compares line by line, with one unchanged line around each change. */
function diffLines(before: string, after: string): readonly DiffRow[] {
  const start = sameStart(before, after)
  const end = sameEnd(before, after, start)
  const middle = diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return [
    ...around(before.slice(0, Math.max(start - 1, 0)), start > 0, 'end'),
    ...leaveOutUnchanged(middle),
    ...around(before.slice(before.length - end + 1), end > 0, 'start'),
  ]
}

/** The length of the common head, in whole lines. */
function sameStart(before: string, after: string): number {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  return before.slice(0, at).lastIndexOf('\n') + 1
}

/** The length of the common tail, in whole lines with the line break before them. */
function sameEnd(before: string, after: string, start: number): number {
  const most = Math.min(before.length, after.length) - start
  let length = 0
  while (length < most && before.at(-1 - length) === after.at(-1 - length)) length += 1
  const line = before.indexOf('\n', before.length - length)
  return line < 0 ? 0 : before.length - line
}

function diffMiddle(before: string, after: string): readonly Line[] {
  const whole: readonly Line[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  if (before.length + after.length > mostCharacters) return whole
  const left = before.split('\n')
  const right = after.split('\n')
  if (left.length * right.length > mostComparisons) return whole
  const width = right.length + 1
  // The longest common subsequence of the lines from here on.
  const kept = new Uint16Array((left.length + 1) * width)
  const at = (row: number, column: number): number => kept[row * width + column]!
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      kept[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const lines: Line[] = []
  let row = 0
  let column = 0
  while (row < left.length || column < right.length) {
    if (row < left.length && left[row] === right[column]) {
      lines.push({ kind: 'same', text: left[row]! })
      row += 1
      column += 1
    } else if (column === right.length || (row < left.length && at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ kind: 'removed', text: left[row]! })
      row += 1
    } else {
      lines.push({ kind: 'added', text: right[column]! })
      column += 1
    }
  }
  return lines
}

function leaveOutUnchanged(lines: readonly Line[]): readonly DiffRow[] {
  const rows: DiffRow[] = []
  for (let at = 0; at < lines.length;) {
    let end = at
    while (lines[end]?.kind === 'same') end += 1
    if (end - at > 3) {
      rows.push(lines[at]!, { kind: 'unchanged', lines: end - at - 2 }, lines[end - 1]!)
      at = end
    } else {
      rows.push(lines[at]!)
      at += 1
    }
  }
  return rows
}

function around(text: string, isThere: boolean, nearest: 'start' | 'end'): readonly DiffRow[] {
  if (!isThere) return []
  const edge = nearest === 'end' ? text.lastIndexOf('\n') : text.indexOf('\n')
  const [line, rest] =
    edge < 0
      ? [text, null]
      : nearest === 'end'
        ? [text.slice(edge + 1), text.slice(0, edge)]
        : [text.slice(0, edge), text.slice(edge + 1)]
  const same: DiffRow = { kind: 'same', text: line }
  if (rest === null) return [same]
  const unchanged: DiffRow = { kind: 'unchanged', lines: linesOf(rest) }
  return nearest === 'end' ? [unchanged, same] : [same, unchanged]
}

function linesOf(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Splits a text, between words, into the head it shares with the other, what differs, and the tail it shares. */
export function splitSame(
  text: string,
  other: string,
): readonly [start: string, middle: string, end: string] {
  const most = Math.min(text.length, other.length)
  let start = 0
  while (start < most && text[start] === other[start]) start += 1
  start = Math.max(start - lettersAt(text.slice(Math.max(start - 32, 0), start), 'end'), 0)
  let end = 0
  while (end < most - start && text.at(-1 - end) === other.at(-1 - end)) end += 1
  end -= lettersAt(text.slice(text.length - end).slice(0, 32), 'start')
  const from = wholeCharacter(text, text.length - end)
  start = wholeCharacter(text, start)
  return [text.slice(0, start), text.slice(start, from), text.slice(from)]
}

function lettersAt(text: string, side: 'start' | 'end'): number {
  const pattern = side === 'start' ? /^[\p{L}\p{M}\p{N}]+/u : /[\p{L}\p{M}\p{N}]+$/u
  return pattern.exec(text)?.[0].length ?? 0
}
