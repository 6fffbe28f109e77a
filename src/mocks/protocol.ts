import {
  answerOf,
  eventStreamHeaders,
  json,
  problem,
  problemOf,
  type ProtocolAnswer,
  settingsAnswerOf,
} from '../backend/responses.ts'
import {
  afterIn,
  asksForWaiting,
  isWrite,
  parseMessage,
  parseResume,
  parseSettingsChange,
  parseStop,
  requestIdIn,
  routeOf,
} from '../backend/requests.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { Conversation } from '../model/conversation.ts'
import type { OperationId } from '../model/ids.ts'
import { hasEnded } from '../model/operation.ts'
import type { ResumeAnswer } from '../model/decision.ts'
import type { WaitingPage } from '../model/waiting.ts'
import { answerResume, type MockPerson } from './decide.ts'
import type { EventSource } from './eventLog.ts'
import type { FaultTarget } from './faults.ts'
import type { MockConversation } from './mockConversation.ts'
import type { MockWorld } from './world.ts'

/** A request the mock gateway received. */
export interface ReceivedRequest {
  /** The route of the reference protocol. */
  readonly route: FaultTarget
  /** The conversation in its path; empty: it is about all of them. */
  readonly conversationId: string
  /** The `Idempotency-Key`. */
  readonly requestId: string | null
  /** Its parsed body; undefined: it has none. */
  readonly body: unknown
}

/** A request, or what has as much of one: a test runner may have no `Request`, or that of another realm. */
export type MockRequest = Pick<Request, 'url' | 'method' | 'signal' | 'text'> & {
  readonly headers: Pick<Headers, 'get'>
}

/** `dropped`: the connection fails. */
export type MockAnswer =
  | ProtocolAnswer
  | (Omit<ProtocolAnswer, 'body'> & { readonly body: EventSource })
  | 'dropped'

export interface ProtocolWorld extends Pick<MockWorld, 'clock' | 'faults'> {
  readonly viewer: MockPerson
  readonly requests: ReceivedRequest[]
  mayDecide(): boolean
  find(conversationId: string): MockConversation | undefined
  open(conversationId: string): MockConversation
  read(conversationId: string): Conversation
  listWaiting(after: string | undefined): Promise<WaitingPage>
}

const waitingRoute = { conversationId: '', action: 'waiting' } as const

export function createProtocol({
  clock,
  faults,
  viewer,
  requests,
  mayDecide,
  find,
  open,
  read,
  listWaiting,
}: ProtocolWorld): (request: MockRequest) => Promise<MockAnswer> {
  async function handle(request: MockRequest): Promise<MockAnswer> {
    const found = asksForWaiting(request) ? waitingRoute : routeOf(request)
    if ('status' in found) return found
    const { conversationId, action: target } = found
    const body = target !== 'waiting' && isWrite(target) ? readBody(await request.text()) : undefined
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
    if (faults.take('drops_answer', target)) return 'dropped'
    const isGarbage = response !== 'dropped' && faults.take('garbage', target)
    return isGarbage ? json(response.status, { hello: 'world' }) : response
  }

  function refuse(target: FaultTarget): MockAnswer | undefined {
    const limit = faults.take('rate_limited', target)
    const seconds = Math.ceil((limit?.ms ?? 3_000) / 1_000)
    if (limit) return problem(429, 'rate_limited', {}, { 'retry-after': String(seconds) })
    if (faults.take('signed_out', target)) return problem(401, 'unauthenticated')
    if (faults.take('refused', target)) return problem(403, 'forbidden')
    if (faults.take('server_error', target)) return problem(500, 'unavailable')
    if (faults.take('unreachable', target)) return 'dropped'
    return undefined
  }

  async function answer(
    target: FaultTarget,
    conversationId: string,
    { request, body }: { request: MockRequest; body: unknown },
  ): Promise<MockAnswer> {
    if (target === 'waiting') return json(200, await listWaiting(afterIn(request)))
    if (!mayDecide() && isWrite(target)) {
      return problem(403, 'forbidden')
    }
    if (target === 'messages') {
      return json(202, { operationId: open(conversationId).say(parseMessage(body).text) })
    }
    const conversation = find(conversationId)
    if (!conversation) return problem(404, 'not_found')
    switch (target) {
      case 'read':
        return json(200, read(conversationId))
      case 'events': {
        const stream = conversation.log.open(request.headers.get('last-event-id'), request.signal)
        return stream
          ? { status: 200, headers: eventStreamHeaders, body: stream }
          : problem(410, 'cursor_unknown')
      }
      case 'stop': {
        const stop = { requestId: requestIdIn(request), ...parseStop(body) }
        return answerOf(stop, await conversation.once(stop, () => stopped(conversation, stop.operationId)))
      }
      case 'resume': {
        const resume = { requestId: requestIdIn(request), ...parseResume(body), conversationId }
        return answerOf(resume, await answerResume(conversation, resume, { clock, by: viewer }))
      }
      case 'settings':
        return json(200, conversation.settings.read(mayDecide()))
      case 'change': {
        const change = { requestId: requestIdIn(request), ...parseSettingsChange(body) }
        return settingsAnswerOf(conversation.settings.change(change))
      }
      default:
        target satisfies never
        return problem(404, 'not_found')
    }
  }

  return handle
}

function never(signal: AbortSignal): Promise<MockAnswer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('dropped'))
  })
}

function stopped(conversation: MockConversation, operationId: OperationId): ResumeAnswer {
  const operation = conversation.operation(operationId)
  if (!operation) throw new GatewayError({ code: 'not_found', applied: 'no' })
  if (hasEnded(operation)) return { outcome: 'gone', reason: 'operation_ended', interventions: [] }
  conversation.stop(operationId)
  return { outcome: 'accepted', operationId }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function refusalOf(thrown: unknown): MockAnswer {
  if (thrown instanceof GatewayError) return problemOf(thrown)
  throw thrown
}
