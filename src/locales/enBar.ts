import type { BarMessages } from './messages.ts'

/** English, of the bar itself. */
export const enBar: BarMessages = {
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
  why: 'Reason given by the agent:',
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
}
