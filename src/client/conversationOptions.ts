import { warnOfProtocol } from '../model/developerErrors.ts'
import type { UseQueryOptions } from '@tanstack/react-query'
import { portOf } from '../gateway/port.ts'
import type { ConversationState } from '../model/conversation.ts'
import { type ConversationRead, merge } from '../model/merge.ts'
import { type ConversationAddress, conversationKey, type ConversationKey, getState } from './address.ts'
import { SealedState } from './SealedState.ts'

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
      for (const { path } of conversation.unreadable ?? []) warnOfProtocol({ code: 'protocol', path })
      const read: ConversationRead = { conversation, version, at: Date.now() }
      // SAFETY: `structuralSharing` turns it into a state before it is read.
      return read as unknown as SealedState
    },
    structuralSharing: (before, incoming) => {
      if (!isRead(incoming)) return incoming
      const state = SealedState.open(before)
      const merged = merge(state, incoming)
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

/** A persister of the host would answer instead of the gateway, and write arguments to disk. */
const noPersister = { persister: undefined } as object

function isRead(value: unknown): value is ConversationRead {
  return typeof value === 'object' && value !== null && 'conversation' in value
}
