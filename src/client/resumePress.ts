import { GatewayError } from '../gateway/GatewayError.ts'
import { callHost } from './hostCallback.ts'
import { createRequestId } from '../gateway/requestId.ts'
import { findCall } from '../model/conversation.ts'
import type { Failure } from '../model/failure.ts'
import type { ToolCallId } from '../model/ids.ts'
import { isChecking } from '../model/intent.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'
import { captureRetired, carriesOn, isOurDecision, retire } from '../model/retire.ts'
import { getState, reread, scopeOf, setState } from './address.ts'
import { dropChoices } from './choices.ts'
import { type Press, refusalOf } from './press.ts'
import { driveIntent } from './driveIntent.ts'
import type { DecideResult, Lock } from './inFlight.ts'
import { areSame, type CardRecord, intents, wasAnswered } from './intents.ts'
import { sendAlone } from './otherTabs.ts'
import { forgetUnsettled, keepUnsettled, nameless, unsettledOf } from './unsettled.ts'
import { isVetoed } from './veto.ts'

/** Says how far the decision is; null: it is over, and the locks open. */
type Hold = (stage: Lock['stage'] | null) => void

/** Carries a press to its answer: veto, still what was shown?, one resume, one write. The locks are held already. */
export async function resumePress(press: Press, hold: Hold): Promise<DecideResult> {
  const vetoed = isVetoed(press)
  if (await recordFailure(press, requestOf(press), vetoed)) return { outcome: 'cancelled' }
  // An earlier decision may have run, and this one is another: find out first.
  recallSent(press)
  const open = lastOpen(press)
  const isOther = open && doubtOf(open) && !continues(press, open)
  hold(isOther ? 'checking' : 'sending')
  if (isOther) {
    await recordFailure(press, requestOf(press), reread(press), 'no')
  }

  const request = requestOf(press)
  const sent = await sendAlone(press, request, () => sendIfShown(press, request, hold))
  if (sent) return sent
  const failure = new GatewayError({
    code: 'in_progress',
    applied: openAs(press, request) ? 'unknown' : 'no',
  })
  record(press, { status: 'failed', request, failure, failedAt: Date.now() })
  throw failure
}

async function sendIfShown(press: Press, request: ResumeRequest, hold: Hold): Promise<ResumeAnswer> {
  const refusal = refusalOf(press)
  if (refusal) throw refusal
  const interventions = press.decisions.flatMap((made) => callOf(press, made.toolCallId) ?? [])
  if (interventions.some((card, index) => card.revision !== press.decisions[index]?.revision)) {
    record(press, { status: 'changed', request: null })
    return { outcome: 'changed', interventions }
  }
  return send(press, request, hold)
}

async function send(press: Press, request: ResumeRequest, hold: Hold): Promise<ResumeAnswer> {
  const captured = captureRetired(getState(press) ?? { operations: [] }, request)
  const doubt = openAs(press, request)
  record(press, { status: 'sent', request })
  keepUnsettled(scopeOf(press), request)
  hold(doubt ? 'checking' : 'sending')
  const answered = driveIntent(press, { request, doubt }, (intent) =>
    hold(isChecking(intent) ? 'checking' : 'sending'),
  )
  const answer = await recordFailure(press, request, answered)
  forgetUnsettled(scopeOf(press), request.requestId)

  if (answer.outcome === 'changed') record(press, { status: 'changed', request: null })
  else dropChoices(press)
  const state = getState(press)
  if (state) setState(press, retire(state, request, answer, { captured, at: Date.now() }))
  hold(null)
  const { requestId, decisions } = request
  if (isOurDecision(request, answer)) {
    callHost(() => press.onResumed?.({ operationId: carriesOn(answer), requestId, decisions }))
  }
  return answer
}

/** The request of a press. With the payload of a failed intent it continues that one, under its request id. */
function requestOf(press: Press): ResumeRequest {
  const { conversationId, decisions } = press
  const open = lastOpen(press)
  return {
    conversationId,
    operationId: press.operationId ?? callOf(press, decisions[0].toolCallId)?.operationId ?? '',
    requestId: open && continues(press, open) ? open.request.requestId : createRequestId(),
    decisions,
  }
}

/** What was answered of a card that waits here all the same: another client of this page has seen it, and this one not. */
function recallSent(press: Press): void {
  const last = lastOf(press)
  if (wasAnswered(last)) record(press, { status: 'earlier', ...unsettledOf(last.request) })
}

/** A decision that was made before, and of which nobody knows the end. */
type Open = Extract<CardRecord, { status: 'failed' | 'earlier' }>

function lastOf(press: Press): CardRecord | undefined {
  return intents.get(scopeOf(press), press.decisions[0].toolCallId)
}

function lastOpen(press: Press): Open | undefined {
  const last = lastOf(press)
  return last?.status === 'failed' || last?.status === 'earlier' ? last : undefined
}

/** Why an earlier decision may have taken effect; null: it did not. */
function doubtOf(open: Open): Failure | null {
  if (open.status === 'earlier') return { code: 'unavailable', applied: 'unknown' }
  return open.failure.applied === 'unknown' ? open.failure : null
}

/** Why a request that goes on with an earlier decision may have taken effect already; null: it is a new one, or did not. */
function openAs(press: Press, { requestId }: ResumeRequest): Failure | null {
  const open = lastOpen(press)
  return open?.request.requestId === requestId ? doubtOf(open) : null
}

function continues({ decisions }: Press, open: Open): boolean {
  // The server holds another decision under this id, and will not take one under it.
  if (open.status === 'failed' && open.failure.code === 'key_reused') return false
  const made = open.status === 'failed' ? decisions : decisions.map(nameless)
  const isExact = open.status === 'failed' || open.isExact
  return isExact && areSame(open.request.decisions, made)
}

async function recordFailure<T>(
  press: Press,
  request: ResumeRequest,
  promise: Promise<T>,
  applied: Failure['applied'] = 'unknown',
): Promise<T> {
  const open = lastOpen(press)
  const inDoubt = open && doubtOf(open) ? open : undefined
  try {
    return await promise
  } catch (thrown) {
    const latest = GatewayError.from(thrown, applied)
    // What an earlier try left open stays open, whatever became of this one: of its request, or of another decision.
    const failure = inDoubt ? new GatewayError({ code: latest.code, applied: 'unknown' }) : latest
    if (failure.applied === 'no') forgetUnsettled(scopeOf(press), request.requestId)
    const isOther = inDoubt && inDoubt.request.requestId !== request.requestId
    const kept = isOther ? inDoubt.request : request
    if (!isOther || inDoubt.status === 'failed') {
      record(press, { status: 'failed', request: kept, failure, failedAt: Date.now() })
    }
    throw isOther ? latest : failure
  }
}

/** Remembers it of every card that still waits. */
function record(press: Press, entry: CardRecord): void {
  for (const { toolCallId } of press.decisions) {
    if (callOf(press, toolCallId)?.status === 'pending') intents.set(scopeOf(press), toolCallId, entry)
  }
}

function callOf(press: Press, toolCallId: ToolCallId): InterventionCall | undefined {
  return findCall(getState(press)?.interventions, toolCallId)
}
