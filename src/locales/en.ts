import { allOf, causeOf, clock, decisionWords } from './decisionWords.ts'
import type { Messages } from './messages.ts'
import { needsAnswer } from './waitingWords.ts'

const calendar = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const thenOver = ", then it won't run"
const halfDayMs = 12 * 60 * 60 * 1_000

/** English. */
export const en: Messages = {
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
  waitingFor: (host) => `Waiting for ${host}`,
  openAgain: 'Open again',
  heading: (pending, questions) => {
    if (pending === 0) return 'Activity'
    const what = questions === 0 ? 'approval' : questions === pending ? 'answer' : 'decision'
    return pending === 1
      ? `${what === 'answer' ? 'Answer' : 'Approval'} needed`
      : `${pending} ${what}s needed`
  },
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
  riskClaim: 'says the tool, not checked',
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
  needsAnswer,
  open: 'Open',
  why: { agent: "Assistant's reason:", policy: 'Policy:', unknown: 'Reason:' },
  agentReason: (agent) => `${agent}'s reason:`,
  unreadable: (count) =>
    count === 1
      ? "One request can't be read, so it isn't shown. It has not run."
      : `${count} requests can't be read, so they aren't shown. They have not run.`,
  more: (characters) => `${characters.toLocaleString('en')} more characters`,
  stop: 'Stop the task',
  stopping: 'Stopping…',
  stopFailed: ({ applied }) =>
    `${applied === 'no' ? "The task wasn't stopped." : "There's no answer yet. The task may go on."} Try again.`,
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
  ended: {
    done: (assistant) => `${assistant} has finished.`,
    interrupted: () => 'The task has stopped.',
    error: (assistant) => `${assistant} has failed.`,
  },
  connection: {
    connecting: 'Not live. Connecting…',
    stale: 'Not live. What you see may be out of date.',
    stopped: 'Not live. Updates have stopped.',
  },
  noPermission: (why) => ["You can't approve this.", why, 'It stays waiting.'].filter(Boolean).join(' '),
  changed: 'This request changed. Nothing was sent. Read it again, then decide.',
  elsewhere: 'Being decided in another tab…',
  conversationFailure: ({ code }) =>
    code === 'not_found'
      ? "This conversation doesn't exist."
      : `${causeOf(code) ?? "The server can't be reached."} What you see may be out of date.`,
  expires: (at, left, now) => {
    if (left === 'over') return ['The time to decide is over.', '']
    const seconds = Math.ceil((at - now) / 1_000)
    if (seconds <= 120) {
      return [`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`, thenOver]
    }
    if (seconds <= 3_600) return [`${Math.ceil(seconds / 60)} min left`, thenOver]
    return [`Until ${(at - now < halfDayMs ? clock : calendar).format(at)}`, thenOver]
  },
  expiring: (tool, left) => `${tool} expires in ${left === 'minute' ? '1 minute' : '20 seconds'}.`,
  keepOpen: 'Give me more time',
  keepOpenFailed: "There's no more time yet. Try again.",
  earlier: 'Your earlier decision may still arrive. Until then you can decide again.',
  decided: (statuses) => {
    const kinds = statuses.map((status) => (status === 'rejected_continue' ? 'rejected' : status))
    return (['approved', 'answered', 'rejected', 'expired', 'withdrawn'] as const)
      .map((kind) => [kinds.filter((one) => one === kind).length, kind] as const)
      .filter(([count]) => count > 0)
      .map((some) => some.join(' '))
      .join(', ')
  },
  show: 'Show',
  showLess: 'Show less',
  dismissAll: 'Hide all',
  arguments: 'Arguments',
  noArguments: 'No arguments.',
  showExactText: 'Show exact text',
  showAsList: 'Show as list',
  showPreview: 'Show preview',
  showAll: (lines) => `Show ${allOf(lines)}`,
  // Very long lines say little by their number.
  hidden: ({ characters, lines }) =>
    characters < 200 * lines ? counted(lines, 'more line') : counted(characters, 'more character'),
  hiddenArguments: (count) => counted(count, 'more value'),
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
  hiddenValue: ({ characters, by }) =>
    `hidden, ${counted(characters, 'character')}${by === 'tool' ? ', marked by the tool' : ''}`,
  hiddenValues: (values) =>
    values.length === 1 ? '1 value is hidden.' : `${values.length} values are hidden.`,
  hiddenShown: 'Hidden values are shown.',
  revealHidden: 'Show hidden values',
  hideAgain: 'Hide them again',
  before: 'Before',
  now: 'Now',
  hideChanges: 'Hide changes',
  showChanges: 'Show changes',
}

function listed(all: readonly string[]): string {
  const first = all.slice(0, 3).join(', ')
  return all.length > 3 ? `${first} and ${all.length - 3} more` : first
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`
}
