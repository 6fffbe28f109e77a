import type { ConversationId, ToolCallId } from './ids.ts'
import { type Asker, nameOfTool, type PendingIntervention } from './intervention.ts'

/** A call that waits in some conversation of the viewer. It leads to the card, and decides nothing. Untrusted. */
export interface WaitingItem {
  /** The conversation that the card is in. */
  readonly conversationId: ConversationId
  readonly toolCallId: ToolCallId
  /** For people: the title or name of the tool, or the question. */
  readonly title: string
  /** The agent that asks, if it is not the assistant itself. */
  readonly agent?: Asker
  /** Milliseconds since the epoch, server clock. */
  readonly requestedAt: number
  /** Milliseconds since the epoch, server clock. It cannot be decided after this. */
  readonly expiresAt?: number
}

/** A part of the calls that wait. */
export interface WaitingPage {
  /** In the order of the server. */
  readonly items: readonly WaitingItem[]
  /** Pass it as `after` to read the next part. Absent: there is none. */
  readonly next?: string
}

export function waitingItemOf(
  conversationId: ConversationId,
  { toolCallId, tool, question, agent, requestedAt, expiresAt }: PendingIntervention,
): WaitingItem {
  return {
    conversationId,
    toolCallId,
    title: tool ? nameOfTool(tool) : question.message,
    ...(agent && { agent }),
    requestedAt,
    ...(expiresAt !== undefined && { expiresAt }),
  }
}
