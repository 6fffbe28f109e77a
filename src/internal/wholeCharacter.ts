/** The place in a text at or before `index` that does not cut a character in two. */
export function wholeCharacter(text: string, index: number): number {
  const isPair = (text.codePointAt(index - 1) ?? 0) > 0xffff
  return isPair ? index - 1 : index
}
