import { GatewayError } from '../gateway/GatewayError.ts'
import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import { scopeOf } from './address.ts'
import { type DecideResult, inFlight, type Lock } from './inFlight.ts'
import { areSame } from './intents.ts'
import { withChoices } from './choices.ts'
import { type Press, refusalOf } from './press.ts'
import { resumePress } from './resumePress.ts'

/**
 * Takes the lock of every card and starts; the lock is held before this returns. The same decision joins the one
 * that is on its way, another is refused; where calls are answered together nothing starts before the last one. Rejects
 * with a `GatewayError`.
 */
export function decide(pressed: Press): Promise<DecideResult> {
  const scope = scopeOf(pressed)
  const joined = pressed.decisions.map(({ toolCallId }) => inFlight.get(scope, toolCallId))
  const lock = joined.find((one) => one)
  if (lock) {
    const isSame = pressed.decisions.every((made, index) => joined[index] === lock && includes(lock, made))
    return isSame ? lock.result : Promise.reject(new GatewayError({ code: 'in_progress', applied: 'no' }))
  }
  const refusal = refusalOf(pressed)
  if (refusal) return Promise.reject(refusal)
  const press = withChoices(pressed)
  return 'outcome' in press ? Promise.resolve(press) : start(press, scope)
}

function includes({ decisions }: Lock, made: DecisionRequest): boolean {
  const own = findCall(decisions, made.toolCallId)
  return own !== undefined && areSame([own], [made])
}

function start(press: Press, scope: string): Promise<DecideResult> {
  const { decisions } = press
  let isHeld = true
  let sentAt: number | null = null
  const hold = (stage: Lock['stage'] | null): void => {
    if (stage && stage !== 'asking') sentAt ??= Date.now()
    const lock = stage === null ? undefined : { decisions, sentAt, stage, result }
    if (isHeld) for (const { toolCallId } of decisions) inFlight.set(scope, toolCallId, lock)
    isHeld &&= stage !== null
  }
  // In a microtask: a host's `onDecide` that decides again has to find the lock.
  const result = Promise.resolve()
    .then(() => resumePress(press, hold))
    .finally(() => hold(null))
  hold(press.onDecide ? 'asking' : 'sending')
  return result
}
