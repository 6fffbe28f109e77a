import type { QueryClient, UseQueryOptions } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { portOf } from '../gateway/port.ts'
import { warnOfCall } from '../gateway/readEach.ts'
import { type ConversationRead, merge } from '../model/merge.ts'
import { tracer } from './tracer.ts'

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

export type SettingsKey = readonly ['intervention-bar', string, 'settings', ConversationId]

export function settingsKey({
  gateway,
  conversationId,
}: Pick<ConversationAddress, 'gateway' | 'conversationId'>): SettingsKey {
  return ['intervention-bar', gateway.id, 'settings', conversationId]
}

export function scopeOf({ gateway, conversationId }: ConversationAddress): string {
  return JSON.stringify([gateway.id, conversationId])
}

export function partsOfScope(scope: string): readonly [gatewayId: string, conversationId: ConversationId] {
  // SAFETY: made by `scopeOf`.
  return JSON.parse(scope) as [string, ConversationId]
}

export function getState(address: ConversationAddress): ConversationState | undefined {
  return SealedState.open(address.client.getQueryData(conversationKey(address)))
}

export function setState(address: ConversationAddress, state: ConversationState): void {
  address.client.setQueryData(conversationKey(address), new SealedState(state))
}

/**
 * The cache entry of a conversation. It hides the state from JSON and from structured clones, so that a host's
 * persister writes no arguments to disk. An entry that was restored from disk is not a `SealedState`.
 */
export class SealedState {
  readonly #state: ConversationState

  constructor(state: ConversationState) {
    this.#state = state
  }

  /** The state in a cache entry; undefined for any other value. */
  static open(entry: unknown): ConversationState | undefined {
    return entry instanceof SealedState ? entry.#state : undefined
  }
}

/**
 * The query of one conversation. It never fetches by itself; the follower of the conversation reads. A read is merged
 * in `structuralSharing`, so that events written meanwhile are not lost.
 *
 * @example
 * const { data } = useQuery({ ...conversationOptions({ client, gateway, conversationId }), enabled: false })
 */
export function conversationOptions(address: ConversationAddress): UseQueryOptions<
  SealedState,
  Error,
  ConversationState | undefined,
  ConversationKey
> & {
  /** The key of the conversation. */
  queryKey: ConversationKey
} {
  const { gateway, conversationId } = address
  return {
    queryKey: conversationKey(address),
    queryFn: async ({ signal }) => {
      const version = getState(address)?.version ?? 0
      const conversation = await portOf(gateway).readConversation(conversationId, { signal })
      conversation.unreadable?.forEach(warnOfCall)
      const read: ConversationRead = { conversation, version, at: Date.now() }
      // SAFETY: `structuralSharing` turns it into a state before it is read.
      return read as unknown as SealedState
    },
    structuralSharing: (before, incoming) => {
      if (!isRead(incoming)) return incoming
      const state = SealedState.open(before)
      const merged = merge(state, incoming)
      tracer.current?.(scopeOf(address), { type: 'merged', read: incoming, before: state, after: merged })
      return merged === state ? before : new SealedState(merged)
    },
    select: SealedState.open,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: false,
    networkMode: 'always',
    throwOnError: false,
    ...noPersister,
  }
}

// A persister of the host would answer instead of the gateway, and write arguments to disk.
export const noPersister = { persister: undefined } as object

function isRead(value: unknown): value is ConversationRead {
  return typeof value === 'object' && value !== null && 'conversation' in value
}
