import { dice } from './dice.ts'
import { rates } from './rates.ts'

/** The plan of a run. */
export interface Plan {
  /** The person at each page. */
  readonly pages: readonly string[]
  /** The number of calls in each pause. */
  readonly questions: readonly number[]
  readonly edits: number
  readonly polls: boolean
  readonly hasCursors: boolean
  readonly skewMs: number
  readonly isCalm: boolean
}

const casts = [['ana'], ['ana', 'ben'], ['ana', 'ben'], ['ana', 'ben'], ['ana', 'ana'], ['ana', 'ana']]
const questions = [[1], [1], [2], [3], [1, 1], [2, 1], [1, 2]]

/** Draws the plan of a run. */
export function drawPlan(): Plan {
  const dayMs = 86_400_000
  return {
    pages: dice.pick(casts),
    questions: dice.pick(questions),
    edits: dice.between(0, 2),
    polls: dice.happens(rates.run.polls),
    hasCursors: !dice.happens(rates.run.cursorless),
    skewMs: dice.happens(rates.run.skewed) ? dice.between(-dayMs, dayMs) : 0,
    isCalm: dice.happens(rates.run.calm),
  }
}
