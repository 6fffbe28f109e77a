/** One text per plural form of a language. `#` stands for the number. */
export type Forms<Category extends Intl.LDMLPluralRule = never> = Readonly<Record<Category | 'other', string>>

/** Numbers, times and lists as one language writes them. */
export interface Formats {
  /** The form for a number, with the number in it. */
  count(count: number, forms: Forms & { readonly [Category in Intl.LDMLPluralRule]?: string }): string
  number(count: number): string
  time(at: number): string
  date(at: number): string
  dateAndTime(at: number): string
  list(items: readonly string[]): string
  /** Puts values in the place of `{name}`. What a value contains stays as it is. */
  fill(text: string, values: Readonly<Record<string, string | number>>): string
}

/** Creates each formatter when it is first needed, because one takes as long as rendering a receipt. */
export function formatsOf(locale: string, lists: Intl.ListFormatType = 'conjunction'): Formats {
  const plural = lazily(() => new Intl.PluralRules(locale))
  const number = lazily(() => new Intl.NumberFormat(locale))
  const list = lazily(() => new Intl.ListFormat(locale, { type: lists }))
  const time = lazily(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))
  const date = lazily(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }))
  const dateAndTime = lazily(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  )
  const formats: Formats = {
    count: (count, forms) => {
      const form = forms[plural().select(count)] ?? forms.other
      return form.replace('#', () => formats.number(count))
    },
    number: (count) => number().format(count),
    time: (at) => time().format(at),
    date: (at) => date().format(at),
    dateAndTime: (at) => dateAndTime().format(at),
    list: (items) => list().format(items),
    fill: (text, values) =>
      text.replace(/\{(\w+)\}/g, (all, name: string) => {
        const value = values[name] ?? all
        return typeof value === 'number' ? formats.number(value) : value
      }),
  }
  return formats
}

function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}
