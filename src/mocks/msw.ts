import { http, type HttpHandler } from 'msw'
import type { MockGateway } from './createMockGateway.ts'

/**
 * MSW handlers for every route of the reference protocol, answered by one mock gateway. `baseUrl` is that of your
 * gateway, relative if it is.
 *
 * @example
 * const server = setupServer(...createHandlers(mock, { baseUrl: 'http://localhost/api/agent' }))
 */
export function createHandlers(mock: MockGateway, { baseUrl }: { readonly baseUrl: string }): HttpHandler[] {
  const base = baseUrl.replace(/\/+$/, '')
  return [`${base}/conversations/*`, `${base}/waiting`].map((path) =>
    http.all(path, ({ request }) => mock.handle(request)),
  )
}
