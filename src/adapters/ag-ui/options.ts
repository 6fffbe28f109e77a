import type { CardDraft } from '../../backend/cards.ts'
import type { Fields } from '../../backend/json.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { ConversationId, OperationId, RequestId } from '../../model/ids.ts'
import type { Pause } from '../../model/operation.ts'

/**
 * Starts a run and yields its events. Throws a `GatewayError` if the cause of a failure is known.
 *
 * @param input The `RunAgentInput`: `threadId` is the conversation, `runId` the new operation, `resume` the answers.
 * @param options `signal` aborts when the run is given up. `requestId` is the idempotency key. Call `onAnswer` once the
 *   server has taken the request, where that is known before the first event: a producer may say nothing until a slow tool
 *   has its result.
 */
export type StartRun = (
  input: {
    readonly threadId: ConversationId
    readonly runId: OperationId
    readonly resume: readonly AgUiResume[]
  },
  options: { readonly signal: AbortSignal; readonly requestId: RequestId; readonly onAnswer?: () => void },
) => AsyncIterable<unknown>

/** The part of `RunAgentInput` that your chat has: everything but its ids and answers. */
export interface AgUiInput {
  readonly messages: readonly unknown[]
  readonly state?: unknown
  readonly tools?: readonly unknown[]
  readonly context?: readonly unknown[]
  readonly forwardedProps?: unknown
}

/** Options of `createAgUiGateway`. */
export interface AgUiOptions {
  /** Stable across reloads, such as the URL of the agent. */
  readonly id: string
  /** Starts a run and yields its events: `agUiOverHttp({ url })`, or the transport of your chat. */
  readonly run: StartRun
  /** The producer behind the URL: how it describes a call, and which answer it takes. @default agUi */
  readonly producer?: AgUiProducer
  /** The input of the run that carries on. */
  readonly input: (conversationId: ConversationId) => AgUiInput | Promise<AgUiInput>
  /** Called with every event of a run that a decision started. Pass it to your chat. */
  readonly onEvent?: (conversationId: ConversationId, event: unknown) => void
}

/** A call as a producer describes it in an interrupt. */
export type AgUiCall = OfInterrupt<CardDraft>

type OfInterrupt<Call> = Call extends unknown ? Omit<Call, 'operationId' | 'requestedAt'> : never

/** A tool call as the events of a run told it. */
export interface SeenCall {
  /** The name of the tool. Empty: it was not told. */
  readonly name: string
  /** The raw JSON text of its arguments. Null: they were not told, or only a part of them was. */
  readonly argsText: string | null
}

/** One entry of `resume[]`, without the id of its interrupt. */
export interface AgUiAnswer {
  readonly status: 'resolved' | 'cancelled'
  /** The answer in the producer's own shape. */
  readonly payload?: unknown
}

/** One entry of `resume[]`. */
export interface AgUiResume extends AgUiAnswer {
  /** The interrupt that it answers. */
  readonly interruptId: string
}

/**
 * Reads the interrupts of one producer of AG-UI, and writes the answers that it takes. The standard leaves the shape of
 * both open.
 */
export interface AgUiProducer {
  /** The effect of a rejection on the other calls, or what an interrupt says of it. */
  readonly siblings: Pause['siblings'] | ((interrupt: Fields) => Pause['siblings'])
  /** The producer refuses a repeated answer, so a broken request may be sent again. */
  readonly repeatable: boolean
  /**
   * The calls behind an interrupt; undefined: it is not from this producer. A call without a `why` gets the message of the
   * interrupt.
   *
   * @param seen The call with this id, if a run told of it.
   * @param all Every call that a run told of.
   */
  read(
    interrupt: Fields,
    seen: (toolCallId: string) => SeenCall | undefined,
    all: readonly SeenCall[],
  ): readonly AgUiCall[] | undefined
  /** The answer to an interrupt; the decisions are in the order of its calls. */
  answer(interrupt: Fields, decisions: readonly DecisionRequest[]): AgUiAnswer
}

interface OfRun {
  readonly input: {
    readonly threadId: ConversationId
    readonly runId: OperationId
    readonly resume?: readonly unknown[] | undefined
  }
}

/** The part of an agent of `@ag-ui/client` that is used, such as an `HttpAgent` or the result of CopilotKit's `useAgent`. */
export interface AgUiAgent {
  readonly agentId?: string | undefined
  readonly threadId: ConversationId
  subscribe(subscriber: {
    onEvent(params: OfRun & { readonly event: unknown }): void
    onRunFinalized(params: OfRun): void
  }): unknown
  runAgent(parameters: { runId: OperationId; resume: AgUiResume[] }): Promise<unknown>
}
