import type { Store } from './Store.ts'

/**
 * Keeps everything in this process: for a single server, and for tests.
 *
 * @example
 * const claims = createClaims({ store: createMemoryStore() })
 */
export function createMemoryStore(): Store {
  const kept = new Map<string, { readonly text: string; readonly until: number }>()
  const read = (key: string): string | undefined => {
    const found = kept.get(key)
    if (!found || found.until > Date.now()) return found?.text
    kept.delete(key)
    return undefined
  }
  /** Entries that have expired and are never read again are swept out whenever the map has doubled. */
  let sweepAt = 1_000
  const sweep = (): void => {
    if (kept.size < sweepAt) return
    for (const key of [...kept.keys()]) read(key)
    sweepAt = Math.max(1_000, kept.size * 2)
  }
  return {
    read: async (key) => read(key),
    swap: async (key, from, to, ttlMs) => {
      if (read(key) !== from) return false
      kept.set(key, { text: to, until: Date.now() + ttlMs })
      sweep()
      return true
    },
  }
}
