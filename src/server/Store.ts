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

/**
 * Changes the text under a key in one step. `by` is called again with the newer text when another
 * writer was faster, so it must only compute; when it returns `undefined` or throws, nothing is written.
 */
export async function change(
  store: Store,
  key: string,
  ttlMs: number,
  by: (text: string | undefined) => string | undefined,
): Promise<void> {
  for (let count = 0; count < tries; count += 1) {
    const from = await store.read(key)
    const to = by(from)
    if (to === undefined || to === from || (await store.swap(key, from, to, ttlMs))) return
    // Concurrent writers retry one after the other.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(count, 20)))
  }
  throw new Error(`The store does not take "${key}".`)
}
