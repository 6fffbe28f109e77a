import { GatewayError } from '../gateway/GatewayError.ts'
import { json, problem } from '../gateway/problem.ts'
import { parseMessage, parseResume, parseStop, requestIdIn } from '../gateway/requestBody.ts'
import { problemOf, responseOf } from '../gateway/resumeResponse.ts'
import type { Conversation } from '../model/conversation.ts'
import type { Decision } from '../model/decision.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import { hasEnded, isRunning } from '../model/operation.ts'
import type { ResumeAnswer } from '../model/resume.ts'
import { type Agent, agentThatAsks, type CallDraft } from './agent.ts'
import { answerResume, type MockPerson } from './answerResume.ts'
import { type MockClock, wallClock } from './clock.ts'
import { createFaultPlan, type Fault, type FaultTarget } from './faults.ts'
import { createMockConversation, type MockConversation } from './mockConversation.ts'
import type { Execution, MockWorld } from './mockWorld.ts'

/** What a mock gateway is made of. */
export interface MockGatewayOptions {
  /** @default an agent that asks to send a mail */
  readonly agent?: Agent
  /** @default the wall clock */
  readonly clock?: MockClock
  readonly faults?: readonly Fault[]
  /** Milliseconds between two words of the agent. @default 0 */
  readonly paceMs?: number | (() => number)
  /** Who decides through this gateway. @default `{ id: 'you' }` */
  readonly viewer?: MockPerson
}

/** A request the mock gateway received. */
export interface ReceivedRequest {
  readonly route: FaultTarget
  readonly conversationId: string
  /** The `Idempotency-Key`. */
  readonly requestId: string | null
  readonly body: unknown
}

/** One stateful backend that speaks the reference protocol. */
export interface MockGateway {
  /** Answers one request of the reference protocol, under whatever base URL. A dropped answer is `Response.error()`. */
  handle(request: Request): Promise<Response>
  /** Makes sure that a conversation exists, without saying anything in it. */
  open(conversationId: string): void
  /** Says something to the agent. Returns the operation that answers. */
  say(conversationId: string, message: string): OperationId
  /** The truth of a conversation. */
  read(conversationId: string): Conversation
  /** Plans a fault; `drops_stream` and `restarts` happen at once. */
  fault(fault: Fault): void
  clearFaults(): void
  /** Another person decides, in another place. */
  decideElsewhere(conversationId: string, toolCallId: ToolCallId, decision: Decision, by: MockPerson): void
  /** What would run changes while somebody looks at it. */
  change(conversationId: string, toolCallId: ToolCallId, change: Pick<CallDraft, 'argsText' | 'why'>): void
  /** A call lapses. */
  lapse(conversationId: string, toolCallId: ToolCallId, status: 'expired' | 'withdrawn'): void
  /** Whether the viewer may decide. */
  allow(mayDecide: boolean, why?: string): void
  /** Every request so far, oldest first. */
  readonly requests: readonly ReceivedRequest[]
  /** Every tool that really ran, oldest first. */
  readonly executions: readonly Execution[]
  /** Streams that are open. */
  streams(): number
  /** Operations that run. */
  running(): number
}

const route = /\/conversations\/([^/]+)(?:\/(events|resume|stop|messages))?$/

/**
 * Creates the one backend behind every mock of the kit: MSW handlers, the in-memory client and a loopback server are
 * thin skins over it.
 *
 * @example
 * const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail) })
 * mock.say('demo', 'Tell Ana')
 */
