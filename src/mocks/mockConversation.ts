import type { Conversation } from '../model/conversation.ts'
import type { OperationId, RequestId, ToolCallId } from '../model/ids.ts'
import {
  type Intervention,
  settle,
  type SettledIntervention,
  type SettledStatus,
} from '../model/intervention.ts'
import { defaultPause, hasEnded, isRunning, type Operation, withEnd } from '../model/operation.ts'
import type { Agent, AgentScript, AgentStep, CallDraft } from './agent.ts'
import type { MockClock } from './clock.ts'
import { type Coordinator, createCoordinator, type EventDraft } from './coordinator.ts'
import { createEventLog, type EventLog } from './eventLog.ts'
import type { FaultPlan } from './faults.ts'

/** A tool that really ran, with the arguments it ran with. */
export interface Execution {
  readonly toolCallId: ToolCallId
  readonly tool: string
  readonly argsText: string
}

/** What every conversation of a mock gateway shares. */
export interface MockWorld {
  readonly agent: Agent
  readonly clock: MockClock
  readonly faults: FaultPlan
  /** Milliseconds between two words of the agent. */
  readonly paceMs: number
  readonly executions: Execution[]
  nextId(kind: string): string
}

/** One message and all that came of it: the script, and the calls it waits for. */
interface Turn {
  readonly script: AgentScript
  calls: readonly ToolCallId[]
}

/** One conversation of the mock gateway: its truth, its agent and its events. */
export interface MockConversation {
  readonly log: EventLog
  read(): Conversation
  /** Restarts: another epoch, what ran is interrupted, what waits still waits. */
  restart(): void
  /** Begins a turn. Returns its operation. */
  say(message: string): OperationId
  find(id: ToolCallId): Intervention | undefined
  operation(id: OperationId): Operation | undefined
  /** Changes what would run, or anything else about a call that waits. */
  change(id: ToolCallId, change: Partial<Pick<CallDraft, 'argsText' | 'why'>>): void
  /** Settles a call without a resume: it expired, was withdrawn, or somebody else answered elsewhere. */
  settle(id: ToolCallId, status: SettledStatus, resolution?: Partial<SettledIntervention['resolution']>): void
  /** Takes decisions that were found valid, and starts the operation that carries on. Null: it never starts. */
  resume(
    operationId: OperationId,
    settled: readonly SettledIntervention[],
  ): { readonly operationId: OperationId; readonly cursor: string }
  /** Ends an operation and withdraws what waits in it. */
  stop(id: OperationId): void
  /** Resolves once the operation does not run any more. */
  parked(id: OperationId): Promise<void>
  /** What the answers of resumes were, by request id. */
  readonly answers: Map<RequestId, { readonly payload: string; response: Response | null }>
}

