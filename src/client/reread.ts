import type { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationAddress } from './cache.ts'
import { type Chain, run, wait } from './chain.ts'
import { type World, worldOf } from './world.ts'

const maxRepeats = 3

/** Reads once with a read that begins after this call, and again if the result is older than the state. */
export function* reread(world: Pick<World, 'getState' | 'isReading' | 'fetch'>): Chain<GatewayError | null> {
  // A read in progress may be too old.
  if (world.isReading()) yield* wait(world.fetch)
  for (let repeats = 0; ; repeats += 1) {
    const before = world.getState()?.reads ?? 0
    const failure = yield* wait(world.fetch)
    if (failure) return failure
    const state = world.getState()
    if (state && (state.reads > before || repeats >= maxRepeats)) return null
  }
}

export function rereadNow(address: ConversationAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    run(reread(worldOf(address)), {
      onEnd: (failure) => {
        if (failure) reject(failure)
        else resolve()
      },
    })
  })
}
