/** The rates of faults during the first minute, as shares of requests, events or runs. */
export const rates = {
  request: {
    /** Never reaches the server. Half of these fail at once, half hang. */
    lost: 0.12,
    /** The server acts, its answer does not come. Half fail at once, half hang. */
    answerLost: 0.12,
    /** Arrives a second time, up to 20 s later. */
    twice: 0.08,
    /** 5xx before anything was done, and after. A third of them with `Retry-After`. */
    failsBefore: 0.06,
    failsAfter: 0.06,
    /** 401, 403 or 429: nothing was done. */
    refused: 0.04,
    /** Takes up to 20 s. */
    slow: 0.1,
  },
  event: {
    /** Half take their connection along, half are lost without a trace. */
    lost: 0.15,
    /** Of those lost without a trace: from here on the connection says nothing at all. */
    silences: 0.2,
    twice: 0.1,
    late: 0.05,
    garbled: 0.01,
  },
  /** Of the resumes that were accepted. */
  operation: {
    /** Never begins. */
    missing: 0.02,
    /** Begins 3 to 30 s late. */
    late: 0.03,
  },
  run: {
    /** Nothing goes wrong at all. */
    calm: 0.02,
    /** A page is offline for a while; one in six for longer than a minute. */
    offline: 0.3,
    restart: 0.05,
    /** A page is loaded again, and has forgotten everything. */
    reload: 0.1,
    /** The conversation is unmounted for a while. */
    unmount: 0.08,
    wake: 0.1,
    /** A call expires or is withdrawn. */
    lapse: 0.1,
    /** A gateway without a stream. */
    polls: 0.1,
    /** A backend without cursors. */
    cursorless: 0.1,
    /** The server's clock is up to a day off. */
    skewed: 0.2,
  },
  call: {
    /** A question of the agent, without a tool. */
    question: 0.12,
    /** A tool whose arguments can be edited, and whose approval can be remembered. */
    editable: 0.25,
  },
  press: {
    /** The arguments are edited. */
    edited: 0.4,
    /** Words go with the decision. */
    noted: 0.3,
    remembered: 0.3,
    /** Another try says the same in other words. */
    otherWords: 0.2,
    double: 0.2,
    /** The press counts for what was shown just before. */
    stale: 0.1,
    /** The host is asked first. */
    asked: 0.1,
    /** Two calls at once. */
    several: 0.1,
    otherDecision: 0.25,
  },
} as const

/** Faults begin with the run and end this many ms later; what is still wrong when the run is over, stays wrong. */
export const faultsEndAfterMs = 60_000
/** By then everything has to be at rest, or it never will be. */
export const restAfterMs = 240_000