/** Creates a conversation. */
export function createMockConversation(id: string, world: MockWorld): MockConversation {
  const { clock, faults } = world
  const log = createEventLog(clock.now, faults)
  const operations = new Map<OperationId, Operation>()
  const interventions = new Map<ToolCallId, Intervention>()
  const turns = new Map<OperationId, Turn>()
  const waiters = new Set<() => void>()
  const work = new Map<ToolCallId, CallDraft>()
  let epoch = world.nextId('epoch')

  const coordinator: Coordinator = createCoordinator({
    load: (operationId) => operations.get(operationId),
    save: (operation) => {
      operations.set(operation.id, operation)
      for (const wake of [...waiters]) wake()
    },
    publish: log.append,
  })

  const isLive = (operationId: OperationId): boolean => {
    const operation = operations.get(operationId)
    return operation !== undefined && isRunning(operation)
  }
  const pendingIn = (turn: Turn): readonly ToolCallId[] =>
    turn.calls.filter((call) => interventions.get(call)?.status === 'pending')

  function begin(turn: Turn, resumes?: OperationId): OperationId {
    const operationId = world.nextId('op')
    const operation: Operation = {
      id: operationId,
      startedAt: clock.now(),
      status: 'running',
      ...(resumes === undefined ? {} : { resumes }),
    }
    turns.set(operationId, turn)
    coordinator.commit(operation, [{ type: 'agent_runtime_init', operationId, data: { operation } }])
    return operationId
  }

  function enter(
    operationId: OperationId,
    end: Parameters<typeof withEnd>[1],
    events: EventDraft[] = [],
  ): void {
    const operation = operations.get(operationId)
    if (operation && !hasEnded(operation)) coordinator.commit(withEnd(operation, end), events)
  }

  async function run(
    operationId: OperationId,
    turn: Turn,
    answers: readonly SettledIntervention[],
  ): Promise<void> {
    let input = answers
    try {
      while (isLive(operationId)) {
        const { done, value: step } = turn.script.next(input)
        input = []
        if (done) return enter(operationId, { status: 'done', endedAt: clock.now() })
        if (step.type === 'ask') return park(operationId, turn, step)
        await perform(operationId, step)
      }
    } catch (thrown) {
      const error = { code: 'agent_failed', message: String(thrown) }
      enter(operationId, { status: 'error', endedAt: clock.now(), error })
    }
  }

  async function perform(operationId: OperationId, step: Exclude<AgentStep, { type: 'ask' }>): Promise<void> {
    if (step.type === 'work') {
      const operation = operations.get(operationId)
      if (operation && step.asynchronously) {
        coordinator.commit({ ...operation, status: 'waiting_for_async_tool' } as Operation)
      }
      await clock.sleep(step.ms)
      if (operation && isLive(operationId)) coordinator.commit(operation)
      return
    }
    log.append({ type: 'stream_start', operationId, data: {} })
    for (const word of step.text.split(/(?<= )/)) {
      await clock.sleep(world.paceMs)
      if (!isLive(operationId)) return
      log.append({ type: 'stream_chunk', operationId, data: { chunkType: 'text', content: word } })
    }
    log.append({ type: 'stream_end', operationId, data: {} })
  }

  function park(operationId: OperationId, turn: Turn, step: Extract<AgentStep, { type: 'ask' }>): void {
    const asked = step.calls.map((call) => interventionOf(call, operationId))
    turn.calls = asked.map((one) => one.toolCallId)
    for (const [index, one] of asked.entries()) {
      interventions.set(one.toolCallId, one)
      work.set(one.toolCallId, step.calls[index]!)
    }
    enter(
      operationId,
      { status: 'waiting_for_human', pause: step.pause ?? defaultPause },
      asked.map((intervention) => ({
        type: 'agent_intervention_request',
        operationId,
        data: { intervention },
      })),
    )
  }

  function interventionOf(call: CallDraft, operationId: OperationId): Intervention {
    return {
      status: 'pending',
      toolCallId: call.toolCallId ?? world.nextId('call'),
      operationId,
      revision: call.revision ?? world.nextId('rev'),
      tool: typeof call.tool === 'string' ? { name: call.tool } : call.tool,
      argsText: call.argsText ?? JSON.stringify(call.args ?? {}),
      ...(call.why === undefined ? {} : { why: call.why }),
      decisions: call.decisions ?? ['approved', 'rejected', 'rejected_continue'],
      editable: call.editable ?? false,
      reason: call.reason ?? 'optional',
      remember: call.remember ?? [],
      requestedAt: clock.now(),
      ...(call.expiresInMs === undefined ? {} : { expiresAt: clock.now() + call.expiresInMs }),
    }
  }

  function execute(operationId: OperationId, call: SettledIntervention): SettledIntervention {
    const argsText = call.resolution.argsText ?? call.argsText
    log.append({ type: 'tool_start', operationId, data: { toolCallId: call.toolCallId } })
    world.executions.push({ toolCallId: call.toolCallId, tool: call.tool.name, argsText })
    let execution: NonNullable<SettledIntervention['resolution']['execution']>
    try {
      const result = work.get(call.toolCallId)?.run?.(argsText)
      execution = { ok: true, ...(result === undefined ? {} : { message: String(result) }) }
    } catch (thrown) {
      execution = { ok: false, message: String(thrown) }
    }
    log.append({ type: 'tool_end', operationId, data: { toolCallId: call.toolCallId, ...execution } })
    const executed = settle(call, call.status, { ...call.resolution, execution })
    interventions.set(call.toolCallId, executed)
    return executed
  }

  function publishSettled(settled: SettledIntervention): void {
    const { toolCallId, operationId, status, resolution } = settled
    interventions.set(toolCallId, settled)
    log.append({ type: 'agent_intervention_response', operationId, data: { toolCallId, status, resolution } })
  }

  function withdraw(ids: readonly ToolCallId[]): void {
    for (const call of ids) {
      const waiting = interventions.get(call)
      if (waiting?.status === 'pending') publishSettled(settle(waiting, 'withdrawn', { at: clock.now() }))
    }
  }

  function carryOn(operationId: OperationId, turn: Turn, decided: readonly SettledIntervention[]): void {
    for (const call of decided) if (call.status === 'approved') execute(operationId, call)
    if (decided.some((call) => call.status === 'rejected')) {
      withdraw(pendingIn(turn))
      turn.script.return()
      return enter(operationId, { status: 'interrupted', endedAt: clock.now() })
    }
    if (pendingIn(turn).length > 0) {
      return enter(operationId, { status: 'waiting_for_human', pause: defaultPause })
    }
    const answers = turn.calls.flatMap((call) => {
      const answer = interventions.get(call)
      return answer && answer.status !== 'pending' ? [answer] : []
    })
    void run(operationId, turn, answers)
  }

  /** The newest operation of the turn: the one a resume carries on. */
  function newestOf(turn: Turn): OperationId | undefined {
    return [...turns].filter(([, one]) => one === turn).at(-1)?.[0]
  }

  return {
    log,
    answers: new Map(),
    find: (call) => interventions.get(call),
    operation: (operationId) => operations.get(operationId),
    read: () => ({
      id,
      epoch,
      cursor: log.cursor(),
      now: clock.now(),
      operations: [...operations.values()].slice(-100),
      interventions: [...interventions.values()].slice(-100),
    }),
    say: (message) => {
      const turn: Turn = { script: world.agent(message), calls: [] }
      const operationId = begin(turn)
      void Promise.resolve().then(() => run(operationId, turn, []))
      return operationId
    },
    change: (call, change) => {
      const waiting = interventions.get(call)
      if (waiting?.status !== 'pending') return
      const intervention = { ...waiting, ...change, revision: world.nextId('rev') }
      interventions.set(call, intervention)
      const { operationId } = waiting
      log.append({ type: 'agent_intervention_request', operationId, data: { intervention } })
    },
    settle: (call, status, resolution) => {
      const waiting = interventions.get(call)
      if (waiting?.status === 'pending')
        publishSettled(settle(waiting, status, { at: clock.now(), ...resolution }))
    },
    resume: (operationId, settled) => {
      const turn = turns.get(operationId) ?? { script: idleScript(), calls: [] }
      settled.forEach(publishSettled)
      const resumed = newestOf(turn) ?? operationId
      enter(resumed, { status: 'done', endedAt: clock.now() })
      if (faults.take('never_starts')) return { operationId: world.nextId('op'), cursor: log.cursor() }
      const next = begin(turn, resumed)
      const cursor = log.cursor()
      void Promise.resolve().then(() => carryOn(next, turn, settled))
      return { operationId: next, cursor }
    },
    stop: (operationId) => {
      const turn = turns.get(operationId)
      if (turn) withdraw(pendingIn(turn))
      turn?.script.return()
      enter(operationId, { status: 'interrupted', endedAt: clock.now() })
    },
    parked: (operationId) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (isLive(operationId)) return
          waiters.delete(check)
          resolve()
        }
        waiters.add(check)
        check()
      }),
    restart: () => {
      epoch = world.nextId('epoch')
      for (const operationId of operations.keys()) {
        if (isLive(operationId)) enter(operationId, { status: 'interrupted', endedAt: clock.now() })
      }
      log.cut()
      log.clear()
    },
  }
}

function* idleScript(): AgentScript {}
