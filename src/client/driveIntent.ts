import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import type { Failure } from '../model/failure.ts'
import { begin, type Intent, type IntentEffect, type IntentInput, step } from '../model/intent.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'
import { type ConversationAddress, getState, reread } from './address.ts'

/** Carries out what the `intent` machine asks for, until the decision has an answer. Rejects with a `GatewayError`. */
export function driveIntent(
  address: ConversationAddress,
  { request, doubt }: { readonly request: ResumeRequest; readonly doubt: Failure | null },
  onStep: (intent: Intent) => void,
): Promise<ResumeAnswer> {
  const { client, gateway } = address
  return new Promise((resolve, reject) => {
    const over = new AbortController()
    const timers: ReturnType<typeof setTimeout>[] = []
    let [intent, effects] = begin(request, Date.now(), doubt)

    function feed(input: IntentInput): void {
      const before = intent
      ;[intent, effects] = step(intent, input)
      if (intent === before) return
      if (intent.status !== 'settled' && intent.status !== 'failed') {
        onStep(intent)
        return effects.forEach(carryOut)
      }
      unwatch()
      timers.forEach(clearTimeout)
      if (intent.status === 'settled') resolve(intent.answer)
      else reject(new GatewayError(intent.failure))
      over.abort()
    }

    function carryOut(effect: IntentEffect): void {
      if (effect.type === 'wake') {
        // A timer may fire a little early; what was asked for is what is reported.
        const wake = (): void => feed({ type: 'woke', at: Math.max(effect.at, Date.now()) })
        timers.push(setTimeout(wake, effect.at - Date.now()))
      } else void (effect.type === 'send' ? send() : read())
    }

    async function send(): Promise<void> {
      try {
        const answer = await portOf(gateway).resume(request, { signal: over.signal })
        feed({ type: 'answered', answer, at: Date.now() })
      } catch (thrown) {
        const failure = GatewayError.from(thrown, 'unknown')
        warnOfProtocol(failure)
        feed({ type: 'refused', failure, at: Date.now(), random: Math.random() })
      }
    }

    async function read(): Promise<void> {
      try {
        const { interventions } = await reread(address, over.signal)
        feed({ type: 'read', interventions, at: Date.now() })
      } catch {
        feed({ type: 'read_failed', at: Date.now(), random: Math.random() })
      }
    }

    const unwatch = client.getQueryCache().subscribe(() => {
      feed({ type: 'observed', interventions: getState(address)?.interventions ?? [], at: Date.now() })
    })
    effects.forEach(carryOut)
  })
}
