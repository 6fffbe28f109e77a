import type { RequestId } from '../../model/ids.ts'

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
  /** The name of another agent of a group, which asks in its own name. @default unknown, so that it is not named */
  readonly nameOf?: (agentId: string) => string | undefined
  /** Stable across reloads. @default the URL of the agent gateway */
  readonly id?: string
  /** The interval of polling while no run streams, in milliseconds. @default 2000 */
  readonly pollMs?: number
  /** @default globalThis.WebSocket; without one the kit polls */
  readonly webSocket?: WebSocketConstructor
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
