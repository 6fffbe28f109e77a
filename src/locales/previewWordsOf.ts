import type { Code, Formats, Forms } from './formats.ts'
import type { PreviewWords } from './previewWords.ts'

// The texts of the previews, in plain. `{about}` stands for a host, a path or a name, `#` for a number.
export interface PreviewTexts<Of extends Code> extends Pick<
  PreviewWords,
  'labels' | 'notTold' | 'alsoSent' | 'everywhere' | 'once'
> {
  readonly added: Forms<Of>
  readonly removed: Forms<Of>
  readonly unchanged: Forms<Of>
  readonly lines: Forms<Of>
  readonly bytes: Forms<Of>
  // `{time}` stands for a time.
  readonly localTime: string
  readonly notes: Readonly<Record<keyof PreviewWords['notes'], string>>
}

export function previewWordsOf<const Of extends Code>(
  { count, fill, list, locale }: Formats<Of>,
  { added, removed, unchanged, lines, bytes, localTime, notes, ...texts }: PreviewTexts<Of>,
): PreviewWords {
  const counted =
    (forms: Forms<Of>) =>
    (all: number): string =>
      count(all, forms)
  // SAFETY: it has an entry for each of them.
  const noted = Object.fromEntries(
    Object.entries(notes).map(([note, text]) => [note, (about: string) => fill(text, { about })]),
  ) as PreviewWords['notes']
  return {
    ...texts,
    counts: (more, less) => list([count(more, added), count(less, removed)]),
    unchanged: counted(unchanged),
    lines: counted(lines),
    bytes: counted(bytes),
    localTime: (at) => {
      const time = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at)
      return fill(localTime, { time })
    },
    day: (at) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(at),
    notes: noted,
  }
}
