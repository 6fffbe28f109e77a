import type { StartRun } from './options.ts'
import { readSse } from '../../backend/readSse.ts'
import { type Connection, postJson } from '../../backend/send.ts'

/**
 * Starts runs over HTTP and reads their events from a `text/event-stream`, as most servers of AG-UI send them. The request
 * id of a decision goes along as `Idempotency-Key`.
 */
export function agUiOverHttp(connection: AgUiConnection): StartRun {
  return runOverHttp(connection)
}

/** Where runs are started over HTTP, and how that is reached. */
export interface AgUiConnection extends Connection {
  /** Where runs are started. */
  readonly url: string
}

/** Starts runs over HTTP and reads their events from the answer. */
export function runOverHttp({ url, ...connection }: AgUiConnection): StartRun {
  return async function* (input, { signal, requestId }) {
    const headers = { accept: 'text/event-stream', 'idempotency-key': requestId }
    yield* readSse(await postJson(connection, url, input, { signal, headers }))
  }
}
