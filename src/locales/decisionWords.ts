import { type Causes, decisionWordsOf } from './decisionWordsOf.ts'
import { type Formats, formatsOf } from './formats.ts'
import { linesWith } from './language.ts'
import type { Messages } from './messages.ts'

export type DecisionWords = Pick<
  Messages,
  | 'assistant'
  | 'keyNames'
  | 'verb'
  | 'decisions'
  | 'rejectWithNote'
  | 'approveEdited'
  | 'approveAnd'
  | 'editRefused'
  | 'editChanged'
  | 'answerChanged'
  | 'rejecting'
  | 'confirm'
  | 'approveAnyway'
  | 'cancel'
  | 'deciding'
  | 'tryAgain'
  | 'reasonMissing'
  | 'answerMissing'
  | 'openAndContinue'
  | 'answerForToolHint'
  | 'decline'
  | 'declining'
  | 'declineHint'
  | 'showFirst'
  | 'revealFirst'
  | 'hiddenLost'
  | 'refused'
  | 'guard'
  | 'notExplained'
  | 'notShown'
  | 'argumentsNotTold'
  | 'siblings'
  | 'failure'
  | 'receipt'
  | 'notStarted'
  | 'settled'
  | 'arrived'
>

// Times as they are written in Britain, with 24 hours.
export const formats: Formats<'en-GB'> = /* @__PURE__ */ formatsOf('en-GB')
const unknown = "was sent, but there's no answer yet. It may have"
const safe = 'Trying again is safe.'

export const causes: Causes = {
  offline: "You're offline.",
  unauthenticated: "You're signed out.",
  forbidden: "You don't have permission to see this.",
  not_found: "The server doesn't know this request.",
  invalid: "The server couldn't take this decision.",
  rate_limited: 'The server asks to slow down.',
  timeout: "This wasn't confirmed in time.",
  protocol: "The server's answer can't be read.",
  unsupported: "The server can't do this.",
  other: "The server couldn't continue.",
}

