import type { Conversation } from '../model/conversation.ts'
import type { RememberScope } from '../model/decision.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { ConversationId, OperationId, RequestId, ToolCallId } from '../model/ids.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'

/**
 * The port: what the kit needs of your backend. Inject one through `GatewayProvider`. Every method throws a
 * `GatewayError` and nothing else that means anything; outcomes of a resume are values.
 */
export interface GatewayClient {
  /** Stable across tabs and reloads; keys, locks and drafts use it. `createHttpGateway`: the absolute base URL. */
  readonly id: string
  /** The one timeout of a resume, in milliseconds. @default 10000 */
  readonly resumeTimeoutMs?: number

  /** The truth now. Called on mount, reconnect, gap and doubt. `not_found` is said once and not asked again. */
  readConversation(conversationId: ConversationId, options: CallOptions): Promise<Conversation>

  /**
   * Events `after` a cursor (`null`: from now), until the signal aborts. Reconnects by itself and says so with
   * `connection` signals; says `gap` when something may be missing. Ends, or throws, only for good. A position counts
   * as reached only once the event was handled, that is when the next one is asked for.
   *
   * Absent: the kit reads again every 2 s while busy, every 30 s while something waits, and on focus, visible, online.
   */
  followConversation?(
    conversationId: ConversationId,
    options: CallOptions & { readonly after: string | null },
  ): AsyncIterable<GatewayEvent | FollowSignal>

  /**
   * Carries decisions to the agent. Resolves at acceptance, not at the end of the run. All decisions apply or none.
   * Safe to repeat with the same `requestId`: the same answer comes again and nothing runs twice.
   */
  resume(request: ResumeRequest, options: CallOptions): Promise<ResumeAnswer>

  /** Ends an operation. What waits in it is withdrawn, nothing of it executes. Idempotent. */
  stop?(request: StopRequest, options: CallOptions): Promise<StopAnswer>

  /** Approval settings of a conversation, where the backend has them: `read` them, and `write` all of them. */
  readonly settings?: {
    read(conversationId: ConversationId): Promise<ApprovalSettings>
    write(conversationId: ConversationId, settings: ApprovalSettings): Promise<void>
  }

  /** Gives a call more time. `expiresAt`: milliseconds since the epoch, server clock. */
  extend?(
    request: { readonly conversationId: ConversationId; readonly toolCallId: ToolCallId },
    options: CallOptions,
  ): Promise<{ readonly expiresAt: number }>
}

/** The options of every call. */
export interface CallOptions {
  /** Aborts when nobody waits for the answer any more, or when its time is over. */
  readonly signal: AbortSignal
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
