import { wholeCharacter } from '../../model/visibleText.ts'

/** A text in three, cut between words: what it begins with like the other, what it has instead, what it ends with like it. */
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

/** How many letters and digits a text begins or ends with. */
function lettersAt(text: string, side: 'start' | 'end'): number {
  const pattern = side === 'start' ? /^[\p{L}\p{M}\p{N}]+/u : /[\p{L}\p{M}\p{N}]+$/u
  return pattern.exec(text)?.[0].length ?? 0
}
