/** A line on one side or on both, or how many lines in a row are the same. */
export type DiffRow =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'unchanged'; readonly lines: number }

type Line = Exclude<DiffRow, { kind: 'unchanged' }>

/** Beyond these what differs is shown as a whole. */
const mostCharacters = 400_000
const mostComparisons = 1_000_000

/** What became of a text, line by line, with one line around what changed. */
export function diffLines(before: string, after: string): readonly DiffRow[] {
  const start = sameStart(before, after)
  const end = sameEnd(before, after, start)
  const middle = diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return [
    ...around(before.slice(0, Math.max(start - 1, 0)), start > 0, 'end'),
    ...withoutTheSame(middle),
    ...around(before.slice(before.length - end + 1), end > 0, 'start'),
  ]
}

/** How much the texts have in common at the start, in whole lines. */
function sameStart(before: string, after: string): number {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  return before.slice(0, at).lastIndexOf('\n') + 1
}

/** How much they have in common at the end, in whole lines with the break before them. */
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
  // How many lines can be kept of what is left of both.
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

/** Of many lines that are the same the first, the last, and how many are between them. */
function withoutTheSame(lines: readonly Line[]): readonly DiffRow[] {
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

/** The line of what is the same that is nearest to what is not, and how many are beyond it. */
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