export function createMockGateway(options: MockGatewayOptions = {}): MockGateway {
  const { clock = wallClock, paceMs = 0, viewer = { id: 'you' } } = options
  const faults = createFaultPlan(options.faults ?? [])
  const conversations = new Map<string, MockConversation>()
  const requests: ReceivedRequest[] = []
  const executions: Execution[] = []
  const counts = new Map<string, number>()
  let permission: { mayDecide: boolean; why?: string } | undefined

  const world: MockWorld = {
    agent: options.agent ?? agentThatAsks({ tool: 'send_mail', args: { to: 'ana@example.com' } }),
    clock,
    faults,
    paceMs: typeof paceMs === 'function' ? paceMs : () => paceMs,
    executions,
    nextId: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return `${kind}_${count}`
    },
  }
  function open(id: string): MockConversation {
    const conversation = conversations.get(id) ?? createMockConversation(id, world)
    conversations.set(id, conversation)
    return conversation
  }
  function read(id: string): Conversation {
    return { ...open(id).read(), ...(permission ? { viewer: permission } : {}) }
  }

  async function handle(request: Request): Promise<Response> {
    const [, encoded, action] = route.exec(new URL(request.url).pathname) ?? []
    if (encoded === undefined) return problem(404, 'not_found')
    const conversationId = decoded(encoded)
    if (conversationId === undefined) return problem(404, 'not_found')
    const target = action === undefined ? 'read' : (action as Exclude<FaultTarget, 'read'>)
    const isPost = target !== 'read' && target !== 'events'
    if (request.method !== (isPost ? 'POST' : 'GET')) return problem(405, 'unsupported')
    const body = isPost ? readBody(await request.text()) : undefined
    const requestId = request.headers.get('idempotency-key')
    requests.push({ route: target, conversationId, requestId, body })

    const slow = faults.take('slow', target)
    if (slow && !slow.acts) await clock.sleep(slow.ms ?? 3_000)
    const refusal = refuse(target)
    if (refusal) return refusal
    const hang = faults.take('never_answers', target)
    if (hang && !hang.acts) return never(request.signal)
    const answered = answer(target, conversationId, { request, body }).catch(refusalOf)
    if (hang) return answered.then(() => never(request.signal))
    const response = await answered
    if (slow?.acts) await clock.sleep(slow.ms ?? 3_000)
    if (faults.take('drops_answer', target)) return Response.error()
    return faults.take('garbage', target) ? json(response.status, { hello: 'world' }) : response
  }

  function refuse(target: FaultTarget): Response | undefined {
    const limit = faults.take('rate_limited', target)
    const seconds = Math.ceil((limit?.ms ?? 3_000) / 1_000)
    if (limit) return problem(429, 'rate_limited', {}, { 'retry-after': String(seconds) })
    if (faults.take('signed_out', target)) return problem(401, 'unauthenticated')
    if (faults.take('refused', target)) return problem(403, 'forbidden')
    if (faults.take('server_error', target)) return problem(500, 'unavailable')
    if (faults.take('unreachable', target)) return Response.error()
    return undefined
  }

  async function answer(
    target: FaultTarget,
    conversationId: string,
    { request, body }: { request: Request; body: unknown },
  ): Promise<Response> {
    if (permission?.mayDecide === false && target !== 'read' && target !== 'events') {
      return problem(403, 'forbidden')
    }
    if (target === 'messages') {
      return json(202, { operationId: open(conversationId).say(parseMessage(body).text) })
    }
    const conversation = conversations.get(conversationId)
    if (!conversation) return problem(404, 'not_found')
    switch (target) {
      case 'read':
        return json(200, read(conversationId))
      case 'events': {
        const stream = conversation.log.open(request.headers.get('last-event-id'), request.signal)
        if (!stream) return problem(410, 'cursor_unknown')
        const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' }
        return new Response(stream, { headers })
      }
      case 'stop': {
        const stop = { requestId: requestIdIn(request), ...parseStop(body) }
        return responseOf(stop, await conversation.once(stop, () => stopped(conversation, stop.operationId)))
      }
      case 'resume': {
        const resume = { requestId: requestIdIn(request), ...parseResume(body), conversationId }
        return responseOf(resume, await answerResume(conversation, resume, { clock, by: viewer }))
      }
      default:
        target satisfies never
        return problem(404, 'not_found')
    }
  }

  return {
    handle,
    read,
    open: (id) => void open(id),
    say: (id, message) => open(id).say(message),
    fault: (fault) => {
      if (fault.name === 'drops_stream') for (const one of conversations.values()) one.log.cut()
      else if (fault.name === 'restarts') for (const one of conversations.values()) one.restart()
      else faults.add(fault)
    },
    clearFaults: () => faults.clear(),
    decideElsewhere: (id, toolCallId, decision, by) => {
      const conversation = open(id)
      const card = conversation.find(toolCallId)
      if (card?.status !== 'pending') return
      const made = { toolCallId, revision: card.revision, decision }
      const resume = {
        conversationId: id,
        requestId: world.nextId('elsewhere'),
        operationId: card.operationId,
        decisions: [made],
      } as const
      // What the other person did wrong is told to nobody here.
      answerResume(conversation, resume, { clock, by }).catch(() => undefined)
    },
    change: (id, toolCallId, change) => open(id).change(toolCallId, change),
    lapse: (id, toolCallId, status) => open(id).lapse(toolCallId, status),
    allow: (mayDecide, why) => {
      permission = { mayDecide, ...(why === undefined ? {} : { why }) }
    },
    requests,
    executions,
    streams: () => [...conversations.values()].reduce((sum, one) => sum + one.log.streams(), 0),
    running: () =>
      [...conversations.values()].flatMap((one) => one.read().operations).filter((one) => isRunning(one))
        .length,
  }
}

/** An answer that never comes; it ends with the request. */
function never(signal: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(Response.error()))
  })
}

function stopped(conversation: MockConversation, operationId: OperationId): ResumeAnswer {
  const operation = conversation.operation(operationId)
  if (!operation) throw new GatewayError({ code: 'not_found', applied: 'no' })
  if (hasEnded(operation)) return { outcome: 'gone', reason: 'operation_ended', interventions: [] }
  conversation.stop(operationId)
  return { outcome: 'accepted', operationId }
}

/** The body as JSON; what is none is left as it came, and fits no route. */
function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

/** What a request did wrong is its answer; anything else went wrong in the script of the agent. */
function refusalOf(thrown: unknown): Response {
  if (thrown instanceof GatewayError) return problemOf(thrown)
  throw thrown
}
