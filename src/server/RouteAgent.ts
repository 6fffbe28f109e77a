import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { PendingIntervention, Resolution, Why } from '../model/intervention.ts'
import type { IndependentPause } from '../model/operation.ts'

/**
 * A call that waits. What is absent is offered as little as can be: approve, both rejections, no edit. Its id is the
 * agent's own, in decisions and executions too: one that was used before is shown under another id.
 */
export type RouteCall = Pick<PendingIntervention, 'toolCallId' | 'tool' | 'argsText'> &
  Partial<Omit<PendingIntervention, 'operationId' | 'status' | 'why'>> & {
    /** The reason; a text is said to be nobody's. */
    readonly why?: string | Why
  }

/** The result of a run that is done or waits. */
export interface RouteStep {
  /** Everything that is needed to go on, as text: it is kept in the store, and another machine may go on. */
  readonly state: string
  /** The calls that wait for a person. None: the run is done. */
  readonly calls: readonly RouteCall[]
  /** The order of answering; a rejection does nothing to the others. @default one by one */
  readonly pause?: IndependentPause
  /** The results of approved calls, by their ids. */
  readonly executions?: Readonly<Record<string, NonNullable<Resolution['execution']>>>
}

/** The context of a run. */
export interface RunContext {
  readonly conversationId: ConversationId
  /** The state of the last step; undefined: the conversation begins. */
  readonly state: string | undefined
  /**
   * Ends when the run is stopped, or the person said something else: at once where that was heard on the machine that runs
   * it, within `pollMs` where it was heard on another. Start no tool after that.
   */
  readonly signal: AbortSignal
}

/** The agent behind a route: `openAiAgents`, `aiSdk`, or one of your own. */
export interface RouteAgent {
  /** Answers what a person said. Calls that still wait in the state wait no more. */
  start(text: string, context: RunContext): Promise<RouteStep>
  /** Goes on after decisions: runs what was approved, once. */
  resume(decisions: readonly DecisionRequest[], context: RunContext): Promise<RouteStep>
}
