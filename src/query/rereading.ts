import { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationState } from '../model/conversation.ts'
import { isRunning } from '../model/operation.ts'
import { rereadIntervalMs } from '../model/reread.ts'
import type { ConversationStore } from './conversationStore.ts'
import type { Readings } from './readings.ts'

/** Reads that are owed, and reads that time asks for. */
export interface Rereading {
  /** Reads again and says how that went. Resolves with the state after a read that began after this call. */
  reread(): Promise<ConversationState>
  /** Does what time alone asks for: forgets, notices silence, reads again. */
  tick(): void
  /** True while time alone can change something. */
  isTimeBound(): boolean
}

const firstRetryMs = 1_000
const maxRetryMs = 30_000

/**
 * @param link.polls Whether changes are found by reading only.
 * @param link.streams Whether a stream is open, or opening.
 * @param link.onRead Called after each read that worked.
 */
export function createRereading(
  store: ConversationStore,
  readings: Readings,
  link: { readonly polls: () => boolean; readonly streams: () => boolean; readonly onRead: () => void },
): Rereading {
  /** Reads that failed in a row since one was asked for; null: none is owed. */
  let owed: number | null = null

  async function reread(): Promise<ConversationState> {
    owed ??= 0
    try {
      const read = await readings.read()
      owed = null
      for (const operation of read.operations) if (isRunning(operation)) store.vouch(operation.id)
      store.update((state) => state)
      store.report({ failure: null, ...(link.polls() ? { connection: 'live' } : {}) })
      link.onRead()
      return store.getState() ?? read
    } catch (thrown) {
      const failure = GatewayError.from(thrown, 'no')
      owed = isFinal(failure) ? null : (owed ?? 0) + 1
      if (link.streams()) store.report({ failure })
      else if (isFinal(failure)) store.report({ failure, connection: 'stopped' })
      else store.report({ failure, ...(link.polls() ? { connection: 'stale' } : {}) })
      throw failure
    }
  }

  function intervalMs(state: ConversationState | undefined, now: number): number | null {
    if (owed !== null) return Math.min(maxRetryMs, firstRetryMs * 2 ** owed)
    const { failure } = store.snapshot()
    if (!state || (failure && isFinal(failure))) return null
    const witness = { ...store.witness(), now }
    return rereadIntervalMs(state, { witness, polls: link.polls(), unknownOutcome: lastUnknownAt() > 0 })
  }

  /** When a decision failed last and nobody knows whether it ran; 0: none did. */
  function lastUnknownAt(): number {
    const records = [...store.snapshot().records.values()]
    return Math.max(
      0,
      ...records.map((one) =>
        one.status === 'failed' && one.failure.applied === 'unknown' ? one.failedAt : 0,
      ),
    )
  }

  return {
    reread,
    tick: () => {
      store.update((state) => state)
      store.refresh()
      const state = store.getState()
      const interval = intervalMs(state, Date.now())
      const answeredAt = state?.expected.map((one) => one.at) ?? []
      const since = Math.max(readings.lastBeganAt(), lastUnknownAt(), ...answeredAt)
      if (interval !== null && !readings.isReading() && Date.now() - since >= interval) reread().catch(ignore)
    },
    isTimeBound: () => {
      const state = store.getState()
      return (state?.ended.length ?? 0) > 0 || intervalMs(state, Number.POSITIVE_INFINITY) !== null
    },
  }
}

/** What asking again would not change. */
function isFinal({ code }: GatewayError): boolean {
  return ['not_found', 'forbidden', 'unauthenticated', 'unsupported', 'invalid'].includes(code)
}

/** A failure is kept in the snapshot; nobody waits for this promise. */
export function ignore(): void {}
