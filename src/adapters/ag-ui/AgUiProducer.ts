import type { DecisionRequest } from '../../model/decision.ts'
import type { Pause } from '../../model/operation.ts'
import type { CardDraft } from '../../backend/pendingCard.ts'
import type { Fields } from '../../backend/json.ts'

/** A call as a producer describes it in an interrupt. */
export type AgUiCall = Omit<CardDraft, 'operationId' | 'requestedAt'>

/** What a run said of a tool call by its own events. */
export interface SeenCall {
  readonly name: string
  readonly argsText: string
}

/** One entry of `resume[]`, without the id of its interrupt. */
export interface AgUiAnswer {
  readonly status: 'resolved' | 'cancelled'
  readonly payload?: unknown
}

/** One entry of `resume[]`. */
export interface AgUiResume extends AgUiAnswer {
  readonly interruptId: string
}

/**
 * How one producer of AG-UI describes the calls behind an interrupt, and which payload it takes for an answer. The
 * standard leaves both open.
 */
export interface AgUiProducer {
  /** What a rejection does to the other calls. */
  readonly siblings: Pause['siblings']
  /** The producer refuses an answer it has had, so that a request that broke may be sent again. */
  readonly repeatable: boolean
  /** The calls behind an interrupt; undefined: it is none this producer makes. */
  read(interrupt: Fields, seen: (toolCallId: string) => SeenCall | undefined): readonly AgUiCall[] | undefined
  /** The answer to an interrupt; the decisions are in the order of its calls. */
  answer(interrupt: Fields, decisions: readonly DecisionRequest[]): AgUiAnswer
}
