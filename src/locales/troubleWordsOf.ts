import type { Failure } from '../model/decision.ts'
import { kindOf } from './decisionWordsOf.ts'
import type { Formats } from './formats.ts'
import type { Messages } from './messages.ts'
import type { TroubleTexts } from './texts.ts'

export type TroubleWords = Pick<
  Messages,
  | 'refused'
  | 'guard'
  | 'failure'
  | 'conversationFailure'
  | 'stopFailed'
  | 'notStarted'
  | 'editRefused'
  | 'editChanged'
  | 'answerChanged'
  | 'hiddenLost'
  | 'keepOpenFailed'
  | 'notLoaded'
>

/** The words for what went wrong, in one language. */
export function troubleWordsOf({ fill }: Formats, texts: TroubleTexts): TroubleWords {
  const { gap, failure, stopFailed, conversationFailure: unread } = texts
  const causes: Readonly<Partial<Record<Failure['code'], string>>> = failure.causes
  return {
    ...texts,
    refused: (press) => texts.refused[press.count < 3 ? 'first' : 'again'][press.reason],
    failure: ({ code, applied, fields = [] }, decision) => {
      const kind = kindOf(decision)
      if (applied === 'unknown') return failure.unknown[kind]
      if (code === 'in_progress') return failure.in_progress
      if (code === 'forbidden') return failure.forbidden[kind]
      const ran = code === 'offline' ? 'offline' : kind === 'answered' ? 'answered' : 'no'
      const details = fields.map(({ message }) => message)
      return [causes[code] ?? failure.causes.other, ...details, failure.ran[ran], failure.next].join(gap)
    },
    conversationFailure: ({ code }) =>
      code === 'not_found' ? unread.not_found : [causes[code] ?? unread.other, unread.stale].join(gap),
    stopFailed: ({ applied }) => stopFailed[applied],
    notStarted: (decision, assistant) => fill(texts.notStarted[kindOf(decision)], { assistant }),
    editRefused: (problem) => fill(texts.editRefused, { problem }),
  }
}
