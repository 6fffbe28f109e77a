import { GatewayError } from '../gateway/GatewayError.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import { callHost } from '../internal/hostCallback.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { Press } from './press.ts'

/** How a decision came about, and the way to take it back. */
export interface DecideDetails {
  /** `press`: a button of the kit. `shortcut`: a key chord. `hook`: the host's own code. */
  readonly source: 'press' | 'shortcut' | 'hook'
  readonly event?: Event | undefined
  /** Takes the decision back: nothing is sent, the card stays as it is. */
  cancel(): void
}

/**
 * Asked before anything is sent; awaited. Call `details.cancel()` to take the decision back. A host that throws, or
 * takes longer than 60 s, has not agreed: nothing is sent then either.
 */
export type OnDecide = (decisions: readonly DecisionRequest[], details: DecideDetails) => void | Promise<void>

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
