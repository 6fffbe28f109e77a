import { getJson, postJson, readJson } from '../../backend/http.ts'
import { fieldsOf } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { HttpAccess } from '../../gateway/send.ts'
import type { LobeHubCall } from './options.ts'
import { unsupported } from './topic.ts'

const isQuery = /\.(get|refresh)/

/** Calls the procedures of a server at `/trpc/lambda`, as LobeHub's own client does. */
export function lobeHubOverHttp({
  url,
  ...connection
}: HttpAccess & {
  /** The server, such as `https://lobe.example.com`. */
  readonly url: string
}): LobeHubCall {
  const base = `${url.replace(/\/+$/, '')}/trpc/lambda/`
  return async (procedure, input, { signal }) => {
    const body = { json: input }
    try {
      const answer = isQuery.test(procedure)
        ? await getJson(
            connection,
            `${base}${procedure}?input=${encodeURIComponent(JSON.stringify(body))}`,
            signal,
          )
        : await readJson(await postJson(connection, base + procedure, body, { signal }))
      const data = fieldsOf(fieldsOf(fieldsOf(answer)['result'])['data'])
      if ('json' in data) return data['json']
    } catch (thrown) {
      const isAbsent = thrown instanceof GatewayError && thrown.code === 'not_found'
      if (!isAbsent && !(thrown instanceof SyntaxError)) throw thrown
    }
    throw unsupported(procedure)
  }
}
