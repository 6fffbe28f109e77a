/** A host whose letters pass for those of another. */
export interface LookalikeHost {
  /** As it is written. */
  readonly host: string
  /** Where it really leads, in ASCII. Undefined: nowhere. */
  readonly address: string | undefined
}

const hosts =
  /(?:\b(https?|wss?|ftp):[\\/]*|[\\/]{2}|@)((?:[\w.%-]|[·・。．｡]|(?![\p{P}\p{Z}])[^\0-\x7F]){1,253})/giu

/** The hosts in the URLs and e-mail addresses of a text that could be taken for others. */
export function* lookalikeHosts(text: string): Generator<LookalikeHost, void> {
  if (!/[^\0-\x7F]/.test(text)) return
  for (const [, scheme, host = ''] of text.matchAll(hosts)) {
    if ((scheme ?? host.includes('.')) && isLookalike(host)) yield { host, address: addressOf(host) }
  }
}

function addressOf(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return undefined
  }
}

/** Whether a label mixes scripts that no language mixes, or passes for a Latin one under a Latin ending. */
function isLookalike(host: string): boolean {
  const labels = host.normalize('NFKC').toLowerCase().split(/[.。]/u).filter(Boolean)
  const isUnderLatin = /^[\0-\x7F]*$/.test(labels.at(-1) ?? '')
  return labels.some(
    (label) =>
      /[^\0-\x7F]/.test(label) &&
      (odd.test(label) ||
        (isUnderLatin && passesForLatin.test(label)) ||
        (common.test(label) && !together.some((scripts) => scripts.test(label)))),
  )
}

/** Letters of phonetic alphabets, in which no name is written, and what passes for a slash. */
const odd = /[ɑɡɩɪɴʀʏʙʜʟ\u1D00-\u1D22\uA730\uA731\u2044\u2215\u2571\u27CB\u29F8]/u

/** Whole labels of letters that look like Latin ones. */
const passesForLatin =
  /^(?:[аысԁеԍһіјӏорԗԛѕԝхуъьҽпгѵѡ\d-]+|[αγικνορτυχωη\d-]+|[ագզէլհյոսւօ\d-]+|[\p{sc=Cherokee}\p{sc=Lisu}\p{sc=Coptic}\p{sc=Deseret}\d-]+)$/u

const alone =
  'Arabic Armenian Bengali Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Hebrew Kannada Khmer Lao Latin Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan'.split(
    ' ',
  )
const common = new RegExp(
  `[${classOf([...alone, 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo'])}]`,
  'u',
)

/** What may stand together in a label: one script, or the scripts of Chinese, Japanese and Korean with Latin. */
const together = [
  ...alone.map((script) => [script]),
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Hangul'],
  ['Latin', 'Han', 'Bopomofo'],
].map((scripts) => new RegExp(`^[${classOf(scripts)}\\p{sc=Common}\\p{sc=Inherited}]+$`, 'u'))

function classOf(scripts: readonly string[]): string {
  return scripts.map((script) => `\\p{scx=${script}}`).join('')
}
