import type { Decision } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import type { Messages } from './messages.ts'

const past: Record<Decision, string> = {
  approved: 'approved',
  rejected: 'rejected',
  rejected_continue: 'rejected',
}

/** English. */
export const en: Messages = {
  locale: 'en',
  question: { before: 'Assistant wants to run ', after: '' },
  heading: (pending) => (pending === 1 ? 'Approval needed' : `${pending} approvals needed`),
  activity: 'Agent activity',
  others: (count) => (count === 1 ? '1 more is waiting' : `${count} more are waiting`),
  source: (server) => `from ${server}`,
  why: 'Reason given by the agent:',
  arguments: 'Arguments',
  noArguments: 'No arguments.',
  showRaw: 'Show raw',
  hideRaw: 'Hide raw',
  decisions: { approved: 'Approve', rejected: 'Reject and stop', rejected_continue: 'Reject and continue' },
  deciding: { approved: 'Approving…', rejected: 'Rejecting…', rejected_continue: 'Rejecting…' },
  reason: {
    optional: 'Tell the agent what to do instead (optional, sent with a rejection)',
    required: 'Tell the agent why',
    missing: 'Write a reason, then reject again.',
  },
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  reread: 'Check again',
  busy: {
    running: 'The agent is working…',
    asking: 'Waiting for confirmation…',
    sending: 'Sending your decision…',
    checking: 'Checking what happened…',
    elapsed: (seconds) => `${seconds} s so far.`,
    finished: 'The agent has finished.',
  },
  connection: {
    connecting: 'Not live. Connecting…',
    stale: 'Not live. What you see may be out of date.',
    stopped: 'Live updates have stopped.',
  },
  noPermission: (why) => `You can't decide this.${why ? ` ${why}` : ''}`,
  failure: (failure, decision) => failureText(failure, decision),
  conversationFailure: ({ code }) =>
    ({
      offline: "You're offline. What you see may be out of date.",
      unauthenticated: "You're signed out. Sign in, then check again.",
      forbidden: "You don't have access to this conversation.",
      not_found: "This conversation doesn't exist any more.",
    })[code as string] ?? "The agent server can't be reached. What you see may be out of date.",
  changed: 'This request changed while you were looking. Nothing was sent. Check it, then decide again.',
  notStarted: (decision) =>
    `${decision === 'approved' ? 'Approved' : 'Rejected'}, but the agent did not start. Send it a message to go on.`,
  receipt: (card, tool, own) => {
    const { at, by, automatic } = card.resolution
    const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false }).format(
      at,
    )
    const who = own ? 'You' : automatic ? 'A rule' : (by?.name ?? 'Somebody else')
    switch (card.status) {
      case 'approved':
      case 'rejected':
        return `${who} ${past[card.status]} ${tool}, ${time}.`
      case 'rejected_continue':
        return `${who} rejected ${tool}, ${time}. The agent went on without it.`
      case 'expired':
        return `${tool} expired at ${time} and can't be approved any more. It has not run.`
      case 'withdrawn':
        return `The agent no longer needs ${tool}. It has not run.`
      default:
        card.status satisfies never
        return ''
    }
  },
  announce: {
    arrived: (tools) =>
      tools.length === 1 ? `Approval needed: ${tools[0]}.` : `${tools.length} approvals needed.`,
    settled: (status, left) => {
      const rest = left === 0 ? 'No approvals left.' : `${left} left.`
      switch (status) {
        case 'approved':
          return `Approved. ${rest}`
        case 'rejected':
          return 'Rejected. The run stopped.'
        case 'rejected_continue':
          return 'Rejected. The agent continues.'
        case 'expired':
          return `The request expired. ${rest}`
        case 'withdrawn':
          return `The request was withdrawn. ${rest}`
        default:
          status satisfies never
          return rest
      }
    },
  },
}

function failureText({ code, applied, fields }: Failure, decision: Decision): string {
  if (applied === 'unknown') {
    return decision === 'approved'
      ? "Your approval was sent, but there's no answer yet. It may have run. Trying again will not run it twice."
      : "Your rejection was sent, but there's no answer yet. The agent may not know of it. Try again."
  }
  switch (code) {
    case 'offline':
      return "You're offline. Your decision hasn't been sent. Try again when you're back."
    case 'unauthenticated':
      return "You're signed out. Nothing has run. Sign in, then try again."
    case 'forbidden':
      return 'The server refused your decision. Nothing has run. Try again, or ask somebody who may decide.'
    case 'not_found':
      return "The server doesn't know this request any more. Nothing has run. Try again, or ask the agent anew."
    case 'invalid': {
      const details = fields?.map((field) => ` ${field.message}`).join('') ?? ''
      return `The server couldn't take this decision.${details} Nothing has run. Change it, then try again.`
    }
    case 'key_reused':
      return 'The server took this for another decision. Nothing has run. Reload the page, then decide again.'
    case 'unsupported':
      return "The server can't do this here. Nothing has run. Choose another decision."
    case 'in_progress':
      return 'Another decision on this request is on its way. This one was not sent. Wait for its answer.'
    case 'rate_limited':
      return 'The server asks to slow down. Nothing has run. Try again in a moment.'
    case 'timeout':
      return "This wasn't confirmed in time. Nothing was sent. Try again."
    case 'unavailable':
    case 'protocol':
      return "The agent server couldn't continue. Nothing has run. Try again."
    default:
      code satisfies never
      return ''
  }
}
