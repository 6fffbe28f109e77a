import type { Store } from './Store.ts'

export interface Leases {
  /**
   * Takes a lease and renews it until it is let go. Never rejects: what the store does not take now, or has let lapse
   * because it was away or this machine stood still, is taken with the next renewal.
   */
  take(name: string): Promise<{ release(): Promise<void> }>
  isHeld(name: string): Promise<boolean>
}

export function createLeases(store: Store, ms: number): Leases {
  const keyOf = (name: string): string => `lease:${name}`
  return {
    isHeld: async (name) => (await store.read(keyOf(name))) !== undefined,
    take: async (name) => {
      const key = keyOf(name)
      let isReleased = false
      const renew = async (): Promise<void> => {
        try {
          if (await store.swap(key, name, name, ms)) return
          if (!isReleased) await store.swap(key, undefined, name, ms)
        } catch {
          // The next renewal tries again.
        }
      }
      await renew()
      const timer = setInterval(() => void renew(), ms / 3)
      return {
        release: async () => {
          isReleased = true
          clearInterval(timer)
          await store.swap(key, name, name, 1)
        },
      }
    },
  }
}
