import type { LeftOut } from '../model/batch.ts'
import type { Decision } from '../model/decision.ts'

/** The texts of the list of all that waits, in one language. */
export interface ListWords {
  /** The label of the button back to the request. */
  readonly back: string
  /** The label of a row that leads to its request. */
  readonly open: (tool: string) => string
  /** The label of the box that ticks a row. */
  readonly tick: (tool: string, target: string) => string
  /** The label of the box that ticks all that can be decided together. */
  readonly tickAll: (count: number) => string
  /** The reason why a row cannot be ticked. */
  readonly leftOut: Readonly<Record<LeftOut, string>>
  /** The row is ticked. */
  readonly ticked: string
  /** A decision of it is on its way. */
  readonly deciding: string
  /** Nothing is ticked. */
  readonly none: string
  /** The rows that the buttons below are about, each by its target, and the number of the others. */
  readonly covered: (targets: readonly string[], left: number) => string
  /** The labels of the buttons that decide what is ticked. */
  readonly decide: Readonly<Record<Decision, (count: number) => string>>
}

/** English. */
export const listWords: ListWords = {
  back: 'Back',
  open: (tool) => `Open ${tool}`,
  tick: (tool, target) => `Decide together: ${[tool, target].filter(Boolean).join(', ')}`,
  tickAll: (count) => `Tick all ${count} that are alike`,
  leftOut: {
    destructive: 'May delete or overwrite. Review separately',
    separate: 'Review separately',
    new: 'Just arrived',
    not_seen: 'Not read in full yet. Open it first',
    other_tool: 'Another tool',
    other_task: 'From another task',
  },
  ticked: 'Ticked',
  deciding: 'Being decided…',
  none: 'Tick requests that are alike to decide them together. Nothing is decided before you press a button.',
  covered: (targets, left) =>
    `${targets.length} ticked: ${targets.join(', ')}. ${left === 0 ? 'No others wait.' : `The other ${left} still wait for you.`}`,
  decide: {
    approved: (count) => `Approve these ${count}`,
    answered: (count) => `Answer these ${count}`,
    rejected: (count) => `Reject these ${count} and stop`,
    rejected_continue: (count) => `Reject these ${count}`,
  },
}
