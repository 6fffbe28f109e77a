// Longer than 250 lines: the words that a button alone needs, with a line or two for each.
import type { Decision, Failure, RememberScope } from '../model/decision.ts'
import { questionOf, type Resolution, type SettledIntervention } from '../model/intervention.ts'
import type { Messages } from './messages.ts'

// Creating a formatter takes as long as rendering a receipt, so there is one.
export const clock: Intl.DateTimeFormat = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', {
  timeStyle: 'short',
})

export type DecisionWords = Pick<
  Messages,
  | 'assistant'
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

// A page whose only part is a button fetches no other words.
export const decisionWords: DecisionWords = {
  assistant: 'Assistant',
  verb: () => undefined,
  rejectWithNote: 'Reject and send note',
  rejecting: {
    rejected: () => 'Stop: the task ends.',
    rejected_continue: (assistant) => `Continue: ${assistant} is told, and keeps working.`,
  },
  confirm: (tool, remember) =>
    `${tool} may delete or overwrite something.${remember ? ` From now on it ${asksNoMore[remember]}.` : ''}`,
  approveAnd: (scope, edits) =>
    `${edits > 0 ? decisionWords.approveEdited(edits) : 'Approve'} and ${allows[scope]}`,
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
  answerForToolHint: (assistant) => `The tool doesn't run. ${assistant} gets your answer in its place.`,
  openAndContinue: 'Open and continue',
  decline: "Don't answer",
  declining: 'Sending…',
  declineHint: (assistant) => `Don't answer: ${assistant} goes on without an answer.`,
  reasonMissing: 'Write a reason, then reject again.',
  revealFirst: 'Show hidden values to approve',
  hiddenLost: 'A hidden value is no longer in this request. Discard your changes.',
  showFirst: (lines) => `Open ${allOf(lines)} to approve`,
  refused: ({ reason, count }) => (count < 3 ? pressAgain : howToPress)[reason],
  guard: {
    covered: 'Something on this page covers this request. Nothing was sent. Move it away, then press again.',
    framed: 'This page is shown inside another site. Open it on its own to decide.',
  },
  siblings: ({ pause, calls, choice, left }) => {
    const { length } = calls
    const canStop = calls.some((call) => call.decisions.includes('rejected'))
    const chosen =
      choice && `You chose “${decisionWords.decisions[choice.decision]}”. You can still change it.`
    const together =
      left - (choice ? 0 : 1) > 0
        ? `These ${length} are sent together, with the last one. ${left} left.`
        : `Your press sends all ${length} decisions.`
    return [
      pause.answering === 'together' && chosen,
      pause.answering === 'together' && together,
      pause.answering === 'together' && canStop && 'To stop the task, reject all of them.',
      pause.siblings === 'reject_voids_approvals' &&
        'If you reject one, those you approve do not run either.',
      pause.siblings === 'reject_rejects_rest' &&
        `Rejecting this one also rejects the other${length > 2 ? ` ${length - 1}` : ''}.`,
    ]
      .filter(Boolean)
      .join(' ')
  },
  failure: ({ code, applied, fields = [] }, decision) => {
    const [deed, verb, effect] = deeds[decision]
    if (applied === 'unknown') {
      const silence = decision === 'answered' ? 'nothing came back' : "there's no answer"
      return `Your ${deed} was sent, but ${silence} yet. It may have ${effect}. Trying again is safe.`
    }
    if (code === 'in_progress') {
      return 'This is being decided in another tab. Nothing was sent from here. Look there, or wait for the result.'
    }
    if (code === 'forbidden') {
      return `You don't have permission to ${verb} this. Nothing has run.`
    }
    const cause = causeOf(code) ?? "The server couldn't continue."
    const details = fields.map(({ message }) => ` ${message}`).join('')
    const rest = decision === 'answered' ? "Your answer wasn't taken." : 'Nothing has run.'
    return `${cause}${details} ${code === 'offline' ? "Your decision hasn't been sent." : rest} Try again.`
  },
  approveEdited: (edits) => `Approve with ${edits} edit${edits === 1 ? '' : 's'}`,
  editRefused: (problem) => `Nothing was sent. ${problem}`,
  editChanged: 'This request changed while you edited it. Nothing was sent. Choose what to keep.',
  answerChanged: 'The question changed while you answered it. Nothing was sent. Check your answer.',
  receipt: (card, tool, own, assistant) => {
    const { status, argsText, resolution, agent } = card
    const { at, by, automatic, execution } = resolution
    const time = clock.format(at)
    if (questionOf(card))
      return receiptOfQuestion(card, tool, own ? 'You' : (by?.name ?? 'Somebody else'), assistant)
    if (status === 'expired') return `${tool} expired at ${time}. It has not run.`
    if (status === 'withdrawn') return `${agent?.name || assistant} no longer needs ${tool}. It has not run.`
    const who = own ? 'You' : automatic ? 'A rule' : (by?.name ?? 'Somebody else')
    const what = status === 'approved' ? status : status === 'answered' ? 'answered for' : 'rejected'
    const rule = automatic && ` (${ruleOf(automatic)})`
    const why = execution?.message === undefined ? '.' : `: ${execution.message}`
    const after = what !== 'approved' ? ' It has not run.' : execution?.ok === false ? ` It failed${why}` : ''
    const isEdited = what === 'approved' && (resolution.argsText ?? argsText) !== argsText
    const how = isEdited ? ` with ${own ? 'your' : 'their'} edits` : ''
    const whose = agent?.name ? ` for ${agent.name}` : ''
    const { remember, note } = resolution
    const next = what === 'approved' && remember ? ` From now on it ${asksNoMore[remember]}.` : ''
    const words = note ? ` Note: “${note}”` : ''
    return `${who}${rule ?? ''} ${what} ${tool}${whose}${how}, ${time}.${after}${next}${words}`
  },
  notStarted: (decision, assistant) =>
    `${decision === 'approved' ? 'Approved' : decision === 'answered' ? 'Answered' : 'Rejected'}, but ${assistant} did not start.`,
  settled: (status, left, assistant, count = 1) => {
    const many = count > 1 ? ` ${count}` : ''
    if (status === 'rejected') return `Rejected${many}. The task stopped.`
    if (status === 'answered') return `Answered. ${assistant} continues.`
    if (status === 'approved') return `Approved${many}. ${left || 'No approvals'} left.`
    return `Rejected${many}.${left ? '' : ` ${assistant} continues.`}`
  },
  arrived: (tools, questions) => {
    const all = [...tools, ...questions]
    if (all.length > 1) return `${all.length} ${questions.length > 0 ? 'decisions' : 'approvals'} needed.`
    return questions.length > 0 ? `Answer needed: ${all.join()}` : `Approval needed: ${all.join()}.`
  },
}

