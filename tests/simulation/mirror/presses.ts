import { GatewayError } from '../../../src/gateway/GatewayError.ts'
import { createRequestId } from '../stand-ins/requestId.ts'
import { findCall } from '../../../src/model/conversation.ts'
import type { ResumeAnswer, ResumeRequest } from '../../../src/model/decision.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { isChecking } from '../../../src/model/intent.ts'
import type { Intervention } from '../../../src/model/intervention.ts'
import { captureRetired, retire } from '../../../src/model/retire.ts'
import { type ConversationAddress, getState, scopeOf, setState } from '../../../src/query/address.ts'
import { type DecideResult, inFlight, type Lock } from '../../../src/query/inFlight.ts'
import { type CardRecord, intents, payloadOf } from '../../../src/query/intents.ts'
import { refusalOf } from '../../../src/query/press.ts'
import { clock } from '../world/clock.ts'
import type { Line } from '../world/line.ts'
import type { Pressed } from '../world/tab.ts'
import { driveIntent } from './intentDriver.ts'
import { later } from './later.ts'
import { limited } from './limited.ts'
import type { Reads } from './reads.ts'

type End = Pressed['onEnd']
type FailedRecord = Extract<CardRecord, { status: 'failed' }>

const patienceMs = 60_000
/** The mirror joins by its own list; nobody awaits the promise of a lock here. */
const noPromise = Promise.resolve<DecideResult>({ outcome: 'cancelled' })

/** `decide` and `resumePress` without promises, around the real locks and records. */
export class Presses {
  readonly #line: Line
  readonly #reads: Reads
  readonly #address: ConversationAddress
  readonly #scope: string
  /** Who waits for the end of each lock. */
  readonly #joined = new WeakMap<object, End[]>()

  constructor(line: Line, reads: Reads) {
    this.#line = line
    this.#reads = reads
    this.#address = reads.address
    this.#scope = scopeOf(reads.address)
  }

