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
   * Events after a cursor (`null`: from now), until the signal aborts. Reconnects by itself and says so with
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

  /** Approval settings of a conversation, where the backend has them. */
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

/** What every call is given. */
export interface CallOptions {
  readonly signal: AbortSignal
}

/** Ends an operation. */
export interface StopRequest {
  readonly conversationId: ConversationId
  readonly operationId: OperationId
  readonly requestId: RequestId
}

/** What became of a stop. Both mean that the operation runs no more. */
export interface StopAnswer {
  readonly outcome: 'stopped' | 'already_ended'
}

/** Whom the backend asks before it runs a tool. */
export interface ApprovalSettings {
  readonly mode: 'ask' | 'allow_list' | 'auto_run'
  readonly allowList: readonly { readonly tool: string; readonly scope: RememberScope }[]
}

/** The one timeout of a resume, in milliseconds, where a gateway names none. */
export const defaultTimeoutMs = 10_000
