import { toResponse } from '../backend/responses.ts'
import type { EventSource } from './eventLog.ts'
import type { MockAnswer, MockRequest } from './protocol.ts'

// The answers of each mock, for a client in the same page.
export const answersOf: WeakMap<object, (request: MockRequest) => Promise<MockAnswer>> = new WeakMap()

/** The answer as a `Response`, for a network or MSW. */
export function toWebResponse(answer: MockAnswer): Response {
  if (answer === 'dropped') return Response.error()
  const { body, ...init } = answer
  return typeof body === 'string' ? toResponse({ ...init, body }) : new Response(streamOf(body), init)
}

function streamOf(source: EventSource): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = (): void => undefined
  return new ReadableStream({
    start: (controller) => {
      stop = source({
        send: (text) => controller.enqueue(encoder.encode(text)),
        end: () => controller.close(),
        fail: (reason) => controller.error(reason),
      })
    },
    cancel: () => stop(),
  })
}
