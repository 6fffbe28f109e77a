import type { DecisionRequest } from '../model/decision.ts'
import type { PendingIntervention, Why } from '../model/intervention.ts'
import { saidIn } from './automaticWords.ts'

export type CardDraft = Pick<
  PendingIntervention,
  'toolCallId' | 'operationId' | 'tool' | 'argsText' | 'decisions' | 'requestedAt'
> &
  Partial<PendingIntervention>

/** A call that waits. Not editable and with optional words, unless said otherwise; its revision is what would run. */
export function pendingCard(draft: CardDraft): PendingIntervention {
  return {
    revision: JSON.stringify([draft.tool.name, draft.argsText]),
    editable: false,
    reason: 'optional',
    remember: [],
    ...draft,
    status: 'pending',
  }
}

/** The reason of a call: words that come without their source are said by `by`, and automatic words are dropped. */
export function whyOf(words: string | Why | undefined, by: Why['by'] = 'unknown'): Why | undefined {
  if (words === undefined) return undefined
  const why = typeof words === 'string' ? { text: words, by } : words
  const text = saidIn(why.text)
  return text === undefined ? undefined : { ...why, text }
}

export function reasonOf(made: DecisionRequest | undefined): string | undefined {
  return made && made.decision !== 'approved' ? made.reason : undefined
}
