import type { ConversationState, KnownOperation } from '../model/conversation.ts'
import { maskedCall, withoutHidden } from '../model/maskedCall.ts'

interface Known {
  readonly secretKeys: readonly string[]
  readonly state: ConversationState
}

const known = new WeakMap<ConversationState, Known>()

// A conversation as it may be shown: hidden values are nowhere in its calls, nor in the errors of its operations.
export function maskedState(
  state: ConversationState | undefined,
  secretKeys: readonly string[],
): ConversationState | undefined {
  if (!state) return undefined
  const last = known.get(state)
  if (last?.secretKeys === secretKeys) return last.state
  const interventions = maskedCalls(state.interventions, secretKeys)
  const made =
    interventions === state.interventions
      ? state
      : {
          ...state,
          interventions,
          operations: state.operations.map((one) => withoutValues(one, interventions)),
        }
  known.set(state, { secretKeys, state: made })
  return made
}

function withoutValues(one: KnownOperation, calls: Calls): KnownOperation {
  if (one.status !== 'error') return one
  return { ...one, error: { ...one.error, message: calls.reduce(withoutHidden, one.error.message) } }
}

type Calls = ConversationState['interventions']

const shown = new WeakMap<Calls, { readonly secretKeys: readonly string[]; readonly calls: Calls }>()

// Most events change no call. The same array: nothing in it is hidden.
function maskedCalls(calls: Calls, secretKeys: readonly string[]): Calls {
  const last = shown.get(calls)
  if (last?.secretKeys === secretKeys) return last.calls
  let hasHidden = false
  const masked = calls.map((call) => {
    const one = maskedCall(call, secretKeys)
    hasHidden ||= one !== call
    return one
  })
  const made = hasHidden ? masked : calls
  shown.set(calls, { secretKeys, calls: made })
  return made
}