  press(pressed: Pressed): void {
    const { decisions, hesitate, onEnd } = pressed
    const payload = payloadOf(decisions)
    const held = decisions.map(({ toolCallId }) => inFlight.get(this.#scope, toolCallId))
    const joined = held.find((lock) => lock)
    if (joined) {
      if (held.every((lock) => lock?.payload === payload)) this.#joined.get(joined.decisions)?.push(onEnd)
      else later(() => onEnd(null, { code: 'in_progress', applied: 'no' }))
      return
    }
    const refusal = refusalOf({ ...this.#address, decisions, source: 'press' })
    if (refusal) return later(() => onEnd(null, refusal))

    let sentAt: number | null = null
    const ends = [onEnd]
    this.#joined.set(decisions, ends)
    let isHeld = true
    const hold = (stage: Lock['stage'] | null): void => {
      if (stage === 'sending') sentAt ??= clock.now
      const lock = stage === null ? undefined : { decisions, payload, sentAt, stage, result: noPromise }
      if (isHeld) for (const { toolCallId } of decisions) inFlight.set(this.#scope, toolCallId, lock)
      isHeld &&= stage !== null
    }
    const end: End = (result, failure) => {
      hold(null)
      for (const one of ends) one(result, failure)
    }
    hold(hesitate ? 'asking' : 'sending')
    later(() => this.#ask(pressed, hold, end))
  }

  #ask(pressed: Pressed, hold: (stage: Lock['stage'] | null) => void, end: End): void {
    const { hesitate } = pressed
    const failed = this.#lastFailure(pressed)
    if (!hesitate) {
      this.#requestOf(pressed)
      return this.#look(pressed, hold, end)
    }
    limited<boolean>(patienceMs, 'no', ({ onReply }) => hesitate(onReply), {
      onReply: (isTakenBack) => {
        if (isTakenBack) end({ outcome: 'cancelled' }, null)
        else this.#look(pressed, hold, end)
      },
      onFailure: (failure) => this.#fail(pressed, request, { failure, failed }, end),
    })
    const request = this.#requestOf(pressed)
  }

  /** An earlier decision may have run, and this one is another: find out first. */
  #look(pressed: Pressed, hold: (stage: Lock['stage'] | null) => void, end: End): void {
    const failed = this.#lastFailure(pressed)
    const isOther = failed && payloadOf(failed.request.decisions) !== payloadOf(pressed.decisions)
    if (failed?.failure.applied !== 'unknown' || !isOther) return this.#go(pressed, hold, end)
    this.#reads.reread(null, {
      onState: () => this.#go(pressed, hold, end),
      onFailure: (failure) => end(null, failure),
    })
  }

  #go(pressed: Pressed, hold: (stage: Lock['stage'] | null) => void, end: End): void {
    const { decisions } = pressed
    const refusal = refusalOf({ ...this.#address, decisions, source: 'press' })
    if (refusal) return end(null, refusal)
    const interventions = decisions.flatMap((made) => this.#callOf(made.toolCallId) ?? [])
    if (interventions.some((card, index) => card.revision !== decisions[index]?.revision)) {
      this.#record(pressed, { status: 'changed', request: null })
      return end({ outcome: 'changed', interventions }, null)
    }
    const request = this.#requestOf(pressed)
    const failed = this.#lastFailure(pressed)
    const captured = captureRetired(getState(this.#address) ?? { operations: [] }, request)
    this.#record(pressed, { status: 'sent', request })
    hold('sending')
    driveIntent(this.#line, this.#reads, request, {
      onStep: (intent) => hold(isChecking(intent) ? 'checking' : 'sending'),
      onAnswer: (answer) => this.#answer(pressed, request, { answer, captured }, end),
      onFailure: (failure) => this.#fail(pressed, request, { failure, failed }, end),
    })
  }

  #answer(
    pressed: Pressed,
    request: ResumeRequest,
    { answer, captured }: { readonly answer: ResumeAnswer; readonly captured: readonly string[] },
    end: End,
  ): void {
    if (answer.outcome === 'changed') this.#record(pressed, { status: 'changed', request: null })
    const state = getState(this.#address)
    if (state) setState(this.#address, retire(state, request, answer, { captured, at: clock.now }))
    end(answer, null)
  }

  #fail(
    pressed: Pressed,
    request: ResumeRequest,
    thrown: { readonly failure: Failure; readonly failed: FailedRecord | undefined },
    end: End,
  ): void {
    const { code, applied } = thrown.failure
    const isOpen =
      thrown.failed?.failure.applied === 'unknown' && thrown.failed.request.requestId === request.requestId
    const failure = new GatewayError({ code, applied: isOpen ? 'unknown' : applied })
    this.#record(pressed, { status: 'failed', request, failure, failedAt: clock.now })
    end(null, failure)
  }

  #requestOf({ decisions }: Pressed): ResumeRequest {
    const failed = this.#lastFailure({ decisions })?.request
    const isSame = failed && payloadOf(failed.decisions) === payloadOf(decisions)
    return {
      conversationId: 'demo',
      operationId: this.#callOf(decisions[0].toolCallId)?.operationId ?? '',
      requestId: isSame ? failed.requestId : createRequestId(),
      decisions,
    }
  }

  #lastFailure({ decisions }: Pick<Pressed, 'decisions'>): FailedRecord | undefined {
    const last = intents.get(this.#scope, decisions[0].toolCallId)
    return last?.status === 'failed' ? last : undefined
  }

  #record({ decisions }: Pressed, entry: CardRecord): void {
    for (const { toolCallId } of decisions) {
      if (this.#callOf(toolCallId)?.status === 'pending') intents.set(this.#scope, toolCallId, entry)
    }
  }

  #callOf(toolCallId: string): Intervention | undefined {
    return findCall(getState(this.#address)?.interventions, toolCallId)
  }
}
