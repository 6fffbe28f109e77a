import { type DecisionWords, decisionWordsOf } from './decisionWordsOf.ts'
import { type Formats, formatsOf } from './formats.ts'
import type { DecisionTexts, TroubleTexts } from './texts.ts'
import { type TroubleWords, troubleWordsOf } from './troubleWordsOf.ts'

/** With a clock of 24 hours, and without "and" in lists. */
export const english: Formats = /* @__PURE__ */ formatsOf('en-GB', 'unit')

/** English. */
export const decisionTexts: DecisionTexts<'en'> = {
  gap: ' ',
  period: '.',
  assistant: 'Assistant',
  rejectWithNote: 'Reject and send note',
  rejecting: {
    rejected: 'Stop: the task ends.',
    rejected_continue: 'Continue: {assistant} is told, and keeps working.',
  },
  confirm: '{tool} may delete or overwrite something.',
  unasked: {
    operation: 'From now on it runs without asking until this task ends.',
    session: 'From now on it runs without asking in this chat.',
    always: 'From now on it always runs without asking.',
  },
  approveEdited: { one: 'Approve with # edit', other: 'Approve with # edits' },
  approveAnd: {
    operation: '{approve} and allow in this task',
    session: '{approve} and allow in this chat',
    always: '{approve} and always allow',
  },
  approveAnyway: 'Approve anyway',
  cancel: 'Cancel',
  decisions: {
    approved: 'Approve',
    rejected: 'Reject and stop',
    rejected_continue: 'Reject and continue',
    answered: 'Answer',
  },
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
  answerForToolHint: "The tool doesn't run. {assistant} gets your answer in its place.",
  openAndContinue: 'Open and continue',
  decline: "Don't answer",
  declining: 'Sending…',
  declineHint: "Don't answer: {assistant} goes on without an answer.",
  reasonMissing: 'Write a reason, then reject again.',
  revealFirst: 'Show hidden values to approve',
  showFirst: {
    everything: 'Open everything to approve',
    lines: { one: 'Open all # lines to approve', other: 'Open all # lines to approve' },
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
    expired: '{tool} expired at {time}. It has not run.',
    withdrawn: '{assistant} no longer needs {tool}. It has not run.',
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
  settled: {
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
  needed: {
    approvals: { one: '# approval needed', other: '# approvals needed' },
    decisions: { one: '# decision needed', other: '# decisions needed' },
    answers: { one: '# answer needed', other: '# answers needed' },
  },
  arrived: { approval: 'Approval needed: {tool}.', answer: 'Answer needed: {question}' },
}

const troubleTexts: TroubleTexts = {
  gap: ' ',
  hiddenLost: 'A hidden value is no longer in this request. Discard your changes.',
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
  guard: {
    covered: 'Something on this page covers this request. Nothing was sent. Move it away, then press again.',
    framed: 'This page is shown inside another site. Open it on its own to decide.',
  },
  failure: {
    unknown: {
      approved: "Your approval was sent, but there's no answer yet. It may have run. Trying again is safe.",
      rejected:
        "Your rejection was sent, but there's no answer yet. It may have taken effect. Trying again is safe.",
      answered: 'Your answer was sent, but nothing came back yet. It may have arrived. Trying again is safe.',
    },
    in_progress:
      'This is being decided in another tab. Nothing was sent from here. Look there, or wait for the result.',
    forbidden: {
      approved: "You don't have permission to approve this. Nothing has run.",
      rejected: "You don't have permission to reject this. Nothing has run.",
      answered: "You don't have permission to answer this. Nothing has run.",
    },
    causes: {
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
    },
    ran: {
      offline: "Your decision hasn't been sent.",
      answered: "Your answer wasn't taken.",
      no: 'Nothing has run.',
    },
    next: 'Try again.',
  },
  editRefused: 'Nothing was sent. {problem}',
  editChanged: 'This request changed while you edited it. Nothing was sent. Choose what to keep.',
  answerChanged: 'The question changed while you answered it. Nothing was sent. Check your answer.',
  notStarted: {
    approved: 'Approved, but {assistant} did not start.',
    rejected: 'Rejected, but {assistant} did not start.',
    answered: 'Answered, but {assistant} did not start.',
  },
  stopFailed: {
    no: "The task wasn't stopped. Try again.",
    unknown: "There's no answer yet. The task may go on. Try again.",
  },
  conversationFailure: {
    not_found: "This conversation doesn't exist.",
    other: "The server can't be reached.",
    stale: 'What you see may be out of date.',
  },
  keepOpenFailed: "There's no more time yet. Try again.",
  notLoaded: "Part of this couldn't be loaded. You can go on without it.",
}

// A page whose only part is a button fetches no other words.
export const decisionWords: DecisionWords & TroubleWords = {
  .../* @__PURE__ */ decisionWordsOf(english, decisionTexts),
  .../* @__PURE__ */ troubleWordsOf(english, troubleTexts),
}
