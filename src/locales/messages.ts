import type { Decision } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import type { SettledIntervention } from '../model/intervention.ts'

/** Everything the bar says, in one language. Functions take what they need and return finished sentences. */
export interface Messages {
  /** Around the name of the tool: actor and action. */
  readonly question: readonly [before: string, after: string]
  /** The heading of the bar. 0: nothing waits, and the bar is drawn for another reason. */
  readonly heading: (pending: number) => string
  /** How many calls wait besides this one. */
  readonly others: (count: number) => string
  readonly source: (server: string) => string
  /** Introduces the agent's own words. */
  readonly why: string
  readonly arguments: string
  readonly noArguments: string
  readonly showRaw: string
  readonly decisions: Readonly<Record<Decision, string>>
  /** The label of the button that was pressed, while it is on its way. */
  readonly deciding: Readonly<Record<Decision, string>>
  /** The label of the box for the words of a rejection. */
  readonly reason: Readonly<Record<'optional' | 'required', string>>
  /** A rejection that needs words has none. */
  readonly reasonMissing: string
  readonly tryAgain: string
  readonly dismiss: string
  readonly reread: string
  /** What the spinner waits for. */
  readonly busy: Readonly<Record<'running' | 'asking' | 'sending' | 'checking', string>>
  /** Said when the spinner ends. */
  readonly finished: string
  readonly connection: Readonly<Record<'connecting' | 'stale' | 'stopped', string>>
  /** Why the conversation cannot be shown, or shown live. */
  readonly conversationFailure: (failure: Failure) => string
  readonly noPermission: (why?: string) => string
  /** What happened, whether it ran, what to do next. */
  readonly failure: (failure: Failure, decision: Decision) => string
  readonly changed: string
  /** A decision was sent before the page was loaded, and nobody has seen its end. */
  readonly earlier: string
  /** Another tab of this browser decides. */
  readonly elsewhere: string
  /** Why no press counts. */
  readonly guard: Readonly<Record<'covered' | 'framed', string>>
  readonly notStarted: (decision: Decision) => string
  /** What became of a call. `own`: decided on this page. */
  readonly receipt: (card: SettledIntervention, tool: string, own: boolean) => string
  /** Said of what was decided on this page. `left`: how many calls still wait. */
  readonly settled: (status: SettledIntervention['status'], left: number) => string
  /** Said when calls arrive. */
  readonly arrived: (tools: readonly string[]) => string
}
