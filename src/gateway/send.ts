import type { Failure, FailureCode } from '../model/decision.ts'
import { noteRequest } from './answered.ts'
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
    return noteRequest(await fetch(url, { ...init, headers: all }), init, url)
  } catch (thrown) {
    init.signal?.throwIfAborted()
    throw GatewayError.from(thrown, open)
  }
}

const refusals: Readonly<Record<number, FailureCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'unsupported',
  429: 'rate_limited',
}

/** The failure of a status. A refusal had no effect; 408, 425, 5xx and a redirect leave `applied` open. */
export function httpFailure(response: Response, applied: Failure['applied'] = 'unknown'): GatewayError {
  const { status } = response
  const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 425
  const code = isRefusal ? (refusals[status] ?? 'invalid') : 'unavailable'
  const wait = isRefusal && status !== 429 ? undefined : retryAfterMs(response)
  const hint = wait === undefined ? {} : { retryAfterMs: wait }
  const message = status in refusals ? undefined : `HTTP ${status}.`
  return new GatewayError({ code, applied: isRefusal ? 'no' : applied, ...hint }, message)
}

function retryAfterMs({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}
