import fc from 'fast-check'
import type { Decision } from 'intervention-bar'
import type { Pause } from 'intervention-bar/core'

/** The events of one schedule. The scheduler chooses their order. */
export interface Plan {
  readonly answering: Pause['answering']
  /** The number of calls that the agent asks for at once. */
  readonly calls: number
  readonly presses: readonly PlannedPress[]
  readonly happenings: readonly Happening[]
  /** The fate of the first resume, the second, and so on; the rest are answered. */
  readonly resumes: readonly ('answered' | 'request_lost' | 'answer_lost' | 'refused')[]
}

/** One gesture of a person. */
export interface PlannedPress {
  readonly decision: Exclude<Decision, 'answered'>
  /** Which of the calls on the screen. */
  readonly call: number
  /** The number of clicks, all in one task. */
  readonly clicks: number
}

/** Other events. A number: so many milliseconds pass. */
export type Happening = 'changes' | 'decided_elsewhere' | 'expires' | 'cuts_stream' | 'restarts' | number

const anyPress: fc.Arbitrary<PlannedPress> = fc.record({
  decision: fc.constantFrom<Exclude<Decision, 'answered'>[]>(
    'approved',
    'approved',
    'rejected',
    'rejected_continue',
  ),
  call: fc.nat(1),
  clicks: fc.constantFrom(1, 1, 2),
})
const anyHappening = fc.constantFrom<Happening[]>(
  'changes',
  'changes',
  'decided_elsewhere',
  'expires',
  'cuts_stream',
  'restarts',
  400,
  2_000,
  12_000,
)

/** Any plan. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  answering: fc.constantFrom<Pause['answering'][]>('any', 'any', 'together', 'in_order'),
  calls: fc.integer({ min: 1, max: 2 }),
  presses: fc.array(anyPress, { minLength: 1, maxLength: 4 }),
  happenings: fc.array(anyHappening, { maxLength: 3 }),
  resumes: fc.array(
    fc.constantFrom<Plan['resumes'][number][]>(
      'answered',
      'answered',
      'request_lost',
      'answer_lost',
      'refused',
    ),
    { maxLength: 3 },
  ),
})
