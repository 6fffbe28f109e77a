import { GatewayError } from '../gateway/GatewayError.ts'
import { scopeOf } from './address.ts'
import { type DecideResult, inFlight, type Lock } from './inFlight.ts'
import { payloadOf } from './intents.ts'
import { type Press, refusalOf } from './press.ts'
import { resumePress } from './resumePress.ts'

/**
 * Takes the lock of every card and starts; the lock is held before this returns. The same payload joins a decision
 * that is on its way, another is refused. Rejects with a `GatewayError`.
 */
export function decide(press: Press): Promise<DecideResult> {
  const { decisions } = press
  const scope = scopeOf(press)
  const payload = payloadOf(decisions)
  const held = decisions.map(({ toolCallId }) => inFlight.get(scope, toolCallId))
  const joined = held.find((lock) => lock)
  if (joined) {
    if (held.every((lock) => lock?.payload === payload)) return joined.result
    return Promise.reject(new GatewayError({ code: 'in_progress', applied: 'no' }))
  }
  const refusal = refusalOf(press)
  if (refusal) return Promise.reject(refusal)

  let isHeld = true
  let sentAt: number | null = null
  const hold = (stage: Lock['stage'] | null): void => {
    if (stage === 'sending') sentAt ??= Date.now()
    const lock = stage === null ? undefined : { decisions, payload, sentAt, stage, result }
    if (isHeld) for (const { toolCallId } of decisions) inFlight.set(scope, toolCallId, lock)
    isHeld &&= stage !== null
  }
  const result = Promise.resolve()
    .then(() => resumePress(press, hold))
    .finally(() => hold(null))
  hold(press.onDecide ? 'asking' : 'sending')
  return result
}
