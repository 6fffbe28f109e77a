import { defaultTimeoutMs, type GatewayClient } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import { begin, type Intent, type IntentEffect, type IntentInput, step } from '../model/intent.ts'

/** What a running intent needs of the world. */
export interface IntentWorld {
  readonly gateway: GatewayClient
  /** Resolves with the state after a read that began after this call. */
  readonly reread: () => Promise<ConversationState>
  readonly getState: () => ConversationState | undefined
  readonly onStateChange: (listener: () => void) => () => void
  readonly onIntent: (intent: Intent) => void
}

/** Carries out what the `intent` machine asks for, until the decision has an answer. Rejects with a `GatewayError`. */
export function driveIntent(
  request: ResumeRequest,
  pressedAt: number,
  world: IntentWorld,
): Promise<ResumeAnswer> {
  return new Promise((resolve, reject) => {
    const over = new AbortController()
    const timers = new Set<ReturnType<typeof setTimeout>>()
    let [intent, first] = begin(request, pressedAt)

    function feed(input: IntentInput): void {
      const [next, effects] = step(intent, input)
      if (next === intent && effects.length === 0) return
      intent = next
      if (intent.status === 'settled' || intent.status === 'failed') return finish(intent)
      world.onIntent(intent)
      effects.forEach(carryOut)
    }

    function carryOut(effect: IntentEffect): void {
      switch (effect.type) {
        case 'send':
          return void send()
        case 'read':
          return void read()
        case 'wake': {
          const timer = setTimeout(
            () => {
              timers.delete(timer)
              feed({ type: 'woke', at: Date.now() })
            },
            Math.max(0, effect.at - Date.now()),
          )
          return void timers.add(timer)
        }
        default:
          effect satisfies never
      }
    }

    async function send(): Promise<void> {
      const { gateway } = world
      const ms = gateway.resumeTimeoutMs ?? defaultTimeoutMs
      try {
        const answer = await withTimeLimit(ms, { signal: over.signal, applied: 'unknown' }, (signal) =>
          gateway.resume(request, { signal }),
        )
        feed({ type: 'answered', answer, at: Date.now() })
      } catch (thrown) {
        const failure = GatewayError.from(thrown, 'unknown')
        feed({ type: 'refused', failure, at: Date.now(), random: Math.random() })
      }
    }

    async function read(): Promise<void> {
      try {
        const { interventions } = await world.reread()
        feed({ type: 'read', interventions, at: Date.now() })
      } catch {
        feed({ type: 'read_failed', at: Date.now(), random: Math.random() })
      }
    }

    const stopWatching = world.onStateChange(() => {
      const interventions = world.getState()?.interventions ?? []
      feed({ type: 'observed', interventions, at: Date.now() })
    })

    function finish(end: Extract<Intent, { status: 'settled' | 'failed' }>): void {
      stopWatching()
      timers.forEach(clearTimeout)
      if (end.status === 'settled') resolve(end.answer)
      else reject(asError(end.failure))
      over.abort()
    }

    first.forEach(carryOut)
  })
}

function asError(failure: Extract<Intent, { status: 'failed' }>['failure']): GatewayError {
  return failure instanceof GatewayError ? failure : new GatewayError(failure)
}
