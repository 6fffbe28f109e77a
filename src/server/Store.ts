import { pause } from '../gateway/timeLimit.ts'

/**
 * Stores claims and conversations: one text per key, changed only by compare and swap. `createMemoryStore`,
 * `createPostgresStore` and `createRedisStore` make one; any database can be one.
 */
export interface Store {
  /** The text under a key; undefined: there is none, or it has expired. */
  read(key: string): Promise<string | undefined>
  /**
   * Writes in one step, and only if the text is still `from` (undefined: none). True: it is written, for `ttlMs`
   * milliseconds. Of several concurrent writers one gets true.
   */
  swap(key: string, from: string | undefined, to: string, ttlMs: number): Promise<boolean>
}

const tries = 100
const failures = 3
const { signal } = new AbortController()

/**
 * Repeats an attempt until it returns true, because another writer may be faster. A store that fails is asked again a few
 * times: its answer may be lost, and the write be done.
 */
export async function untilDone(key: string, attempt: () => Promise<boolean>): Promise<void> {
  for (let count = 0, failed = 0; count < tries; count += 1) {
    try {
      if (await attempt()) return
    } catch (thrown) {
      failed += 1
      if (!(thrown instanceof StoreFailure)) throw thrown
      if (failed >= failures) throw thrown.cause
      await pause(100 * failed, signal)
    }
    // Concurrent writers retry one after the other.
    await pause(Math.random() * Math.min(count, 20), signal)
  }
  throw new Error(`The store does not take "${key}".`)
}

class StoreFailure extends Error {}

export function failingApart(store: Store): Store {
  const told = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    try {
      return await call()
    } catch (cause) {
      throw new StoreFailure('The store failed.', { cause })
    }
  }
  return {
    read: (...given) => told(() => store.read(...given)),
    swap: (...given) => told(() => store.swap(...given)),
  }
}

/**
 * Changes the text under a key in one step. `by` is called again with the newer text when another
 * writer was faster, so it must only compute; when it returns `undefined` or throws, nothing is written. Each of its
 * texts has to be unlike every other, so that a write whose answer was lost is recognised.
 */
export async function change(
  store: Store,
  key: string,
  ttlMs: number,
  by: (text: string | undefined) => string | undefined,
): Promise<void> {
  const own = failingApart(store)
  const tried = new Set<string>()
  await untilDone(key, async () => {
    const from = await own.read(key)
    if (from !== undefined && tried.has(from)) return true
    const to = by(from)
    if (to === undefined || to === from) return true
    tried.add(to)
    return own.swap(key, from, to, ttlMs)
  })
}
