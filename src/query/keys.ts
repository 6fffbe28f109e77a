import type { GatewayClient } from '../gateway/GatewayClient.ts'
import type { ConversationId } from '../model/ids.ts'

/** Query keys of the kit. All of them begin with `intervention-bar` and the gateway's id. */
export const keys = {
  /** Everything of one gateway. */
  gateway: (gateway: GatewayClient): readonly ['intervention-bar', string] => [
    'intervention-bar',
    gateway.id,
  ],
  /** One conversation's state. */
  conversation: (
    gateway: GatewayClient,
    conversationId: ConversationId,
  ): readonly ['intervention-bar', string, 'conversation', ConversationId] => [
    'intervention-bar',
    gateway.id,
    'conversation',
    conversationId,
  ],
}

/** What the page-wide stores are keyed by: one conversation of one gateway. */
export function scopeOf(gateway: GatewayClient, conversationId: ConversationId): string {
  return JSON.stringify([gateway.id, conversationId])
}
