import type { ResumeAnswer, ResumeRequest } from '../../../src/model/decision.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { begin, type Intent, type IntentEffect, type IntentInput, step } from '../../../src/model/intent.ts'
import { getState } from '../../../src/query/address.ts'
import { clock, type Timer } from '../world/clock.ts'
import { dice } from '../world/dice.ts'
import type { Line } from '../world/line.ts'
import { later } from './later.ts'
import { limited } from './limited.ts'
import type { Reads } from './reads.ts'

const sendLimitMs = 10_000

interface Course {
  readonly onStep: (intent: Intent) => void
  readonly onAnswer: (answer: ResumeAnswer) => void
  readonly onFailure: (failure: Failure) => void
}

/** `driveIntent` without promises: carries out what the real machine asks for. */
export function driveIntent(line: Line, reads: Reads, request: ResumeRequest, course: Course): void {
  const { page } = clock
  const timers: Timer[] = []
  let giveUpSend = (): void => undefined
  let [intent, effects] = begin(request, clock.now)

  function feed(input: IntentInput): void {
    const before = intent
    ;[intent, effects] = step(intent, input)
    if (intent === before) return
    if (intent.status !== 'settled' && intent.status !== 'failed') {
      course.onStep(intent)
      return effects.forEach(carryOut)
    }
    reads.listeners.delete(observe)
    timers.forEach(clock.cancel)
    giveUpSend()
    if (intent.status === 'settled') course.onAnswer(intent.answer)
    else course.onFailure(intent.failure)
  }

  function carryOut(effect: IntentEffect): void {
    if (effect.type === 'send') return send()
    if (effect.type === 'read') return read()
    if (effect.type !== 'wake') return
    const { at } = effect
    timers.push(clock.after(at - clock.now, page, () => feed({ type: 'woke', at: Math.max(at, clock.now) })))
  }

  function send(): void {
    const { cancel } = limited<ResumeAnswer>(sendLimitMs, 'unknown', (ends) => line.resume(request, ends), {
      onReply: (answer) => feed({ type: 'answered', answer, at: clock.now }),
      onFailure: (failure) => feed({ type: 'refused', failure, at: clock.now, random: dice.next() }),
    })
    // A send that is given up still ends, and its end still draws, although nobody listens any more.
    giveUpSend = () => {
      if (cancel()) later(() => void dice.next())
    }
  }

  function read(): void {
    reads.reread(null, {
      onState: ({ interventions }) => feed({ type: 'read', interventions, at: clock.now }),
      onFailure: () => feed({ type: 'read_failed', at: clock.now, random: dice.next() }),
    })
  }

  function observe(): void {
    const interventions = getState(reads.address)?.interventions ?? []
    feed({ type: 'observed', interventions, at: clock.now })
  }

  reads.listeners.add(observe)
  effects.forEach(carryOut)
}
