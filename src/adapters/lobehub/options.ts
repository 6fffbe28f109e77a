import type { RequestId } from '../../model/ids.ts'
import type { Question } from '../../model/intervention.ts'

/** A feature of a server beyond the call that every server since April 2026 resumes with. */
export type LobeHubOffer =
  /**
   * It takes several decisions in one call, `resumeApprovals`, as servers since August 2026 do. Without it calls are
   * answered one by one. A server that seals batches needs no mention.
   */
  | 'batch'
  /** It groups calls into batches, and can end one: `stopPendingApproval`. */
  | 'stop'
  /** It stores claims (`resolveAgentInterventionBySource`), so an approval can carry edited arguments. */
  | 'edit'
  /** The same claims, in the approval mode `allow-list`: an approval can be remembered. */
  | 'remember'

/** Options of `createLobeHubGateway`. */
export interface LobeHubOptions {
  /** Calls a procedure: `lobeHubOverHttp({ url })`, or the tRPC client of your chat. */
  readonly call: LobeHubCall
  /** The URL of the agent gateway. Its sockets are at `/ws`. */
  readonly gatewayUrl: string
  /** The agent that the topics belong to. */
  readonly agentId: string
  /** The place of the chat besides its topic: `groupId`, `threadId`, `scope`. A thread is a gateway with an `id` of its own. */
  readonly appContext?: Readonly<Record<string, unknown>>
  /**
   * Added to the input of the run that a resume starts, such as `{ userInterventionConfig: { approvalMode: 'manual' }
   * }`.
   */
  readonly run?: Readonly<Record<string, unknown>>
  /** The features of your server; the bar shows no others. @default [] */
  readonly offers?: readonly LobeHubOffer[]
  /**
   * Cards of LobeHub's own, by the name of their tool, such as `showAgentMarketplace`. Each becomes a question that the bar
   * asks. Without it such a call can only be skipped. @default none
   */
  readonly cards?: Readonly<Record<string, LobeHubCard>>
  /** The name of another agent of a group, which asks in its own name. @default unknown, so that it is not named */
  readonly nameOf?: (agentId: string) => string | undefined
  /** Stable across reloads. @default the URL of the agent gateway */
  readonly id?: string
  /** The interval of polling while no run streams, in milliseconds. @default 2000 */
  readonly pollMs?: number
  /** @default globalThis.WebSocket; without one the kit polls */
  readonly webSocket?: WebSocketConstructor
}

/** A card of LobeHub's own, as a question. */
export interface LobeHubCard {
  /** The question for these arguments. */
  readonly question: (argsText: string) => Question
  /**
   * Does what that card does before it submits, such as installing the agents that were chosen, and returns what it submits.
   * It is called again when the answer is sent again. If it throws, nothing is sent.
   */
  readonly submit: (answerText: string, argsText: string) => LobeHubSubmit | Promise<LobeHubSubmit>
}

/** The text and the data that a card of LobeHub's own submits. */
export interface LobeHubSubmit {
  /** The result of the tool, which the agent reads. */
  readonly content: string
  /** The state that LobeHub keeps with the call. @default none */
  readonly pluginState?: Readonly<Record<string, unknown>>
  /**
   * The `result` of the claim `submit_custom`, such as `{ kind: 'agent_marketplace', selectedTemplateIds }`, for servers that
   * keep claims. @default none: the result of the tool is sent
   */
  readonly claim?: Readonly<Record<string, unknown>>
}

/** The fields of a resume besides its decisions. */
export type LobeHubRun = Readonly<Record<string, unknown>>

/** Opens a socket, as browsers do. */
export type WebSocketConstructor = new (url: string) => LobeHubSocket

/** The part of a `WebSocket` that is used. */
export interface LobeHubSocket {
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  send(data: string): void
  close(): void
}

/**
 * Calls a procedure of the server, such as `aiAgent.execAgent`, and resolves with its result. Procedures whose names
 * begin with `get` or `refresh` are queries, the others mutations. Throws a `GatewayError`, `unsupported` if the
 * server has no such procedure. `signal` aborts the call. `requestId` is that of the decision: the `Idempotency-Key` of a
 * route that claims.
 */
export type LobeHubCall = (
  procedure: string,
  input: object,
  options: { readonly signal: AbortSignal; readonly requestId?: RequestId },
) => Promise<unknown>
