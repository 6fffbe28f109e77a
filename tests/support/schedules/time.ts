import { vi } from 'vitest'

/** Lets time pass, and what its timers lead to be done after each slice of it. */
export async function timePasses(ms: number, sliceMs = 100): Promise<void> {
  for (let left = ms; left > 0; left -= sliceMs) {
    vi.advanceTimersByTime(Math.min(left, sliceMs))
    await macrotask()
  }
}

/** Lets everything be done that waits for nothing. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
