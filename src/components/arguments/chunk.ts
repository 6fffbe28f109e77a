import type { Piece } from './fold.ts'
import { wholeCharacter } from '../../model/visibleText.ts'

const size = 16_384

/** All of a text in pieces that a browser can lay out one by one; they end with a line where one ends. */
export function chunk(text: string): readonly Piece[] {
  const chunks: Piece[] = []
  for (let at = 0; at < text.length;) {
    const end = at + size
    const line = text.slice(at, end).lastIndexOf('\n') + 1
    const next = end >= text.length ? text.length : line ? at + line : wholeCharacter(text, end)
    chunks.push({ at, text: text.slice(at, next) })
    at = next
  }
  return chunks
}
