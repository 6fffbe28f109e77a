import { GatewayError } from '../../gateway/GatewayError.ts'
import { fieldsOf } from '../json.ts'
import { getJson, postJson } from '../send.ts'
import type { LobeHubOptions } from './LobeHubOptions.ts'

/** The procedures of a server. Throws `unsupported`, with the name, for one that it does not have. */
export interface Trpc {
  query(procedure: string, input: object): Promise<unknown>
  mutate(procedure: string, input: object): Promise<unknown>
}

/** What a server of another version is answered with. */
export function unsupported(what: string, cause?: unknown): GatewayError {
  return new GatewayError({ code: 'unsupported', applied: 'no' }, `Expected LobeHub's ${what}.`, { cause })
}

/** Speaks tRPC, as LobeHub's `lambda` router does; the requests end with the signal. */
export function openTrpc(options: LobeHubOptions, signal: AbortSignal): Trpc {
  const base = `${options.url.replace(/\/+$/, '')}/trpc/lambda/`
  async function call(procedure: string, answer: Promise<unknown>): Promise<unknown> {
    const found = await answer.catch((thrown: unknown) => {
      const isAbsent = thrown instanceof GatewayError && thrown.code === 'not_found'
      throw isAbsent || thrown instanceof SyntaxError ? unsupported(procedure, thrown) : thrown
    })
    const data = fieldsOf(fieldsOf(fieldsOf(found)['result'])['data'])
    if ('json' in data) return data['json']
    throw unsupported(procedure)
  }
  return {
    query: (procedure, input) => {
      const query = encodeURIComponent(JSON.stringify({ json: input }))
      return call(procedure, getJson(options, `${base}${procedure}?input=${query}`, signal))
    },
    mutate: (procedure, input) => {
      const sent = postJson(options, base + procedure, { json: input }, { signal })
      return call(
        procedure,
        sent.then((response) => response.json()),
      )
    },
  }
}

/** What a procedure answers; `null` where the server says that there is no such thing. */
export async function orAbsent(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((thrown: unknown) => {
    if (thrown instanceof GatewayError && thrown.code === 'unsupported') return null
    throw thrown
  })
}
