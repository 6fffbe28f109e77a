import type { Rejection, RememberScope } from '../model/decision.ts'
import type { SettledStatus } from '../model/intervention.ts'
import type { BarWords } from './barWordsOf.ts'
import type { DecisionWords } from './decisionWordsOf.ts'
import type { Forms } from './formats.ts'
import type { Messages } from './messages.ts'
import type { TroubleWords } from './troubleWordsOf.ts'

/** The plural forms of each language beside `other`. */
interface PluralOf {
  readonly en: 'one'
  readonly de: 'one'
  readonly fr: 'one' | 'many'
  readonly es: 'one' | 'many'
  readonly 'pt-BR': 'one' | 'many'
  readonly it: 'one' | 'many'
  readonly nl: 'one'
  readonly pl: 'one' | 'few' | 'many'
  readonly ru: 'one' | 'few' | 'many'
  readonly tr: 'one'
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many'
  readonly he: 'one' | 'two'
  readonly ja: never
  readonly ko: never
  readonly 'zh-CN': never
  readonly 'zh-TW': never
}

export type Code = keyof PluralOf
/** Without a language: those that every language has. */
type Any = 'ja'
type FormsOf<Of extends Code> = Forms<PluralOf[Of]>

type Text = string | readonly string[] | { readonly [key: string]: string }

/** The messages that are plain texts. */
type Plain<All> = {
  readonly [
    Name in keyof All as undefined extends All[Name] ? never : All[Name] extends Text ? Name : never
  ]: All[Name]
}

export type Answer = 'approved' | 'rejected' | 'answered'
type ByAnswer = Readonly<Record<Answer, string>>
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
type Press = Readonly<Record<'too_early' | 'moved' | 'changed', string>>
type QuestionReceipt = Readonly<Record<Rejection | 'answered' | 'agreed', string>>

/** The texts from which the words of the decisions are made. `{name}` stands for a value, `#` for a number. */
export interface DecisionTexts<Of extends Code = Any> extends Omit<Plain<DecisionWords>, keyof TroubleWords> {
  /** Between two sentences. */
  readonly gap: '' | ' '
  /** At the end of a sentence. */
  readonly period: string
  readonly rejecting: Readonly<Record<Rejection, string>>
  readonly confirm: string
  /** A sentence for each scope. */
  readonly unasked: Readonly<Record<RememberScope, string>>
  readonly approveEdited: FormsOf<Of>
  readonly approveAnd: Readonly<Record<RememberScope, string>>
  readonly answerForToolHint: string
  readonly declineHint: string
  readonly showFirst: { readonly everything: string; readonly lines: FormsOf<Of> }
  readonly siblings: Readonly<
    Record<'chosen' | 'together' | 'last' | 'stop' | 'voids' | 'rejects_other' | 'rejects_others', string>
  >
  readonly receipt: {
    /** The person at the screen did it. */
    readonly own: ByAnswer
    readonly other: ByAnswer
    readonly somebody: string
    readonly rule: string
    readonly rules: Readonly<Record<'mode' | 'remembered' | 'rule', string>>
    /** Takes the place of a name that is not known, in a rule. */
    readonly it: string
    readonly expired: string
    readonly withdrawn: string
    /** What takes the place of the tool's name, with more about it. */
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
  readonly settled: Readonly<
    Record<
      Answer | 'approved_many' | 'rejected_many' | 'stopped' | 'continues' | 'left' | 'none_left',
      string
    >
  >
  readonly needed: Readonly<Record<'approvals' | 'decisions' | 'answers', FormsOf<Of>>>
  readonly arrived: Readonly<Record<'approval' | 'answer', string>>
}

/** The texts from which the other words of the bar are made. */
export interface BarTexts<Of extends Code = Any> extends Plain<BarWords> {
  readonly actor: string
  readonly wants: readonly [before: string, after: string]
  /** `asked` takes the place of the question. */
  readonly asks: readonly [before: string, asked: '', after: string]
  /** The question is too long for a sentence. */
  readonly asked: readonly [before: string, asked: string, after: string]
  readonly waitingFor: string
  readonly heading: Readonly<Record<'none' | 'approval' | 'answer', string>>
  readonly position: string
  readonly inOrder: string
  readonly source: string
  readonly needsAnswer: string
  readonly agentReason: string
  readonly unreadable: FormsOf<Of>
  readonly reason: string
  readonly approvalNote: Readonly<Record<keyof Messages['approvalNote'], string>>
  readonly busy: Readonly<Record<keyof Messages['busy'], string>>
  readonly ended: Readonly<Record<keyof Messages['ended'], string>>
  /** Before and after the server's words. */
  readonly noPermission: readonly [before: string, after: string]
  readonly expires: Readonly<Record<'over' | 'left' | 'minutes' | 'until' | 'end', string>>
  readonly expiring: Readonly<Record<'minute' | 'seconds', string>>
  readonly decided: Readonly<Record<Exclude<SettledStatus, 'rejected_continue'>, string>>
  readonly showAll: { readonly everything: string; readonly lines: FormsOf<Of> }
  readonly hidden: Readonly<Record<'lines' | 'characters' | 'values', FormsOf<Of>>>
  readonly invisible: FormsOf<Of>
  readonly hosts: Readonly<Record<'check' | 'is' | 'nowhere', string>>
  readonly andMore: string
  readonly flaws: Readonly<Record<keyof Messages['flaws'], string>>
  readonly hiddenValue: FormsOf<Of>
  readonly markedByTool: string
  readonly hiddenValues: FormsOf<Of>
}

/** The texts from which the words for what went wrong are made. They have no plural forms. */
export interface TroubleTexts extends Plain<TroubleWords> {
  /** Between two sentences. */
  readonly gap: '' | ' '
  readonly refused: { readonly first: Press; readonly again: Press }
  readonly failure: {
    readonly unknown: ByAnswer
    readonly in_progress: string
    readonly forbidden: ByAnswer
    readonly causes: Readonly<Record<Cause | 'other', string>>
    readonly ran: Readonly<Record<'offline' | 'answered' | 'no', string>>
    readonly next: string
  }
  readonly editRefused: string
  readonly notStarted: ByAnswer
  readonly stopFailed: Readonly<Record<'no' | 'unknown', string>>
  readonly conversationFailure: Readonly<Record<'not_found' | 'other' | 'stale', string>>
}

/** The texts of the bar in a language, with each plural form that it has. */
export type TextsOf<Of extends Code> = DecisionTexts<Of> & BarTexts<Of>
