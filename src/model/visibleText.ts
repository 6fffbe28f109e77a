/**
 * Invisible characters and those that change the direction of text, except for the space, tabs and line breaks. The
 * beginning of an escape too, so that text cannot fake one.
 */
const hidden = /(?![ \t\n])[\p{C}\p{Z}\p{DI}\u2800\uFFFC\u{13441}\u{13442}\u{16FE4}\u{1D159}]|⟦(?=U\+)/gu

export function visibleText(text: string): string {
  return text.replace(hidden, (character, at: number) =>
    isOrdinary(text, at, character)
      ? character
      : `⟦U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟧`,
  )
}

export function countHidden(text: string): number {
  let count = 0
  for (const { 0: character, index } of text.matchAll(hidden)) {
    if (character !== '⟦' && !isOrdinary(text, index, character)) count += 1
  }
  return count
}

/**
 * The position at or before `index` that does not split a character, or a sequence within 16 units that is drawn as one,
 * such as a family emoji.
 */
export function wholeCharacter(text: string, index: number): number {
  let at = index
  for (let steps = 0; steps < 16 && at > 0 && joins(text, at); steps += 1) at -= lengthBefore(text, at)
  return at > 0 && joins(text, at) ? index - ((text.codePointAt(index - 1) ?? 0) > 0xffff ? 1 : 0) : at
}

function joins(text: string, at: number): boolean {
  if ((text.codePointAt(at - 1) ?? 0) > 0xffff) return true
  return (
    /^(?:\p{M}|\p{EMod}|\u200C|\u200D|[\u{E0020}-\u{E007F}])/u.test(text.slice(at, at + 2)) ||
    text[at - 1] === '\u200D'
  )
}

function lengthBefore(text: string, at: number): number {
  return at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1
}

const longestSequence = 16

// Each rule names a character and the context in which its script or an emoji needs it (Unicode TR51, TR9, IDNA ContextJ).
const joinedScripts =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}'
const joinedLetter = `(?=[\\p{L}\\p{M}])[${joinedScripts}]`
const wideText = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\uFF01-\\uFF60]'

interface Rule {
  readonly character: RegExp
  readonly before: RegExp
  readonly after: RegExp
}

const anything = /(?:)/u
const rules: readonly Rule[] = [
  // An emoji drawn in colour or as text, and a keycap.
  { character: /[\uFE0E\uFE0F]/u, before: /(?:\p{ExtPict}|\p{EMod}|[#*\d])$/u, after: anything },
  // A family, a profession.
  { character: /\u200D/u, before: /\p{ExtPict}(?:\uFE0F|\p{EMod})?$/u, after: /^\p{ExtPict}/u },
  // Persian, Hindi and their like need joiners and non-joiners within a word.
  {
    character: /[\u200C\u200D]/u,
    before: new RegExp(`${joinedLetter}$`, 'u'),
    after: new RegExp(`^${joinedLetter}`, 'u'),
  },
  { character: /[\u180B-\u180D\u180F]/u, before: /\p{scx=Mong}$/u, after: anything },
  // Variants of ideographs in names.
  { character: /[\uFE00-\uFE02\u{E0100}-\u{E010F}]/u, before: /\p{scx=Han}$/u, after: anything },
  // The space of Chinese and Japanese text: one, or two at the beginning of a paragraph.
  {
    character: /\u3000/u,
    before: new RegExp(`(?:${wideText}|(?:^|\\n)\\u3000?)$`, 'u'),
    after: new RegExp(`^\\u3000?${wideText}`, 'u'),
  },
  { character: /\u3000/u, before: new RegExp(`${wideText}$`, 'u'), after: /^(?!\u3000)/u },
  // French punctuation, and the groups of a number.
  { character: /[\u00A0\u202F]/u, before: /[\p{L}\p{N})]$/u, after: /^[!?;:»%€£$°]/u },
  { character: /[\u00A0\u202F]/u, before: /«$/u, after: /^[\p{L}\p{N}]/u },
  { character: /[\u00A0\u202F\u2009]/u, before: /\p{Nd}$/u, after: /^[\p{L}\p{Nd}]/u },
  // The line break of Windows.
  { character: /\r/u, before: anything, after: /^\n/u },
]

const flagOf =
  /^\u{1F3F4}(?:\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073}))\u{E007F}/u

/** True if the script or an emoji needs the character. Anywhere else it hides something. */
function isOrdinary(text: string, at: number, character: string): boolean {
  const before = text.slice(Math.max(0, at - longestSequence), at)
  const after = text.slice(at + character.length, at + character.length + longestSequence)
  if (
    rules.some((rule) => rule.character.test(character) && rule.before.test(before) && rule.after.test(after))
  ) {
    return true
  }
  return /[\u{E0020}-\u{E007F}]/u.test(character) && isInFlag(text, at)
}

/** The flags of England, Scotland and Wales are written in tag characters; no others are in use. */
function isInFlag(text: string, at: number): boolean {
  const start = text.lastIndexOf('\u{1F3F4}', at)
  const flag = start < 0 ? null : flagOf.exec(text.slice(start, start + longestSequence))
  return flag !== null && at < start + flag[0].length
}
