import type { ConversationId, OperationId, RequestId } from '../../model/ids.ts'
import type { AgUiProducer, AgUiResume } from './AgUiProducer.ts'

/**
 * Starts a run and answers with its events, as they come. Throws a `GatewayError` where it can tell what went wrong.
 *
 * @param input The `RunAgentInput`.
 */
export type StartRun = (
  input: {
    readonly threadId: ConversationId
    readonly runId: OperationId
    readonly resume: readonly AgUiResume[]
  },
  options: { readonly signal: AbortSignal; readonly requestId: RequestId },
) => AsyncIterable<unknown>

/** What a run starts with, besides its ids: as your chat has it. */
export interface AgUiInput {
  readonly messages: readonly unknown[]
  readonly state?: unknown
  readonly tools?: readonly unknown[]
  readonly context?: readonly unknown[]
  readonly forwardedProps?: unknown
}

/** How to reach an agent that speaks AG-UI 1.0. */
export interface AgUiOptions {
  /** Stable across reloads, such as the URL of the agent. */
  readonly id: string
  /** Starts a run and answers with its events: `agUiOverHttp({ url })`, or the transport of your chat. */
  readonly run: StartRun
  /** Who is behind the URL: how it describes a call, and which answer it takes. @default agUi */
  readonly producer?: AgUiProducer
  /** What the run that carries on starts with. */
  readonly input: (conversationId: ConversationId) => AgUiInput | Promise<AgUiInput>
  /** Every event of a run that a decision started: hand it to your chat. */
  readonly onEvent?: (conversationId: ConversationId, event: unknown) => void
}
