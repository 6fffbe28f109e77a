import { diffArrays, diffWordsWithSpace } from 'diff'
import { sharedLines } from './sharedLines.ts'

// A line of a difference. `head`: the name of a file, a place in it, or what else a patch says.
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'head'
  readonly text: string
}

// This many differences take a few milliseconds; beyond that, everything is shown as removed and added.
const mostEdits = 200

export function linesBetween(before: string, after: string): readonly DiffLine[] {
  const [left, right] = withoutReturns(before.split('\n'), after.split('\n'))
  const most = Math.min(left.length, right.length)
  let head = 0
  while (head < most && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  const [one, other] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)]
  return [
    ...linesOf('same', left.slice(0, head)),
    ...changedLines(one, other),
    ...linesOf('same', left.slice(left.length - tail)),
  ]
}

function changedLines(left: readonly string[], right: readonly string[]): readonly DiffLine[] {
  const lines: DiffLine[] = []
  let [from, fromRight] = [0, 0]
  for (const [at, atRight] of [...sharedLines(left, right), [left.length, right.length] as const]) {
    const [one, other] = [left.slice(from, at), right.slice(fromRight, atRight)]
    const changes =
      one.length === 0 || other.length === 0
        ? undefined
        : diffArrays(one, other, { maxEditLength: mostEdits })
    if (changes) {
      for (const { value, added, removed } of changes)
        lines.push(...linesOf(added ? 'added' : removed ? 'removed' : 'same', value))
    } else lines.push(...linesOf('removed', one), ...linesOf('added', other))
    if (at < left.length) lines.push({ kind: 'same', text: left[at]! })
    from = at + 1
    fromRight = atRight + 1
  }
  return lines
}

function linesOf(kind: DiffLine['kind'], texts: readonly string[]): readonly DiffLine[] {
  return texts.map((text) => ({ kind, text }))
}

// The line breaks of Windows are no difference where both texts have them, and are shown where only one has.
function withoutReturns(
  left: readonly string[],
  right: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const all = [...left.slice(0, -1), ...right.slice(0, -1)]
  if (all.length === 0 || !all.every((line) => line.endsWith('\r'))) return [left, right]
  const cut = (lines: readonly string[]): readonly string[] =>
    lines.map((line, index) => (index < lines.length - 1 ? line.slice(0, -1) : line))
  return [cut(left), cut(right)]
}

const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/
const file = /^(?:diff --git |Index: |\*\*\* (?:Add|Update|Delete|Move|Begin|End)|index [\da-f]+\.\.)/

// The lines of a patch. All of its text is in them: the sign is the kind of a line.
export function linesOfPatch(patch: string): readonly DiffLine[] {
  const texts = patch.split('\n')
  if (texts.at(-1) === '') texts.pop()
  const isCrlf = texts.length > 1 && texts.slice(0, -1).every((text) => text.endsWith('\r'))
  const lines: DiffLine[] = []
  // The lines that the last head of a hunk announced. A removed line may look like the name of a file.
  let [left, right] = [0, 0]
  let isCounted = false
  texts.forEach((whole, index) => {
    const text = isCrlf && whole.endsWith('\r') ? whole.slice(0, -1) : whole
    // A hunk is over where the next file or hunk begins, though its head announced more.
    if (/^(?:diff --git |@@ -)/.test(text) || (isNamesOfFile(texts, index) && left + right > 2))
      left = right = 0
    const inHunk = left > 0 || right > 0
    const sign = text[0]
    const place = inHunk ? null : hunk.exec(text)
    if (place) {
      left = Number(place[1] ?? 1)
      right = Number(place[2] ?? 1)
      isCounted = true
    }
    const isName =
      !inHunk &&
      ((text.startsWith('--- ') && texts[index + 1]?.startsWith('+++ ')) ||
        (text.startsWith('+++ ') && texts[index - 1]?.startsWith('--- ')))
    if (isName || (file.test(text) && !inHunk)) isCounted = false
    // A line that no hunk announced changes nothing, but for tools that do not count.
    const isBeyond = isCounted && (!/^[-+ ]/.test(text) || /^-- ?$/.test(text))
    const isHead =
      place !== null || isName || (!inHunk && (file.test(text) || text.startsWith('@@') || isBeyond))
    if (isHead) lines.push({ kind: 'head', text })
    else if (sign === '+') lines.push({ kind: 'added', text: text.slice(1) })
    else if (sign === '-') lines.push({ kind: 'removed', text: text.slice(1) })
    else if (sign === ' ' || text === '') lines.push({ kind: 'same', text: text.slice(1) })
    else lines.push({ kind: 'head', text })
    if (place) return
    if (sign !== '+' && sign !== '\\' && left > 0) left -= 1
    if (sign !== '-' && sign !== '\\' && right > 0) right -= 1
  })
  return lines
}

