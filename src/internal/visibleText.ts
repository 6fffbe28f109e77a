/**
 * Everything that is drawn without a trace or changes the direction of what is drawn. Line breaks, tabs and the plain
 * space stay as they are.
 */
const hidden =
  /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Variation_Selector}\u00A0\u1680\u2000-\u200A\u202F\u205F\u2800\u3000\uFFFC]/gu

/** Text that cannot hide anything: what has no shape of its own is drawn as an escape such as `⟦U+202E⟧`. */
export function visibleText(text: string): string {
  return text.replace(hidden, (character) => {
    if (character === '\n' || character === '\t') return character
    const code = character.codePointAt(0) ?? 0
    return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`
  })
}
