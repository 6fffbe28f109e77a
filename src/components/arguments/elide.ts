import type { HiddenAmount } from '../../locales/messages.ts'
import { visibleText, wholeCharacter } from '../../model/visibleText.ts'

export type Piece = { readonly at: number; readonly text: string } | HiddenPiece

interface HiddenPiece extends HiddenAmount {
  readonly at: number
}

// Characters in view at each end of a long text.
const edge = 200
/** Texts over this length are elided. Hiding fewer than a hundred characters is not worth a button. */
export const longestWhole: number = 2 * edge + 100
// Blank lines and spaces that would push the text behind them out of view.
const padding = /(?:[ \t]*\n){5,}[ \t]*|[ \t]{40,}/g

/** True if a text is shown with nothing left out, as most are. */
export function isWhole(text: string): boolean {
  return text.length <= longestWhole && text.search(padding) < 0
}

/** Splits a long text into head, hidden middle and tail; long runs of blank space are hidden too. */
export function elide(text: string): readonly Piece[] {
  const { length } = text
  const [head, tail] = endsOf(text)
  const cuts: [from: number, to: number][] = []
  const cut = (from: number, to: number): void => {
    const last = cuts.at(-1)
    if (last?.[1] === from) last[1] = to
    else if (from < to) cuts.push([from, to])
  }
  const cutPadding = (from: number, to: number): void => {
    for (const { 0: blank, index } of text.slice(from, to).matchAll(padding)) {
      cut(from + index, from + index + blank.length)
    }
  }
  cutPadding(0, head)
  cut(head, tail)
  cutPadding(tail, length)

  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of [...cuts, [length, length] as const]) {
    if (at < from) pieces.push({ at, text: text.slice(at, from) })
    if (from < to) pieces.push(hiddenPiece(text, from, to))
    at = to
  }
  return pieces
}

export function elidedText(text: string, more: (characters: number) => string): string {
  const [head, tail] = endsOf(text)
  if (head === tail) return visibleText(text)
  return `${visibleText(text.slice(0, head))}\n[${more(tail - head)}]\n${visibleText(text.slice(tail))}`
}

function endsOf(text: string): [head: number, tail: number] {
  const { length } = text
  if (length <= longestWhole) return [length, length]
  // At a line break, unless the next one is far.
  const head = text.lastIndexOf('\n', edge - 1) + 1
  const tail = text.indexOf('\n', length - edge - 1) + 1
  return [
    head > edge / 2 ? head : wholeCharacter(text, edge),
    tail > 0 && tail < length - edge / 2 ? tail : wholeCharacter(text, length - edge),
  ]
}

function hiddenPiece(text: string, at: number, to: number): HiddenPiece {
  let characters = to - at
  let lines = 0
  for (let index = at; index < to; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 10) lines += 1
    // The second half of a surrogate pair.
    else if (unit >= 0xdc00 && unit < 0xe000) characters -= 1
  }
  return { at, characters, lines }
}

const chunkLength = 16_384

/** Splits a whole text, at line breaks where there are any, into chunks that a browser lays out one by one. */
export function chunk(text: string): readonly Piece[] {
  const chunks: Piece[] = []
  for (let at = 0; at < text.length;) {
    const end = at + chunkLength
    const line = text.slice(at, end).lastIndexOf('\n') + 1
    const next = end >= text.length ? text.length : line ? at + line : wholeCharacter(text, end)
    chunks.push({ at, text: text.slice(at, next) })
    at = next
  }
  return chunks
}
