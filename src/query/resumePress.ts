import { GatewayError } from '../gateway/GatewayError.ts'
import { callHost } from '../internal/hostCallback.ts'
import { createRequestId } from '../internal/requestId.ts'
import { findCall } from '../model/conversation.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { ToolCallId } from '../model/ids.ts'
import { isChecking } from '../model/intent.ts'
import type { Intervention } from '../model/intervention.ts'
import { captureRetired, carriesOn, isTaken, retire } from '../model/retire.ts'
import { getState, reread, scopeOf, setState } from './address.ts'
import { type Press, refusalOf } from './press.ts'
import { driveIntent } from './driveIntent.ts'
import type { DecideResult, Lock } from './inFlight.ts'
import { type CardRecord, intents, payloadOf } from './intents.ts'
import { isVetoed } from './veto.ts'

/** Says how far the decision is; null: it is over, and the locks open. */
type Hold = (stage: Lock['stage'] | null) => void

/** Carries a press to its answer: veto, still what was shown?, one resume, one write. The locks are held already. */
export async function resumePress(press: Press, hold: Hold): Promise<DecideResult> {
  const failed = lastFailure(press)
  const vetoed = isVetoed(press)
  if (await recordFailure(press, requestOf(press), vetoed, failed)) return { outcome: 'cancelled' }
  // An earlier decision may have run, and this one is another: find out first.
  if (failed?.failure.applied === 'unknown' && !continues(press, failed.request)) await reread(press)

  const refusal = refusalOf(press)
  if (refusal) throw refusal
  const interventions = press.decisions.flatMap((made) => callOf(press, made.toolCallId) ?? [])
  if (interventions.some((card, index) => card.revision !== press.decisions[index]?.revision)) {
    record(press, { status: 'changed', request: null })
    return { outcome: 'changed', interventions }
  }
  return send(press, requestOf(press), hold)
}

async function send(press: Press, request: ResumeRequest, hold: Hold): Promise<ResumeAnswer> {
  const failed = lastFailure(press)
  const captured = captureRetired(getState(press) ?? { operations: [] }, request)
  record(press, { status: 'sent', request })
  hold('sending')
  const answered = driveIntent(press, request, (intent) => hold(isChecking(intent) ? 'checking' : 'sending'))
  const answer = await recordFailure(press, request, answered, failed)

  if (answer.outcome === 'changed') record(press, { status: 'changed', request: null })
  const state = getState(press)
  if (state) setState(press, retire(state, request, answer, { captured, at: Date.now() }))
  hold(null)
  const { requestId, decisions } = request
  if (isTaken(request, answer)) {
    callHost(() => press.onResumed?.({ operationId: carriesOn(answer), requestId, decisions }))
  }
  return answer
}

/** The request of a press. With the payload of a failed intent it continues that one, under its request id. */
function requestOf(press: Press): ResumeRequest {
  const { conversationId, decisions } = press
  const failed = lastFailure(press)?.request
  return {
    conversationId,
    operationId: press.operationId ?? callOf(press, decisions[0].toolCallId)?.operationId ?? '',
    requestId: failed && continues(press, failed) ? failed.requestId : createRequestId(),
    decisions,
  }
}

function continues({ decisions }: Press, failed: ResumeRequest): boolean {
  return payloadOf(failed.decisions) === payloadOf(decisions)
}

type FailedRecord = Extract<CardRecord, { status: 'failed' }>

function lastFailure(press: Press): FailedRecord | undefined {
  const last = intents.get(scopeOf(press), press.decisions[0].toolCallId)
  return last?.status === 'failed' ? last : undefined
}

async function recordFailure<T>(
  press: Press,
  request: ResumeRequest,
  promise: Promise<T>,
  earlier: FailedRecord | undefined,
): Promise<T> {
  try {
    return await promise
  } catch (thrown) {
    const latest = GatewayError.from(thrown, 'unknown')
    // What an earlier try of the same request left open stays open, whatever became of this one.
    const isOpen = earlier?.failure.applied === 'unknown' && earlier.request.requestId === request.requestId
    const failure = isOpen ? new GatewayError({ code: latest.code, applied: 'unknown' }) : latest
    record(press, { status: 'failed', request, failure, failedAt: Date.now() })
    throw failure
  }
}

/** Remembers it of every card that still waits. */
function record(press: Press, entry: CardRecord): void {
  for (const { toolCallId } of press.decisions) {
    if (callOf(press, toolCallId)?.status === 'pending') intents.set(scopeOf(press), toolCallId, entry)
  }
}

function callOf(press: Press, toolCallId: ToolCallId): Intervention | undefined {
  return findCall(getState(press)?.interventions, toolCallId)
}
