import type { Failure } from '../model/failure.ts'
import { GatewayError } from './GatewayError.ts'

export interface HttpAccess {
  /** @default globalThis.fetch, looked up at each call */
  readonly fetch?: typeof globalThis.fetch
  /** Added to every request. A function is called for each request, for tokens that expire. */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>)
}

export async function send(
  { fetch = globalThis.fetch, headers = {} }: HttpAccess,
  url: string,
  init: RequestInit,
  applied: Failure['applied'],
): Promise<Response> {
  // Without a token nothing was sent.
  let open: Failure['applied'] = 'no'
  try {
    const all = new Headers(typeof headers === 'function' ? await headers() : headers)
    new Headers(init.headers).forEach((value, name) => all.set(name, value))
    if (globalThis.navigator?.onLine === false) throw new GatewayError({ code: 'offline', applied: 'no' })
    open = applied
    return await fetch(url, { ...init, headers: all })
  } catch (thrown) {
    init.signal?.throwIfAborted()
    throw GatewayError.from(thrown, open)
  }
}
