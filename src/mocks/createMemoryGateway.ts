import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { createHttpGateway, type HttpGatewayOptions } from '../gateway/httpGateway.ts'
import type { MockGateway } from './createMockGateway.ts'
import type { EventSource } from './eventLog.ts'
import type { MockAnswer } from './protocol.ts'
import { answersOf } from './transport.ts'

let created = 0

/**
 * A client of a mock gateway without any network: the reference client, with the mock in the place of `fetch`. It needs
 * no `fetch`, `Request` or `Response`.
 *
 * @example
 * const gateway = createMemoryGateway(createMockGateway())
 */
export function createMemoryGateway(
  mock: MockGateway,
  options: Pick<HttpGatewayOptions, 'timeoutMs'> = {},
): GatewayClient {
  created += 1
  return createHttpGateway({
    ...options,
    baseUrl: `http://mock-${created}.localhost`,
    fetch: mockFetch(mock),
  })
}

// A mock that a host has wrapped answers by its own `handle`.
function mockFetch(mock: MockGateway): typeof globalThis.fetch {
  return async (input, init: RequestInit = {}) => {
    const { method = 'GET', body, signal } = init
    const request = {
      // The reference client gives a text.
      url: input as string,
      method,
      headers: new Headers(init.headers),
      signal: signal ?? new AbortController().signal,
      text: async () => (typeof body === 'string' ? body : ''),
    }
    const answer = await answersOf.get(mock)?.(request)
    if (!answer) return handled(await mock.handle(new Request(input, init)))
    // A browser throws the same error.
    if (answer === 'dropped') throw new TypeError('Failed to fetch')
    return plainResponse(answer)
  }
}

function handled(response: Response): Response {
  if (response.type === 'error') throw new TypeError('Failed to fetch')
  return response
}

/** The parts of a `Response` that the reference client reads. */
function plainResponse({ status, headers, body }: Exclude<MockAnswer, 'dropped'>): Response {
  const plain = {
    ok: status < 300,
    status,
    headers: { get: (name: string): string | null => headers[name.toLowerCase()] ?? null },
    text: async () => (typeof body === 'string' ? body : ''),
    body: typeof body === 'string' ? null : { getReader: () => readerOf(body) },
  }
  // SAFETY: the client reads nothing else of it.
  return plain as unknown as Response
}

type Chunk = { readonly done: false; readonly value: string } | { readonly done: true }

function readerOf(source: EventSource): { read(): Promise<Chunk> } {
  const arrived: (() => Promise<Chunk>)[] = []
  let wake = (): void => undefined
  const push = (chunk: () => Promise<Chunk>): void => {
    arrived.push(chunk)
    wake()
  }
  source({
    send: (value) => push(async () => ({ done: false, value })),
    end: () => push(async () => ({ done: true })),
    fail: (reason) => push(() => Promise.reject(reason)),
  })
  return {
    read: async () => {
      while (arrived.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return arrived.shift()!()
    },
  }
}
