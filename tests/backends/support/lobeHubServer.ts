import { createLobeHubAgent, type LobeHubAgent, type LobeHubBrain } from './lobeHubAgent.ts'
import { type Approval, BadRequest, type Claim, createLobeHubApprovals } from './lobeHubApprovals.ts'
import { createLobeHubCoordinator } from './lobeHubCoordinator.ts'
import { type LobeHubSockets, serveLobeHubSockets } from './lobeHubSockets.ts'
import { openLobeHubStore, type LobeHubStore } from './lobeHubStore.ts'
import { type ServedFetch, serveFetch } from './serveFetch.ts'

/** Options of a server. */
export interface LobeHubSetup {
  /** The folder of its durable state. */
  readonly file: string
  readonly brain: LobeHubBrain
  /**
   * `plain`: one decision in each call, a list of topics, and nobody looks whether a call still waits. `batch`: several
   * decisions in a call. `sealed`: it seals batches, and a call is decided once. `claims`: it keeps durable claims too.
   */
  readonly era: 'plain' | 'batch' | 'sealed' | 'claims'
  readonly tokenMs?: number
  /** Sees every request; an answer replaces the server's own. */
  readonly intercept?: (procedure: string, input: Input) => Promise<Response | undefined>
  /** Sees every answer, and may lose it. */
  readonly deliver?: (procedure: string, response: Response) => Response
  readonly ports?: { readonly api: number; readonly sockets: number }
}

/** The input of a procedure. */
export type Input = Readonly<Record<string, unknown>>

/** One process of the server: an API, and the agent gateway. */
export interface LobeHubServer {
  readonly url: string
  readonly sockets: LobeHubSockets
  readonly store: LobeHubStore
  readonly agent: LobeHubAgent
  /** Ends it. What only its memory knew is gone. */
  close(): Promise<void>
}

class NotFound extends Error {}

/** Starts a server that speaks LobeHub's protocol: tRPC with superjson, and sockets of version 1. */
export async function startLobeHubServer(setup: LobeHubSetup): Promise<LobeHubServer> {
  const { brain, era, ports, intercept } = setup
  const store = openLobeHubStore(setup.file)
  const coordinator = createLobeHubCoordinator(store)
  const seals = era === 'sealed' || era === 'claims'
  const agent = createLobeHubAgent(store, coordinator, brain, seals)
  const approvals = createLobeHubApprovals(store, agent, { decidesOnce: seals, claims: era === 'claims' })
  const sockets = await serveLobeHubSockets(store, coordinator, ports?.sockets)

  function execute({ appContext, parentMessageId, prompt, ...input }: Input): object {
    const { topicId } = appContext as { readonly topicId: string }
    const one = input['resumeApproval'] as Approval | undefined
    // A field that a server does not know is dropped unread.
    const many = era === 'plain' ? undefined : (input['resumeApprovals'] as readonly Approval[] | undefined)
    if (one !== undefined && many !== undefined) throw new BadRequest('Only one way to resume.')
    if (typeof prompt !== 'string' || typeof input['agentId'] !== 'string')
      throw new BadRequest('Whom to run?')
    const { approvalMode = 'headless' } = (input['userInterventionConfig'] ?? {}) as {
      readonly approvalMode?: string
    }
    const decided = many ?? (one ? [one] : [])
    const operation =
      decided.length > 0
        ? approvals.resume({ topicId, anchor: parentMessageId, approvals: decided, approvalMode })
        : agent.carryOn(topicId, [], approvalMode)
    const started = { autoStarted: true, success: true, status: 'created', message: 'Started.' }
    return { ...started, operationId: operation.id, topicId, token: sockets.issue(setup.tokenMs) }
  }

  const settings: Record<string, unknown> = { tool: {} }
  const procedures: Readonly<Record<string, (input: Input) => unknown>> = {
    ...(era === 'plain'
      ? {}
      : { 'topic.getTopicDetail': ({ id }: Input) => store.topics[String(id)] ?? null }),
    'topic.getTopics': ({ current, pageSize }) => {
      const all = Object.values(store.topics)
      const from = Number(current) * Number(pageSize)
      return { items: all.slice(from, from + Number(pageSize)), total: all.length }
    },
    'user.getUserState': () => ({ settings }),
    'user.updateSettings': (input) => {
      Object.assign(settings, input)
    },
    'message.getMessages': ({ topicId }) => store.messages.filter((message) => message.topicId === topicId),
    'aiAgent.getOperationStatus': ({ operationId }) => {
      const operation = store.operations[String(operationId)]
      if (!operation) throw new NotFound()
      return { operationId, currentState: { status: operation.status, error: operation.error } }
    },
    'aiAgent.refreshGatewayToken': ({ topicId }) => {
      if (!store.topics[String(topicId)]?.metadata.runningOperation) throw new NotFound()
      return { token: sockets.issue(setup.tokenMs) }
    },
    'aiAgent.execAgent': execute,
    'aiAgent.interruptTask': ({ operationId }) => {
      const operation = store.operations[String(operationId)]
      if (operation) coordinator.enter(operation, 'interrupted')
      return { success: true, operationId }
    },
    ...(!seals
      ? {}
      : {
          'aiAgent.resolveAgentInterventionBySource': (input: Input) =>
            approvals.claim(input as unknown as Claim),
          'aiAgent.stopPendingApproval': (input: Input) =>
            approvals.stop(input as unknown as Parameters<typeof approvals.stop>[0]),
        }),
  }

  async function handle(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    const name = pathname.replace('/trpc/lambda/', '')
    const text = request.method === 'GET' ? searchParams.get('input') : await request.text()
    const { json: input } = JSON.parse(text ?? '{}') as { readonly json: Input }
    const isKnown = ['oidc-auth', 'x-api-key', 'cookie'].some((header) => request.headers.has(header))
    if (!isKnown) return failure(401, 'UNAUTHORIZED')
    const own = await intercept?.(name, input)
    if (own) return own
    const procedure = procedures[name]
    if (!procedure) return failure(404, `No procedure found on path "${name}"`)
    try {
      const answer = Response.json({ result: { data: { json: procedure(input) ?? null } } })
      return setup.deliver?.(name, answer) ?? answer
    } catch (thrown) {
      if (thrown instanceof NotFound) return failure(404, 'NOT_FOUND')
      return failure(thrown instanceof BadRequest ? 400 : 500, String(thrown))
    }
  }

  const api: ServedFetch = await serveFetch(handle, ports?.api)
  return {
    url: api.url,
    sockets,
    store,
    agent,
    close: async () => {
      await Promise.all([api.close(), sockets.close()])
    },
  }
}

function failure(status: number, message: string): Response {
  const error = { json: { message, data: { httpStatus: status } } }
  return Response.json({ error }, { status })
}
