// Longer than 250 lines: a decision is claimed, sent, watched and told in one place.
import type { UseMutationOptions } from '@tanstack/react-query'
import { GatewayError } from '../gateway/GatewayError.ts'
import { findCall } from '../model/conversation.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import { warnOfUnknown } from '../model/developerErrors.ts'
import type { ToolCallId } from '../model/ids.ts'
import { type Intent, isChecking } from '../model/intent.ts'
import { captureRetired, carriesOn, isOurDecision, retire } from '../model/retire.ts'
import {
  afterFailure,
  areSame,
  type CardMemory,
  changedCalls,
  continues,
  doubtOf,
  inheritedDoubt,
  type Open,
  openOf,
  refusalOf,
  requestOf,
  wasAnswered,
} from './cardMemory.ts'
import { cardOf, type DecideResult, type Lock, updateCards, withChoices } from './cards.ts'
import { type Chain, type Ends, run, wait } from './chain.ts'
import { forgetUnsettled, keepUnsettled, unsettledOf } from './unsettled.ts'
import { driveIntent } from './driveIntent.ts'
import { callHost, execute, type Press, sentOnce } from './press.ts'
import { decisionsToSend, decisionsToShow } from './secrets.ts'
import { tracer } from './tracer.ts'
import { reread, type World, worldOf } from './world.ts'

const started = new WeakMap<Press, Promise<DecideResult>>()

/**
 * Starts a press, once, and takes its locks before it returns. TanStack calls a `mutationFn` a few tasks after `mutate`,
 * which is too late for a lock. So the hooks start a press themselves and the mutation finds it running.
 */
export function startPress(press: Press): Promise<DecideResult> {
  const running =
    started.get(press) ??
    new Promise<DecideResult>((onEnd, onThrow) => decide(press, worldOf(press), { onEnd, onThrow }))
  started.set(press, running)
  // The mutation reports a failure; this promise is only a handle.
  running.catch(() => undefined)
  return running
}

/**
 * The mutation of every decision. The variables contain everything that it needs. The options are fixed, so that no
 * default of a host sends a decision twice, late, or not at all.
 *
 * @example
 * const resume = useMutation(resumeOptions)
 * resume.mutate({ client, gateway, conversationId, source: 'hook', decisions: [{ toolCallId, revision, decision: 'approved' }] })
 */
export const resumeOptions: UseMutationOptions<DecideResult, GatewayError, Press> = {
  mutationKey: ['intervention-bar', 'resume'],
  mutationFn: startPress,
  ...sentOnce,
}

/** Starts a press as a mutation that nobody observes: its result is in the card. */
export function mutate(press: Press): void {
  void startPress(press)
  execute(press.client, resumeOptions, press).catch(() => undefined)
}

/**
 * Takes the lock of every card and starts. The same decision joins the one in flight, another is refused. If calls are
 * answered together, nothing starts before the last one. Fails with a `GatewayError`.
 */
export function decide(given: Press, world: World, ends: Ends<DecideResult>): void {
  const { decisions: asked, source } = given
  tracer.current?.(world.scope, { type: 'pressed', at: Date.now(), decisions: asked, source })
  const restored = decisionsToSend(given, world.getState()?.interventions)
  if (restored instanceof GatewayError) return ends.onThrow(restored)
  const pressed = { ...given, decisions: restored }
  const locks = pressed.decisions.map(({ toolCallId }) => cardOf(world.scope, toolCallId).lock)
  const lock = locks.find((one) => one)
  if (lock) {
    const isSame = pressed.decisions.every((made, index) => locks[index] === lock && includes(lock, made))
    if (isSame) lock.join(ends)
    else ends.onThrow(new GatewayError({ code: 'in_progress', applied: 'no' }))
    return
  }
  const refusal = refusalOf(world.getState(), pressed.decisions)
  if (refusal) {
    if (refusal.code === 'not_found') warnOfThose(pressed, world)
    return ends.onThrow(new GatewayError(refusal))
  }
  const decisions = withChoices(world.scope, world.getState(), pressed.decisions)
  if ('outcome' in decisions) ends.onEnd(decisions)
  else start({ ...pressed, decisions }, world, ends)
}

function warnOfThose({ decisions, conversationId }: Press, world: World): void {
  const calls = world.getState()?.interventions
  const has = calls?.map((call) => call.toolCallId).join(', ')
  for (const { toolCallId } of decisions) {
    if (!findCall(calls, toolCallId)) warnOfUnknown(conversationId, toolCallId, has)
  }
}

function includes({ decisions }: Lock, made: DecisionRequest): boolean {
  const own = findCall(decisions, made.toolCallId)
  return own !== undefined && areSame([own], [made])
}

// Sets the stage of the lock and the memory of each card; null opens the locks.
type Hold = (
  stage: Lock['stage'] | null,
  memory?: (before: CardMemory | undefined) => CardMemory | undefined,
) => void

