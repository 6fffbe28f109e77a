import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import type { Messages } from './messages.ts'
import type { TroubleWords } from './troubleWordsOf.ts'
import type { Code, TextsOf } from './texts.ts'

type About = 'locale' | 'direction' | 'reviewedBy'

/** The texts of a language, with a way to load those that a page does not draw first. */
export type Language = Omit<Messages, keyof TroubleWords> & Required<Pick<Messages, About | 'onDemand'>>

/** Makes the texts of a language from its sentences. */
export function languageOf<Of extends Code>(
  about: Pick<Language, About | 'onDemand'> & { readonly locale: Of },
  texts: TextsOf<NoInfer<Of>>,
): Language {
  const formats = formatsOf(about.locale)
  return { ...decisionWordsOf(formats, texts), ...barWordsOf(formats, texts), ...about }
}
