import { rereadAfterMs, unseenForMs, type Witness } from './busy.ts'
import type { ConversationState } from './conversation.ts'

export interface RereadReasons {
  readonly witness: Witness
  readonly polls: boolean
  readonly unknownOutcome: boolean
}

/**
 * The time after the last read at which the next one is due, in ms; `null`: none is (rules S11, S13, and polling without
 * a stream).
 */
export function rereadIntervalMs(
  state: ConversationState,
  { witness, polls, unknownOutcome }: RereadReasons,
): number | null {
  const unseen = unseenForMs(state, witness)
  if (state.unread || (polls && unseen.length > 0)) return 2_000
  if (unknownOutcome || state.expected.some((expected) => !expected.missing)) return 10_000
  if (polls) return 30_000
  return unseen.some((ms) => ms >= rereadAfterMs) ? rereadAfterMs : null
}
