const joined = String.raw`(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]`
const unspaced = String.raw`(?=[\p{L}\p{M}])[\p{scx=Khmr}\p{scx=Thai}\p{scx=Laoo}\p{scx=Mymr}]`
const wide = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\uFF01-\uFF60]`

// Each is a character in the context in which its script or an emoji needs it (Unicode TR51, TR9, IDNA ContextJ).
const contexts = [
  // An emoji drawn in colour or as text, and a keycap.
  String.raw`(?<=\p{ExtPict}|\p{EMod}|[#*\d])[\uFE0E\uFE0F]`,
  // A family, a profession.
  String.raw`(?<=\p{ExtPict}(?:\uFE0F|\p{EMod})?)\u200D(?=\p{ExtPict})`,
  // Persian, Hindi and their like need joiners and non-joiners within a word.
  String.raw`(?<=${joined})[\u200C\u200D](?=${joined})`,
  // The old spelling of Malayalam and Bengali, and the Arabic abbreviation of the Hijri years, end a word with one.
  String.raw`(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])[\u200C\u200D]`,
  String.raw`(?<=\u0647)\u200D(?![\p{L}\p{M}])`,
  // Words that are written without spaces are kept apart by it.
  String.raw`(?<=${unspaced})\u200B(?=${unspaced})`,
  String.raw`(?<=\p{scx=Mong})[\u180B-\u180D\u180F]`,
  String.raw`(?<=\p{scx=Mong})[\u180E\u202F](?=\p{scx=Mong})`,
  // Variants of ideographs in names.
  String.raw`(?<=\p{scx=Han})[\uFE00-\uFE02\u{E0100}-\u{E010F}]`,
  // The space of Chinese and Japanese text: one, or two at the beginning of a paragraph.
  String.raw`(?<=${wide}|(?:^|\n)\u3000?)\u3000(?=\u3000?${wide})`,
  String.raw`(?<=${wide})\u3000(?!\u3000)`,
  // French punctuation, and the groups of a number.
  String.raw`(?<=[\p{L}\p{N})])[\u00A0\u202F](?=[!?;:»%€£$°])`,
  String.raw`(?<=«)[\u00A0\u202F](?=[\p{L}\p{N}])`,
  String.raw`(?<=\p{Nd})[\u00A0\u202F\u2007\u2009](?=[\p{L}\p{Nd}])`,
  // The line break of Windows.
  String.raw`\r(?=\n)`,
]

/**
 * Invisible characters and those that change the direction of text, except for the space, tabs and line breaks. The
 * beginning of an escape too, so that text cannot fake one. The flags of England, Scotland and Wales as a whole, because
 * they are written in tag characters; no others are in use.
 */
const hidden =
  /(?![ \t\n])[\p{C}\p{Z}\p{DI}\u2800\uFFFC\u{13441}\u{13442}\u{16FE4}\u{1D159}]|⟦(?=U\+)|\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu

let ordinary: RegExp | undefined

// Anywhere else the character hides something.
function isOrdinary(text: string, at: number, found: string): boolean {
  const isFlag = found.length > 2
  if (isFlag) return true
  // A browser takes some milliseconds for this pattern, which most pages never need.
  ordinary ??= new RegExp(contexts.join('|'), 'uy')
  ordinary.lastIndex = at
  return ordinary.test(text)
}

export function visibleText(text: string): string {
  return text.replace(hidden, (found, at: number) =>
    isOrdinary(text, at, found)
      ? found
      : `⟦U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟧`,
  )
}

const longestShort = 60

/** Untrusted text in a sentence of the kit: on one line, with its hidden characters escaped, and cut where it is long. */
export function shortText(text: string): string {
  return cutText(text, longestShort)
}

/** The same, cut after so many characters. */
export function cutText(text: string, longest: number): string {
  const seen = visibleText(text.replace(/\s+/g, ' '))
  return seen.length > longest ? `${seen.slice(0, wholeCharacter(seen, longest))}…` : seen
}

/** The hidden characters of a text, and the position of each. */
export function hiddenIn(text: string): readonly { readonly at: number; readonly found: string }[] {
  return Array.from(text.matchAll(hidden), ({ 0: found, index: at }) => ({ at, found })).filter(
    ({ at, found }) => found !== '⟦' && !isOrdinary(text, at, found),
  )
}

export function countHidden(text: string): number {
  return hiddenIn(text).length
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
