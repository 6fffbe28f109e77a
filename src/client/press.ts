import { offers } from '../model/intervention.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import { groupOf } from '../model/pending.ts'
import type { OperationId, RequestId } from '../model/ids.ts'
import { type ConversationAddress, getState } from './address.ts'

/** Tells `onDecide` where a decision comes from, and lets it cancel the decision. */
export interface DecideDetails {
  /** `press`: a button of the kit. `shortcut`: a key chord. `hook`: the host's own code. */
  readonly source: 'press' | 'shortcut' | 'hook'
  /** The event of the press, where a button of the kit was used. */
  readonly event?: Event | undefined
  /** Takes the decision back: nothing is sent, the card stays as it is. */
  cancel(): void
}

/**
 * Asked before anything is sent; awaited. Call `details.cancel()` to take the decision back. A host that throws, or
 * takes longer than 60 s, has not agreed: nothing is sent then either.
 */
export type OnDecide = (decisions: readonly DecisionRequest[], details: DecideDetails) => void | Promise<void>

/**
 * Called once for each accepted resume, never for a failure. `operationId`: the new operation; null: no operation carries
 * on. `decisions`: all that were sent.
 */
export type OnResumed = (resumed: {
  readonly operationId: OperationId | null
  readonly requestId: RequestId
  readonly decisions: readonly DecisionRequest[]
}) => void

/** One press: everything a decision needs, captured when it was made. Nothing is looked up later. */
export interface Press extends ConversationAddress {
  /** The paused operation. @default that of the first call */
  readonly operationId?: OperationId
  /** The decisions of the resume, one per call. */
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
  readonly source: DecideDetails['source']
  /** The event that the press came with. */
  readonly event?: Event | undefined
  readonly onDecide?: OnDecide | undefined
  readonly onResumed?: OnResumed | undefined
}

/**
 * Why these decisions cannot be sent, or null. Nothing is sent for a call that is unknown or settled (rule S14), that
 * the viewer may not decide, or in a way its backend does not offer.
 */
export function refusalOf(press: Press): GatewayError | null {
  const refusal = reasonToRefuse(press)
  return refusal && new GatewayError({ applied: 'no', ...refusal })
}

function reasonToRefuse(press: Press): Omit<Failure, 'applied'> | null {
  const state = getState(press)
  if (state?.viewer?.mayDecide === false) return { code: 'forbidden' }
  const invalid = (index: number, field: string, message: string): Omit<Failure, 'applied'> => ({
    code: 'invalid',
    fields: [{ path: `/decisions/${index}/${field}`, message }],
  })
  for (const [index, made] of press.decisions.entries()) {
    const card = findCall(state?.interventions, made.toolCallId)
    if (card?.status !== 'pending') return { code: 'not_found' }
    if (!offers(card, made.decision)) return { code: 'unsupported' }
    if (made.decision !== 'approved' && card.reason === 'required' && !made.reason?.trim()) {
      return invalid(index, 'reason', 'A reason is required.')
    }
  }
  const { pause, calls } = groupOf(state, press.decisions[0].toolCallId)
  const early = press.decisions.findIndex((made, index) => made.toolCallId !== calls[index]?.toolCallId)
  return pause.answering === 'in_order' && early >= 0
    ? invalid(early, 'toolCallId', 'Another call has to be decided first.')
    : null
}
