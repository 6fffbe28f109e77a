import type { ConversationState } from '../model/conversation.ts'
import { isRunning } from '../model/operation.ts'
import { prune } from '../model/prune.ts'
import { type ConversationAddress, getState, scopeOf, setState } from './address.ts'
import type { ConversationStore, Link } from './conversationStore.ts'
import { trackReceipts } from './receipts.ts'

/** Notes how a conversation is connected, applies a change of its state, and keeps everything else in step with it. */
export type Update = (link?: Partial<Link>, change?: (state: ConversationState) => ConversationState) => void

/** The one writer of what is known of a conversation, but for an answer. */
export function createWriter(address: ConversationAddress, { seenAt, note }: ConversationStore): Update {
  const scope = scopeOf(address)
  let tracked: ConversationState | undefined
  let reads = getState(address)?.reads

  /** A read vouches for what it lists, whoever asked for it. */
  function witness({ operations }: ConversationState): void {
    for (const one of operations) if (isRunning(one)) seenAt.set(one.id, Date.now())
  }

  return (link, change = (state) => state) => {
    const before = getState(address)
    const after = before && prune(change(before), Date.now())
    if (after && after !== before) setState(address, after)
    const earlier = tracked
    // What is tracked comes back here, and must find itself known.
    tracked = after
    if (after && after.reads !== reads) witness(after)
    reads = after?.reads
    if (after && after !== earlier) trackReceipts(scope, earlier, after)
    note(link)
  }
}
