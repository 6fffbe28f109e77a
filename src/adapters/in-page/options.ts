import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import type { Decision } from '../../model/decision.ts'
import type { ConversationId, OperationId, ToolCallId } from '../../model/ids.ts'
import type { Tool, Why } from '../../model/intervention.ts'
import type { IndependentPause } from '../../model/operation.ts'

/** A call that an agent in the page asks for. */
export interface PageCall {
  /** Unique in its conversation. @default a random one */
  readonly toolCallId?: ToolCallId
  /** The tool, or its name. */
  readonly tool: string | Tool
  /** The raw JSON text of the arguments: what is shown, and what runs. */
  readonly argsText: string
  /** The agent's own words. */
  readonly why?: string | Why
  /** @default all three */
  readonly decisions?: readonly [Decision, ...Decision[]]
  /** The person may change the arguments. @default false */
  readonly editable?: boolean
  /** Milliseconds since the epoch after which nobody can decide any more. */
  readonly expiresAt?: number
}

/** The result of an approved call. */
export interface ToolResult {
  readonly toolCallId: ToolCallId
  /** Its name. */
  readonly tool: string
  /** False: it threw. */
  readonly ok: boolean
  /** The value that the tool returned or threw, as text; as JSON where it is not a string. */
  readonly output: string
}

/** One turn of the agent: what it is told, and how it asks. */
export interface Turn {
  /** The conversation that it is part of. */
  readonly conversationId: string
  /** The person's words: a message, or the reason of a rejection after which the agent goes on. */
  readonly text?: string
  /** The results of the approved calls. Empty at the start of a run. */
  readonly results: readonly ToolResult[]
  /** The calls that were rejected, with the `reason` that was given. */
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
  /** Runs the `tool` with this `argsText`, as JSON text. Called once per approved call; `signal` aborts when the run is stopped. */
  runTool(
    call: { readonly toolCallId: ToolCallId; readonly tool: string; readonly argsText: string },
    options: { readonly signal: AbortSignal },
  ): unknown
}

/** The part of a `Storage` that is used. */
export interface PageStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/** Options of `createInPageGateway`. */
export interface InPageOptions extends PageAgent {
  /** Stable across reloads. Names the entries in `storage` too. @default 'in-page' */
  readonly id?: string
  /** Keeps what waits over a reload, such as `localStorage`. @default the page's memory */
  readonly storage?: PageStorage
}

/** A gateway whose agent runs in this page. */
export interface InPageGateway extends GatewayClient {
  readonly followConversation: NonNullable<GatewayClient['followConversation']>
  readonly stop: NonNullable<GatewayClient['stop']>
  /** Begins a run with what the person said. A run that is under way is interrupted, what waited is withdrawn. */
  start(conversationId: ConversationId, text: string): OperationId
}
