import type { ConversationId, OperationId, RequestId } from '../../model/ids.ts'
import type { AgUiProducer, AgUiResume } from './AgUiProducer.ts'

/**
 * Starts a run and answers with its events, as they come. Throws a `GatewayError` where it can tell what went wrong.
 *
 * @param input The `RunAgentInput`: `threadId` is the conversation, `runId` the new operation, `resume` the answers.
 * @param options `signal` aborts when the run is given up. `requestId` is the idempotency key.
 */
export type StartRun = (
  input: {
    readonly threadId: ConversationId
    readonly runId: OperationId
    readonly resume: readonly AgUiResume[]
  },
  options: { readonly signal: AbortSignal; readonly requestId: RequestId },
) => AsyncIterable<unknown>

/** The part of `RunAgentInput` that your chat has: everything but its ids and answers. */
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
  /** The producer behind the URL: how it describes a call, and which answer it takes. @default agUi */
  readonly producer?: AgUiProducer
  /** The input of the run that carries on. */
  readonly input: (conversationId: ConversationId) => AgUiInput | Promise<AgUiInput>
  /** Every event of a run that a decision started: hand it to your chat. */
  readonly onEvent?: (conversationId: ConversationId, event: unknown) => void
}
