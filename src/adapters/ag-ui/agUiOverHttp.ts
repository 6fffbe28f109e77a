import type { StartRun } from './AgUiOptions.ts'
import { type AgUiConnection, runOverHttp } from './runOverHttp.ts'

/**
 * Starts runs over HTTP and reads their events from a `text/event-stream`, as most servers of AG-UI send them. The request
 * id of a decision goes along as `Idempotency-Key`.
 */
export function agUiOverHttp(connection: AgUiConnection): StartRun {
  return runOverHttp(connection)
}
