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
