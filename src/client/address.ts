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

const maxRepeats = 3

/**
 * Reads a conversation with a read that begins after this call, and once more where it says less than what is known.
 * Its query has to be in the cache: whoever follows the conversation keeps it there.
 *
 * @param signal Aborted: the read that is under way is the last.
 */
export async function reread(address: ConversationAddress, signal?: AbortSignal): Promise<ConversationState> {
  const query = address.client.getQueryCache().find({ queryKey: conversationKey(address) })
  if (!query) throw new Error('Nobody follows this conversation.')
  // One that is under way may be too old.
  if (query.state.fetchStatus !== 'idle') await query.fetch().catch(() => undefined)
  for (let repeats = 0; ; repeats += 1) {
    signal?.throwIfAborted()
    const before = getState(address)?.reads ?? 0
    await query.fetch()
    const state = getState(address)
    if (state && (state.reads > before || repeats >= maxRepeats)) return state
  }
}
