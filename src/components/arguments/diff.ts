import type { Argument, ArgumentReading } from './readArguments.ts'
import { linesOf, readValue, type TokenBudget, tokenBudget } from './argumentValue.ts'
import { isSameJson } from './json.ts'
import { wholeCharacter } from '../../model/visibleText.ts'

export interface ArgumentDiff {
  readonly key: string
  readonly name: string | null
  readonly rows: readonly DiffRow[]
}

export function diffArguments(before: ArgumentReading, after: ArgumentReading): readonly ArgumentDiff[] {
  if (!before.list || !after.list)
    return [{ key: '', name: null, rows: diffLines(before.argsText, after.argsText) }]
  const left = numbered(before.list)
  const right = numbered(after.list)
  const budget = tokenBudget()
  return [...new Map([...left, ...right])].flatMap(([key, { name }]) => {
    const rows = diffValues(left.get(key)?.source, right.get(key)?.source, budget)
    return rows.length > 0 ? [{ key, name, rows }] : []
  })
}

// The second argument of a name is compared with the second of that name.
function numbered(list: readonly Argument[]): ReadonlyMap<string, Argument> {
  const counts = new Map<string, number>()
  return new Map(
    list.map((argument) => {
      const name = argument.name ?? ''
      const count = counts.get(name) ?? 0
      counts.set(name, count + 1)
      return [`${count} ${name}`, argument]
    }),
  )
}

function diffValues(
  before: string | undefined,
  after: string | undefined,
  budget: TokenBudget,
): readonly DiffRow[] {
  if (before === after) return []
  const linesOfValue = (source: string): string => linesOf(readValue(source, budget))
  if (before === undefined) return [{ kind: 'added', text: linesOfValue(after ?? '') }]
  if (after === undefined) return [{ kind: 'removed', text: linesOfValue(before) }]
  const left = linesOfValue(before)
  const right = linesOfValue(after)
  if (left !== right) return diffLines(left, right)
  // A text can look like the names and values of an object.
  return isSameJson(before, after) ? [] : diffLines(before, after)
}

export type DiffRow =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'unchanged'; readonly lines: number }

function diffLines(before: string, after: string): readonly DiffRow[] {
  const left = before.split('\n')
  const right = after.split('\n')
  const most = Math.min(left.length, right.length)
  let head = 0
  while (head < most && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  return [
    ...unchanged(left.slice(0, head), 0, 1),
    ...diffMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    ...unchanged(left.slice(left.length - tail), 1, 0),
  ]
}

// Leaves out the middle of a run of lines.
function unchanged(lines: readonly string[], start: number, end: number): readonly DiffRow[] {
  const hidden = lines.length - start - end
  const same = (text: string): DiffRow => ({ kind: 'same', text })
  // Replacing a single line by a notice would save nothing.
  if (hidden < 2) return lines.map(same)
  return [
    ...lines.slice(0, start).map(same),
    { kind: 'unchanged', lines: hidden },
    ...lines.slice(lines.length - end).map(same),
  ]
}

// Longer differences are shown as a whole.
const mostCharacters = 400_000
const mostLines = 2_000

function diffMiddle(left: readonly string[], right: readonly string[]): readonly DiffRow[] {
  const removed = left.join('\n')
  const added = right.join('\n')
  if (removed.length + added.length > mostCharacters || left.length + right.length > mostLines)
    return [
      ...(left.length > 0 ? [{ kind: 'removed', text: removed } as const] : []),
      ...(right.length > 0 ? [{ kind: 'added', text: added } as const] : []),
    ]
  // The length of the longest common subsequence that begins at each pair of lines.
  const width = right.length + 1
  const kept = new Uint16Array((left.length + 1) * width)
  const at = (row: number, column: number): number => kept[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      kept[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const rows: DiffRow[] = []
  let row = 0
  let column = 0
  while (row < left.length || column < right.length) {
    let run = 0
    while (row + run < left.length && left[row + run] === right[column + run]) run += 1
    rows.push(...unchanged(left.slice(row, row + run), 1, 1))
    row += run
    column += run
    const isRemoved =
      row < left.length && (column === right.length || at(row + 1, column) >= at(row, column + 1))
    if (isRemoved) rows.push({ kind: 'removed', text: left[row++]! })
    else if (column < right.length) rows.push({ kind: 'added', text: right[column++]! })
  }
  return rows
}

/** Splits a text, between words, into a head and a tail that both texts share, and the difference. */
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
