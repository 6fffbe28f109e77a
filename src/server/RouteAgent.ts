import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { PendingIntervention, Resolution, Why } from '../model/intervention.ts'
import type { IndependentPause } from '../model/operation.ts'

/**
 * A call that waits for a person. Its id is the agent's own, also in decisions and executions. If the agent used the id
 * before, or uses it for two calls at once, the call is shown under another one.
 *
 * - `toolCallId`: required.
 * - `tool`: required, `{ name, title?, server?, inputSchema?, annotations? }`; null where the agent only asks a question.
 * - `argsText`: required, the arguments as JSON text. Null: they are not told, and the call cannot be approved.
 * - `question`: required where `tool` is null: `{ kind: 'text', message }`, `{ kind: 'form', message, schema }` or
 *   `{ kind: 'url', message, url }`.
 * - `decisions`: `['approved', 'rejected_continue', 'rejected']` by default, and `answered` instead of `approved` where
 *   `tool` is null. A call with a tool and a question has to list `answered` itself.
 * - `editable`: false by default. True: an approval may carry other arguments, which the `inputSchema` of the tool checks.
 * - `reason`: of a rejection, `'none'`, `'optional'` or `'required'`. Optional by default.
 * - `remember`: the scopes that an approval can be remembered for; by default those of the route. `[]`: none.
 * - `approvalNote`: `'agent'` or `'record'`, if words may go with an approval. They cannot by default.
 * - `why`: the reason, for people. A plain text is shown as words of unknown origin.
 * - `agent`: the agent that asks, if it is not the assistant itself.
 * - `requestedAt`, `expiresAt`: milliseconds since the epoch. By default the time at which the route got the call, and
 *   never.
 * - `revision`: a digest of the tool, its server, the question and the arguments by default.
 */
export type RouteCall = CallOf<PendingIntervention> & {
  /** The reason; a plain text is shown as words of unknown origin. */
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
  /** The calls that wait for a person, also those that waited before: one that is left out is withdrawn. None: the run is done. */
  readonly calls: readonly RouteCall[]
  /** The order of answering, `{ answering: 'any' | 'together' | 'in_order' }`; a rejection does nothing to the others. @default one by one */
  readonly pause?: IndependentPause
  /** The results of approved calls, by their ids, for the receipts. Without one the receipt says only who approved. */
  readonly executions?: Readonly<Record<string, NonNullable<Resolution['execution']>>>
}

/** The context of a run. */
export interface RunContext {
  readonly conversationId: ConversationId
  /** The state of the last step that was returned; undefined: there is none yet. A run that threw or crashed has left none: see `untold`. */
  readonly state: string | undefined
  /**
   * The earlier decisions that the state does not know, for the model: the run that got them threw or crashed, or was never
   * made, as after _Reject and stop_. A call that was approved may have run. @default none
   */
  readonly untold?: readonly RouteDecision[]
  /**
   * Aborts when the run is stopped or a new message arrives: at once on the machine that runs it, within `pollMs`
   * from another one. Start no tool after that, and return a step all the same: its `executions` are kept, and its calls
   * are not asked.
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
  /** Answers a message. The route has withdrawn the calls that waited before; the state still lists them. */
  start(text: string, context: RunContext): Promise<RouteStep>
  /**
   * Continues after decisions: runs the approved calls. A decision comes at most once, and never again after a crash.
   * Calls that a rule approves come here too. _Reject and stop_ ends the run, and this method is not called.
   */
  resume(decisions: readonly RouteDecision[], context: RunContext): Promise<RouteStep>
}
