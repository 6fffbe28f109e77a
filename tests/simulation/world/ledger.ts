import type { DecisionRequest, ResumeRequest } from '../../../src/model/decision.ts'
import type { Effect } from './server.ts'

/** The offences of a run. */
export const offences = [
  'double_effect',
  'double_effect_of_one_press',
  'other_than_shown',
  'nobody_pressed',
  'stuck',
  'disagreement',
  'untrue',
] as const
export type Offence = (typeof offences)[number]

/** One press of a person, and what became of it. */
export interface MadePress {
  readonly page: string
  readonly at: number
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
  /** The arguments on the screen as they were edited, or the answer, by call. */
  readonly shown: ReadonlyMap<string, string>
  requestId: string | null
  readonly sentAt: number[]
  /** A send that was neither answered nor given up by the network. */
  openSince: number | null
  /** When the last send failed. */
  refusedAt: number
  isOver: boolean
  /** The tab whose page was loaded again before it was over. */
  isCutOffIn: string | null
}

/** The kit's own time limit of a request. What comes later is not heard any more. */
export const limitMs = 10_000

/** When the last send of a press failed, or was given up. */
export function endOfLastSend({ openSince, refusedAt }: MadePress): number {
  return openSince === null ? refusedAt : openSince + limitMs
}

/** Everything a run leaves behind for its judges. */
export class Ledger {
  readonly presses: MadePress[] = []
  readonly effects: Effect[] = []
  readonly offences = new Map<Offence, string>()
  /** Request ids of which somebody was told that nothing came of them. */
  readonly denied = new Set<string>()
  readonly #say: (text: () => string) => void

  constructor(say: (text: () => string) => void) {
    this.#say = say
  }

  accuse(offence: Offence, text: string): void {
    this.#say(() => `OFFENCE ${offence}: ${text}`)
    if (!this.offences.has(offence)) this.offences.set(offence, text)
  }

  pressOf(request: ResumeRequest): MadePress | undefined {
    return this.presses.find((one) => one.decisions === request.decisions)
  }
}
