import type { Subscribe } from './followChanges.ts'

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
