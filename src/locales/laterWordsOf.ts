// Longer than 250 lines: the texts that a language loads after the first render, and the words made from them.
import type { Decision, Failure, Rejection, RememberScope } from '../model/decision.ts'
import {
  questionOf,
  type Resolution,
  type SettledIntervention,
  type SettledStatus,
} from '../model/intervention.ts'
import type { Code, Formats, Forms } from './formats.ts'
import type { Messages } from './messages.ts'

/** Drawn or said after somebody pressed something, or because something is wrong. */
export type LaterWords = Pick<
  Messages,
  | 'rejectWithNote'
  | 'approveEdited'
  | 'approveAnd'
  | 'editRefused'
  | 'editChanged'
  | 'answerChanged'
  | 'confirm'
  | 'approveAnyway'
  | 'cancel'
  | 'deciding'
  | 'tryAgain'
  | 'reasonMissing'
  | 'answerMissing'
  | 'declining'
  | 'hiddenLost'
  | 'refused'
  | 'guard'
  | 'notExplained'
  | 'notShown'
  | 'siblings'
  | 'failure'
  | 'receipt'
  | 'notStarted'
  | 'settled'
  | 'arrived'
  | 'waitingFor'
  | 'openAgain'
  | 'edit'
  | 'discardEdits'
  | 'showEdits'
  | 'keepEdits'
  | 'keepAnswer'
  | 'notJson'
  | 'copyDetails'
  | 'shortcuts'
  | 'copied'
  | 'later'
  | 'laterHint'
  | 'needsAnswer'
  | 'open'
  | 'stopping'
  | 'stopFailed'
  | 'notLoaded'
  | 'dismiss'
  | 'ended'
  | 'conversationFailure'
  | 'changed'
  | 'earlier'
  | 'elsewhere'
  | 'expiring'
  | 'keepOpenFailed'
  | 'show'
  | 'showLess'
  | 'dismissAll'
  | 'decided'
  | 'hosts'
  | 'flaws'
  | 'hiddenShown'
  | 'hideAgain'
  | 'before'
  | 'now'
  | 'hideChanges'
  | 'showChanges'
>

/** The messages that are plain texts. */
type Plain<All> = {
  readonly [
    Name in keyof All as All[Name] extends string | Readonly<Record<string, string>> ? Name : never
  ]: All[Name]
}

type Answer = 'approved' | 'rejected' | 'answered'
type ByAnswer = Readonly<Record<Answer, string>>
type Press = Readonly<Record<'too_early' | 'moved' | 'changed', string>>
type QuestionReceipt = Readonly<Record<Rejection | 'answered' | 'agreed', string>>
type Cause =
  | 'offline'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'rate_limited'
  | 'timeout'
  | 'protocol'
  | 'unsupported'

/** The texts from which those words are made. `{name}` stands for a value, `#` for a number. */
export interface LaterTexts<Of extends Code> extends Plain<LaterWords> {
  /** Between two sentences. */
  readonly gap: '' | ' '
  /** Those of the decision buttons, in sentences. */
  readonly labels: Messages['decisions']
  readonly approveEdited: Forms<Of>
  readonly approveAnd: Readonly<Record<RememberScope, string>>
  readonly editRefused: string
  readonly confirm: string
  /** A sentence for each scope. */
  readonly unasked: Readonly<Record<RememberScope, string>>
  /** From the third press in a row, `again`. */
  readonly refused: { readonly first: Press; readonly again: Press }
  readonly siblings: Readonly<
    Record<'chosen' | 'together' | 'last' | 'stop' | 'voids' | 'rejects_other' | 'rejects_others', string>
  >
  readonly failure: {
    readonly unknown: ByAnswer
    readonly in_progress: string
    readonly forbidden: ByAnswer
    readonly causes: Readonly<Record<Cause | 'other', string>>
    readonly ran: Readonly<Record<'offline' | 'answered' | 'no', string>>
    readonly next: string
  }
  readonly receipt: {
    /** The person at the screen decided. */
    readonly own: ByAnswer
    readonly other: ByAnswer
    readonly somebody: string
    readonly rule: string
    readonly rules: Readonly<Record<'mode' | 'remembered' | 'rule', string>>
    /** A name that is not known, in a rule. */
    readonly it: string
    readonly expired: string
    readonly withdrawn: string
    /** The tool's name, with more about it. */
    readonly tool: Readonly<Record<'agent' | 'own_edits' | 'edits', string>>
    readonly failed: string
    readonly failed_with: string
    readonly not_run: string
    readonly note: string
    readonly question: {
      readonly expired: string
      readonly withdrawn: string
      readonly own: QuestionReceipt
      readonly other: QuestionReceipt
    }
  }
  readonly notStarted: ByAnswer
  readonly settled: Readonly<
    Record<
      Answer | 'approved_many' | 'rejected_many' | 'stopped' | 'continues' | 'left' | 'none_left',
      string
    >
  >
  readonly arrived: {
    readonly approval: string
    readonly answer: string
    readonly approvals: Forms<Of>
    readonly decisions: Forms<Of>
  }
  readonly waitingFor: string
  readonly needsAnswer: string
  readonly stopFailed: Readonly<Record<'no' | 'unknown', string>>
  readonly ended: Readonly<Record<keyof Messages['ended'], string>>
  readonly conversationFailure: Readonly<Record<'not_found' | 'other' | 'stale', string>>
  readonly expiring: Readonly<Record<'minute' | 'seconds', string>>
  readonly decided: Readonly<Record<Exclude<SettledStatus, 'rejected_continue'>, string>>
  readonly hosts: Readonly<Record<'check' | 'is' | 'nowhere', string>>
  readonly andMore: string
  readonly flaws: Readonly<Record<keyof Messages['flaws'], string>>
}

