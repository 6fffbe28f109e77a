import { getJson, readJson } from '../../backend/http.ts'
import { writeExact } from '../../backend/exactJson.ts'
import { type Fields, fieldsOf, parsed, wordOf } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { type HttpAccess, httpFailure, send } from '../../gateway/send.ts'
import type { LobeHubCall } from './options.ts'
import { unsupported } from './topic.ts'

const isQuery = /\.(get|refresh)/
const wasFirst = /no longer pending|already resolved/

/**
 * Calls the procedures of a server at `/trpc/lambda`, as LobeHub's own client does. `headers` log in: `Oidc-Auth` with a
 * token of its OIDC provider, or `X-API-Key`. A page of the same origin needs neither, because its cookie is sent. LobeHub
 * does not read `Authorization`: it answers 401.
 *
 * @example
 * lobeHubOverHttp({ url: 'https://lobe.example.com', headers: () => ({ 'Oidc-Auth': accessToken }) })
 */
export function lobeHubOverHttp({
  url,
  ...connection
}: HttpAccess & {
  /** The server, such as `https://lobe.example.com`. */
  readonly url: string
}): LobeHubCall {
  const base = `${url.replace(/\/+$/, '')}/trpc/lambda/`
  return async (procedure, input, { signal, requestId }) => {
    const body = { json: input }
    try {
      const answer = isQuery.test(procedure)
        ? await getJson(
            connection,
            `${base}${procedure}?input=${encodeURIComponent(JSON.stringify(body))}`,
            signal,
          )
        : await post(connection, base + procedure, {
            headers: {
              'content-type': 'application/json',
              ...(requestId === undefined ? {} : { 'idempotency-key': requestId }),
            },
            body: writeExact(body),
            signal,
          })
      const data = fieldsOf(fieldsOf(fieldsOf(answer)['result'])['data'])
      if ('json' in data) return data['json']
    } catch (thrown) {
      const isAbsent = thrown instanceof GatewayError && thrown.code === 'not_found'
      if (!isAbsent && !(thrown instanceof SyntaxError)) throw thrown
    }
    throw unsupported(procedure)
  }
}

async function post(connection: HttpAccess, url: string, init: RequestInit): Promise<unknown> {
  const response = await send(connection, url, { ...init, method: 'POST' }, 'unknown')
  if (response.ok) return readJson(response)
  const failure = httpFailure(response)
  const said = fieldsOf(parsed(await response.text().catch(() => '')))
  // The server may say so, or a route with claims in front of it.
  const isLate = said['code'] === 'already_resolved' || wasFirst.test(messageOf(said))
  if (isLate) return { result: { data: { json: { state: 'already_resolved' } } } }
  throw 'error' in said ? new GatewayError(failure, failure.message, { cause: said }) : failure
}

function messageOf(said: Fields): string {
  return wordOf(fieldsOf(fieldsOf(said['error'])['json'])['message'])
}

export function isOwnFailure(thrown: unknown): boolean {
  return thrown instanceof GatewayError && 'error' in fieldsOf(thrown.cause)
}