// A page with a single button loads no other texts.
export const decisionWords: DecisionWords = {
  assistant: 'Assistant',
  verb: () => undefined,
  rejectWithNote: 'Reject and send note',
  rejecting: {
    rejected: () => 'Stop: the task ends.',
    rejected_continue: (assistant) => `Continue: ${assistant} is told, and keeps working.`,
  },
  approveAnyway: 'Approve anyway',
  cancel: 'Cancel',
  deciding: {
    answered: 'Answering…',
    approved: 'Approving…',
    rejected: 'Rejecting…',
    rejected_continue: 'Rejecting…',
  },
  tryAgain: 'Try again',
  argumentsNotTold: "The backend didn't say which arguments this would run with, so it can't be approved.",
  notExplained: "This preview couldn't be shown. The request is unchanged.",
  notShown: "Requests that wait for you can't be shown here. Nothing was sent. Reload the page to try again.",
  answerMissing: 'Write an answer first.',
  answerForToolHint: (assistant) => `The tool doesn't run. ${assistant} gets your answer in its place.`,
  openAndContinue: 'Open and continue',
  decline: "Don't answer",
  declining: 'Sending…',
  declineHint: (assistant) => `Don't answer: ${assistant} goes on without an answer.`,
  reasonMissing: 'Write a reason, then reject again.',
  revealFirst: 'Show hidden values to approve',
  hiddenLost: 'A hidden value is no longer in this request. Discard your changes.',
  showFirst: /* @__PURE__ */ linesWith('Open everything to approve', (lines) =>
    formats.count(lines, { one: 'Open # line to approve', other: 'Open all # lines to approve' }),
  ),
  guard: {
    covered: 'Something on this page covers this request. Nothing was sent. Move it away, then press again.',
    framed: 'This page is shown inside another site. Open it on its own to decide.',
    unread: 'Nothing was sent. Checking if this request still waits. Press again in a moment.',
  },
  editChanged: 'This request changed while you edited it. Nothing was sent. Choose what to keep.',
  answerChanged: 'The question changed while you answered it. Nothing was sent. Check your answer.',
  editRefused: (problem) => `Nothing was sent. ${problem}`,
  .../* @__PURE__ */ decisionWordsOf(formats, {
    decisions: {
      approved: 'Approve',
      rejected: 'Reject and stop',
      rejected_continue: 'Reject and continue',
      answered: 'Answer',
    },
    approveEdited: { one: 'Approve with # edit', other: 'Approve with # edits' },
    approveAnd: {
      operation: '{approve} and allow in this task',
      session: '{approve} and allow in this chat',
      always: '{approve} and always allow',
    },
    confirm: '{tool} may delete or overwrite something.',
    confirmOther: 'Check once more before you approve: {tool}.',
    unasked: {
      operation: 'From now on it runs without asking until this task ends.',
      session: 'From now on it runs without asking in this chat.',
      always: 'From now on it always runs without asking.',
    },
    refused: {
      first: {
        too_early: 'That was too early. Press again.',
        moved: 'The button had just moved. Nothing was sent. Press again.',
        changed: 'This request had just changed. Nothing was sent. Check it, then press again.',
      },
      again: {
        too_early:
          'Nothing was sent. A press counts when this request has been in view for half a second. Wait a moment, then press once.',
        moved:
          'Nothing was sent, because the button keeps moving. Hold the pointer still until the button rests, then press once. Or move to it with Tab and press Enter.',
        changed:
          'Nothing was sent, because this request keeps changing. Wait until it stays the same, check it, then press once.',
      },
    },
    siblings: {
      chosen: 'You chose “{decision}”. You can still change it.',
      together: 'These {count} are sent together, with the last one. {left} left.',
      last: 'Your press sends all {count} decisions.',
      stop: 'To stop the task, reject all of them.',
      voids: 'If you reject one, those you approve do not run either.',
      rejects_other: 'Rejecting this one also rejects the other.',
      rejects_others: 'Rejecting this one also rejects the other {count}.',
    },
    failure: {
      unknown: {
        approved: `Your approval ${unknown} run. ${safe}`,
        rejected: `Your rejection ${unknown} taken effect. ${safe}`,
        answered: `Your answer was sent, but nothing came back yet. It may have arrived. ${safe}`,
      },
      in_progress:
        'This is being decided in another tab. Nothing was sent from here. Look there, or wait for the result.',
      forbidden: {
        approved: "You don't have permission to approve this. Nothing has run.",
        rejected: "You don't have permission to reject this. Nothing has run.",
        answered: "You don't have permission to answer this. Nothing has run.",
      },
      causes,
      ran: {
        offline: "Your decision hasn't been sent.",
        answered: "Your answer wasn't taken.",
        no: 'Nothing has run.',
      },
      next: 'Try again.',
    },
    receipt: {
      own: {
        approved: 'You approved {tool}, {time}.',
        rejected: 'You rejected {tool}, {time}.',
        answered: 'You answered for {tool}, {time}.',
      },
      other: {
        approved: '{who} approved {tool}, {time}.',
        rejected: '{who} rejected {tool}, {time}.',
        answered: '{who} answered for {tool}, {time}.',
      },
      somebody: 'Somebody else',
      rule: 'A rule ({rule})',
      rules: {
        mode: "the mode “Don't ask”",
        remembered: '{name} was allowed before',
        rule: '{name} is on the list',
      },
      it: 'it',
      expired: '{tool} expired at {time}.',
      withdrawn: '{assistant} no longer needs {tool}.',
      tool: {
        agent: '{tool} for {agent}',
        own_edits: '{tool} with your edits',
        edits: '{tool} with their edits',
      },
      failed: 'It failed.',
      failed_with: 'It failed: {message}',
      not_run: 'It has not run.',
      note: 'Note: “{note}”',
      question: {
        expired: '{question} expired at {time}. It was not answered.',
        withdrawn: '{assistant} no longer needs an answer to {question}.',
        own: {
          rejected: 'You stopped the task at {question}, {time}.',
          rejected_continue: "You didn't answer {question}, {time}. {assistant} goes on without it.",
          answered: 'You answered {question}, {time}.',
          agreed: 'You agreed to {question}, {time}.',
        },
        other: {
          rejected: '{who} stopped the task at {question}, {time}.',
          rejected_continue: "{who} didn't answer {question}, {time}. {assistant} goes on without it.",
          answered: '{who} answered {question}, {time}.',
          agreed: '{who} agreed to {question}, {time}.',
        },
      },
    },
    notStarted: {
      approved: 'Approved, but {assistant} did not start.',
      rejected: 'Rejected, but {assistant} did not start.',
      answered: 'Answered, but {assistant} did not start.',
    },
    settled: {
      next: 'Next: {tool}.',
      approved: 'Approved.',
      approved_many: 'Approved {count}.',
      rejected: 'Rejected.',
      rejected_many: 'Rejected {count}.',
      answered: 'Answered.',
      stopped: 'The task stopped.',
      continues: '{assistant} continues.',
      left: '{left} left.',
      none_left: 'No approvals left.',
    },
    arrived: {
      review: 'Press {key} to review.',
      approval: 'Approval needed: {tool}.',
      answer: 'Answer needed: {question}.',
      approvals: { one: '# approval needed.', other: '# approvals needed.' },
      decisions: { one: '# decision needed.', other: '# decisions needed.' },
    },
  }),
}