/** Makes those words in one language. */
export function laterWordsOf<const Of extends Code>(formats: Formats<Of>, texts: LaterTexts<Of>): LaterWords {
  const { count, list, number, time: clock } = formats
  const { gap, labels, unasked, andMore, ...others } = texts
  const { siblings, failure, settled, arrived, receipt, hosts } = texts
  const { stopFailed, conversationFailure: unread } = texts
  const causes: Readonly<Partial<Record<Failure['code'], string>>> = failure.causes

  function fill(text: string, values: Readonly<Record<string, string | number>>): string {
    return text.replace(/\{(\w+)\}/g, (all, name: string) => {
      const value = values[name] ?? all
      return typeof value === 'number' ? number(value) : value
    })
  }
  const sentences = (all: readonly (string | false | undefined | null)[]): string =>
    all.filter(Boolean).join(gap)
  const named = (text: string) => (assistant: string) => fill(text, { assistant })
  const listed = (all: readonly string[]): string =>
    all.length > 3 ? fill(andMore, { list: list(all.slice(0, 3)), count: all.length - 3 }) : list(all)
  const inPlaces = (text: string) => (places: readonly string[]) => fill(text, { places: listed(places) })

  function ruleOf({ by, name = receipt.it }: NonNullable<Resolution['automatic']>): string {
    return fill(receipt.rule, { rule: fill(receipt.rules[by], { name }) })
  }

  function receiptOf(
    { status, argsText, resolution, agent }: SettledIntervention,
    name: string,
    own: boolean,
    assistant: string,
  ): string {
    const { at, by, automatic, execution, remember, note } = resolution
    const time = clock(at)
    if (status === 'expired') return fill(receipt.expired, { tool: name, time })
    if (status === 'withdrawn')
      return fill(receipt.withdrawn, { tool: name, assistant: agent?.name || assistant })
    const kind = kindOf(status)
    const isApproved = kind === 'approved'
    const isEdited = isApproved && (resolution.argsText ?? argsText) !== argsText
    let tool = agent?.name ? fill(receipt.tool.agent, { tool: name, agent: agent.name }) : name
    if (isEdited) tool = fill(receipt.tool[own ? 'own_edits' : 'edits'], { tool })
    const { message } = execution ?? {}
    const failed = message === undefined ? receipt.failed : fill(receipt.failed_with, { message })
    const who = automatic ? ruleOf(automatic) : (by?.name ?? receipt.somebody)
    return sentences([
      fill(receipt[own ? 'own' : 'other'][kind], { who, tool, time }),
      isApproved ? execution?.ok === false && failed : receipt.not_run,
      isApproved && remember && unasked[remember],
      note && fill(receipt.note, { note }),
    ])
  }

  function receiptOfQuestion(
    { status, resolution, agent, question: asked }: SettledIntervention,
    question: string,
    own: boolean,
    assistant: string,
  ): string {
    const { expired, withdrawn, [own ? 'own' : 'other']: made } = receipt.question
    const kind = status === 'answered' || status === 'approved' ? 'answered' : status
    const text =
      kind === 'expired'
        ? expired
        : kind === 'withdrawn'
          ? withdrawn
          : made[kind === 'answered' && asked?.kind === 'url' ? 'agreed' : kind]
    return fill(text, {
      question,
      time: clock(resolution.at),
      assistant: agent?.name || assistant,
      who: resolution.by?.name ?? receipt.somebody,
    })
  }

  const words: LaterWords = {
    ...others,
    approveEdited: (edits) => count(edits, texts.approveEdited),
    approveAnd: (scope, edits) =>
      fill(texts.approveAnd[scope], {
        approve: edits > 0 ? words.approveEdited(edits) : labels.approved,
      }),
    editRefused: (problem) => fill(texts.editRefused, { problem }),
    confirm: (tool, remember) => sentences([fill(texts.confirm, { tool }), remember && unasked[remember]]),
    refused: (press) => texts.refused[press.count < 3 ? 'first' : 'again'][press.reason],
    siblings: ({ pause, calls, choice, left }) => {
      const { length } = calls
      const isTogether = pause.answering === 'together'
      const canStop = calls.some((call) => call.decisions.includes('rejected'))
      const together = length > 2 ? siblings.rejects_others : siblings.rejects_other
      return sentences([
        isTogether && choice && fill(siblings.chosen, { decision: labels[choice.decision] }),
        isTogether &&
          fill(left - (choice ? 0 : 1) > 0 ? siblings.together : siblings.last, { count: length, left }),
        isTogether && canStop && siblings.stop,
        pause.siblings === 'reject_voids_approvals' && siblings.voids,
        pause.siblings === 'reject_rejects_rest' && fill(together, { count: length - 1 }),
      ])
    },
    failure: ({ code, applied, fields = [] }, decision) => {
      const kind = kindOf(decision)
      if (applied === 'unknown') return failure.unknown[kind]
      if (code === 'in_progress') return failure.in_progress
      if (code === 'forbidden') return failure.forbidden[kind]
      const ran = code === 'offline' ? 'offline' : kind === 'answered' ? 'answered' : 'no'
      const details = fields.map(({ message }) => message)
      return [causes[code] ?? failure.causes.other, ...details, failure.ran[ran], failure.next].join(gap)
    },
    receipt: (card, name, own, assistant) =>
      (questionOf(card) ? receiptOfQuestion : receiptOf)(card, name, own, assistant),
    notStarted: (decision, assistant) => fill(texts.notStarted[kindOf(decision)], { assistant }),
    settled: (status, left, assistant, many = 1) => {
      const continues = fill(settled.continues, { assistant })
      if (status === 'answered') return sentences([settled.answered, continues])
      const kind = status === 'approved' ? status : 'rejected'
      const deed = many > 1 ? fill(settled[`${kind}_many`], { count: many }) : settled[kind]
      if (status === 'approved')
        return sentences([deed, left ? fill(settled.left, { left }) : settled.none_left])
      return sentences([deed, status === 'rejected' ? settled.stopped : left === 0 && continues])
    },
    arrived: (tools, questions) => {
      const all = [...tools, ...questions]
      if (all.length > 1) return count(all.length, arrived[questions.length > 0 ? 'decisions' : 'approvals'])
      return questions.length > 0
        ? fill(arrived.answer, { question: list(all) })
        : fill(arrived.approval, { tool: list(all) })
    },
    waitingFor: (host) => fill(texts.waitingFor, { host }),
    needsAnswer: (tool) => fill(texts.needsAnswer, { tool }),
    stopFailed: ({ applied }) => stopFailed[applied],
    ended: {
      done: named(texts.ended.done),
      interrupted: named(texts.ended.interrupted),
      error: named(texts.ended.error),
    },
    conversationFailure: ({ code }) =>
      code === 'not_found' ? unread.not_found : [causes[code] ?? unread.other, unread.stale].join(gap),
    expiring: (tool, left) => fill(texts.expiring[left], { tool }),
    decided: (statuses) => {
      const kinds = statuses.map((status) => (status === 'rejected_continue' ? 'rejected' : status))
      return list(
        (['approved', 'answered', 'rejected', 'expired', 'withdrawn'] as const)
          .map((kind) => [kinds.filter((one) => one === kind).length, kind] as const)
          .filter(([some]) => some > 0)
          .map(([some, kind]) => fill(texts.decided[kind], { count: some })),
      )
    },
    hosts: (all) =>
      fill(hosts.check, {
        list: listed(
          all.map(({ host, address = '' }) => fill(address ? hosts.is : hosts.nowhere, { host, address })),
        ),
      }),
    flaws: {
      repeated_name: inPlaces(texts.flaws.repeated_name),
      special_name: inPlaces(texts.flaws.special_name),
      inexact_number: inPlaces(texts.flaws.inexact_number),
      broken_character: inPlaces(texts.flaws.broken_character),
    },
  }
  return words
}

function kindOf(decision: Decision): Answer {
  return decision === 'rejected_continue' ? 'rejected' : decision
}
