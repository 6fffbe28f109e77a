import type { Decision } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import type { SettledIntervention } from '../model/intervention.ts'

/** Everything the bar says, in one language. Functions take what they need and return a finished sentence. */
export interface Messages {
  /** BCP 47, for times and plurals. */
  readonly locale: string
  /** Around the name of the tool: actor and action. */
  readonly question: { readonly before: string; readonly after: string }
  /** The heading of the bar. */
  readonly heading: (pending: number) => string
  /** The heading while nothing waits. */
  readonly activity: string
  /** How many calls wait besides this one. */
  readonly others: (count: number) => string
  readonly source: (server: string) => string
  /** Introduces the agent's own words. */
  readonly why: string
  readonly arguments: string
  readonly noArguments: string
  readonly showRaw: string
  readonly hideRaw: string
  readonly decisions: Readonly<Record<Decision, string>>
  /** The label of the button that was pressed, while it is on its way. */
  readonly deciding: Readonly<Record<Decision, string>>
  readonly reason: { readonly optional: string; readonly required: string; readonly missing: string }
  readonly tryAgain: string
  readonly dismiss: string
  readonly reread: string
  readonly busy: {
    readonly running: string
    readonly asking: string
    readonly sending: string
    readonly checking: string
    /** After 10 s. */
    readonly elapsed: (seconds: number) => string
    readonly finished: string
  }
  readonly connection: { readonly connecting: string; readonly stale: string; readonly stopped: string }
  readonly noPermission: (why: string | undefined) => string
  /** What happened, whether it ran, what to do next. */
  readonly failure: (failure: Failure, decision: Decision) => string
  /** Why the conversation cannot be shown, or shown live. */
  readonly conversationFailure: (failure: Failure) => string
  readonly changed: string
  readonly notStarted: (decision: Decision) => string
  readonly receipt: (card: SettledIntervention, tool: string, own: boolean) => string
  readonly announce: {
    readonly arrived: (tools: readonly string[]) => string
    readonly settled: (status: SettledIntervention['status'], left: number) => string
  }
}
