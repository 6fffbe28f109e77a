import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { PendingIntervention, Resolution, Why } from '../model/intervention.ts'
import type { IndependentPause } from '../model/operation.ts'

/**
 * A pending call. Defaults: approve and both rejections, no edit. Its id is the agent's own, also in decisions and
 * executions. If the agent used the id before, or uses it for two calls at once, the call is shown under another
 * one.
 */
export type RouteCall = CallOf<PendingIntervention> & {
  /** The reason; a text is said to be nobody's. */
  readonly why?: string | Why
}

// Distributes over the kinds of calls: a call without a tool has a question.
type CallOf<Call> = Call extends unknown
  ? Pick<Call, ('toolCallId' | 'tool' | 'question' | 'argsText') & keyof Call> &
      Partial<Omit<Call, 'operationId' | 'status' | 'why'>>
  : never

/** The result of a run that is done or waits. */
export interface RouteStep {
  /**
   * Everything that is needed to continue, as text. It is kept in the store, and another machine may continue.
   */
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
   * Aborts when the run is stopped or a new message arrives: at once on the machine that runs it, within `pollMs`
   * from another one. Start no tool after that.
   */
  readonly signal: AbortSignal
}

/** A decision under the agent's own id. */
export type RouteDecision = DecisionRequest & {
  /**
   * Where the agent asks for several calls with the same id at once: the place of this one among them, in the order of the
   * last step. @default 0
   */
  readonly occurrence?: number
}

/** The agent behind a route: `openAiAgents`, `aiSdk`, or one of your own. */
export interface RouteAgent {
  /** Answers a message. Calls that still wait in the state are withdrawn. */
  start(text: string, context: RunContext): Promise<RouteStep>
  /** Continues after decisions: runs the approved calls, once. */
  resume(decisions: readonly RouteDecision[], context: RunContext): Promise<RouteStep>
}
