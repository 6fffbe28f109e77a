import type { ConversationId, RequestId } from './ids.ts'

/** Which calls run without asking. `ask`: none. `allow_list`: those of listed tools. `auto_run`: all but the exceptions. */
export type ApprovalMode = 'ask' | 'allow_list' | 'auto_run'

/** A tool whose calls run without asking in the mode `allow_list`. */
export interface AllowedTool {
  /** Identifies the entry. Opaque: each backend writes its own. */
  readonly key: string
  /** The name of the tool. */
  readonly tool: string
  /** The server of the tool. */
  readonly server?: string
  /** Milliseconds since the epoch, server clock. */
  readonly addedAt?: number
}

/** The settings that say which calls run without asking. The backend keeps and enforces them. */
export interface ApprovalSettings {
  /** Opaque token that changes with each change. */
  readonly version: string
  /** The mode that holds now. */
  readonly mode: ApprovalMode
  /** The modes that the backend has. */
  readonly modes: readonly ApprovalMode[]
  /** The calls that each mode still asks for, or runs all the same, in the backend's words. Untrusted. */
  readonly exceptions?: Readonly<Partial<Record<ApprovalMode, string>>>
  /** The place where they hold. */
  readonly scope: 'conversation' | 'user' | 'workspace'
  /** True if this viewer may change them. */
  readonly mayChange: boolean
  /** The listed tools, oldest first. */
  readonly allowList: readonly AllowedTool[]
}

/** One change: another `mode`, or the key of an entry to `add` to the list or to `remove` from it. */
export type SettingsChange =
  | { readonly mode: ApprovalMode }
  | { readonly add: string }
  | { readonly remove: string }

/** A change of the settings as they were in a `version`. */
export interface SettingsRequest {
  readonly conversationId: ConversationId
  /** The version that the person saw. */
  readonly version: string
  /** The one change. */
  readonly change: SettingsChange
  readonly requestId: RequestId
}

/** `stale`: another change was first, and nothing was changed. `settings`: as they are now. */
export interface SettingsAnswer {
  readonly outcome: 'changed' | 'stale'
  readonly settings: ApprovalSettings
}
