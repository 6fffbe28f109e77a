import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { AgUiResume } from './AgUiProducer.ts'

/** Which run something is about. */
interface OfRun {
  readonly input: { readonly threadId: ConversationId; readonly runId: OperationId }
}

/** The part of an agent of `@ag-ui/client` that is used, such as an `HttpAgent` or the result of CopilotKit's `useAgent`. */
export interface AgUiAgent {
  readonly agentId?: string | undefined
  readonly threadId: ConversationId
  subscribe(subscriber: {
    onEvent(params: OfRun & { readonly event: unknown }): void
    onRunFinalized(params: OfRun): void
  }): unknown
  runAgent(parameters: { runId: OperationId; resume: AgUiResume[] }): Promise<unknown>
}
