import type { Decision, Failure, Rejection, RememberScope } from '../model/decision.ts'
import { questionOf, type Resolution } from '../model/intervention.ts'
import type { Code, Formats, Forms } from './formats.ts'
import type { Messages } from './messages.ts'

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

/** The reason of a failure, as a sentence. */
export type Causes = Readonly<Record<Cause | 'other', string>>

/** The texts of decisions. `{name}` stands for a value, `#` for a number. */
export interface DecisionTexts<Of extends Code> {
  readonly decisions: Messages['decisions']
  readonly approveEdited: Forms<Of>
  readonly approveAnd: Readonly<Record<RememberScope, string>>
  readonly confirm: string
  /** The same of a tool that does not say that it may destroy something. */
  readonly confirmOther: string
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
    readonly causes: Causes
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
      Answer | 'approved_many' | 'rejected_many' | 'stopped' | 'continues' | 'left' | 'none_left' | 'next',
      string
    >
  >
  readonly arrived: {
    readonly approval: string
    readonly answer: string
    /** The key that leads there. */
    readonly review: string
    readonly approvals: Forms<Of>
    readonly decisions: Forms<Of>
  }
}

/** Makes the words of decisions from their texts. */
export function decisionWordsOf<const Of extends Code>(
  { count, fill, sentences, time }: Formats<Of>,
  { decisions, unasked, siblings, failure, settled, arrived, receipt, ...texts }: DecisionTexts<Of>,
): Pick<Messages, Exclude<keyof DecisionTexts<Code>, 'unasked' | 'confirmOther'>> {
  const causes: Readonly<Partial<Record<Failure['code'], string>>> = failure.causes
  const approveEdited = (edits: number): string => count(edits, texts.approveEdited)
  const ruleOf = ({ by, name = receipt.it }: NonNullable<Resolution['automatic']>): string =>
    fill(receipt.rule, { rule: fill(receipt.rules[by], { name }) })
  return {
    decisions,
    approveEdited,
    approveAnd: (scope, edits) =>
      fill(texts.approveAnd[scope], { approve: edits > 0 ? approveEdited(edits) : decisions.approved }),
    confirm: (tool, remember, mayDestroy) =>
      sentences([
        fill(mayDestroy ? texts.confirm : texts.confirmOther, { tool }),
        remember && unasked[remember],
      ]),
    refused: (press) => texts.refused[press.count < 3 ? 'first' : 'again'][press.reason],
    siblings: ({ pause, calls, choice, left }) => {
      const { length } = calls
      const isTogether = pause.answering === 'together'
      return sentences([
        isTogether && choice && fill(siblings.chosen, { decision: decisions[choice.decision] }),
        isTogether &&
          fill(siblings[left - (choice ? 0 : 1) > 0 ? 'together' : 'last'], { count: length, left }),
        isTogether && calls.some((call) => call.decisions.includes('rejected')) && siblings.stop,
        pause.siblings === 'reject_voids_approvals' && siblings.voids,
        pause.siblings === 'reject_rejects_rest' &&
          fill(siblings[length > 2 ? 'rejects_others' : 'rejects_other'], { count: length - 1 }),
      ])
    },
    failure: ({ code, applied, fields = [] }, decision) => {
      const kind = kindOf(decision)
      if (applied === 'unknown') return failure.unknown[kind]
      if (code === 'in_progress') return failure.in_progress
      if (code === 'forbidden') return failure.forbidden[kind]
      return sentences([
        causes[code] ?? failure.causes.other,
        ...fields.map(({ message }) => message),
        failure.ran[code === 'offline' ? code : kind === 'answered' ? kind : 'no'],
        failure.next,
      ])
    },
    receipt: (card, name, own, assistant) => {
      const { status, argsText, resolution, agent } = card
      const { at, by, automatic, execution, remember, note } = resolution
      const question = questionOf(card)
      const whose = own ? 'own' : 'other'
      const isOver = status === 'expired' || status === 'withdrawn'
      const isApproved = !question && status === 'approved'
      let tool = agent?.name ? fill(receipt.tool.agent, { tool: name, agent: agent.name }) : name
      if (isApproved && (resolution.argsText ?? argsText) !== argsText)
        tool = fill(receipt.tool[own ? 'own_edits' : 'edits'], { tool })
      const asked = receipt.question[whose]
      const text = isOver
        ? (question ? receipt.question : receipt)[status]
        : question
          ? asked[
              status === 'answered' || status === 'approved'
                ? question.kind === 'url'
                  ? 'agreed'
                  : 'answered'
                : status
            ]
          : receipt[whose][kindOf(status)]
      return sentences([
        fill(text, {
          question: name,
          tool: isOver ? name : tool,
          time: time(at),
          assistant: agent?.name || assistant,
          who: automatic ? ruleOf(automatic) : (by?.name ?? receipt.somebody),
        }),
        !question && !isApproved && receipt.not_run,
        isApproved &&
          execution?.ok === false &&
          (execution.message === undefined
            ? receipt.failed
            : fill(receipt.failed_with, { message: execution.message })),
        isApproved && remember && unasked[remember],
        !question && note && fill(receipt.note, { note }),
      ])
    },
    notStarted: (decision, assistant) => fill(texts.notStarted[kindOf(decision)], { assistant }),
    settled: (status, left, assistant, many = 1, next) => {
      const kind = kindOf(status === 'approved' || status === 'answered' ? status : 'rejected')
      return sentences([
        many > 1 && kind !== 'answered' ? fill(settled[`${kind}_many`], { count: many }) : settled[kind],
        kind === 'approved'
          ? left > 0
            ? fill(settled.left, { left })
            : settled.none_left
          : status === 'rejected'
            ? settled.stopped
            : (left === 0 || kind === 'answered') && fill(settled.continues, { assistant }),
        next !== undefined && ended(fill(settled.next, { tool: next })),
      ])
    },
    arrived: (tools, questions, key) => {
      const all = [...tools, ...questions]
      const isAsked = questions.length > 0
      const [one = ''] = all
      return sentences([
        all.length > 1
          ? count(all.length, arrived[isAsked ? 'decisions' : 'approvals'])
          : ended(fill(arrived[isAsked ? 'answer' : 'approval'], { question: one, tool: one })),
        key !== undefined && fill(arrived.review, { key }),
      ])
    },
  }
}

// A question has an end of its own.
function ended(sentence: string): string {
  return sentence.replace(/([.?!…。？！])[.。]$/, '$1')
}

function kindOf(decision: Decision): Answer {
  return decision === 'rejected_continue' ? 'rejected' : decision
}
