import { hiddenIn } from './visibleText.ts'

interface Piece {
  readonly at: number
  readonly found: string
  readonly shown: string
}

// A text area makes every line break a `\n`. All other pieces are within strings, where an escape says the same.
function piecesOf(text: string): readonly Piece[] {
  const breaks = Array.from(text.matchAll(/\r\n?/g), ({ 0: found, index: at }) => ({
    at,
    found,
    shown: '\n',
  }))
  const hidden = hiddenIn(text)
    .filter(({ found }) => found !== '\r')
    .map(({ at, found }) => ({ at, found, shown: escaped(found) }))
  return [...breaks, ...hidden].toSorted((one, other) => one.at - other.at)
}

function escaped(found: string): string {
  return Array.from({ length: found.length }, (_, at) => found.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('')
}

// A JSON text as a text area can show all of it: what is hidden, as escapes.
export function shownJson(text: string): string {
  let shown = ''
  let at = 0
  for (const piece of piecesOf(text)) {
    shown += text.slice(at, piece.at) + piece.shown
    at = piece.at + piece.found.length
  }
  return shown + text.slice(at)
}

// The JSON text after somebody changed its `shownJson` into `typed`. All that was not touched stays byte for byte.
export function editShown(text: string, typed: string): string {
  const shown = shownJson(text)
  const most = Math.min(shown.length, typed.length)
  let start = 0
  while (start < most && shown[start] === typed[start]) start += 1
  let end = 0
  while (end < most - start && shown.at(-1 - end) === typed.at(-1 - end)) end += 1
  const first = borders(text, start).before
  const last = borders(text, shown.length - end).after
  const middle = typed.slice(first.shownAt, typed.length - (shown.length - last.shownAt))
  const edited = text.slice(0, first.at) + middle + text.slice(last.at)
  // Halves of a line break or of a character may have met.
  return shownJson(edited) === shownJson(typed) ? edited : typed
}

interface Border {
  readonly at: number
  readonly shownAt: number
}

// An escape is shown, and replaced, as a whole.
function borders(text: string, place: number): { readonly before: Border; readonly after: Border } {
  let border: Border = { at: 0, shownAt: 0 }
  for (const { at, found, shown } of piecesOf(text)) {
    const before = { at, shownAt: border.shownAt + at - border.at }
    if (place <= before.shownAt) break
    const after = { at: at + found.length, shownAt: before.shownAt + shown.length }
    if (place < after.shownAt) return { before, after }
    border = after
  }
  const exact = { at: border.at + place - border.shownAt, shownAt: place }
  return { before: exact, after: exact }
}
