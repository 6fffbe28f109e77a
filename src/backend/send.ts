import { GatewayError } from '../gateway/GatewayError.ts'
import type { Failure, FailureCode } from '../model/failure.ts'
import { definedFields } from './json.ts'

/** How a backend is reached. */
export interface Connection {
  /** @default globalThis.fetch, looked up at each call */
  readonly fetch?: typeof globalThis.fetch
  /** Added to every request, and asked for anew each time: tokens age. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>
}

const codes: Readonly<Record<number, FailureCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'unsupported',
  429: 'rate_limited',
}

/**
 * Sends one request and answers with what is no error. Throws what a status means: 4xx did nothing; 5xx and a request that
 * broke may have, unless it only reads.
 */
async function send(
  { fetch = globalThis.fetch, headers }: Connection,
  url: string,
  init: Omit<RequestInit, 'headers' | 'signal'> & {
    readonly headers?: Record<string, string>
    readonly signal: AbortSignal
  },
): Promise<Response> {
  // Where a token cannot be had, nothing was sent.
  let applied: Failure['applied'] = 'no'
  let response: Response
  try {
    const own = { ...(await headers?.()), ...init.headers }
    if (globalThis.navigator?.onLine === false) throw new GatewayError({ code: 'offline', applied })
    if (init.method === 'POST') applied = 'unknown'
    response = await fetch(url, { ...init, headers: own })
  } catch (thrown) {
    init.signal.throwIfAborted()
    throw GatewayError.from(thrown, applied)
  }
  if (response.ok) return response
  const { status } = response
  const isRefused = status < 500
  throw new GatewayError(
    {
      code: codes[status] ?? (isRefused ? 'invalid' : 'unavailable'),
      applied: isRefused ? 'no' : applied,
      ...definedFields({ retryAfterMs: Number(response.headers.get('retry-after')) * 1_000 || undefined }),
    },
    `HTTP ${status}.`,
  )
}

/** Sends JSON. */
export function postJson(
  connection: Connection,
  url: string,
  body: unknown,
  { signal, headers }: { readonly signal: AbortSignal; readonly headers?: Record<string, string> },
): Promise<Response> {
  return send(connection, url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
  })
}

/** Reads JSON. */
export async function getJson(connection: Connection, url: string, signal: AbortSignal): Promise<unknown> {
  return (await send(connection, url, { signal })).json()
}
