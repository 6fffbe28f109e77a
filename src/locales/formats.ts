/** The plural forms of each language beside `other`. */
interface PluralOf {
  readonly 'en-GB': 'one'
  readonly de: 'one'
  readonly fr: 'one' | 'many'
  readonly es: 'one' | 'many'
  readonly 'pt-BR': 'one' | 'many'
  readonly it: 'one' | 'many'
  readonly nl: 'one'
  readonly pl: 'one' | 'few' | 'many'
  readonly ru: 'one' | 'few' | 'many'
  readonly tr: 'one'
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many'
  readonly he: 'one' | 'two'
  readonly ja: never
  readonly ko: never
  readonly 'zh-CN': never
  readonly 'zh-TW': never
}

export type Code = keyof PluralOf

/** One text per plural form of a language. `#` stands for the number. */
export type Forms<Of extends Code> = Readonly<Record<PluralOf[Of] | 'other', string>>

/** Numbers, times, lists and sentences as one language writes them. */
export interface Formats<Of extends Code = Code> {
  readonly locale: Of
  count(count: number, forms: Forms<Of>): string
  number(count: number): string
  time(at: number): string
  dateAndTime(at: number): string
  list(items: readonly string[]): string
  /** Puts values in the place of their names in braces. */
  fill(text: string, values: Readonly<Record<string, string | number>>): string
  /** Leaves out those that do not hold. */
  sentences(all: readonly (string | false | undefined | null)[]): string
}

/**
 * Creates each formatter when it is first needed, because one takes as long as rendering a receipt. `gap`: what stands
 * between two sentences. `shown`: what a value looks like among them.
 */
export function formatsOf<const Of extends Code>(
  locale: Of,
  gap: '' | ' ' = ' ',
  shown: (value: string) => string = (value) => value,
): Formats<Of> {
  const plural = lazily(() => new Intl.PluralRules(locale))
  const numbers = lazily(() => new Intl.NumberFormat(locale))
  // English has commas only, as in "1 approved, 1 rejected, 1 expired".
  const lists = lazily(
    () => new Intl.ListFormat(locale, { type: locale === 'en-GB' ? 'unit' : 'conjunction' }),
  )
  const times = lazily(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))
  const dates = lazily(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }))
  // The first formatter of a page takes longer to make than a card takes to draw, and most numbers are small.
  const number = (count: number): string => {
    if (!Number.isSafeInteger(count) || count < 0) return numbers().format(count)
    if (locale === 'en-GB') return withCommas(count)
    return count < 1_000 && locale !== 'ar' ? String(count) : numbers().format(count)
  }
  return {
    locale,
    count: (count, forms) => {
      const known: Readonly<Partial<Record<string, string>>> = forms
      return (known[plural().select(count)] ?? forms.other).replace('#', () => number(count))
    },
    number,
    // A formatter of times is slow to make, and the first receipt would wait for it.
    time: (at) => (locale === 'en-GB' ? clock(at) : times().format(at)),
    dateAndTime: (at) => dates().format(at),
    list: (items) => lists().format(items),
    fill: (text, values) =>
      text.replace(/\{(\w+)\}/g, (all, name: string) => {
        const value = values[name] ?? all
        return typeof value === 'number' ? number(value) : shown(value)
      }),
    sentences: (all) => all.filter(Boolean).join(gap),
  }
}

// As English groups them, for a whole number that is not negative.
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function clock(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}