const deeds: Readonly<Record<Decision, readonly [deed: string, verb: string, effect: string]>> = {
  approved: ['approval', 'approve', 'run'],
  rejected: ['rejection', 'reject', 'taken effect'],
  rejected_continue: ['rejection', 'reject', 'taken effect'],
  answered: ['answer', 'answer', 'arrived'],
}

function receiptOfQuestion(
  { status, resolution, agent, question: asked }: SettledIntervention,
  question: string,
  who: string,
  assistant: string,
): string {
  const time = clock.format(resolution.at)
  const actor = agent?.name || assistant
  switch (status) {
    case 'expired':
      return `${question} expired at ${time}. It was not answered.`
    case 'withdrawn':
      return `${actor} no longer needs an answer to ${question}.`
    case 'rejected':
      return `${who} stopped the task at ${question}, ${time}.`
    case 'rejected_continue':
      return `${who} didn't answer ${question}, ${time}. ${actor} goes on without it.`
    case 'answered':
    case 'approved':
      return `${who} ${asked?.kind === 'url' ? 'agreed to' : 'answered'} ${question}, ${time}.`
    default:
      return status satisfies never
  }
}

const allows: Readonly<Record<RememberScope, string>> = {
  operation: 'allow in this task',
  session: 'allow in this chat',
  always: 'always allow',
}

const asksNoMore: Readonly<Record<RememberScope, string>> = {
  operation: 'runs without asking until this task ends',
  session: 'runs without asking in this chat',
  always: 'always runs without asking',
}

function ruleOf({ by, name = 'it' }: NonNullable<Resolution['automatic']>): string {
  if (by === 'mode') return "the mode “Don't ask”"
  return by === 'remembered' ? `${name} was allowed before` : `${name} is on the list`
}

const pressAgain = {
  too_early: 'That was too early. Press again.',
  moved: 'The button had just moved. Nothing was sent. Press again.',
  changed: 'This request had just changed. Nothing was sent. Check it, then press again.',
}

const howToPress = {
  too_early:
    'Nothing was sent. A press counts when this request has been in view for half a second. Wait a moment, then press once.',
  moved:
    'Nothing was sent, because the button keeps moving. Hold the pointer still until the button rests, then press once. Or move to it with Tab and press Enter.',
  changed:
    'Nothing was sent, because this request keeps changing. Wait until it stays the same, check it, then press once.',
}

/** A few lines can be long: their number would make them seem little. */
export function allOf(lines: number): string {
  return lines < 10 ? 'everything' : `all ${lines.toLocaleString('en')} lines`
}

export function causeOf(code: Failure['code']): string | undefined {
  const causes: Partial<Record<Failure['code'], string>> = {
    offline: "You're offline.",
    unauthenticated: "You're signed out.",
    forbidden: "You don't have permission to see this.",
    not_found: "The server doesn't know this request.",
    invalid: "The server couldn't take this decision.",
    rate_limited: 'The server asks to slow down.',
    timeout: "This wasn't confirmed in time.",
    protocol: "The server's answer can't be read.",
    unsupported: "The server can't do this.",
  }
  return causes[code]
}
