import type { ConversationState } from '../model/conversation.ts'

/**
 * What the cache holds of a conversation. A host's persister writes nothing of it to disk: arguments may be secret.
 * Neither JSON nor a structured clone sees the state, and what comes back from a disk is no seal of ours.
 */
export class SealedState {
  readonly #state: ConversationState

  constructor(state: ConversationState) {
    this.#state = state
  }

  /** The state in a cache entry; undefined for anything else that a cache may hold under our key. */
  static open(entry: unknown): ConversationState | undefined {
    return entry instanceof SealedState ? entry.#state : undefined
  }
}
