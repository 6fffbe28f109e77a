import type { Conversation } from '../model/conversation.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { ConversationId, OperationId, RequestId, ToolCallId } from '../model/ids.ts'
import type { WaitingPage } from '../model/waiting.ts'
import type { ApprovalSettings, SettingsAnswer, SettingsRequest } from '../model/settings.ts'

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

  /** The settings that say which calls run without asking, if the backend has them. */
  readonly settings?: SettingsClient

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

/** Reads and changes approval settings. */
export interface SettingsClient {
  /** Reads the settings that hold in a conversation. */
  read(conversationId: ConversationId, options: CallOptions): Promise<ApprovalSettings>
  /**
   * Makes one change, if the settings are still those of the request's version. It decides nothing that already waits.
   * Safe to repeat with the same `requestId`.
   */
  change(request: SettingsRequest, options: CallOptions): Promise<SettingsAnswer>
}

export const defaultTimeoutMs = 10_000
