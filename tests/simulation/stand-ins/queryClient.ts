import { AbortController } from './abort.ts'

interface Options {
  readonly queryFn: (context: { readonly signal: unknown }) => Promise<unknown>
  readonly structuralSharing: (before: unknown, incoming: unknown) => unknown
}

/** What `src/query` uses of a TanStack query: one fetch at a time, and what lands is shared with what was there. */
class Query {
  state: { readonly data: unknown; readonly fetchStatus: 'idle' | 'fetching' } = {
    data: undefined,
    fetchStatus: 'idle',
  }
  readonly observers = new Set<() => void>()
  readonly #client: QueryClient
  readonly #options: Options
  #running: { readonly promise: Promise<unknown>; readonly cancel: () => void } | null = null

  constructor(client: QueryClient, options: Options) {
    this.#client = client
    this.#options = options
  }

  fetch(): Promise<unknown> {
    if (this.#running) return this.#running.promise
    const controller = new AbortController()
    const cancelled = Symbol('cancelled')
    let cancel = (): void => undefined
    const raced = new Promise((resolve, reject) => {
      cancel = () => {
        reject(cancelled)
        this.#change({ fetchStatus: 'idle' })
        controller.abort()
      }
      this.#change({ fetchStatus: 'fetching' })
      this.#options.queryFn({ signal: controller.signal }).then(resolve, reject)
    })
    const land = async (): Promise<unknown> => {
      try {
        this.#change({ data: this.#shared(await raced), fetchStatus: 'idle' })
      } catch (thrown) {
        if (thrown !== cancelled) this.#change({ fetchStatus: 'idle' })
        if (thrown !== cancelled || this.state.data === undefined) throw thrown
      } finally {
        this.#running = null
      }
      return this.state.data
    }
    this.#running = { promise: land(), cancel }
    return this.#running.promise
  }

  write(data: unknown): void {
    this.#change({ data: this.#shared(data) })
  }

  /** A read that nobody waits for any more is given up; what was known stays. */
  leave(listener: () => void): void {
    this.observers.delete(listener)
    if (this.observers.size === 0) this.#running?.cancel()
  }

  #shared(incoming: unknown): unknown {
    return this.#options.structuralSharing(this.state.data, incoming)
  }

  #change(change: Partial<Query['state']>): void {
    this.state = { ...this.state, ...change }
    for (const listener of [...this.observers, ...this.#client.listeners]) listener()
  }
}

/** What `src/query` uses of TanStack's `QueryClient`, for the one query that a page has here. */
export class QueryClient {
  query: Query | undefined
  readonly listeners = new Set<() => void>()
  readonly #cache = {
    find: () => this.query,
    subscribe: (listener: () => void) => {
      this.listeners.add(listener)
      return () => this.listeners.delete(listener)
    },
  }

  getQueryCache(): unknown {
    return this.#cache
  }

  getQueryData(): unknown {
    return this.query?.state.data
  }

  setQueryData(_key: unknown, data: unknown): void {
    this.query?.write(data)
  }
}

/** What `src/query` uses of TanStack's `QueryObserver`. */
export class QueryObserver {
  readonly #query: Query

  constructor(client: QueryClient, options: Options) {
    this.#query = client.query ??= new Query(client, options)
  }

  subscribe(listener: () => void): () => void {
    const own = (): void => listener()
    this.#query.observers.add(own)
    return () => this.#query.leave(own)
  }
}
