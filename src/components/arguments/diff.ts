import type { Argument, ArgumentReading } from './readArguments.ts'
import { type ArgumentValue, linesOf, readValue, type TokenBudget, tokenBudget } from './argumentValue.ts'
import { isSameJson } from '../../model/jsonMeaning.ts'
import { wholeCharacter } from '../../model/visibleText.ts'

/** An argument that is the same, or the lines of one that changed. */
export type ComparedArgument = { readonly key: string; readonly name: string | null } & (
  | { readonly value: ArgumentValue }
  | { readonly rows: readonly DiffRow[] }
)

/** Lines in a row. */
export interface DiffRow {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** The arguments as they are now, those that were removed after them. Empty: nothing changed. */
export function compareArguments(
  before: ArgumentReading,
  after: ArgumentReading,
): readonly ComparedArgument[] {
  if (!before.list || !after.list)
    return [{ key: '', name: null, rows: diffLines(before.argsText, after.argsText) }]
  const left = numbered(before.list)
  const right = numbered(after.list)
  const budget = tokenBudget()
  const all = [...new Map([...right, ...left])].map(([key, { name, source }]): ComparedArgument => {
    const rows = diffValues(left.get(key)?.source, right.get(key)?.source, budget)
    return rows.length > 0 ? { key, name, rows } : { key, name, value: readValue(source, budget) }
  })
  return all.some((one) => 'rows' in one) ? all : []
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
  // Plain text can imitate the names and values of an object.
  return isSameJson(before, after) ? [] : diffLines(before, after)
}

function diffLines(before: string, after: string): readonly DiffRow[] {
  const left = before.split('\n')
  const right = after.split('\n')
  const most = Math.min(left.length, right.length)
  let head = 0
  while (head < most && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  return [
    ...rowOf('same', left.slice(0, head)),
    ...diffMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    ...rowOf('same', left.slice(left.length - tail)),
  ]
}

function rowOf(kind: DiffRow['kind'], lines: readonly string[]): readonly DiffRow[] {
  return lines.length > 0 ? [{ kind, text: lines.join('\n') }] : []
}

// Longer differences are shown as a whole.
const mostCharacters = 400_000
const mostLines = 2_000

function diffMiddle(left: readonly string[], right: readonly string[]): readonly DiffRow[] {
  const characters = [...left, ...right].reduce((sum, line) => sum + line.length, 0)
  if (characters > mostCharacters || left.length + right.length > mostLines)
    return [...rowOf('removed', left), ...rowOf('added', right)]
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
    const from = row
    while (isPair(row, column)) {
      row += 1
      column += 1
    }
    rows.push(...rowOf('same', left.slice(from, row)))
    const [changedRow, changedColumn] = [row, column]
    while ((row < left.length || column < right.length) && !isPair(row, column)) {
      const isRemoved =
        row < left.length && (column === right.length || at(row + 1, column) >= at(row, column + 1))
      if (isRemoved) row += 1
      else column += 1
    }
    rows.push(...rowOf('removed', left.slice(changedRow, row)))
    rows.push(...rowOf('added', right.slice(changedColumn, column)))
  }
  return rows

  function isPair(one: number, other: number): boolean {
    return one < left.length && other < right.length && left[one] === right[other]
  }
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
