import type { HitlBatch } from '../../backend/hitl.ts'
import type { HttpAccess } from '../../gateway/send.ts'

/** Options of `createLangGraphGateway`. */
export interface LangGraphOptions extends HttpAccess {
  /** The server, such as `http://localhost:2024`. */
  readonly url: string
  /** The assistant, or graph, that runs on the thread. */
  readonly assistantId: string
  /** The interval of polling, in milliseconds: the server has no stream of a thread. @default 2000 */
  readonly pollMs?: number
  /** Reads interrupts that are not from `humanInTheLoopMiddleware`, such as `agentInbox`. */
  readonly read?: (value: unknown) => HitlBatch | undefined
  /** Added to the input of the run that a resume starts, such as `{ config: { configurable: … } }`. */
  readonly run?: Readonly<Record<string, unknown>>
}
