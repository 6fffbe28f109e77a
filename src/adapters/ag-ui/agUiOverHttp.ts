import { readSse } from '../readSse.ts'
import { type Connection, postJson } from '../send.ts'
import type { StartRun } from './AgUiOptions.ts'

/**
 * Starts runs over HTTP and reads their events from a `text/event-stream`, as most servers of AG-UI send them. The request
 * id of a decision goes along as `Idempotency-Key`.
 */
export function agUiOverHttp({
  url,
  ...connection
}: Connection & {
  /** Where runs are started. */
  readonly url: string
}): StartRun {
  return async function* (input, { signal, requestId }) {
    const headers = { accept: 'text/event-stream', 'idempotency-key': requestId }
    yield* readSse(await postJson(connection, url, input, { signal, headers }))
  }
}
