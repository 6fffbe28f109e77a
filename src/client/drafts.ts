import { createScopedStore, type ScopedStore } from './scopedStore.ts'
import type { DecisionRequest } from '../model/decision.ts'

/** What a person began on a card and did not send yet. */
export interface Draft {
  readonly reason: string
  /** A rejection that needs words was pressed: the box for them is open. */
  readonly rejecting: 'rejected' | 'rejected_continue' | null
  /** Decided, and kept until the calls that are answered together with it are decided too. */
  readonly choice: DecisionRequest | null
}

/** An untouched card. */
export const emptyDraft: Draft = { reason: '', rejecting: null, choice: null }

/** The drafts by conversation and tool call, page-wide: they survive a failure and an unmount. */
export const drafts: ScopedStore<Draft> = createScopedStore()
