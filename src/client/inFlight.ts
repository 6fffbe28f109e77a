import { createScopedStore, type ScopedStore } from './scopedStore.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { ResumeAnswer } from '../model/resume.ts'

/** The result of a press that sent nothing: the host cancelled it, or the choice waits for its siblings. */
export type NotSent =
  | { readonly outcome: 'cancelled' }
  /** `left`: how many calls are still undecided. */
  | { readonly outcome: 'kept'; readonly left: number }

/** The result of a press. */
export type DecideResult = ResumeAnswer | NotSent

/** One decision on its way. The same record stands for every card of its resume. */
export interface Lock {
  /** The same decision on one of its calls joins it, another is refused. */
  readonly decisions: readonly DecisionRequest[]
  /** `asking`: the host's veto is out. `checking`: nobody knows yet whether it took effect. */
  readonly stage: 'asking' | 'sending' | 'checking'
  /** Our clock when it was sent, in milliseconds; null: it was not yet. */
  readonly sentAt: number | null
  readonly result: Promise<DecideResult>
}

/**
 * The only home of in-flight truth: the locks by conversation and tool call, page-wide and synchronous, so that no two
 * buttons, bars or hooks ever send for the same card.
 */
export const inFlight: ScopedStore<Lock> = createScopedStore()
