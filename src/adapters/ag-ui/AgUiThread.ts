import type { InterventionCall } from '../../model/intervention.ts'
import type { Operation } from '../../model/operation.ts'
import type { Fields } from '../../backend/json.ts'
import type { SeenCall } from './AgUiProducer.ts'

/** What is known of a thread. */
export interface AgUiThread {
  /** The run whose events come in, or the last one. */
  run: Operation | undefined
  interventions: readonly InterventionCall[]
  /** Tool calls by id, as the runs told of them. */
  readonly seen: Map<string, SeenCall>
  /** What waits: the interrupts of the last pause. */
  waiting: readonly OpenInterrupt[]
  /** The answers that the run under way was started with, as far as it says so. */
  answers: readonly Fields[]
}

/** An interrupt that waits for an answer. */
export interface OpenInterrupt {
  readonly interrupt: Fields
  /** The producer has words for it. */
  readonly isKnown: boolean
  /** The ids of its calls, in their order. */
  readonly calls: readonly string[]
}
