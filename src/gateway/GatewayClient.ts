import type { Conversation } from '../model/conversation.ts'
import type { RememberScope, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { ConversationId, OperationId, RequestId, ToolCallId } from '../model/ids.ts'
import type { WaitingPage } from '../model/waiting.ts'

/**
 * The port: the interface between the kit and your backend. Give one to `GatewayProvider`. Every method throws a
 * `GatewayError`; any other thrown value counts as `unavailable`. Outcomes of a resume are values.
 */
export interface GatewayClient {
  /** Stable across tabs and reloads; keys, locks and drafts use it. `createHttpGateway`: the absolute base URL. */
  readonly id: string
  /** The one timeout of a resume, in milliseconds. @default 10000 */
  readonly resumeTimeoutMs?: number

  /**
   * Reads the conversation. Called on mount, reconnect, gap and doubt. After `not_found` it is not called again by
   * itself.
   */
  readConversation(conversationId: ConversationId, options: CallOptions): Promise<Conversation>

  /**
   * Yields events `after` a cursor (`null`: from now), until the signal aborts. Reconnects by itself, with
   * `connection` signals, and signals `gap` when events may be missing. Ends, or throws, only if it cannot continue.
   * An event counts as handled when the next one is requested.
   *
   * Absent: the kit reads every 2 s while busy, every 30 s while a call waits, and when the page gets focus, becomes
   * visible or goes online.
   */
  followConversation?(
    conversationId: ConversationId,
    options: CallOptions & { readonly after: string | null },
  ): AsyncIterable<GatewayEvent | FollowSignal>

  /**
   * Sends decisions. Resolves at acceptance, not at the end of the run. All decisions apply or none. Safe to repeat
   * with the same `requestId`: it gives the same answer, and nothing runs twice.
   */
  resume(request: ResumeRequest, options: ResumeOptions): Promise<ResumeAnswer>

  /** Ends an operation. Its waiting calls are withdrawn and do not run. Idempotent. */
  stop?(request: StopRequest, options: CallOptions): Promise<StopAnswer>

  /** Approval settings of a conversation, if the backend has them: `read` them, and `write` all of them. */
  readonly settings?: {
    read(conversationId: ConversationId): Promise<ApprovalSettings>
    write(conversationId: ConversationId, settings: ApprovalSettings): Promise<void>
  }

  /**
   * Lists what waits in any conversation of this viewer, `after` a part of that list. It decides nothing: it leads to the
   * card. Absent, or failing with `unsupported` or `not_found`: the kit lists the conversations that are mounted.
   */
  listWaiting?(options: ListWaitingOptions): Promise<WaitingPage>

  /** Gives a call more time. `expiresAt`: milliseconds since the epoch, server clock. */
  extend?(
    request: { readonly conversationId: ConversationId; readonly toolCallId: ToolCallId },
    options: CallOptions,
  ): Promise<{ readonly expiresAt: number }>
}

/** The options of every call. */
export interface CallOptions {
  /** Aborts when the answer is no longer needed, or at the time limit. */
  readonly signal: AbortSignal
}

/** The options of `listWaiting`. */
export interface ListWaitingOptions extends CallOptions {
  /** The `next` of the part before. @default the first part */
  readonly after?: string | undefined
}

/** The options of a resume. */
export interface ResumeOptions extends CallOptions {
  /**
   * Call it when the backend cannot take the decision yet and will be asked again. The bar says that nothing has run, so
   * call it only where that is certain.
   */
  readonly onNotTaken?: () => void
}

/** Ends an operation. */
export interface StopRequest {
  readonly conversationId: ConversationId
  readonly operationId: OperationId
  readonly requestId: RequestId
}

/** The result of a stop. Both outcomes mean that the operation no longer runs. */
export interface StopAnswer {
  readonly outcome: 'stopped' | 'already_ended'
}

/** Settings that say which tools run without asking. */
export interface ApprovalSettings {
  /** `ask`: ask for every call. `allow_list`: run the listed tools. `auto_run`: run everything. */
  readonly mode: 'ask' | 'allow_list' | 'auto_run'
  /** The tools that run in mode `allow_list`: each `tool` by name, and the `scope` it was allowed for. */
  readonly allowList: readonly { readonly tool: string; readonly scope: RememberScope }[]
}

export const defaultTimeoutMs = 10_000
