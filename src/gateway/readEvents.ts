import { createParser } from 'eventsource-parser'

export type StreamMessage =
  | { readonly type: 'event'; readonly id: string | undefined; readonly data: string }
  | { readonly type: 'comment' }
  | { readonly type: 'retry'; readonly ms: number }
  | { readonly type: 'too_large' }

export interface ReadOptions {
  readonly signal: AbortSignal
  readonly maxLength?: number
  readonly takesUnterminated?: boolean
}

export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  { signal, maxLength = Number.POSITIVE_INFINITY, takesUnterminated = false }: ReadOptions,
): AsyncGenerator<StreamMessage, void> {
  const arrived: StreamMessage[] = []
  let decoder: TextDecoder | undefined
  // A mock without a network sends text.
  const textOf = (chunk: Uint8Array | string): string =>
    typeof chunk === 'string' ? chunk : (decoder ??= new TextDecoder()).decode(chunk, { stream: true })
  const parser = createParser({
    maxBufferSize: maxLength,
    onEvent: ({ id, data }) =>
      arrived.push(data.length > maxLength ? { type: 'too_large' } : { type: 'event', id, data }),
    onComment: () => arrived.push({ type: 'comment' }),
    onRetry: (ms) => arrived.push({ type: 'retry', ms }),
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') arrived.push({ type: 'too_large' })
    },
  })
  const reader = body.getReader()
  let giveUp = (_reason: unknown): void => undefined
  // A body does not always notice that its request was aborted, and cancelling it may never settle.
  const abort = (): void => giveUp(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    for (;;) {
      const chunk = await new Promise<Awaited<ReturnType<typeof reader.read>>>((resolve, reject) => {
        giveUp = reject
        if (signal.aborted) abort()
        else reader.read().then(resolve, reject)
      })
      if (!chunk.done) parser.feed(textOf(chunk.value))
      else if (takesUnterminated) parser.feed('\n\n')
      for (const message of arrived.splice(0)) {
        yield message
        if (message.type === 'too_large') return
      }
      if (chunk.done) return
    }
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
