import { createListeners, until } from '../backend/changes.ts'
import type { Conversation } from '../model/conversation.ts'
import type { EventDraft } from '../model/event.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import { type InterventionCall, settle, type SettledIntervention } from '../model/intervention.ts'
import { hasEnded, isRunning, type Operation, type OperationEnd, withEnd } from '../model/operation.ts'
import { createEventLog, type EventLog } from './eventLog.ts'
import type { MockWorld } from './world.ts'
import { endEventOf } from '../backend/responses.ts'

export interface MockState {
  readonly log: EventLog
  read(): Conversation
  operation(id: OperationId): Operation | undefined
  find(id: ToolCallId): InterventionCall | undefined
  isLive(id: OperationId): boolean
  pending(ids: readonly ToolCallId[]): readonly ToolCallId[]
  commit(operation: Operation, events?: readonly EventDraft[]): void
  enter(id: OperationId, end: OperationEnd, events?: readonly EventDraft[]): void
  ask(intervention: InterventionCall): EventDraft
  settle(settled: SettledIntervention): void
  /** Records the result of a call. No event reports it; the next read does. */
  note(executed: SettledIntervention): void
  withdraw(ids: readonly ToolCallId[]): void
  parked(id: OperationId): Promise<void>
  restart(): void
}

const listed = 100

export function createMockState(id: string, { clock, faults, nextId }: MockWorld): MockState {
  const log = createEventLog(clock.now, faults)
  const operations = new Map<OperationId, Operation>()
  const interventions = new Map<ToolCallId, InterventionCall>()
  const saves = createListeners()
  let epoch = nextId('epoch')

  const { commit } = createCoordinator({
    load: (operationId) => operations.get(operationId),
    save: (operation) => {
      operations.set(operation.id, operation)
      saves.notify()
    },
    publish: log.append,
  })
  function isLive(operationId: OperationId): boolean {
    const operation = operations.get(operationId)
    return operation !== undefined && isRunning(operation)
  }
  function pending(ids: readonly ToolCallId[]): readonly ToolCallId[] {
    return ids.filter((call) => interventions.get(call)?.status === 'pending')
  }
  function enter(operationId: OperationId, end: OperationEnd, events?: readonly EventDraft[]): void {
    const operation = operations.get(operationId)
    if (operation && !hasEnded(operation)) commit(withEnd(operation, end), events)
  }
  function settleCall(settled: SettledIntervention): void {
    const { toolCallId, operationId, status, resolution } = settled
    interventions.set(toolCallId, settled)
    log.append({ type: 'agent_intervention_response', operationId, data: { toolCallId, status, resolution } })
  }

  function expire(): void {
    const at = clock.now()
    for (const card of interventions.values()) {
      if (card.status === 'pending' && (card.expiresAt ?? at) < at)
        settleCall(settle(card, 'expired', { at }))
    }
  }

  // A timer may fire slightly before the wall clock reaches its time; then wait once more.
  async function expireAfter(at: number): Promise<void> {
    for (const _ of ['in time', 'late']) {
      await clock.sleep(at - clock.now() + 1)
      expire()
    }
  }

  return {
    log,
    isLive,
    pending,
    commit,
    enter,
    settle: settleCall,
    operation: (operationId) => operations.get(operationId),
    find: (call) => interventions.get(call),
    read: () => {
      expire()
      return {
        id,
        epoch,
        cursor: log.cursor(),
        now: clock.now(),
        operations: [...operations.values()].slice(-listed),
        interventions: [...interventions.values()].slice(-listed),
      }
    },
    ask: (intervention) => {
      interventions.set(intervention.toolCallId, intervention)
      const { operationId, expiresAt } = intervention
      if (expiresAt !== undefined) void expireAfter(expiresAt)
      return { type: 'agent_intervention_request', operationId, data: { intervention } }
    },
    note: (executed) => void interventions.set(executed.toolCallId, executed),
    withdraw: (ids) => {
      for (const call of pending(ids)) {
        settleCall(settle(interventions.get(call)!, 'withdrawn', { at: clock.now() }))
      }
    },
    parked: (operationId) => until(saves.subscribe, () => !isLive(operationId)),
    restart: () => {
      epoch = nextId('epoch')
      for (const operationId of operations.keys()) {
        if (isLive(operationId)) enter(operationId, { status: 'interrupted', endedAt: clock.now() })
      }
      log.cut()
      log.clear()
    },
  }
}

export interface CoordinatorPorts {
  load(id: OperationId): Operation | undefined
  save(operation: Operation): void
  publish(event: EventDraft): void
}

export interface Coordinator {
  /**
   * Saves the operation, publishes what belongs to the step, then the end if the stream ends here (rule S1): never before
   * the state is saved, never left out because something before it failed.
   */
  commit(operation: Operation, events?: readonly EventDraft[]): void
}

export function createCoordinator({ load, save, publish }: CoordinatorPorts): Coordinator {
  const tryPublish = (event: EventDraft): void => {
    try {
      publish(event)
    } catch {
      // A read finds the content of the lost event.
    }
  }
  return {
    commit: (operation, events = []) => {
      const before = load(operation.id)
      save(operation)
      events.forEach(tryPublish)
      const end = endEventOf(operation, before)
      if (end) tryPublish(end)
    },
  }
}