function start(press: Press, world: World, ends: Ends<DecideResult>): void {
  const { scope } = world
  const { decisions } = press
  const ids = idsOf(decisions)
  const waiting = [ends]
  const join: Lock['join'] = (other) => waiting.push(other)
  let sentAt: number | null = null
  let lock: Lock | undefined
  const hold: Hold = (stage, memory) => {
    if (stage && stage !== 'asking') sentAt ??= Date.now()
    // The same while nothing changes, so that nothing is drawn again.
    if (!stage) lock = undefined
    else if (lock?.stage !== stage || lock.sentAt !== sentAt) lock = { decisions, stage, sentAt, join }
    const calls = world.getState()?.interventions
    updateCards(scope, ids, (card, id) => ({
      ...((stage || card.lock?.join === join) && { lock }),
      ...(memory && findCall(calls, id)?.status === 'pending' && { memory: memory(card.memory) }),
    }))
  }
  hold(press.onDecide ? 'asking' : 'sending')
  // The lock is taken first, because an `onDecide` that decides again must find it.
  run(carryOut(press, world, hold), {
    onEnd: (result) => {
      hold(null)
      for (const { onEnd } of waiting) onEnd(result)
    },
    onThrow: (thrown) => {
      hold(null)
      for (const { onThrow } of waiting) onThrow(thrown)
    },
  })
}

function* carryOut(press: Press, world: World, hold: Hold): Chain<DecideResult> {
  const { decisions } = press

  if (press.onDecide) {
    const isVetoed = yield* wait(world.ask(press))
    if (typeof isVetoed === 'object') throw failed(press, world, hold, isVetoed)
    if (isVetoed) return { outcome: 'cancelled' }
    hold('sending')
  }

  // Another QueryClient of this page may already have an answer that this one has not read.
  if (decisions.some(({ toolCallId }) => wasAnswered(cardOf(world.scope, toolCallId).memory))) {
    hold('sending', (last) =>
      wasAnswered(last) ? { status: 'earlier', ...unsettledOf(last.request) } : last,
    )
  }
  if (opensOf(press, world).some((open) => doubtOf(open) && !continues(decisions, open))) {
    // The earlier decision may have run, and this one is another: find out first.
    hold('checking')
    const failure = yield* wait<GatewayError | null>((onEnd) => run(reread(world), { onEnd }))
    if (failure) throw failed(press, world, hold, failure)
  }

  const request = requestOf(world.getState(), press, opensOf(press, world))
  const release = yield* wait(world.claim(request))
  if (!release) {
    const applied = inheritedDoubt(opensOf(press, world), request.requestId) ? 'unknown' : 'no'
    const failure = new GatewayError({ code: 'in_progress', applied })
    hold('sending', () => ({ status: 'failed', request, failure, failedAt: Date.now() }))
    throw failure
  }
  try {
    return yield* sendIfShown(press, request, world, hold)
  } finally {
    release()
  }
}

function* sendIfShown(press: Press, request: ResumeRequest, world: World, hold: Hold): Chain<ResumeAnswer> {
  const { scope } = world
  const { decisions } = press
  const state = world.getState()
  const refusal = refusalOf(state, decisions)
  if (refusal) throw new GatewayError(refusal)
  const interventions = changedCalls(state, decisions)
  if (interventions) {
    hold('sending', () => ({ status: 'changed', request: null, changedAt: Date.now() }))
    return { outcome: 'changed', interventions }
  }

  const captured = captureRetired(state ?? { operations: [] }, request)
  const doubt = inheritedDoubt(opensOf(press, world), request.requestId)
  hold(doubt ? 'checking' : 'sending', () => ({ status: 'sent', request }))
  keepUnsettled(scope, request)
  const answer = yield* wait<ResumeAnswer | GatewayError>((onEnd) => {
    const onStep = (intent: Intent): void => hold(isChecking(intent) ? 'checking' : 'sending')
    driveIntent(world, { request, doubt }, { onStep, onNotTaken: () => hold('not_taken'), onEnd })
    world.tellTabs(request, false)
  })
  world.tellTabs(request, true)
  if (answer instanceof GatewayError) throw failed(press, world, hold, answer, request)

  forgetUnsettled(scope, request.requestId)
  const now = world.getState()
  if (now) {
    const at = Date.now()
    const after = retire(now, request, answer, { captured, at })
    tracer.current?.(world.scope, { type: 'retired', request, answer, captured, at, before: now, after })
    world.setState(after)
  }
  if (answer.outcome === 'changed') {
    hold(null, () => ({ status: 'changed', request: null, changedAt: Date.now() }))
  } else {
    hold(null)
    updateCards(scope, idsOf(decisions), () => ({ choice: null }))
  }
  if (isOurDecision(request, answer)) {
    const { requestId } = request
    const shown = decisionsToShow(press, world.getState()?.interventions)
    callHost(() => press.onResumed?.({ operationId: carriesOn(answer), requestId, decisions: shown }))
  }
  return answer
}

function failed(
  press: Press,
  world: World,
  hold: Hold,
  latest: GatewayError,
  request: ResumeRequest = requestOf(world.getState(), press, opensOf(press, world)),
): GatewayError {
  const doubt = inheritedDoubt(opensOf(press, world), request.requestId)
  const told = doubt ? new GatewayError({ code: latest.code, applied: 'unknown' }) : latest
  if (told.applied === 'no') forgetUnsettled(world.scope, request.requestId)
  hold('sending', (memory) => afterFailure(memory, request, told, Date.now()))
  return told
}

function opensOf({ decisions }: Press, { scope }: World): readonly Open[] {
  return decisions.flatMap(({ toolCallId }) => openOf(cardOf(scope, toolCallId).memory) ?? [])
}

function idsOf(decisions: Press['decisions']): readonly ToolCallId[] {
  return decisions.map(({ toolCallId }) => toolCallId)
}
