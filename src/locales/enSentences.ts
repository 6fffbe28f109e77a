import type { Failure } from '../model/failure.ts'
import { enBar } from './enBar.ts'
import type { SentenceMessages } from './messages.ts'

// One for all receipts: it costs as much as drawing them.
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const calendar = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const halfDayMs = 12 * 60 * 60 * 1_000

/** English, of what takes whole sentences: several calls, failures, time, and what became of a call. */
export const enSentences: SentenceMessages = {
  siblings: ({ pause, calls, choice, left }) => {
    const { length } = calls
    const canStop = calls.some((call) => call.decisions.includes('rejected'))
    const chosen = choice && `You chose “${enBar.decisions[choice.decision]}”. You can still change it.`
    const together =
      left - (choice ? 0 : 1) > 0
        ? `These ${length} are sent together, with the last one. ${left} left.`
        : `Your press sends all ${length} decisions.`
    return [
      pause.answering === 'together' && chosen,
      pause.answering === 'together' && together,
      pause.answering === 'together' && canStop && 'Stop all of them or none.',
      pause.siblings === 'reject_voids_approvals' &&
        'If you reject one, those you approve do not run either.',
      pause.siblings === 'reject_rejects_rest' &&
        `Rejecting this one also rejects the other${length > 2 ? ` ${length - 1}` : ''}.`,
    ]
      .filter(Boolean)
      .join(' ')
  },
  conversationFailure: ({ code }) =>
    code === 'not_found'
      ? "This conversation doesn't exist."
      : `${causeOf(code) ?? "The agent server can't be reached."} What you see may be out of date.`,
  failure: ({ code, applied, fields = [] }, decision) => {
    const approved = decision === 'approved'
    if (applied === 'unknown') {
      return `Your ${approved ? 'approval' : 'rejection'} was sent, but there's no answer yet. It may have ${
        approved ? 'run' : 'taken effect'
      }. Trying again is safe.`
    }
    if (code === 'in_progress') return 'This is being decided in another tab. Nothing was sent from here.'
    const cause = causeOf(code) ?? "The agent server couldn't continue."
    const details = fields.map(({ message }) => ` ${message}`).join('')
    return `${cause}${details} ${code === 'offline' ? "Your decision hasn't been sent." : 'Nothing has run.'} Try again.`
  },
  expires: (at, left) => {
    if (left === 'over') return 'The time to decide is over.'
    if (left === 'seconds') return 'Expires in less than 20 seconds.'
    if (left === 'minute') return 'Expires in less than a minute.'
    return `Expires ${at - Date.now() < halfDayMs ? `at ${clock.format(at)}` : `on ${calendar.format(at)}`}.`
  },
  expiring: (tool, left) => `${tool} expires in ${left === 'minute' ? '1 minute' : '20 seconds'}.`,
  keepOpen: 'Keep it open',
  keepOpenFailed: "It couldn't be kept open. Try again.",
  earlier: 'Your earlier decision may still arrive. Until then you can decide again.',
  guard: {
    covered: 'Something on this page covers this request. Nothing was sent. Move it away, then press again.',
    framed: 'This page is shown inside another site. Open it on its own to decide.',
  },
  receipt: ({ status, resolution: { at, by, automatic, execution } }, tool, own) => {
    const time = clock.format(at)
    if (status === 'expired') return `${tool} expired at ${time}. It has not run.`
    if (status === 'withdrawn') return `The agent no longer needs ${tool}. It has not run.`
    const who = own ? 'You' : automatic ? 'A rule' : (by?.name ?? 'Somebody else')
    const what = status === 'approved' ? status : 'rejected'
    const why = execution?.message === undefined ? '.' : `: ${execution.message}`
    const after = what === 'rejected' ? ' It has not run.' : execution?.ok === false ? ` It failed${why}` : ''
    return `${who} ${what} ${tool}, ${time}.${after}`
  },
  settled: (status, left) => {
    if (status === 'rejected') return 'Rejected. The run stopped.'
    if (status === 'approved') return `Approved. ${left || 'No approvals'} left.`
    return `Rejected.${left ? '' : ' The agent continues.'}`
  },
}

function causeOf(code: Failure['code']): string | undefined {
  const causes: Partial<Record<Failure['code'], string>> = {
    offline: "You're offline.",
    unauthenticated: "You're signed out.",
    forbidden: 'The server refused: you may not do this.',
    not_found: "The server doesn't know this request.",
    invalid: "The server couldn't take this decision.",
    rate_limited: 'The server asks to slow down.',
    timeout: "This wasn't confirmed in time.",
    protocol: "The agent server's answer can't be read.",
    unsupported: "The agent server can't do this.",
  }
  return causes[code]
}
