import type { Subscribe } from './followChanges.ts'

/** The first answer a check gives, now or after a change. Rejects with the reason of the signal. */
export function until<T>(subscribe: Subscribe, signal: AbortSignal, check: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      try {
        const found = check()
        if (found === undefined) return
        resolve(found)
      } catch (thrown) {
        reject(thrown)
      }
      stop()
    }
    const abort = (): void => {
      reject(signal.reason)
      stop()
    }
    const unsubscribe = subscribe(look)
    const stop = (): void => {
      unsubscribe()
      signal.removeEventListener('abort', abort)
    }
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
    else look()
  })
}
