// Longer than 250 lines: one interface, with a line or two for each message.
import type { Decision, Failure, Rejection, RememberScope } from '../model/decision.ts'
import type { Asker, PendingIntervention, SettledIntervention, Tool, Why } from '../model/intervention.ts'
import type { HiddenValue } from '../model/hiddenValues.ts'
import type { Pause } from '../model/operation.ts'
import type { PartWords } from './partWords.ts'

/** The calls that wait in one pause. */
export interface SiblingsOf {
  /** The rules for answering them. */
  readonly pause: Pause
  /** Those that wait. */
  readonly calls: readonly PendingIntervention[]
  /** The choice that is kept for this call. */
  readonly choice: { readonly decision: Decision } | null
  /** The number of calls that are still undecided. */
  readonly left: number
}

/** The time left to decide a call: longer, less than a minute, less than 20 seconds, not any more. */
export type TimeLeft = 'long' | 'minute' | 'seconds' | 'over'

/** The length of a piece of text that is not shown. */
export interface HiddenAmount {
  /** Characters, a surrogate pair counted as one. */
  readonly characters: number
  /** Line breaks among them. */
  readonly lines: number
}

/** A host that is not written in plain letters, so that it can pass for another. */
export interface WrittenHost {
  /** The host as it is written. */
  readonly host: string
  /** Its ASCII address. Undefined: it has none. */
  readonly address: string | undefined
}

/** A press that did not count, although nothing was in its way. */
export interface EarlyPress {
  /** `too_early`: the call was not in view for long enough. `moved`: the button moved. `changed`: the call changed. */
  readonly reason: 'too_early' | 'moved' | 'changed'
  /** The number of presses in a row that did not count. */
  readonly count: number
}