function isNamesOfFile(texts: readonly string[], at: number): boolean {
  return [/^--- \S/, /^\+\+\+ \S/, /^@@ -\d/].every((begins, index) => begins.test(texts[at + index] ?? ''))
}

// Each file that a patch is about, once.
export function filesOfPatch(
  lines: readonly DiffLine[],
): readonly { readonly path: string; readonly change: 'creates' | 'deletes' | 'changes' }[] {
  const files = new Map<string, 'creates' | 'deletes' | 'changes'>()
  let from = ''
  let last = ''
  for (const { kind, text } of lines) {
    if (kind !== 'head') continue
    const [, verb, named] = /^\*\*\* (Add|Update|Delete) File: (.*)$/.exec(text) ?? []
    if (verb && named)
      files.set(named, verb === 'Add' ? 'creates' : verb === 'Delete' ? 'deletes' : 'changes')
    // A file whose mode or bytes change has no other line that names it.
    const [, same, quoted] = /^diff --git (?:a\/(.+) b\/\1|("a\/.+") "b\/.+")$/.exec(text) ?? []
    const [, moved] = /^(?:rename (?:from|to) |copy to |\*\*\* Move to: )(.+)$/.exec(text) ?? []
    const touched = same ?? (quoted === undefined ? moved && unquoted(moved) : unquoted(quoted).slice(2))
    if (touched !== undefined) {
      files.set(touched, files.get(touched) ?? 'changes')
      last = touched
    }
    const [, done] = /^(new|deleted) file mode /.exec(text) ?? []
    if (done && last) files.set(last, done === 'new' ? 'creates' : 'deletes')
    if (text.startsWith('--- ')) from = pathOf(text)
    if (!text.startsWith('+++ ')) continue
    const to = pathOf(text)
    if (to === '/dev/null') files.set(from, 'deletes')
    else files.set(to, from === '/dev/null' ? 'creates' : 'changes')
    if (from !== '/dev/null' && to !== '/dev/null' && from !== to) files.set(from, 'changes')
  }
  return [...files].map(([path, change]) => ({ path, change }))
}

// Git writes `a/` and `b/` before a path, and some tools a time after it.
function pathOf(head: string): string {
  return unquoted(head.slice(4).replace(/\t.*$/, '')).replace(/^[ab]\//, '')
}

// Git quotes a name with unusual characters, and writes their bytes as numbers.
function unquoted(name: string): string {
  const [, inner] = /^"(.*)"$/.exec(name) ?? []
  if (inner === undefined) return name
  const bytes = inner.replaceAll(/(?:\\[0-3][0-7]{2})+/g, (escapes) => {
    const codes = escapes
      .slice(1)
      .split('\\')
      .map((one) => Number.parseInt(one, 8))
    return new TextDecoder().decode(Uint8Array.from(codes))
  })
  return bytes.replaceAll(/\\(["\\])/g, '$1')
}

// Longer lines are marked as a whole.
const longestMarked = 500

// The words of a line that are not in its counterpart, and those that are.
export function wordsBetween(
  line: string,
  other: string,
): readonly { readonly text: string; readonly isChanged: boolean }[] | null {
  if (line.length > longestMarked || other.length > longestMarked) return null
  const parts = diffWordsWithSpace(other, line, { maxEditLength: 100 })
  // Lines with nothing in common get no marks.
  if (!parts?.some((one) => !one.added && !one.removed && one.value.trim() !== '')) return null
  return parts.filter((one) => !one.removed).map(({ value, added }) => ({ text: value, isChanged: added }))
}
