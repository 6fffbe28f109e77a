import { GatewayError } from '../gateway/GatewayError.ts'
import type { Failure, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import { begin, type Intent, type IntentEffect, type IntentInput, isChecking, step } from '../model/intent.ts'
import { reread, type World } from './world.ts'
import { run } from './chain.ts'
import { tracer } from './tracer.ts'

interface Ends {
  readonly onStep: (intent: Intent) => void
  /** The backend cannot take the decision yet, and nothing has run. */
  readonly onNotTaken: () => void
  readonly onEnd: (end: ResumeAnswer | GatewayError) => void
}

export function driveIntent(
  world: World,
  { request, doubt }: { readonly request: ResumeRequest; readonly doubt: Failure | null },
  { onStep, onNotTaken, onEnd }: Ends,
): void {
  const ends = new Set<() => void>()
  const pressedAt = Date.now()
  let [intent, effects] = begin(request, pressedAt, doubt)
  tracer.current?.(world.scope, { type: 'begun', request, at: pressedAt, doubt, after: intent })

  function feed(input: IntentInput): void {
    const before = intent
    ;[intent, effects] = step(intent, input)
    if (intent === before) return
    tracer.current?.(world.scope, { type: 'intent', input, before, after: intent })
    if (intent.status !== 'settled' && intent.status !== 'failed') {
      onStep(intent)
      effects.forEach(carryOut)
      return
    }
    for (const end of ends) end()
    ends.clear()
    onEnd(intent.status === 'settled' ? intent.answer : new GatewayError(intent.failure))
  }

  function carryOut(effect: IntentEffect): void {
    switch (effect.type) {
      case 'send': {
        const sent = intent
        const tell = (): void => {
          if (intent === sent && !isChecking(intent)) onNotTaken()
        }
        const stop = world.resume(
          request,
          tell,
        )((end) => {
          const at = Date.now()
          if ('outcome' in end) feed({ type: 'answered', answer: end, at })
          else feed({ type: 'refused', failure: end, at, random: Math.random() })
        })
        keep(stop)
        break
      }
      case 'read': {
        const onRead = (failure: Failure | null): void => {
          const at = Date.now()
          if (failure) feed({ type: 'read_failed', at, random: Math.random() })
          else feed({ type: 'read', interventions: world.getState()?.interventions ?? [], at })
        }
        keep(run(reread(world), { onEnd: onRead }))
        break
      }
      case 'wake': {
        // A timer may fire early, so the requested time is reported.
        const wake = (): void => feed({ type: 'woke', at: Math.max(effect.at, Date.now()) })
        const timer = setTimeout(wake, effect.at - Date.now())
        keep(() => clearTimeout(timer))
        break
      }
      default:
        effect satisfies never
    }
  }

  function keep(end: (() => void) | void): void {
    if (!end) return
    if (intent.status === 'settled' || intent.status === 'failed') end()
    else ends.add(end)
  }

  keep(
    world.watchState(() => {
      const interventions = world.getState()?.interventions ?? []
      feed({ type: 'observed', interventions, at: Date.now() })
    }),
  )
  effects.forEach(carryOut)
}
