/**
 * Every character that is drawn without a trace, or changes the direction of what is drawn, but for what everybody
 * knows: the plain space, tabs and line breaks. What looks like an escape too, so that nobody can write one.
 */
export const hidden: RegExp =
  /(?![ \t\n])[\p{C}\p{Z}\p{DI}\u2800\uFFFC\u{13441}\u{13442}\u{16FE4}\u{1D159}]|⟦(?=U\+)/gu

/** Text that cannot hide anything: what has no shape of its own is drawn as an escape such as `⟦U+202E⟧`. */
export function visibleText(text: string): string {
  return text.replace(
    hidden,
    (character) => `⟦U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟧`,
  )
}

/** The place in a text at or before `index` that does not cut a character in two. */
export function wholeCharacter(text: string, index: number): number {
  const isPair = (text.codePointAt(index - 1) ?? 0) > 0xffff
  return isPair ? index - 1 : index
}
