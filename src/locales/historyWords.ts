import type { RememberScope } from '../model/decision.ts'
import type { Resolution, SettledStatus } from '../model/intervention.ts'
import { formats } from './decisionWords.ts'

/** The texts of the history of decisions, in one language. */
export interface HistoryWords {
  /** The heading. */
  readonly heading: string
  /** Nothing was decided so far. */
  readonly empty: string
  /** The outcome of a call. */
  readonly status: Readonly<Record<SettledStatus, string>>
  /** Says whether its tool ran, after the outcome. */
  readonly effect: Readonly<Record<SettledStatus, string>>
  /** The outcome of a question. */
  readonly question: Readonly<Record<SettledStatus, string>>
  /** Names the person or the rule. Undefined: nobody decided. `own`: decided on this page. */
  readonly by: (resolution: Resolution, status: SettledStatus, own: boolean) => string | undefined
  /** The time, in milliseconds. */
  readonly at: (at: number) => string
  /** The scope that was remembered. */
  readonly remember: Readonly<Record<RememberScope, string>>
  /** The result of the tool. */
  readonly result: (execution: NonNullable<Resolution['execution']>) => string
  /** Names each text. `arguments`: as they were asked for; `ran`: as they were edited, and ran. */
  readonly texts: Readonly<Record<'reason' | 'note' | 'answer' | 'arguments' | 'asked' | 'ran', string>>
  /** The labels of the button that shows the texts, and hides them. */
  readonly details: Readonly<Record<'show' | 'hide', string>>
  /** The label of the button that reads those that the page no longer keeps. */
  readonly earlier: string
  /** Its label meanwhile. */
  readonly reading: string
  /** The server keeps no others. `kept`: the number of those that are kept. */
  readonly noEarlier: (kept: number) => string
  /** The label of the button that copies everything. */
  readonly copy: string
}

const rules = { rule: 'a rule', mode: 'the approval mode', remembered: 'an approval that was remembered' }

/** English. */
export const historyWords: HistoryWords = {
  heading: 'Earlier decisions',
  empty: 'Nothing was decided yet.',
  status: {
    approved: 'Approved',
    rejected: 'Rejected',
    rejected_continue: 'Rejected',
    answered: 'Answered in its place',
    expired: 'Expired',
    withdrawn: 'No longer needed',
  },
  effect: {
    approved: '',
    rejected: 'It has not run, and the task stopped.',
    rejected_continue: 'It has not run.',
    answered: 'It has not run.',
    expired: 'It has not run.',
    withdrawn: 'It has not run.',
  },
  question: {
    approved: 'Answered',
    rejected: 'Not answered',
    rejected_continue: 'Not answered',
    answered: 'Answered',
    expired: 'Expired without an answer',
    withdrawn: 'No longer asked',
  },
  by: ({ by, automatic }, status, own) => {
    if (status === 'expired' || status === 'withdrawn') return undefined
    if (automatic) return `by ${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
    if (by?.name) return `by ${by.name}`
    return own ? 'by you' : 'by somebody else'
  },
  at: formats.dateAndTime,
  remember: {
    operation: 'Remembered for the task.',
    session: 'Remembered in this chat.',
    always: 'Remembered from then on.',
  },
  result: ({ ok, message }) => `${ok ? 'It ran' : 'It failed'}${message ? `: ${message}` : '.'}`,
  texts: {
    reason: 'Reason',
    note: 'Note',
    answer: 'Answer',
    arguments: 'Arguments',
    asked: 'Arguments as asked for',
    ran: 'Arguments as they ran',
  },
  details: { show: 'Show arguments', hide: 'Hide arguments' },
  earlier: 'Show earlier',
  reading: 'Reading…',
  noEarlier: (kept) => `Only the last ${kept} are kept.`,
  copy: 'Copy as JSON',
}
