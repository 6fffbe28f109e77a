import { type Channel, createChannel } from '../../backend/changes.ts'
import { fieldsOf } from '../../backend/json.ts'
import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { OperationId } from '../../model/ids.ts'
import { createAgUiGateway } from './createAgUiGateway.ts'
import type { AgUiAgent, AgUiProducer, StartRun } from './options.ts'
import { agUi } from './producers.ts'

/** Options of `createAgUiAgentGateway`. */
export interface AgUiAgentOptions {
  /** The producer behind the agent: how it describes a call, and which answer it takes. @default agUi */
  readonly producer?: AgUiProducer
}

const known = new WeakMap<AgUiAgent, GatewayClient>()

/**
 * Makes a gateway from the agent of a chat: an agent of `@ag-ui/client`, such as an `HttpAgent` or the result of
 * CopilotKit's `useAgent`. It listens to every run of the chat. A decision starts the run that carries on through the
 * same agent, because the agent refuses any other run while a call waits. The same agent always gives the same
 * gateway, so no `useMemo` is needed. The id of the conversation is that of the thread.
 *
 * After a reload it knows the calls that the chat's own `connectAgent` replays. Create it before that, in the render
 * that creates the agent. Otherwise it behaves like `createAgUiGateway`, except that the agent sends no
 * `Idempotency-Key`. An agent of `@ag-ui/client` sends no `parentRunId`, so TanStack AI refuses it.
 *
 * @example
 * const { agent } = useAgent()
 * const bar = (
 *   <GatewayProvider gateway={createAgUiAgentGateway(agent)}>
 *     <InterventionBar conversationId={agent.threadId} />
 *   </GatewayProvider>
 * )
 */
export function createAgUiAgentGateway(
  agent: AgUiAgent,
  { producer = agUi }: AgUiAgentOptions = {},
): GatewayClient {
  const before = known.get(agent)
  if (before) return before
  const heard: Heard = new Map()
  const open = new Set<OperationId>()
  const gateway = createAgUiGateway({
    id: `ag-ui:${agent.agentId ?? ''}`,
    run: runThroughAgent(agent, heard),
    producer,
    // The agent has its own.
    input: () => ({ messages: [] }),
  })
  agent.subscribe({
    onEvent: ({ event, input: { threadId, runId } }) => {
      const events = heard.get(runId)
      if (events) return events.push(event)
      const { type } = fieldsOf(event)
      if (type === 'RUN_STARTED') open.add(runId)
      if (type === 'RUN_FINISHED' || type === 'RUN_ERROR') open.delete(runId)
      gateway.observe(threadId, event)
    },
    onRunFinalized: ({ input: { threadId, runId } }) => {
      // The run was stopped or broke off, which no event reports.
      if (open.delete(runId)) gateway.observe(threadId, { type: 'RUN_ERROR', code: 'stream_broken' })
    },
  })
  known.set(agent, gateway)
  return gateway
}

type Heard = Map<OperationId, Channel<unknown>>

/** Starts runs through the agent of the chat, so that its messages and its state move on by themselves. */
function runThroughAgent(agent: AgUiAgent, heard: Heard): StartRun {
  return async function* ({ threadId, runId, resume }, { signal }) {
    if (agent.threadId !== threadId) {
      throw new GatewayError({ code: 'not_found', applied: 'no' }, `The agent is on another thread.`)
    }
    const events = createChannel<unknown>(signal)
    heard.set(runId, events)
    agent.runAgent({ runId, resume: [...resume] }).then(
      () => events.close(),
      (thrown: unknown) => events.close(GatewayError.from(thrown, 'unknown')),
    )
    try {
      yield* events
      signal.throwIfAborted()
    } finally {
      heard.delete(runId)
    }
  }
}
