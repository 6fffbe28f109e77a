import { createHttpGateway, type GatewayClient } from 'intervention-bar/core'
import type { ResumeRoute } from 'intervention-bar/server'

/** The conversation and the base URL of the tests of the route. */
export const id = 'room'
export const base = 'https://chat.example/api'

/** A client of a route, without any network. */
export function clientOf(route: ResumeRoute): GatewayClient {
  return createHttpGateway({ baseUrl: base, fetch: (url, init) => route(new Request(url, init)) })
}