/** All texts of the bar, in one language. Functions return complete sentences. */
export interface Messages {
  /** The language as BCP 47 names it, for screen readers. @default that of the page */
  readonly locale?: string
  /** The direction of its script. @default that of the page */
  readonly direction?: 'ltr' | 'rtl'
  /** The person who speaks the language from childhood and has read these texts. Null: nobody yet. */
  readonly reviewedBy?: string | null
  /**
   * The names of keys on the keyboards of the language, such as Strg for Ctrl. A Mac has signs in their place.
   * @default as browsers name them
   */
  readonly keyNames?: Readonly<Record<string, string>>
  /** The name of the acting one, as the other texts use it. */
  readonly assistant: string
  /**
   * The heading of a call in the host's words, as a whole sentence, or as its parts before, in and after the bold words.
   * Undefined: `wants` with the tool's title or name.
   */
  readonly sentence: (
    tool: Tool,
    assistant: string,
  ) => string | readonly [before: string, act: string, after: string] | undefined
  /** Names an agent that is not the assistant itself. Its texts are short, and safe to show; `path`: one text at most. */
  readonly actor: (agent: Asker, assistant: string) => string
  /** The text before and after the title or name of the tool. */
  readonly wants: (assistant: string) => readonly [before: string, after: string]
  /** The heading of a question, as its parts before, in and after the bold words. Undefined: it is longer than a sentence. */
  readonly asks: (
    actor: string,
    question: string | undefined,
  ) => readonly [before: string, asked: string, after: string]
  /** The label of the field for an answer, and the name of the form. */
  readonly answer: string
  /** The answer was pressed and is empty. */
  readonly answerMissing: string
  /** The text before and after the host that a question leads to. */
  readonly opens: readonly [before: string, after: string]
  /** A question leads to an address that must not be opened. */
  readonly notOpened: string
  /** The label of the link that opens the address of a question, and says so to the agent. */
  readonly openAndContinue: string
  /** The agent waits for something at this host. */
  readonly waitingFor: (host: string) => string
  /** The label of the link that opens the address again. */
  readonly openAgain: string
  /** The label of the menu item, and of the field, to answer in the place of the tool. */
  readonly answerForTool: string
  /** Explains an answer in the place of the tool. */
  readonly answerForToolHint: (assistant: string) => string
  /** The label of the button that leaves a question unanswered. */
  readonly decline: string
  /** Its label while this is on its way. */
  readonly declining: string
  /** Explains that button. */
  readonly declineHint: (assistant: string) => string
  /** The label of Approve for this tool, such as "Run command". Undefined: that of `decisions`. */
  readonly verb: (tool: Tool) => string | undefined
  /** The heading of the bar. 0: no call waits, and the bar shows something else. `questions`: how many of them ask for an answer. */
  readonly heading: (pending: number, questions: number) => string
  /** The name of the buttons that lead to the other calls. */
  readonly pager: string
  /** The position of the call that is shown, such as "Request 1 of 3". */
  readonly position: (at: number, total: number) => string
  /** Opens the list of all that waits. */
  readonly seeAll: string
  /** The label of the button to the call before. */
  readonly previous: string
  /** The label of the button to the call after. */
  readonly next: string
  /** The effect of a decision on the calls of the same pause. Empty: none. */
  readonly siblings: (group: SiblingsOf) => string
  /** Another call has to be decided first. */
  readonly inOrder: (tool: string) => string
  /** Names the server that the tool belongs to. */
  readonly source: (server: string) => string
  /** The effects of a call, as its tool says; `unknown`: the tool says nothing. */
  readonly risks: Readonly<Record<'destructive' | 'outside' | 'read_only' | 'unknown', string>>
  /** Names the source of the risks, in brackets. */
  readonly riskClaim: string
  /** Ends a sentence. */
  readonly fullStop: string
  /** The label of the button that shows all of a long text of one or two lines. */
  readonly showMore: string
  /** The name of the menu with what is rare. */
  readonly overflow: string
  /** The label of the menu item that copies the tool and its arguments. */
  readonly copyDetails: string
  /** The label of the menu entry that opens the editor. */
  readonly edit: string
  /** The label of the button that leaves the editor without the edits. */
  readonly discardEdits: string
  /** The label of the button that shows the difference between what was asked for and what ran. */
  readonly showEdits: string
  /** The label of the button that keeps the edits on the changed call. */
  readonly keepEdits: string
  /** The text being edited is not JSON. */
  readonly notJson: string
  /** The texts of the editor. @default English */
  readonly editor?: Partial<PartWords['editor']>
  /** The texts of the badge of all that waits. @default English */
  readonly waiting?: Partial<PartWords['waiting']>
  /** The texts of the list of all that waits. @default English */
  readonly list?: Partial<PartWords['list']>
  /** The texts of the previews. @default English */
  readonly previews?: Partial<PartWords['previews']>
  /** Said when they were copied, and when the browser refused. */
  readonly copied: Readonly<Record<'yes' | 'no', string>>
  /** The label of the menu item that lists the key chords. */
  readonly shortcuts: string
  /** The texts of the list of key chords. @default English */
  readonly keys?: Partial<PartWords['keys']>
  /** The label of the menu item that puts what waits aside. */
  readonly later: string
  /** Explains that item. */
  readonly laterHint: string
  /** Stands for the calls that were put aside. */
  readonly needsAnswer: (tool: string) => string
  /** The label of the button that shows them again. */
  readonly open: string
  /** Introduces a reason that is not the agent's own. */
  readonly why: Readonly<Record<Exclude<Why['by'], 'agent'>, string>>
  /** Introduces the agent's own words. `agent`: its name, or `assistant`. */
  readonly agentReason: (agent: string) => string
  /** Calls that break the contract and are left out. `waits`: all of them wait, so nothing of them has run. */
  readonly unreadable: (count: number, waits: boolean) => string
  /** Shown instead of arguments that the backend has not told. */
  readonly argumentsNotTold: string
  /** The label of the button that shows all arguments, which approving waits for. `lines`: their number. */
  readonly showFirst: (lines: number) => string
  /** The label of the button that shows hidden values, which approving waits for. */
  readonly revealFirst: string
  /** An edit has the place of a hidden value that the call no longer has. */
  readonly hiddenLost: string
  /** Stands in the place of a hidden value. */
  readonly hiddenValue: (value: HiddenValue) => string
  /** Says that values are hidden. */
  readonly hiddenValues: (values: readonly HiddenValue[]) => string
  /** Says that hidden values are shown. */
  readonly hiddenShown: string
  /** The label of the button that shows hidden values. */
  readonly revealHidden: string
  /** The label of the button that hides them again. */
  readonly hideAgain: string
  /** A press did not count. From the third in a row, the cause and the way to go on. */
  readonly refused: (press: EarlyPress) => string
  /** The labels of the decision buttons. */
  readonly decisions: Readonly<Record<Decision, string>>
  /** The label of the pressed button while its decision is in flight. */
  readonly deciding: Readonly<Record<Decision, string>>
  /** The label of the rejection that continues, while there is a box for a note. */
  readonly rejectWithNote: string
  /** The label of the button that approves edited arguments. */
  readonly approveEdited: (edits: number) => string
  /** The label of the button that approves and remembers it. `edits`: the number of values that the person edited. */
  readonly approveAnd: (scope: RememberScope, edits: number) => string
  /** The name of the menu of how long an approval holds. */
  readonly howLong: string
  /** The label of the button that opens it: how long the approval would hold now. */
  readonly scopes: Readonly<Record<'once' | RememberScope, string>>
  /** The texts of that menu. @default English */
  readonly remember?: Partial<PartWords['remember']>
  /** The texts of the approval settings. @default English */
  readonly settings?: Partial<PartWords['settings']>
  /** The texts of the history. @default English */
  readonly history?: Partial<PartWords['history']>
  /** Why edited arguments cannot be approved. `problem`: a sentence. */
  readonly editRefused: (problem: string) => string
  /** The call changed while its arguments were edited. */
  readonly editChanged: string
  /** The question changed while somebody wrote an answer to it. */
  readonly answerChanged: string
  /** The label of the button that keeps the answer for the changed question. */
  readonly keepAnswer: string
  /** Explains each rejection. */
  readonly rejecting: Readonly<Record<Rejection, (assistant: string) => string>>
  /**
   * Asks once more before a call that may destroy something, or for whose tool `confirm` says so, is approved, and maybe
   * `remember`ed. `tool`: its title, or its name if it has none. `mayDestroy`: the tool says so.
   */
  readonly confirm: (tool: string, remember: RememberScope | null, mayDestroy: boolean) => string
  /** The label of the button that then approves, where `verb` gives none. */
  readonly approveAnyway: string
  /** The label of the button that takes a step back. */
  readonly cancel: string
  /** The label of the button that ends the run without a decision. */
  readonly stop: string
  /** Its label while the stop is on its way. */
  readonly stopping: string
  /** The run may go on. */
  readonly stopFailed: Readonly<Record<Failure['applied'], string>>
  /** The label of the box for the reason of a rejection, and with an ellipsis of the button that opens it. */
  readonly reason: (assistant: string) => string
  /** Takes its place where only an approval takes words. */
  readonly addNote: string
  /** The reader of the words that go with an approval; `nobody`: they are not sent with one. */
  readonly approvalNote: Readonly<Record<'agent' | 'record' | 'nobody', (assistant: string) => string>>
  /** A rejection that needs words has none. */
  readonly reasonMissing: string
  /** The label of the button that sends a failed decision again. */
  readonly tryAgain: string
  /** Something that the page fetches when it is needed could not be fetched. */
  readonly notLoaded: string
  /** The label of the button that removes a receipt. */
  readonly dismiss: string
  /** The label of the button that reads the conversation again. */
  readonly reread: string
  /** The text beside the spinner. */
  readonly busy: Readonly<
    Record<'running' | 'asking' | 'sending' | 'not_taken' | 'checking', (assistant: string) => string>
  >
  /** Announced when the spinner ends, by the end of the run. */
  readonly ended: Readonly<Record<'done' | 'interrupted' | 'error', (assistant: string) => string>>
  /** The stream is not live. */
  readonly connection: Readonly<Record<'connecting' | 'stale' | 'stopped', string>>
  /** The reason why the conversation cannot be shown, or not live. */
  readonly conversationFailure: (failure: Failure) => string
  /** The viewer may not decide; `why`: the server's words. */
  readonly noPermission: (why?: string) => string
  /** A failed decision: the failure, whether the tool ran, and the next step. */
  readonly failure: (failure: Failure, decision: Decision) => string
  /** The call changed, and nothing was sent. */
  readonly changed: string
  /** A decision was sent before a reload; its outcome is unknown. */
  readonly earlier: string
  /** Another tab of this browser decides. */
  readonly elsewhere: string
  /** The backend lets the person neither approve nor answer this call from here. */
  readonly onlyRejected: string
  /** The time until which a call can be decided, and what happens then. `at` and `now`: our clock, in milliseconds. */
  readonly expires: (at: number, left: TimeLeft, now: number) => readonly [time: string, then: string]
  /** Said as the end comes near. */
  readonly expiring: Readonly<Record<'minute' | 'seconds', (tool: string) => string>>
  /** The label of the button that gives a call more time. */
  readonly keepOpen: string
  /** The call got no more time. */
  readonly keepOpenFailed: string
  /** Why no press counts. `unread`: this page has not read yet if the call still waits. */
  readonly guard: Readonly<Record<'covered' | 'framed' | 'unread', string>>
  /** A decision was accepted, but the agent did not start. */
  readonly notStarted: (decision: Decision, assistant: string) => string
  /** The result of a call. `own`: decided on this page. */
  readonly receipt: (card: SettledIntervention, tool: string, own: boolean, assistant: string) => string
  /** The label of the button that opens the line of several receipts. */
  readonly show: string
  /** The label of the button that closes it. */
  readonly showLess: string
  /** The label of the button that removes several receipts. */
  readonly dismissAll: string
  /** The line that stands for several receipts. */
  readonly decided: (statuses: readonly SettledIntervention['status'][]) => string
  /**
   * Announced for what was decided on this page. `left`: the number of calls that still wait. `count`: the number of those
   * that were decided together. `next`: the name of the call that is shown now. @default 1
   */
  readonly settled: (
    status: SettledIntervention['status'],
    left: number,
    assistant: string,
    count?: number,
    next?: string,
  ) => string
  /** Said when calls arrive. `key`: the key that leads to them, if there is one. */
  readonly arrived: (tools: readonly string[], questions: readonly string[], key?: string) => string
  /** The name of the arguments. */
  readonly arguments: string
  /** Stands in the place of empty arguments. */
  readonly noArguments: string
  /** The label of the button that shows the exact text of the arguments. */
  readonly showExactText: string
  /** The label of the button back from there. */
  readonly showAsList: string
  /** The label of the button back to a preview, and of the box that shows one of what is edited. */
  readonly showPreview: string
  /** The label of the button that shows all that is left out. `lines`: the number of all lines; 0: not counted. */
  readonly showAll: (lines: number) => string
  /** Nothing can be shown at all. */
  readonly notShown: string
  /** Explaining the arguments failed. */
  readonly notExplained: string
  /** The amount of text that is elided. */
  readonly hidden: (amount: HiddenAmount) => string
  /** The number of characters that are elided in a text that is not drawn in pieces. */
  readonly more: (characters: number) => string
  /** The number of arguments that are elided. */
  readonly hiddenArguments: (count: number) => string
  /** The number of characters that are drawn as escapes. */
  readonly invisible: (count: number) => string
  /** Hosts with characters outside of ASCII, with their ASCII addresses. */
  readonly hosts: (hosts: readonly WrittenHost[]) => string
  /** JSON that programs read differently, and the names, numbers or texts in question. */
  readonly flaws: Readonly<
    Record<
      'repeated_name' | 'special_name' | 'inexact_number' | 'broken_character',
      (places: readonly string[]) => string
    >
  >
  /** Marks the text as it was when the arguments were first shown. */
  readonly before: string
  /** Marks the text that took its place. */
  readonly now: string
  /** The label of the button that takes these marks away. */
  readonly hideChanges: string
  /** The label of the button that brings them back. */
  readonly showChanges: string
}
