import { GatewayError } from '../gateway/GatewayError.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import { callHost } from './hostCallback.ts'
import type { Press } from './press.ts'

const patienceMs = 60_000

/** True when the host took the decision back. Rejects with `timeout` when it never answered. */
export async function isVetoed({
  onDecide,
  decisions,
  source,
  event,
}: Pick<Press, 'onDecide' | 'decisions' | 'source' | 'event'>): Promise<boolean> {
  if (!onDecide) return false
  let isCancelled = false
  const cancel = (): void => {
    isCancelled = true
  }
  try {
    await withTimeLimit(patienceMs, { applied: 'no' }, async () =>
      onDecide(decisions, { source, event, cancel }),
    )
  } catch (thrown) {
    if (thrown instanceof GatewayError && thrown.code === 'timeout') throw thrown
    callHost(() => {
      throw thrown
    })
    return true
  }
  return isCancelled
}
