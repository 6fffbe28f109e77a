import type { StreamMessage } from '../../../src/gateway/readEvents.ts'
import type { Body } from '../world/body.ts'
import type { SimulatedSignal } from './abort.ts'

/** In the place of `src/gateway/readEvents.ts`: reads one body to its end, or until the signal aborts. */
export function readEvents(
  body: Body,
  { signal }: { readonly signal: SimulatedSignal },
): AsyncIterable<StreamMessage> {
  const next = async (): Promise<IteratorResult<StreamMessage, void>> => {
    for (;;) {
      if (signal.aborted) throw signal.reason
      const message = body.take()
      if (message) return { done: false, value: message }
      if (body.isOver) return { done: true, value: undefined }
      await new Promise<void>((resolve) => {
        body.listen(resolve)
        signal.addEventListener('abort', resolve)
      })
    }
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}
