import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import type { Decision } from '../../model/decision.ts'
import type { ConversationId, OperationId, ToolCallId } from '../../model/ids.ts'
import type { Asker, Question, Tool, Why } from '../../model/intervention.ts'
import type { IndependentPause } from '../../model/operation.ts'

/** A call that an agent in the page asks for: of a tool, or a question alone. */
export type PageCall = PageCallFields &
  (
    | {
        /** The tool, or its name. */
        readonly tool: string | Tool
        /** The raw JSON text of the arguments, as it is shown and as it runs. */
        readonly argsText: string
        /** The question that the tool asks; then list `answered` in `decisions`. */
        readonly question?: Question
      }
    | {
        /** Nothing runs. */
        readonly tool?: null
        /** There are none. */
        readonly argsText?: null
        /** The agent wants an answer. */
        readonly question: Question
      }
  )

interface PageCallFields {
  /** The agent's own id, also in results. One that was used before is shown under another one. @default a random one */
  readonly toolCallId?: ToolCallId
  /** The agent's own words. */
  readonly why?: string | Why
  /** The agent that asks. @default the assistant itself */
  readonly agent?: Asker
  /** @default those that fit: a question alone is answered, not approved */
  readonly decisions?: readonly [Decision, ...Decision[]]
  /** The person may change the arguments. @default false */
  readonly editable?: boolean
  /** Milliseconds since the epoch. The call cannot be decided after this. */
  readonly expiresAt?: number
}

/** The result of an approved call. */
export interface ToolResult {
  readonly toolCallId: ToolCallId
  /** Its name. */
  readonly tool: string
  /** False: it threw, its result is not known, or is one of MCP with `isError`. */
  readonly ok: boolean
  /**
   * The value that the tool returned or threw, as text; as JSON where it is not a string. A sentence for the model where the
   * call may have run and nobody knows.
   */
  readonly output: string
}

/** One turn of the agent: its input, and the function to ask with. */
export interface Turn {
  /** The conversation that it is part of. */
  readonly conversationId: string
  /** The person's words: a message, or the reason of a "reject and continue". */
  readonly text?: string
  /**
   * The results of the approved calls. At the start of a run: of those whose run was stopped, or broke off with its page,
   * before the agent was told; so are `answers` and `rejected`.
   */
  readonly results: readonly ToolResult[]
  /** The questions that were answered, each with its `answerText`: a text, or JSON for a form; none for an address. */
  readonly answers: readonly { readonly toolCallId: ToolCallId; readonly answerText?: string }[]
  /** The calls that were rejected, with the `reason` that was given, and those that could not be read. */
  readonly rejected: readonly { readonly toolCallId: ToolCallId; readonly reason?: string }[]
  /** Ends with the run. */
  readonly signal: AbortSignal
  /**
   * Asks for calls. The run parks when the turn returns, and the next turn gets the results. Without a call the run
   * is done when the turn returns. Each call is decided for itself: `siblings` is `independent`.
   */
  ask(calls: readonly PageCall[], pause?: IndependentPause): void
}

/** The agent that runs in the page. */
export interface PageAgent {
  /**
   * One turn: talk to the model, show its messages, ask for calls. The turn ends when the promise settles.
   */
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
  /** Keeps waiting calls over a reload, such as `localStorage`. @default the page's memory */
  readonly storage?: PageStorage
}

/** A gateway whose agent runs in this page. */
export interface InPageGateway extends GatewayClient {
  readonly followConversation: NonNullable<GatewayClient['followConversation']>
  readonly stop: NonNullable<GatewayClient['stop']>
  /**
   * Begins a run with the person's message. A running one is interrupted, and waiting calls are withdrawn.
   */
  start(conversationId: ConversationId, text: string): OperationId
}
