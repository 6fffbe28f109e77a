import { visibleText, wholeCharacter } from '../../model/visibleText.ts'

/** At each end of a long text as many characters stay in view. */
export const edge = 200
/** Texts that are longer are long. Less than a hundred out of sight would not be worth the words. */
export const longerThan: number = 2 * edge + 100

/** A text in which nothing hides, but for what it says is out of sight between its head and its tail. */
export function shortText(text: string, more: (characters: number) => string): string {
  if (text.length <= longerThan) return visibleText(text)
  const head = wholeCharacter(text, edge)
  const tail = wholeCharacter(text, text.length - edge)
  return `${visibleText(text.slice(0, head))}\n[${more(tail - head)}]\n${visibleText(text.slice(tail))}`
}
