import { httpFailure } from '../gateway/httpFailure.ts'
import { type HttpAccess, send } from '../gateway/send.ts'

interface Posted {
  readonly signal: AbortSignal
  readonly headers?: Record<string, string>
}

export async function postJson(
  access: HttpAccess,
  url: string,
  body: unknown,
  { signal, headers }: Posted,
): Promise<Response> {
  const contents = { 'content-type': 'application/json', ...headers }
  const init = { method: 'POST', headers: contents, body: JSON.stringify(body), signal }
  const response = await send(access, url, init, 'unknown')
  if (!response.ok) throw httpFailure(response)
  return response
}

export async function getJson(access: HttpAccess, url: string, signal: AbortSignal): Promise<unknown> {
  const response = await send(access, url, { signal }, 'no')
  if (!response.ok) throw httpFailure(response, 'no')
  return response.json()
}
