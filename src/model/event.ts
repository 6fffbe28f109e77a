import type { OperationId, ToolCallId } from './ids.ts'
import type { InterventionCall, Resolution, SettledStatus } from './intervention.ts'
import type { Operation, OperationError, Pause } from './operation.ts'

/** Events for the chat. For the kit they only confirm that an operation is alive. */
export type ChatEventType =
  | 'stream_start'
  | 'stream_chunk'
  | 'stream_end'
  | 'step_start'
  | 'step_complete'
  | 'tool_start'
  | 'tool_end'

/**
 * One event of a conversation's stream. `data` of an init has the `operation` as it begins, of a request the
 * `intervention` as it is now, of a response its final `status`, of an end the `reason`, and the `error` or the
 * `pause` that goes with it. `type` is `unknown` for events that this version does not know.
 */
export type GatewayEvent = {
  /** Decimal digits that grow by one per event of the conversation, or `null` where a backend has no such thing. */
  readonly cursor: string | null
  /** The operation that it belongs to. */
  readonly operationId: OperationId
  /** Milliseconds since the epoch, server clock. */
  readonly timestamp: number
} & (
  | { readonly type: 'agent_runtime_init'; readonly data: { readonly operation: Operation } }
  | {
      readonly type: 'agent_intervention_request'
      readonly data: { readonly intervention: InterventionCall }
    }
  | {
      readonly type: 'agent_intervention_response'
      readonly data: {
        readonly toolCallId: ToolCallId
        readonly status: SettledStatus
        readonly resolution: Resolution
      }
    }
  | {
      readonly type: 'agent_runtime_end'
      readonly data: {
        readonly reason: 'done' | 'error' | 'interrupted' | 'waiting_for_human'
        readonly error?: OperationError
        readonly pause?: Pause
      }
    }
  /** The approval settings have another `version` now. It belongs to no operation: `operationId` is empty. */
  | { readonly type: 'approval_settings_changed'; readonly data: { readonly version: string } }
  | { readonly type: ChatEventType; readonly data: unknown }
  | { readonly type: 'unknown'; readonly data: unknown }
)

export type EventDraft = GatewayEvent extends infer Event
  ? Event extends GatewayEvent
    ? Omit<Event, 'cursor' | 'timestamp'>
    : never
  : never

/** A signal about the stream itself, between events. `gap`: events may be missing, so the conversation is read again. */
export type FollowSignal =
  | { readonly type: 'connection'; readonly status: 'live' | 'connecting' | 'stale' }
  | { readonly type: 'gap' }
