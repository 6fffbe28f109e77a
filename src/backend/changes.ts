import type { FollowSignal } from '../model/event.ts'

/** Tells when something may have changed. Returns what ends the listening. */
export type Subscribe = (listener: () => void) => () => void

/**
 * Follows what lives in this page: after each change it says `gap`, so that the kit reads again. Changes that come
 * while a signal is being handled are said once.
 */
export async function* followChanges(
  subscribe: Subscribe,
  signal: AbortSignal,
): AsyncGenerator<FollowSignal, void> {
  let changed = false
  let wake = (): void => undefined
  const notice = (): void => {
    changed = true
    wake()
  }
  const unsubscribe = subscribe(notice)
  const end = (): void => wake()
  signal.addEventListener('abort', end)
  try {
    yield { type: 'connection', status: 'live' }
    while (!signal.aborted) {
      if (!changed) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (signal.aborted) return
      changed = false
      yield { type: 'gap' }
    }
  } finally {
    unsubscribe()
    signal.removeEventListener('abort', end)
  }
}

/** Whoever wants to know of changes. */
export interface Listeners {
  readonly subscribe: Subscribe
  /** Tells everybody. */
  notify(): void
}

/** Creates a list of listeners. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    notify: () => {
      for (const listener of [...listeners]) listener()
    },
  }
}

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
