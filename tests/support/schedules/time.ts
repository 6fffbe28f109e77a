import { vi } from 'vitest'

const sliceMs = 100

/** Lets time pass, and what its timers lead to be done in between. */
export async function timePasses(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= sliceMs) {
    vi.advanceTimersByTime(Math.min(left, sliceMs))
    await macrotask()
  }
}

/** Lets everything be done that waits for nothing. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
