import type { QueryClient } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { ConversationId, OperationId, RequestId } from '../model/ids.ts'
import { followConversation } from './followConversation.ts'
import { type DecideResult, inFlight, type Lock, setLock } from './inFlight.ts'
import { payloadOf } from './payload.ts'
import { refusalOf } from './refusal.ts'
import { resumePress } from './resumePress.ts'
import type { DecideDetails, OnDecide } from './veto.ts'

/** Told of each accepted resume, once, and never of a failure. `operationId`: what carries on; null: nothing does. */
export type OnResumed = (resumed: {
  readonly operationId: OperationId | null
  readonly requestId: RequestId
  readonly decisions: readonly DecisionRequest[]
}) => void

/** One press: everything a decision needs, captured when it was made. Nothing is looked up later. */
export interface Press {
  readonly client: QueryClient
  readonly gateway: GatewayClient
  readonly conversationId: ConversationId
  /** The paused operation. @default that of the first call */
  readonly operationId?: OperationId
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
  readonly source: DecideDetails['source']
  readonly event?: Event
  readonly onDecide?: OnDecide
  readonly onResumed?: OnResumed
}

/**
 * Takes the lock of every card and starts; the lock is held before this returns. The same payload joins a decision
 * that is on its way, another is refused. Rejects with a `GatewayError`.
 */
export function decide(press: Press): Promise<DecideResult> {
  const { decisions } = press
  const { store, reread } = followConversation(press.client, press.gateway, press.conversationId)
  const payload = payloadOf(decisions)
  const held = decisions.flatMap(({ toolCallId }) => inFlight.get(store.scope, toolCallId) ?? [])
  if (held[0]) {
    const joins = held.length === decisions.length && held.every((lock) => lock.payload === payload)
    return joins ? held[0].result : Promise.reject(new GatewayError({ code: 'in_progress', applied: 'no' }))
  }
  const state = store.getState()
  const refusal = refusalOf(state, decisions)
  if (refusal || !state) return Promise.reject(refusal)

  let isHeld = true
  const hold = (stage: Lock['stage']): void => {
    if (isHeld) setLock(store.scope, decisions, { decisions, payload, pressedAt, stage, result })
  }
  const release = (): void => {
    if (isHeld) setLock(store.scope, decisions, undefined)
    isHeld = false
  }
  const pressedAt = Date.now()
  const result = Promise.resolve()
    .then(() => resumePress(press, { store, reread, enter: hold, release }))
    .finally(release)
  hold(press.onDecide ? 'asking' : 'sending')
  return result
}
