import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { busyOperations } from '../model/busy.ts'
import { hasPendingInChain } from '../model/conversation.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { ConversationId } from '../model/ids.ts'
import { reduce } from '../model/reduce.ts'
import type { ConversationStore } from './conversationStore.ts'

/**
 * Brings the events of a conversation into its store until the signal aborts, or for good.
 *
 * @param reread Called when something may have been missed.
 * @returns Whether the gateway turned out to have no stream, so that the kit has to read.
 */
export async function streamInto(
  store: ConversationStore,
  {
    gateway,
    conversationId,
    signal,
    reread,
  }: {
    readonly gateway: GatewayClient
    readonly conversationId: ConversationId
    readonly signal: AbortSignal
    readonly reread: () => void
  },
): Promise<'no_stream' | 'ended'> {
  if (!gateway.followConversation) return 'no_stream'
  const after = store.getState()?.cursor ?? null
  try {
    for await (const item of gateway.followConversation(conversationId, { after, signal })) {
      if (signal.aborted) return 'ended'
      handle(store, item, reread)
    }
    if (!signal.aborted) store.report({ connection: 'stopped' })
  } catch (thrown) {
    const failure = GatewayError.from(thrown, 'no')
    if (failure.code === 'unsupported') return 'no_stream'
    if (!signal.aborted) store.report({ connection: 'stopped', failure })
  }
  return 'ended'
}

function handle(store: ConversationStore, item: GatewayEvent | FollowSignal, reread: () => void): void {
  if (item.type === 'gap') return reread()
  if (item.type === 'connection') {
    store.report({ connection: item.status })
    if (item.status === 'stale') reread()
    return
  }
  const state = store.getState()
  if (!state) return
  const next = reduce(state, item, Date.now())
  const isWitness = busyOperations(next).includes(item.operationId)
  if (isWitness) store.vouch(item.operationId)
  if (next !== state) store.update(() => next)
  else if (isWitness) store.refresh()
  const isPark = item.type === 'agent_runtime_end' && item.data.reason === 'waiting_for_human'
  if (isPark && !hasPendingInChain(next, item.operationId)) reread()
}
