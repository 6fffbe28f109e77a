import { edge, longerThan } from './shortText.ts'
import { wholeCharacter } from '../../model/visibleText.ts'

/** A piece of a text and where it begins: in sight, or how much is out of sight. */
export type Piece = { readonly at: number; readonly text: string } | HiddenPiece

/** What is out of sight. */
export interface HiddenPiece {
  readonly at: number
  readonly characters: number
  /** Line breaks among them. */
  readonly lines: number
}

/** Blank lines and spaces that would push what follows out of view. */
const padding = /(?:[ \t]*\n){5,}[ \t]*|[ \t]{40,}/g

/** The pieces of a text: its head, its tail, and what is between them; blank space that goes on and on is out of sight. */
export function fold(text: string): readonly Piece[] {
  const { length } = text
  const isLong = length > longerThan
  const head = isLong ? wholeCharacter(text, edge) : length
  const tail = isLong ? wholeCharacter(text, length - edge) : length
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

function hiddenPiece(text: string, at: number, to: number): HiddenPiece {
  let characters = to - at
  let lines = 0
  for (let index = at; index < to; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 10) lines += 1
    // The second half of a pair.
    else if (unit >= 0xdc00 && unit < 0xe000) characters -= 1
  }
  return { at, characters, lines }
}
