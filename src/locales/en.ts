import { barWordsOf } from './barWordsOf.ts'
import { causes, decisionWords, formats } from './decisionWords.ts'
import { expiryWith, headingWith, hiddenWith, linesWith, unreadableWith } from './language.ts'
import type { Messages } from './messages.ts'
import { needsAnswer } from './waitingWords.ts'

const { count } = formats

const characters = (all: number): string =>
  count(all, { one: '# more character', other: '# more characters' })

/** English. */
export const en: Messages = {
  waitingFor: (host) => `Waiting for ${host}`,
  stopFailed: {
    no: "The task wasn't stopped. Try again.",
    unknown: "There's no answer yet. The task may go on. Try again.",
  },
  ended: {
    done: (assistant) => `${assistant} has finished.`,
    interrupted: () => 'The task has stopped.',
    error: (assistant) => `${assistant} has failed.`,
  },
  expiring: {
    minute: (tool) => `${tool} expires in 1 minute.`,
    seconds: (tool) => `${tool} expires in 20 seconds.`,
  },
  ...decisionWords,
  sentence: () => undefined,
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name}, working for ${path ?? assistant},`,
  wants: (assistant) => [`${assistant} wants to run `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'asks a question', ''] : [`${actor} asks `, question, ''],
  answer: 'Your answer',
  answerForTool: 'Answer for the tool',
  opens: ['Opens ', ' in a new tab'],
  notOpened: "This address can't be opened from here, because it isn't https.",
  openAgain: 'Open again',
  heading: /* @__PURE__ */ headingWith(
    'Activity',
    'Approval needed',
    'Answer needed',
    (all) => count(all, { one: '# approval needed', other: '# approvals needed' }),
    (all) => count(all, { one: '# answer needed', other: '# answers needed' }),
    (all) => count(all, { one: '# decision needed', other: '# decisions needed' }),
  ),
  pager: 'Requests that wait',
  position: (at, total) => `Request ${at} of ${total}`,
  seeAll: 'See all',
  previous: 'Previous request',
  next: 'Next request',
  inOrder: (tool) => `Decide on ${tool} first.`,
  source: (server) => `from ${server}`,
  risks: {
    destructive: 'May delete or overwrite',
    outside: 'Uses outside services',
    read_only: 'Changes nothing',
    unknown: 'Effects unknown',
  },
  riskClaim: '(says the tool, not checked)',
  fullStop: '.',
  showMore: 'More',
  howLong: 'How long to approve it',
  scopes: { once: 'Once', operation: 'This task', session: 'This chat', always: 'Always' },
  overflow: 'More',
  edit: 'Edit before approving',
  discardEdits: 'Discard changes',
  showEdits: 'Show edits',
  keepEdits: 'Keep my edits',
  keepAnswer: 'Keep my answer',
  notJson: "This isn't JSON yet.",
  copyDetails: 'Copy details',
  copied: { yes: 'Copied.', no: "This couldn't be copied." },
  shortcuts: 'Keyboard shortcuts',
  later: 'Decide later',
  laterHint: 'It keeps waiting. Nothing is decided.',
  open: 'Open',
  why: { policy: 'Policy:', unknown: 'Reason:' },
  agentReason: (agent) => `${agent}'s reason:`,
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: "One request can't be read, so it isn't shown. It has not run.",
      other: "# requests can't be read, so they aren't shown. They have not run.",
    }),
  ),
  more: characters,
  stop: 'Stop the task',
  stopping: 'Stopping…',
  reason: (assistant) => `Tell ${assistant} what to do instead`,
  notLoaded: "Part of this couldn't be loaded. You can go on without it.",
  addNote: 'Add a note',
  approvalNote: {
    agent: (assistant) => `Approve: ${assistant} reads this.`,
    record: (assistant) => `Approve: kept with your decision. ${assistant} does not read it.`,
    nobody: () => 'Approve: your words are not sent.',
  },
  dismiss: 'Hide',
  reread: 'Load again',
  busy: {
    running: (assistant) => `${assistant} is working…`,
    asking: () => 'Waiting for confirmation…',
    sending: () => 'Sending your decision…',
    not_taken: (assistant) => `Waiting for ${assistant} to take it. Nothing has run.`,
    checking: () => "Checking whether your decision arrived. You don't need to do anything.",
  },
  connection: {
    connecting: 'Not live. Connecting…',
    stale: 'Not live. What you see may be out of date.',
    stopped: 'Not live. Updates have stopped.',
  },
  noPermission: (why) => ["You can't approve this.", why, 'It stays waiting.'].filter(Boolean).join(' '),
  changed: 'This request changed. Nothing was sent. Read it again, then decide.',
  elsewhere: 'Being decided in another tab…',
  onlyRejected: "Here this can only be rejected. To go on with it, use the assistant's own app.",
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'The time to decide is over.',
    (time) => `${time} left`,
    (minutes) => `${minutes} min`,
    (time) => `Until ${time}`,
    ", then it won't run",
  ),
  keepOpen: 'Give me more time',
  keepOpenFailed: "There's no more time yet. Try again.",
  earlier: 'Your earlier decision may still arrive. Until then you can decide again.',
  show: 'Show',
  showLess: 'Show less',
  dismissAll: 'Hide all',
  arguments: 'Arguments',
  noArguments: 'No arguments.',
  showExactText: 'Show exact text',
  showAsList: 'Show as list',
  showPreview: 'Show preview',
  showAll: /* @__PURE__ */ linesWith('Show everything', (lines) =>
    count(lines, { one: 'Show # line', other: 'Show all # lines' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: '# more line', other: '# more lines' }),
    characters,
  ),
  hiddenArguments: (values) => count(values, { one: '# more value', other: '# more values' }),
  invisible: (all) =>
    count(all, {
      one: '# invisible character, shown as ⟦U+…⟧.',
      other: '# invisible characters, shown as ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `hidden, ${count(value.characters, { one: '# character', other: '# characters' })}${value.by === 'tool' ? ', marked by the tool' : ''}`,
  hiddenValues: ({ length }) => count(length, { one: '# value is hidden.', other: '# values are hidden.' }),
  hiddenShown: 'Hidden values are shown.',
  revealHidden: 'Show hidden values',
  hideAgain: 'Hide them again',
  before: 'Before',
  now: 'Now',
  hideChanges: 'Hide changes',
  showChanges: 'Show changes',
  needsAnswer,
  .../* @__PURE__ */ barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: "This conversation doesn't exist.",
      other: "The server can't be reached.",
      stale: 'What you see may be out of date.',
    },
    decided: {
      approved: '{count} approved',
      answered: '{count} answered',
      rejected: '{count} rejected',
      expired: '{count} expired',
      withdrawn: '{count} withdrawn',
    },
    hosts: {
      check: 'Check these addresses: {list}.',
      is: '{host} is {address}',
      nowhere: '{host} leads nowhere',
    },
    andMore: '{list} and {count} more',
    flaws: {
      repeated_name: 'Given more than once: {places}. The tool may use either value.',
      special_name: 'The tool may ignore {places}.',
      inexact_number: 'The tool may read these numbers differently: {places}.',
      broken_character: 'Half a character, which the tool may replace, is in: {places}.',
    },
  }),
}
