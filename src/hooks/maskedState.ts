import type { ConversationState } from '../model/conversation.ts'
import { maskedCall } from '../model/maskedCall.ts'

interface Known {
  readonly secretKeys: readonly string[]
  readonly state: ConversationState
}

const known = new WeakMap<ConversationState, Known>()

// A conversation as it may be shown: hidden values are nowhere in its calls.
export function maskedState(
  state: ConversationState | undefined,
  secretKeys: readonly string[],
): ConversationState | undefined {
  if (!state) return undefined
  const last = known.get(state)
  if (last?.secretKeys === secretKeys) return last.state
  const interventions = state.interventions.map((call) => maskedCall(call, secretKeys))
  const isSame = interventions.every((call, index) => call === state.interventions[index])
  const made = isSame ? state : { ...state, interventions }
  known.set(state, { secretKeys, state: made })
  return made
}
