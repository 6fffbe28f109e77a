/** Faults that a mock gateway can show. */
export type FaultName =
  /** Answers `ms` late. `acts`: the request takes effect at once, and only the answer is late. */
  | 'slow'
  /** 403: this person may not. */
  | 'refused'
  /** 401: signed out. */
  | 'signed_out'
  /** 429 with `Retry-After` of `ms`. */
  | 'rate_limited'
  /** The connection fails before anything is done. */
  | 'unreachable'
  /** 500, before anything is done. */
  | 'server_error'
  /** Acts, then the connection fails. */
  | 'drops_answer'
  /** Never answers. `acts`: the request still takes effect. */
  | 'never_answers'
  /** 2xx with a body that is not the contract. */
  | 'garbage'
  /** 202, but the new operation never starts. */
  | 'never_starts'
  /** The next ends of operations are saved, but no stream sends them. A park is such an end. */
  | 'loses_end'
  /** Streams stay open and send nothing, not even a comment. */
  | 'silences_stream'
  /** Every event comes twice. */
  | 'doubles_events'
  /** Two successive events are swapped. */
  | 'reorders_events'
  /** Every open stream is cut, now. */
  | 'drops_stream'
  /**
   * The server restarts now: a new epoch, all streams are cut, running operations are interrupted, waiting calls
   * still wait.
   */
  | 'restarts'

/** The requests that a fault can apply to. `settings`: a read of the approval settings. `change`: a change of them. */
export type FaultTarget =
  | 'resume'
  | 'read'
  | 'events'
  | 'stop'
  | 'messages'
  | 'settings'
  | 'change'
  | 'waiting'

/** One planned fault. */
export interface Fault {
  /** The kind of fault. */
  readonly name: FaultName
  /** @default 'resume' */
  readonly on?: FaultTarget
  /** The number of times it strikes. @default 1; for `silences_stream`, `doubles_events` and `reorders_events`: until cleared */
  readonly times?: number
  /** Milliseconds, for `slow` and `rate_limited`. @default 3000 */
  readonly ms?: number
  /** For `never_answers` and `slow`: the request still takes effect. @default false */
  readonly acts?: boolean
}

export interface FaultPlan {
  add(fault: Fault): void
  clear(): void
  take(name: FaultName, on?: FaultTarget): Fault | undefined
  has(name: FaultName): boolean
}

const lasting = new Set<FaultName>(['silences_stream', 'doubles_events', 'reorders_events'])

export function createFaultPlan(initial: readonly Fault[]): FaultPlan {
  let plan: { fault: Fault; left: number }[] = []
  const strikes = (fault: Fault): number => fault.times ?? (lasting.has(fault.name) ? Infinity : 1)
  const add = (fault: Fault): void => void plan.push({ fault, left: strikes(fault) })
  initial.forEach(add)
  return {
    add,
    clear: () => {
      plan = []
    },
    has: (name) => plan.some(({ fault, left }) => fault.name === name && left > 0),
    take: (name, on) => {
      const found = plan.find(
        ({ fault, left }) =>
          fault.name === name && left > 0 && (on === undefined || (fault.on ?? 'resume') === on),
      )
      if (found) found.left -= 1
      return found?.fault
    },
  }
}
