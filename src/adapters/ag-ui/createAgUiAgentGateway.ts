import { type Channel, createChannel } from '../../backend/changes.ts'
import { fieldsOf } from '../../backend/json.ts'
import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { OperationId } from '../../model/ids.ts'
import { createAgUiGateway } from './createAgUiGateway.ts'
import type { AgUiAgent, AgUiCall, AgUiProducer, StartRun } from './options.ts'
import type { createPageAsks, PageAsks, PersonDecision } from './pageAsks.ts'
import { agUi } from './producers.ts'

/** Options of `createAgUiAgentGateway`. */
export interface AgUiAgentOptions {
  /** The producer behind the agent: how it describes a call, and which answer it takes. @default agUi */
  readonly producer?: AgUiProducer
}

type Ask = (call: AgUiCall, signal?: AbortSignal) => Promise<PersonDecision>

const known = new WeakMap<AgUiAgent, GatewayClient>()
const asking = new WeakMap<object, (create: typeof createPageAsks) => Ask>()

// The way to ask about a tool that the page runs; undefined: the agent has no gateway yet. A page without such tools does
// not load what keeps them.
export function askThrough(agent: object, create: typeof createPageAsks): Ask | undefined {
  return asking.get(agent)?.(create)
}

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
  const thread = createAgUiGateway({
    id: `ag-ui:${agent.agentId ?? ''}`,
    run: runThroughAgent(agent, heard),
    producer,
    // The agent keeps its own messages.
    input: () => ({ messages: [] }),
  })
  let asks: PageAsks | undefined
  const gateway: GatewayClient = {
    ...thread,
    readConversation: async (id, options) => {
      const read = await thread.readConversation(id, options)
      const asked = asks?.read(id)
      return {
        ...read,
        operations: [...read.operations, ...(asked?.operations ?? [])],
        interventions: [...read.interventions, ...(asked?.interventions ?? [])],
      }
    },
    resume: (request, options) =>
      asks?.has(request.conversationId, request.decisions[0].toolCallId)
        ? asks.resume(request)
        : thread.resume(request, options),
  }
  agent.subscribe({
    onEvent: ({ event, input: { threadId, runId, resume } }) => {
      const events = heard.get(runId)
      if (events) return events.push(event)
      const { type } = fieldsOf(event)
      if (type === 'RUN_STARTED') asks?.carriedOn(threadId)
      if (type === 'RUN_STARTED') open.add(runId)
      if (type === 'RUN_FINISHED' || type === 'RUN_ERROR') open.delete(runId)
      // Few producers repeat the answers of a run, and those that the chat gave itself are known only here.
      const isTold = type !== 'RUN_STARTED' || resume === undefined || Boolean(fieldsOf(event)['input'])
      thread.observe(threadId, isTold ? event : { ...fieldsOf(event), input: { resume } })
    },
    onRunFinalized: ({ input: { threadId, runId } }) => {
      // The run was stopped or broke off, which no event reports.
      if (open.delete(runId)) thread.observe(threadId, { type: 'RUN_ERROR', code: 'stream_broken' })
    },
  })
  known.set(agent, gateway)
  asking.set(agent, (create) => (call, signal) => {
    // An event that says nothing of the run makes all followers read again.
    asks ??= create((id) => thread.observe(id, { type: 'CUSTOM', name: 'intervention-bar' }))
    return asks.ask(agent.threadId, call, signal)
  })
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
