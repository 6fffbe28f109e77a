import type { QueryClient } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { SealedState } from './SealedState.ts'

/** Where a conversation lives: which cache, which gateway, which conversation. */
export interface ConversationAddress {
  /** The cache that holds the conversation. */
  readonly client: QueryClient
  /** The client of the backend that serves it. */
  readonly gateway: GatewayClient
  readonly conversationId: ConversationId
}

/** The key of a conversation's query. */
export type ConversationKey = readonly ['intervention-bar', string, 'conversation', ConversationId]

/** The key of a conversation's query. Everything of the kit begins with `intervention-bar` and the gateway's id. */
export function conversationKey({
  gateway,
  conversationId,
}: Pick<ConversationAddress, 'gateway' | 'conversationId'>): ConversationKey {
  return ['intervention-bar', gateway.id, 'conversation', conversationId]
}

/** What the page-wide stores are keyed by: one conversation of one gateway. */
export function scopeOf({ gateway, conversationId }: ConversationAddress): string {
  return JSON.stringify([gateway.id, conversationId])
}

/** What the cache has of a conversation. */
export function getState(address: ConversationAddress): ConversationState | undefined {
  return SealedState.open(address.client.getQueryData(conversationKey(address)))
}

/** Writes what is known of a conversation now. */
export function setState(address: ConversationAddress, state: ConversationState): void {
  address.client.setQueryData(conversationKey(address), new SealedState(state))
}
