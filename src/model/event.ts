import type { OperationId, ToolCallId } from './ids.ts'
import type { InterventionCall, Resolution, SettledStatus } from './intervention.ts'
import type { Operation, OperationError, Pause } from './operation.ts'

/** Events that are the chat's business. They witness that an operation is alive and change nothing else. */
export type ChatEventType =
  | 'stream_start'
  | 'stream_chunk'
  | 'stream_end'
  | 'step_start'
  | 'step_complete'
  | 'tool_start'
  | 'tool_end'

/** One event of a conversation's stream. */
export type GatewayEvent = {
  /** Decimal digits that grow by one per event of the conversation, or `null` where a backend has no such thing. */
  readonly cursor: string | null
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
  | { readonly type: ChatEventType; readonly data: unknown }
  | { readonly type: 'unknown'; readonly data: unknown }
)

/** An event without its place in the stream. */
export type EventDraft = GatewayEvent extends infer Event
  ? Event extends GatewayEvent
    ? Omit<Event, 'cursor' | 'timestamp'>
    : never
  : never

/** What a stream says of itself between events. `gap`: something may be missing, read again. */
export type FollowSignal =
  | { readonly type: 'connection'; readonly status: 'live' | 'connecting' | 'stale' }
  | { readonly type: 'gap' }
