import { readSse } from '../../backend/readSse.ts'
import { type Connection, postJson } from '../../backend/send.ts'
import type { StartRun } from './AgUiOptions.ts'

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
