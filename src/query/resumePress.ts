import { GatewayError } from '../gateway/GatewayError.ts'
import { callHost } from '../internal/hostCallback.ts'
import { createRequestId } from '../internal/requestId.ts'
import { type ConversationState, findIntervention } from '../model/conversation.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { RequestId } from '../model/ids.ts'
import type { Intervention } from '../model/intervention.ts'
import { isChecking } from '../model/intent.ts'
import { captureRetired, isOwn, retire } from '../model/retire.ts'
import type { ConversationStore } from './conversationStore.ts'
import type { Press } from './decide.ts'
import { driveIntent } from './driveIntent.ts'
import type { DecideResult, Lock } from './inFlight.ts'
import { type CardRecord, failedIntent, intents } from './intents.ts'
import { payloadOf } from './payload.ts'
import { refusalOf } from './refusal.ts'
import { isVetoed } from './veto.ts'

/** What a press works on while it holds its locks. */
interface Held {
  readonly store: ConversationStore
  readonly reread: () => Promise<ConversationState>
  readonly enter: (stage: Lock['stage']) => void
  readonly release: () => void
}

/** Carries a press to its answer: veto, still what was shown?, one resume, one write. The locks are held already. */
export async function resumePress(press: Press, held: Held): Promise<DecideResult> {
  const { decisions, source, event } = press
  const { store, reread } = held
  const vetoed = isVetoed(press.onDecide, decisions, { source, ...(event ? { event } : {}) })
  if (await recordFailure(vetoed, requestOf(press, store), store)) return { outcome: 'cancelled' }
  if (isSwitchAfterDoubt(store.scope, decisions)) await reread()

  const refusal = refusalOf(store.getState(), decisions)
  if (refusal) throw refusal
  const changed = changedSince(store.getState(), decisions)
  if (changed) {
    record(store.scope, decisions, { status: 'changed', request: null })
    return { outcome: 'changed', interventions: changed }
  }
  return send(press, requestOf(press, store), held)
}

async function send(press: Press, request: ResumeRequest, held: Held): Promise<ResumeAnswer> {
  const { store, reread, enter, release } = held
  const state = store.getState()
  const captured = state ? captureRetired(state, request) : []
  record(store.scope, request.decisions, { status: 'sent', request })
  enter('sending')
  const answered = driveIntent(request, Date.now(), {
    gateway: press.gateway,
    reread,
    getState: store.getState,
    onStateChange: store.listen,
    onIntent: (intent) => enter(isChecking(intent) ? 'checking' : 'sending'),
  })
  const answer = await recordFailure(answered, request, store)

  const operationId = 'operationId' in answer ? (answer.operationId ?? null) : null
  if (operationId !== null) store.vouch(operationId)
  if (answer.outcome === 'changed')
    record(store.scope, request.decisions, { status: 'changed', request: null })
  store.update((known) => retire(known, request, answer, { captured, at: Date.now() }))
  release()
  const { requestId, decisions } = request
  if (isTaken(request, answer)) callHost(() => press.onResumed?.({ operationId, requestId, decisions }))
  return answer
}

/** True when the decision is the one that holds, be it by this answer or by one that was lost. */
function isTaken(request: ResumeRequest, answer: ResumeAnswer): boolean {
  return answer.outcome === 'accepted' || (answer.outcome === 'already_resolved' && isOwn(request, answer))
}

/** The request of a press. With the payload of a failed intent it continues that one, under its request id. */
function requestOf({ conversationId, decisions, ...press }: Press, store: ConversationStore): ResumeRequest {
  const { toolCallId } = decisions[0]
  const failed = failedIntent(store.scope, toolCallId)?.request
  const continues = failed && payloadOf(failed.decisions) === payloadOf(decisions)
  const requestId: RequestId = continues ? failed.requestId : createRequestId()
  const operationId = press.operationId ?? findIntervention(store.getState(), toolCallId)?.operationId ?? ''
  return { conversationId, operationId, requestId, decisions }
}

/** An earlier decision may have run, and this one is another: find out first. */
function isSwitchAfterDoubt(scope: string, decisions: Press['decisions']): boolean {
  return decisions.some(({ toolCallId }) => {
    const failed = failedIntent(scope, toolCallId)
    return (
      failed?.failure.applied === 'unknown' && payloadOf(failed.request.decisions) !== payloadOf(decisions)
    )
  })
}

/** The cards as they are now, when one is not what was decided on. */
function changedSince(
  state: ConversationState | undefined,
  decisions: Press['decisions'],
): readonly Intervention[] | null {
  const cards = decisions.map((made) => findIntervention(state, made.toolCallId))
  const differs = cards.some((card, index) => card?.revision !== decisions[index]?.revision)
  return differs ? cards.filter((card) => card !== undefined) : null
}

async function recordFailure<T>(
  promise: Promise<T>,
  request: ResumeRequest,
  store: ConversationStore,
): Promise<T> {
  try {
    return await promise
  } catch (thrown) {
    const failure = GatewayError.from(thrown, 'unknown')
    const open = request.decisions.filter(
      ({ toolCallId }) => findIntervention(store.getState(), toolCallId)?.status === 'pending',
    )
    record(store.scope, open, { status: 'failed', request, failure, failedAt: Date.now() })
    throw failure
  }
}

function record(scope: string, decisions: readonly DecisionRequest[], entry: CardRecord): void {
  for (const { toolCallId } of decisions) intents.set(scope, toolCallId, entry)
}
