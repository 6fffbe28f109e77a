import { rereadAfterMs, unseenForMs, type Witness } from './busy.ts'
import type { ConversationState } from './conversation.ts'

/** Why a conversation may have to be read again without being asked to. */
export interface RereadReasons {
  readonly witness: Witness
  /** The gateway has no stream: what changes is found by reading only. */
  readonly polls: boolean
  /** A decision of ours may have run, and nobody knows. */
  readonly unknownOutcome: boolean
}

/**
 * How long after the last read the next one is due, in milliseconds; `null`: none is (rules S11, S13 and the polling
 * of gateways without a stream).
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
