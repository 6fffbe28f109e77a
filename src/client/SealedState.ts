import type { ConversationState } from '../model/conversation.ts'

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
