/** The time limit of a client in a test, in milliseconds: a busy machine is no failure, and what hangs is found all the same. */
export const timeoutMs = 120_000
