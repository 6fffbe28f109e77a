/** Everything that is drawn without a trace, or changes the direction of what is drawn. */
const hidden = /[\p{C}\p{Z}\p{DI}\u2800\uFFFC]/gu

/** Text that cannot hide anything: what has no shape of its own is drawn as an escape such as `⟦U+202E⟧`. */
export function visibleText(text: string): string {
  return text.replace(hidden, (character) => {
    // What everybody knows: the plain space, tabs and line breaks.
    if (' \t\n'.includes(character)) return character
    return `⟦U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟧`
  })
}
