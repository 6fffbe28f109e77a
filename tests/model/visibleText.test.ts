import { describe, expect, it } from 'vitest'
import { countHidden, visibleText, wholeCharacter } from '../../src/model/visibleText.ts'

const ordinary: readonly [what: string, text: string][] = [
  ['a heart emoji', 'Thank you ❤️!'],
  ['a family emoji', '👨‍👩‍👧‍👦'],
  ['a profession with a skin tone', '👩🏽‍💻'],
  ['a flag that joins two emoji', '🏳️‍🌈 🏴‍☠️'],
  ['a flag of two letters', '🇩🇪'],
  ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['a keycap', '1️⃣ #️⃣'],
  ['Persian with non-joiners', 'می‌خواهم کتاب‌ها را بخوانم'],
  ['Hindi with joiners', 'क्‍ष और र्‍य'],
  ['Sinhala with joiners', 'ශ්‍රී ලංකා'],
  ['Malayalam with joiners', 'അവന്‍റെ'],
  ['Malayalam words that end with a joiner', 'അവന്‍ വന്നു.'],
  ['Bengali that ends with a joiner', 'হঠাৎ হঠাত্‍ '],
  ['a Hijri year', '١٤٤٧ ه‍'],
  [
    'Khmer, Thai, Lao and Burmese with the ends of their words',
    'ភាសា\u200Bខ្មែរ ภาษา\u200Bไทย ພາສາ\u200Bລາວ မြန်မာ\u200Bဘာသာ',
  ],
  ['Mongolian with its suffixes', 'ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ\u180Eᠠ'],
  ['a number in figure spaces', '1\u2007000'],
  ['a Japanese sentence with an ideographic space', '東京都　千代田区'],
  ['a Japanese paragraph that begins with one', '　吾輩は猫である。'],
  ['a Chinese paragraph that begins with two', '第一行\n　　第二段'],
  ['a Japanese name with a variant of an ideograph', '葛\u{E0100}城'],
  ['French punctuation', 'Bonjour ! Ça va ? « Oui » : 5 %'],
  ['a French number', '1 234 567 km'],
  ['Windows line breaks', 'one\r\ntwo\r\n'],
  ['Korean, Arabic and Hebrew words', '안녕하세요 مرحبا שלום'],
]

const hiding: readonly [what: string, text: string, count: number][] = [
  ['a joiner between Latin letters', 'pay\u200Dpal', 1],
  ['a non-joiner between Latin letters', 'pay\u200Cpal', 1],
  ['a variation selector after a Latin letter', 'a\uFE0Fb', 1],
  ['a second variation selector after an emoji', '❤\uFE0F\uFE0F', 1],
  ['selectors that spell a text behind an emoji', '😀\u{E0148}\u{E0145}\u{E014C}', 3],
  ['tag characters after a word', 'ok\u{E0067}\u{E0062}', 2],
  ['tag characters after another emoji', '😀\u{E0067}\u{E0062}\u{E007F}', 3],
  ['tag characters that are no flag in use', '🏴\u{E0061}\u{E0062}\u{E0063}\u{E007F}', 4],
  ['two joiners in a row in Persian', 'می\u200C\u200Cخواهم', 2],
  ['a joiner at the end of an emoji', '👩\u200D', 1],
  ['ideographic spaces between Latin words', 'rm\u3000-rf', 1],
  ['a run of ideographic spaces', '東\u3000\u3000\u3000\u3000京', 4],
  ['a no-break space in a command', 'rm\u00A0-rf', 1],
  ['a carriage return alone', 'safe\rrm -rf', 1],
  ['right-to-left override', 'exe.\u202Egnp', 1],
  ['a zero width space', 'a\u200Bb', 1],
  ['a zero width space between Thai and Latin letters', 'ไทย\u200Bpay', 1],
  ['two zero width spaces in Khmer', 'ភាសា\u200B\u200Bខ្មែរ', 2],
  ['a second joiner at the end of a word', 'അവന്\u200D\u200D', 1],
  ['a joiner after another Arabic letter', 'ك\u200D', 1],
  ['a Mongolian separator between Latin letters', 'pay\u180Epal', 1],
  ['a soft hyphen', 'pay\u00ADpal', 1],
]

describe('characters that hide something', () => {
  it.each(ordinary)('leaves %s as it is', (_what, text) => {
    expect(visibleText(text)).toBe(text)
    expect(countHidden(text)).toBe(0)
  })

  it.each(hiding)('escapes %s', (_what, text, count) => {
    expect(countHidden(text)).toBe(count)
    expect(visibleText(text).match(/⟦U\+[\dA-F]{4,6}⟧/g)).toHaveLength(count)
  })

  it('escapes each of them between Latin letters', () => {
    const all = Array.from({ length: 0x110000 }, (_one, code) => code).filter((code) =>
      /(?![ \t\n])[\p{DI}\p{Cf}\p{Cc}\p{Z}\u2800\uFFFC\u{1D159}\u{16FE4}]/u.test(String.fromCodePoint(code)),
    )
    expect(all.length).toBeGreaterThanOrEqual(4_184)
    const left = all.filter((code) => countHidden(`a${String.fromCodePoint(code)}b`) !== 1)
    expect(left).toEqual([])
  })

  it('does not cut a family emoji in two', () => {
    const text = 'x👨‍👩‍👧‍👦y'
    for (let index = 2; index < text.length - 1; index += 1) expect(wholeCharacter(text, index)).toBe(1)
    expect(wholeCharacter(text, text.length - 1)).toBe(text.length - 1)
  })
})
