import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { createHttpGateway, type HttpGatewayOptions } from '../gateway/httpGateway.ts'
import type { MockGateway } from './createMockGateway.ts'

let created = 0

/**
 * A client of a mock gateway without any network: the reference client, with the mock as its `fetch`.
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

/** The mock as a `fetch`: an answer that was dropped is a network error, as in a browser. */
function mockFetch(mock: MockGateway): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const response = await mock.handle(request)
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
}
