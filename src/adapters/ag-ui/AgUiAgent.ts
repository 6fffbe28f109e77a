import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { AgUiResume } from './AgUiProducer.ts'

/** Which run something is about. */
interface OfRun {
  readonly input: { readonly threadId: ConversationId; readonly runId: OperationId }
}

/** An agent of `@ag-ui/client`, such as `HttpAgent` or what CopilotKit's `useAgent` gives, as far as the adapter needs it. */
export interface AgUiAgent {
  readonly agentId?: string | undefined
  readonly threadId: ConversationId
  subscribe(subscriber: {
    onEvent(params: OfRun & { readonly event: unknown }): void
    onRunFinalized(params: OfRun): void
  }): unknown
  runAgent(parameters: { runId: OperationId; resume: AgUiResume[] }): Promise<unknown>
}
