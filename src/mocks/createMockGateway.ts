import type { Conversation } from '../model/conversation.ts'
import type { Decision } from '../model/decision.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import { isRunning } from '../model/operation.ts'
import { waitingIn } from '../backend/waiting.ts'
import type { SettingsChange } from '../model/settings.ts'
import { type Agent, agentThatAsks, type CallDraft } from './agent.ts'
import { answerResume, type MockPerson } from './decide.ts'
import { createFaultPlan, type Fault } from './faults.ts'
import { createMockConversation, type MockConversation } from './mockConversation.ts'
import { createProtocol, type ReceivedRequest } from './protocol.ts'
import { answersOf, toWebResponse } from './transport.ts'
import { type Execution, type MockClock, type MockWorld, wallClock } from './world.ts'

/** Options of `createMockGateway`. */
export interface MockGatewayOptions {
  /** @default an agent that asks to send a mail */
  readonly agent?: Agent
  /** @default the wall clock */
  readonly clock?: MockClock
  /** Planned from the start. @default none */
  readonly faults?: readonly Fault[]
  /** Milliseconds between two words of the agent. @default 0 */
  readonly paceMs?: number | (() => number)
  /** The person who decides through this gateway. @default `{ id: 'you' }` */
  readonly viewer?: MockPerson
}

/** One stateful backend that speaks the reference protocol. */
export interface MockGateway {
  /**
   * Answers one request of the reference protocol, under any base URL. A dropped answer is `Response.error()`.
   */
  handle(request: Request): Promise<Response>
  /** Creates a conversation without a message, unless it exists. */
  open(conversationId: string): void
  /** Says something to the agent. Returns the operation that answers. */
  say(conversationId: string, message: string): OperationId
  /** The truth of a conversation. */
  read(conversationId: string): Conversation
  /** Plans a fault; `drops_stream` and `restarts` happen at once. */
  fault(fault: Fault): void
  /** Removes every fault that is still planned. */
  clearFaults(): void
  /** Another person decides, in another place. */
  decideElsewhere(conversationId: string, toolCallId: ToolCallId, decision: Decision, by: MockPerson): void
  /** Changes a waiting call, which gets another revision. */
  change(
    conversationId: string,
    toolCallId: ToolCallId,
    change: Pick<CallDraft, 'argsText' | 'why' | 'question'>,
  ): void
  /** Lets a call expire this many milliseconds from now. Returns that time, by the clock of the mock. */
  extend(conversationId: string, toolCallId: ToolCallId, ms: number): number
  /** Lets a call that waits expire, or withdraws it, at once. */
  lapse(conversationId: string, toolCallId: ToolCallId, status: 'expired' | 'withdrawn'): void
  /** Sets whether the viewer may decide; `why`: the reason that the person reads if not. */
  allow(mayDecide: boolean, why?: string): void
  /** The approval settings are changed in another place. */
  changeSettings(conversationId: string, change: SettingsChange): void
  /** Every request so far, oldest first. */
  readonly requests: readonly ReceivedRequest[]
  /** Every tool that really ran, oldest first. */
  readonly executions: readonly Execution[]
  /** Streams that are open. */
  streams(): number
  /** Operations that run. */
  running(): number
}

/**
 * Creates the backend behind every mock of the kit: the MSW handlers and the in-memory client only connect to it. A server
 * of yours can do so with `handle`.
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

  const answer = createProtocol({
    clock,
    faults,
    viewer,
    requests,
    mayDecide: () => permission?.mayDecide !== false,
    find: (id) => conversations.get(id),
    open,
    read,
    listWaiting: (after) => waitingIn([...conversations.keys()], after, async (id) => read(id).interventions),
  })
  const mock: MockGateway = {
    handle: async (request) => toWebResponse(await answer(request)),
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
      // A failure of the other person's decision is ignored here.
      answerResume(conversation, resume, { clock, by }).catch(() => undefined)
    },
    change: (id, toolCallId, change) => open(id).change(toolCallId, change),
    extend: (id, toolCallId, ms) => open(id).extend(toolCallId, ms),
    lapse: (id, toolCallId, status) => open(id).lapse(toolCallId, status),
    allow: (mayDecide, why) => {
      permission = { mayDecide, ...(why === undefined ? {} : { why }) }
    },
    changeSettings: (id, change) => {
      const { settings } = open(id)
      const { version } = settings.kept()
      settings.change({ version, change, requestId: world.nextId('elsewhere') })
    },
    requests,
    executions,
    streams: () => [...conversations.values()].reduce((sum, one) => sum + one.log.streams(), 0),
    running: () =>
      [...conversations.values()].flatMap((one) => one.read().operations).filter((one) => isRunning(one))
        .length,
  }
  answersOf.set(mock, answer)
  return mock
}
