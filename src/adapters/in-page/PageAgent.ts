import type { Decision } from '../../model/decision.ts'
import type { ToolCallId } from '../../model/ids.ts'
import type { Tool } from '../../model/intervention.ts'
import type { IndependentPause } from '../../model/operation.ts'

/** A call that an agent in the page asks for. */
export interface PageCall {
  /** Unique in its conversation. @default a random one */
  readonly toolCallId?: ToolCallId
  readonly tool: string | Tool
  /** The raw JSON text of the arguments: what is shown, and what runs. */
  readonly argsText: string
  /** The agent's own words. */
  readonly why?: string
  /** @default all three */
  readonly decisions?: readonly [Decision, ...Decision[]]
  /** Whether a person may change the arguments. @default false */
  readonly editable?: boolean
  /** Milliseconds since the epoch after which nobody can decide any more. */
  readonly expiresAt?: number
}

/** What running an approved call came to. */
export interface ToolResult {
  readonly toolCallId: ToolCallId
  readonly tool: string
  readonly ok: boolean
  /** What the tool returned, or what it threw, as text; JSON where it was no string. */
  readonly output: string
}

/** One turn of the agent: what it is told, and how it asks. */
export interface Turn {
  readonly conversationId: string
  /** What the person said: a message, or the reason of a rejection after which the agent goes on. */
  readonly text?: string
  /** What the approved calls came to. Empty at the start of a run. */
  readonly results: readonly ToolResult[]
  /** The calls that were rejected. */
  readonly rejected: readonly { readonly toolCallId: ToolCallId; readonly reason?: string }[]
  /** Ends with the run. */
  readonly signal: AbortSignal
  /**
   * Asks for calls. The run parks when the turn returns, and a next turn brings the results. No call asks for nothing: the
   * run is done when the turn returns. Each is decided for itself: what a rejection does to the others is `independent`.
   */
  ask(calls: readonly PageCall[], pause?: IndependentPause): void
}

/** The agent that runs in the page. */
export interface PageAgent {
  /** One turn: talk to the model, show what it says, ask for calls. It ends when the promise does. */
  turn(turn: Turn): Promise<void>
  /** Runs one approved call. Called once per call. */
  runTool(
    call: { readonly toolCallId: ToolCallId; readonly tool: string; readonly argsText: string },
    options: { readonly signal: AbortSignal },
  ): unknown
}
