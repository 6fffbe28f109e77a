import type { DecisionRequest } from '../../model/decision.ts'
import type { Pause } from '../../model/operation.ts'
import type { CardDraft } from '../../backend/pendingCard.ts'
import type { Fields } from '../../backend/json.ts'

/** A call as a producer describes it in an interrupt. */
export type AgUiCall = Omit<CardDraft, 'operationId' | 'requestedAt'>

/** A tool call as the events of a run told it. */
export interface SeenCall {
  /** The name of the tool. */
  readonly name: string
  /** The raw JSON text of its arguments. */
  readonly argsText: string
}

/** One entry of `resume[]`, without the id of its interrupt. */
export interface AgUiAnswer {
  readonly status: 'resolved' | 'cancelled'
  /** The answer in the producer's own shape. */
  readonly payload?: unknown
}

/** One entry of `resume[]`. */
export interface AgUiResume extends AgUiAnswer {
  /** The interrupt that it answers. */
  readonly interruptId: string
}

/**
 * Reads the interrupts of one producer of AG-UI, and writes the answers that it takes. The standard leaves the shape of
 * both open.
 */
export interface AgUiProducer {
  /** The effect of a rejection on the other calls. */
  readonly siblings: Pause['siblings']
  /** The producer refuses an answer it has had, so that a request that broke may be sent again. */
  readonly repeatable: boolean
  /** The calls behind an interrupt; undefined: it is none this producer makes. */
  read(interrupt: Fields, seen: (toolCallId: string) => SeenCall | undefined): readonly AgUiCall[] | undefined
  /** The answer to an interrupt; the decisions are in the order of its calls. */
  answer(interrupt: Fields, decisions: readonly DecisionRequest[]): AgUiAnswer
}
