import type { ConversationState } from './conversation.ts'
import type { OperationId } from './ids.ts'
import { isRunning } from './operation.ts'

/** The last confirmation of each operation: one of its own events, or a read that listed it. */
export interface LastSeen {
  /** Our clock, in milliseconds. */
  readonly now: number
  /**
   * Milliseconds on the same clock. An accepted operation is confirmed by its answer, without an entry here.
   */
  readonly seenAt: ReadonlyMap<OperationId, number>
  /** Browsers slow the clock of a hidden page down, so that it is judged later. @default false */
  readonly isHidden?: boolean
}

/** Without confirmation for this long, the kit reads again (rule S11). */
export const rereadAfterMs = 30_000
/** Without confirmation for this long, an operation is not busy, and the connection is stale (rule S11). */
export const unconfirmedAfterMs = 60_000
const hiddenAfterMs = 90_000

/**
 * True while the spinner shows: a decision is in flight, or an operation runs, or an accepted one was not seen yet. An
 * operation counts only as long as events or reads confirm that it is still running.
 *
 * @param inFlight True while a decision of this conversation holds its lock.
 *
 * @example
 * const seenAt = new Map([['op_1', Date.now()]])
 * const isSpinning = isBusy(state, false, { now: Date.now(), seenAt })
 */
export function isBusy(state: ConversationState | undefined, inFlight: boolean, lastSeen: LastSeen): boolean {
  return inFlight || unseenForMs(state, lastSeen).some((ms) => !isUnconfirmed(ms, lastSeen))
}

export function isUnconfirmed(unseenMs: number, { isHidden }: Pick<LastSeen, 'isHidden'>): boolean {
  return unseenMs >= (isHidden ? hiddenAfterMs : unconfirmedAfterMs)
}

/** The time since each busy operation was last confirmed, in ms; `Infinity`: never. */
export function unseenForMs(
  state: ConversationState | undefined,
  { now, seenAt }: Pick<LastSeen, 'now' | 'seenAt'>,
): readonly number[] {
  const seen = (id: OperationId): number => seenAt.get(id) ?? Number.NEGATIVE_INFINITY
  const unseen: number[] = []
  for (const one of state?.operations ?? []) if (isRunning(one)) unseen.push(now - seen(one.id))
  for (const one of state?.expected ?? []) {
    if (!one.missing) unseen.push(now - Math.max(one.at, seen(one.operationId)))
  }
  return unseen
}

export interface RereadReasons {
  readonly lastSeen: Pick<LastSeen, 'now' | 'seenAt'>
  readonly polls: boolean
  /** The stream is not there yet: some proxies hold its answer back until it ends. */
  readonly isConnecting: boolean
  readonly unknownOutcome: boolean
}

/**
 * The time after the last read at which the next one is due, in ms; `null`: none is (rules S11, S13, and polling
 * without a stream).
 */
export function rereadIntervalMs(
  state: ConversationState,
  { lastSeen, polls, isConnecting, unknownOutcome }: RereadReasons,
): number | null {
  const unseen = unseenForMs(state, lastSeen)
  if (state.unread || (polls && unseen.length > 0)) return 2_000
  if (isConnecting && unseen.length > 0) return 5_000
  if (unknownOutcome || state.expected.some((expected) => !expected.missing)) return 10_000
  if (polls) return 30_000
  return unseen.some((ms) => ms >= rereadAfterMs) ? rereadAfterMs : null
}
