import type { QueryClient } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { SealedState } from './SealedState.ts'

export interface ConversationAddress {
  /** The cache that holds the conversation. */
  readonly client: QueryClient
  /** The client of the backend that serves it. */
  readonly gateway: GatewayClient
  readonly conversationId: ConversationId
}

export type ConversationKey = readonly ['intervention-bar', string, 'conversation', ConversationId]

export function conversationKey({
  gateway,
  conversationId,
}: Pick<ConversationAddress, 'gateway' | 'conversationId'>): ConversationKey {
  return ['intervention-bar', gateway.id, 'conversation', conversationId]
}

export function scopeOf({ gateway, conversationId }: ConversationAddress): string {
  return JSON.stringify([gateway.id, conversationId])
}

export function getState(address: ConversationAddress): ConversationState | undefined {
  return SealedState.open(address.client.getQueryData(conversationKey(address)))
}

export function setState(address: ConversationAddress, state: ConversationState): void {
  address.client.setQueryData(conversationKey(address), new SealedState(state))
}
