/**
 * Where claims and conversations are kept: one text per key, which is changed only by whoever knows what it was. Any
 * database can be one; `createMemoryStore`, `createPostgresStore` and `createRedisStore` are.
 */
export interface Store {
  /** The text under a key; undefined: none, or its time is over. */
  read(key: string): Promise<string | undefined>
  /**
   * Writes in one step, and only where the text is still `from` (undefined: none). True: it is written, for `ttlMs`
   * milliseconds. Of many that write at once one gets true.
   */
  swap(key: string, from: string | undefined, to: string, ttlMs: number): Promise<boolean>
}
