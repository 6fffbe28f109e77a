/** Time as the mock gateway sees it. Inject your own to run faster, or slower, than the wall clock. */
export interface MockClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after this many milliseconds. */
  sleep(ms: number): Promise<void>
}

/** The wall clock. A sleep of 0 ms takes no timer. */
export const wallClock: MockClock = {
  now: () => Date.now(),
  sleep: (ms) => (ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))),
}
