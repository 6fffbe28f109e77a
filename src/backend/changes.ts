import type { FollowSignal } from '../model/event.ts'

export interface Channel<Item> extends AsyncIterable<Item> {
  push(...items: readonly Item[]): void
  isEmpty(): boolean
  close(failure?: unknown): void
}

export function createChannel<Item>(signal: AbortSignal): Channel<Item> {
  const items: Item[] = []
  let end: { readonly failure: unknown } | undefined
  let wake = (): void => undefined

  async function* read(): AsyncGenerator<Item, void> {
    const abort = (): void => wake()
    signal.addEventListener('abort', abort)
    try {
      while (!signal.aborted) {
        if (items.length > 0) yield items.shift() as Item
        else if (end) break
        else await new Promise<void>((resolve) => (wake = resolve))
      }
      if (end?.failure !== undefined) throw end.failure
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  return {
    isEmpty: () => items.length === 0,
    push: (...more) => {
      items.push(...more)
      wake()
    },
    close: (failure) => {
      end ??= { failure }
      wake()
    },
    [Symbol.asyncIterator]: read,
  }
}

export type Subscribe<News = void> = (listener: (news: News) => void) => () => void

export interface Listeners<News = void> {
  readonly subscribe: Subscribe<News>
  notify(news: News): void
}

export function createListeners<News = void>(): Listeners<News> {
  const listeners = new Set<(news: News) => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    notify: (news) => {
      for (const listener of [...listeners]) listener(news)
    },
  }
}

/**
 * Follows what lives in this page: after each change it says `gap`, so that the kit reads again. Changes that come
 * while a signal is being handled are said once.
 */
export async function* followChanges(
  subscribe: Subscribe,
  signal: AbortSignal,
): AsyncGenerator<FollowSignal, void> {
  const signals = createChannel<FollowSignal>(signal)
  signals.push({ type: 'connection', status: 'live' })
  const unsubscribe = subscribe(() => {
    if (signals.isEmpty()) signals.push({ type: 'gap' })
  })
  try {
    yield* signals
  } finally {
    unsubscribe()
  }
}

/** Resolves once the check holds, now or after a change. Rejects with what it throws, or the reason of the signal. */
export function until(subscribe: Subscribe, holds: () => boolean, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      try {
        if (!holds()) return
        resolve()
      } catch (thrown) {
        reject(thrown)
      }
      stop()
    }
    const abort = (): void => {
      reject(signal?.reason)
      stop()
    }
    const unsubscribe = subscribe(look)
    const stop = (): void => {
      unsubscribe()
      signal?.removeEventListener('abort', abort)
    }
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) abort()
    else look()
  })
}
