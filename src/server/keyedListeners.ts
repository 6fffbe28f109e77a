/** Whoever waits for news of a key. */
export interface KeyedListeners {
  notify(key: string): void
  /** Resolves with the next news, after `ms` milliseconds, or when the signal aborts. */
  next(key: string, ms: number, signal: AbortSignal): Promise<void>
}

/** Creates a place to wait for news. */
export function createKeyedListeners(): KeyedListeners {
  const waiting = new Map<string, Set<() => void>>()
  return {
    notify: (key) => {
      for (const wake of [...(waiting.get(key) ?? [])]) wake()
    },
    next: (key, ms, signal) =>
      new Promise((resolve) => {
        const all = waiting.get(key) ?? new Set()
        waiting.set(key, all)
        const wake = (): void => {
          clearTimeout(timer)
          signal.removeEventListener('abort', wake)
          all.delete(wake)
          if (all.size === 0 && waiting.get(key) === all) waiting.delete(key)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        all.add(wake)
        signal.addEventListener('abort', wake)
        if (signal.aborted) wake()
      }),
  }
}
