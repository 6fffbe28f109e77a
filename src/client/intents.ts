import { createScopedStore, type ScopedStore } from './scopedStore.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import type { ResumeRequest } from '../model/resume.ts'

/** What is remembered of a card beyond what the gateway says: the last intent, and what became of it. */
export type CardRecord =
  | { readonly status: 'sent'; readonly request: ResumeRequest }
  /** `failedAt`: our clock, in milliseconds. */
  | {
      readonly status: 'failed'
      readonly request: ResumeRequest
      readonly failure: Failure
      readonly failedAt: number
    }
  /** Sent before this page was loaded; nobody has seen its end. */
  | { readonly status: 'earlier'; readonly request: ResumeRequest; readonly isExact: boolean }
  /** Another tab of this browser decides. `since`: our clock, in milliseconds. */
  | { readonly status: 'elsewhere'; readonly request: ResumeRequest; readonly since: number }
  /** What would have run is no longer what was shown, and nothing was done. */
  | { readonly status: 'changed'; readonly request: null }
  /** A receipt. `request` null: settled by somebody else. `settledAt`: our clock, in ms. */
  | {
      readonly status: 'settled'
      readonly request: ResumeRequest | null
      readonly settledAt: number
      readonly dismissed: boolean
    }

/** The records by conversation and tool call, page-wide: they survive an unmount. */
export const intents: ScopedStore<CardRecord> = createScopedStore()

/** A decision of this page that is over, as far as this page knows. */
export function wasAnswered(
  record: CardRecord | undefined,
): record is Extract<CardRecord, { status: 'sent' | 'settled' }> & { readonly request: ResumeRequest } {
  return record?.status === 'sent' || (record?.status === 'settled' && record.request !== null)
}

/** True for equal decisions in the same order, whatever the order of their fields. */
export function areSame(a: readonly DecisionRequest[], b: readonly DecisionRequest[]): boolean {
  return textOf(a) === textOf(b)
}

function textOf(decisions: readonly DecisionRequest[]): string {
  return JSON.stringify(
    decisions.map((made) => Object.entries(made).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )
}
