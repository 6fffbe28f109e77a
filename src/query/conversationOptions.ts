import { type QueryFunctionContext, queryOptions, type UseQueryOptions } from '@tanstack/react-query'
import { defaultTimeoutMs, type GatewayClient } from '../gateway/GatewayClient.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { type ConversationRead, merge } from '../model/merge.ts'
import { keys } from './keys.ts'

/** The key of a conversation's query. */
export type ConversationKey = ReturnType<typeof keys.conversation>

/**
 * The query of one conversation. It never fetches by itself: reads are asked for by what follows the conversation. A
 * read is merged as it lands, in `structuralSharing`, so that events written meanwhile are not lost.
 *
 * @example
 * const { data } = useQuery(conversationOptions(gateway, conversationId))
 */
export function conversationOptions(
  gateway: GatewayClient,
  conversationId: ConversationId,
): UseQueryOptions<ConversationState, Error, ConversationState, ConversationKey> & {
  queryKey: ConversationKey
} {
  const queryKey = keys.conversation(gateway, conversationId)
  return queryOptions<ConversationState, Error, ConversationState, ConversationKey>({
    queryKey,
    queryFn: async ({ client, signal }: QueryFunctionContext<ConversationKey>) => {
      const version = client.getQueryData<ConversationState>(queryKey)?.version ?? 0
      const conversation = await withTimeLimit(
        gateway.resumeTimeoutMs ?? defaultTimeoutMs,
        { signal, applied: 'no' },
        (inTime) => gateway.readConversation(conversationId, { signal: inTime }),
      )
      const read: ConversationRead = { conversation, version, at: Date.now() }
      // SAFETY: `structuralSharing` makes a state of it before anybody sees it.
      return read as unknown as ConversationState
    },
    structuralSharing: (before, incoming) => {
      // SAFETY: the cache of this key holds what this function returned before.
      const state = before as ConversationState | undefined
      return isRead(incoming) ? merge(state, incoming) : incoming
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
    throwOnError: false,
  })
}

function isRead(value: unknown): value is ConversationRead {
  return typeof value === 'object' && value !== null && 'conversation' in value
}
