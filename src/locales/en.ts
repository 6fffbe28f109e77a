import type { Failure } from '../model/failure.ts'
import type { Messages } from './messages.ts'

// Creating a formatter takes as long as rendering a receipt, so there is one.
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const calendar = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const halfDayMs = 12 * 60 * 60 * 1_000

/** English. */
export const en: Messages = {
  question: ['Assistant wants to run ', ''],
  heading: (pending) =>
    pending === 1 ? 'Approval needed' : pending ? `${pending} approvals needed` : 'Agent activity',
  others: (count) => `${count} more waiting`,
  pager: 'Requests that wait',
  position: (at, total) => `${at} of ${total}`,
  previous: 'Previous request',
  next: 'Next request',
  inOrder: (tool) => `Decide on ${tool} first.`,
  source: (server) => `from ${server}`,
  why: { agent: "Assistant's reason:", policy: 'Policy:', unknown: 'Reason:' },
  unreadable: (count) =>
    count === 1
      ? "One request can't be read, so it isn't shown. It has not run."
      : `${count} requests can't be read, so they aren't shown. They have not run.`,
  argumentsNotTold: "The backend didn't say which arguments this would run with, so it can't be approved.",
  more: (characters) => `${characters.toLocaleString('en')} more characters`,
  showFirst: 'Show everything before you approve.',
  pressAgain: 'That was too early. Press again.',
  notExplained: "This preview couldn't be shown. The request is unchanged.",
  decisions: {
    approved: 'Approve',
    rejected: 'Reject and stop',
    rejected_continue: 'Reject and continue',
  },
  deciding: { approved: 'Approving…', rejected: 'Rejecting…', rejected_continue: 'Rejecting…' },
  stop: 'Stop the run',
  stopping: 'Stopping…',
  stopFailed: ({ applied }) =>
    `${applied === 'no' ? "The run wasn't stopped." : "There's no answer yet. The run may go on."} Try again.`,
  reason: {
    optional: 'Tell the agent what to do instead (optional)',
    required: 'Tell the agent what to do instead',
  },
  reasonMissing: 'Write a reason, then reject again.',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  reread: 'Check again',
  busy: {
    running: 'The agent is working…',
    asking: 'Waiting for confirmation…',
    sending: 'Sending your decision…',
    not_taken: 'Waiting for the agent to take it. Nothing has run.',
    checking: 'Checking what happened…',
  },
  ended: {
    done: 'The agent has finished.',
    interrupted: 'The run has stopped.',
    error: 'The agent has failed.',
  },
  connection: {
    connecting: 'Not live. Connecting…',
    stale: 'Not live. What you see may be out of date.',
    stopped: 'Not live. Updates have stopped.',
  },
  noPermission: (why = '') => `You can't decide this. ${why}`,
  changed: 'This request changed. Nothing was sent. Check it, then decide again.',
  elsewhere: 'Being decided in another tab…',
  notStarted: (decision) =>
    `${decision === 'approved' ? 'Approved' : 'Rejected'}, but the agent did not start.`,
  arrived: (tools) =>
    tools.length === 1 ? `Approval needed: ${tools.join()}.` : `${tools.length} approvals needed.`,
  siblings: ({ pause, calls, choice, left }) => {
    const { length } = calls
    const canStop = calls.some((call) => call.decisions.includes('rejected'))
    const chosen = choice && `You chose “${en.decisions[choice.decision]}”. You can still change it.`
    const together =
      left - (choice ? 0 : 1) > 0
        ? `These ${length} are sent together, with the last one. ${left} left.`
        : `Your press sends all ${length} decisions.`
    return [
      pause.answering === 'together' && chosen,
      pause.answering === 'together' && together,
      pause.answering === 'together' && canStop && 'To stop the run, reject all of them.',
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
  expires: (at, left, now) => {
    if (left === 'over') return 'The time to decide is over.'
    if (left === 'seconds') return 'Expires in less than 20 seconds.'
    if (left === 'minute') return 'Expires in less than a minute.'
    return `Expires ${at - now < halfDayMs ? `at ${clock.format(at)}` : `on ${calendar.format(at)}`}.`
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
  arguments: 'Arguments',
  noArguments: 'No arguments.',
  showRaw: 'Show raw',
  showAll: 'Show everything',
  hidden: ({ characters, lines }) =>
    `${counted(characters, 'more character')}${lines ? `, ${counted(lines, 'line')}` : ''}`,
  hiddenArguments: (count) => counted(count, 'more value'),
  destructive: 'The tool says of itself that it may destroy something.',
  invisible: (count) => `${counted(count, 'invisible character')}, shown as ⟦U+…⟧.`,
  hosts: (hosts) =>
    `Check these addresses: ${listed(
      hosts.map(({ host, address }) => `${host} ${address ? `is ${address}` : 'leads nowhere'}`),
    )}.`,
  flaws: {
    repeated_name: (places) => `Given more than once: ${listed(places)}. The tool may use either value.`,
    special_name: (places) => `The tool may ignore ${listed(places)}.`,
    inexact_number: (places) => `The tool may read these numbers differently: ${listed(places)}.`,
    broken_character: (places) => `Half a character, which the tool may replace, is in: ${listed(places)}.`,
  },
  whatChanged: 'What changed since you first saw this',
  nowInFull: 'All of it, as it is now',
  unchanged: (lines) => `${counted(lines, 'line')} unchanged`,
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

function listed(all: readonly string[]): string {
  const first = all.slice(0, 3).join(', ')
  return all.length > 3 ? `${first} and ${all.length - 3} more` : first
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`
}
