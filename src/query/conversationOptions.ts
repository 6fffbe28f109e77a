import { queryOptions, type UseQueryOptions } from '@tanstack/react-query'
import { defaultTimeoutMs } from '../gateway/GatewayClient.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import type { ConversationState } from '../model/conversation.ts'
import { type ConversationRead, merge } from '../model/merge.ts'
import { type ConversationAddress, conversationKey, type ConversationKey, getState } from './address.ts'

/**
 * The query of one conversation. It never fetches by itself: reads are asked for by what follows the conversation. A
 * read is merged as it lands, in `structuralSharing`, so that events written meanwhile are not lost.
 *
 * @example
 * const { data } = useQuery({ ...conversationOptions({ client, gateway, conversationId }), enabled: false })
 */
export function conversationOptions(address: ConversationAddress): UseQueryOptions<
  ConversationState,
  Error,
  ConversationState,
  ConversationKey
> & {
  queryKey: ConversationKey
} {
  const { gateway, conversationId } = address
  return queryOptions<ConversationState, Error, ConversationState, ConversationKey>({
    queryKey: conversationKey(address),
    queryFn: async ({ signal }) => {
      const version = getState(address)?.version ?? 0
      const ms = gateway.resumeTimeoutMs ?? defaultTimeoutMs
      const conversation = await withTimeLimit(ms, { signal, applied: 'no' }, (inTime) =>
        gateway.readConversation(conversationId, { signal: inTime }),
      )
      const read: ConversationRead = { conversation, version, at: Date.now() }
      // SAFETY: `structuralSharing` makes a state of it before anybody sees it.
      return read as unknown as ConversationState
    },
    // SAFETY: the cache of this key holds what this function returned before.
    structuralSharing: (before, incoming) =>
      isRead(incoming) ? merge(before as ConversationState | undefined, incoming) : incoming,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: false,
    networkMode: 'always',
    throwOnError: false,
  })
}

function isRead(value: unknown): value is ConversationRead {
  return typeof value === 'object' && value !== null && 'conversation' in value
}
