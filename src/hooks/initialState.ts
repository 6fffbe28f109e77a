import { warnOfCall } from '../gateway/readEach.ts'
import { parseConversation } from '../gateway/wire.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { Conversation, ConversationState } from '../model/conversation.ts'
import { warnOnce } from '../model/developerErrors.ts'
import type { ConversationId } from '../model/ids.ts'
import { merge } from '../model/merge.ts'

/** Reads of one conversation or of several, by a host's server. */
export type InitialConversation = Conversation | readonly Conversation[] | null | undefined

const states = new WeakMap<object, ConversationState | undefined>()

/**
 * The state that the host's server read, as if nothing of it were read here: `reads` is 0. It takes the clock of that read
 * for ours, because none may be read while rendering.
 */
export function initialStateOf(
  given: readonly InitialConversation[],
  conversationId: ConversationId,
): ConversationState | undefined {
  return given
    .flat()
    .map((one) => (one ? stateOf(one) : undefined))
    .find((state) => state?.id === conversationId)
}

function stateOf(read: Conversation): ConversationState | undefined {
  // An untyped host may give a text.
  const key: object = Object(read)
  if (!states.has(key)) states.set(key, newStateOf(read))
  return states.get(key)
}

function newStateOf(read: Partial<Conversation>): ConversationState | undefined {
  try {
    const { cursor = null, now = 0 } = read
    const conversation = parseConversation({ ...read, cursor, now })
    conversation.unreadable?.forEach(warnOfCall)
    return { ...merge(undefined, { conversation, version: 0, at: conversation.now }), reads: 0 }
  } catch (thrown) {
    warnOnce('IB012', GatewayError.from(thrown, 'no').message)
    return undefined
  }
}
