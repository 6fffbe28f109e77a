import { type HttpAccess, httpFailure, send } from '../gateway/send.ts'
import { readExact, writeExact } from './exactJson.ts'

interface Posted {
  readonly signal: AbortSignal
  readonly headers?: Record<string, string>
}

export async function postJson(
  access: HttpAccess,
  url: string,
  body: unknown,
  posted: Posted,
): Promise<Response> {
  const response = await sendJson(access, url, body, posted)
  if (!response.ok) throw httpFailure(response)
  return response
}

export async function sendJson(
  access: HttpAccess,
  url: string,
  body: unknown,
  { signal, headers }: Posted,
): Promise<Response> {
  const contents = { 'content-type': 'application/json', ...headers }
  const init = { method: 'POST', headers: contents, body: writeExact(body), signal }
  return send(access, url, init, 'unknown')
}

export async function getJson(access: HttpAccess, url: string, signal: AbortSignal): Promise<unknown> {
  const response = await send(access, url, { signal }, 'no')
  if (!response.ok) throw httpFailure(response, 'no')
  return readJson(response)
}

export async function readJson(response: Response): Promise<unknown> {
  return readExact(await response.text())
}
