import type { Store } from './Store.ts'

/** Who works on what: a lease that is not renewed ends, and with it the belief that somebody is still at work. */
export interface Leases {
  /** Takes a lease and renews it until it is let go. */
  take(name: string): Promise<{ release(): Promise<void> }>
  isHeld(name: string): Promise<boolean>
}

/** Creates leases of `ms` milliseconds. */
export function createLeases(store: Store, ms: number): Leases {
  const keyOf = (name: string): string => `lease:${name}`
  return {
    isHeld: async (name) => (await store.read(keyOf(name))) !== undefined,
    take: async (name) => {
      const key = keyOf(name)
      await store.swap(key, undefined, name, ms)
      const timer = setInterval(() => {
        // A renewal that fails is tried again with the next one.
        void store.swap(key, name, name, ms).catch(() => undefined)
      }, ms / 3)
      return {
        release: async () => {
          clearInterval(timer)
          await store.swap(key, name, name, 1)
        },
      }
    },
  }
}
