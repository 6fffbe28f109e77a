import type { EventDraft } from '../model/event.ts'
import type { OperationId } from '../model/ids.ts'
import type { Operation } from '../model/operation.ts'

/** Where operations are kept, and where events go. */
export interface CoordinatorPorts {
  load(id: OperationId): Operation | undefined
  save(operation: Operation): void
  /** May fail for one event; the next one is published all the same. */
  publish(event: EventDraft): void
}

/** Moves operations from one status to the next, and tells of it. */
export interface Coordinator {
  /**
   * Saves the operation, publishes what belongs to the step, then the end where the new status ends the stream
   * (rule S1): once per entry, never before the state is saved, never left out because something before it failed.
   */
  commit(operation: Operation, events?: readonly EventDraft[]): void
}

/** The statuses on whose entry the stream of an operation ends. */
export function endsStream(status: Operation['status']): boolean {
  return status === 'done' || status === 'error' || status === 'interrupted' || status === 'waiting_for_human'
}

/** Creates a coordinator. */
export function createCoordinator({ load, save, publish }: CoordinatorPorts): Coordinator {
  const tryPublish = (event: EventDraft): void => {
    try {
      publish(event)
    } catch {
      // Whoever reads the conversation finds what the event would have said.
    }
  }
  return {
    commit: (operation, events = []) => {
      const before = load(operation.id)
      save(operation)
      events.forEach(tryPublish)
      if (endsStream(operation.status) && before?.status !== operation.status) tryPublish(endOf(operation))
    },
  }
}

function endOf(operation: Operation): EventDraft {
  const base = { type: 'agent_runtime_end', operationId: operation.id } as const
  switch (operation.status) {
    case 'waiting_for_human':
      return { ...base, data: { reason: operation.status, pause: operation.pause } }
    case 'error':
      return { ...base, data: { reason: operation.status, error: operation.error } }
    case 'done':
    case 'interrupted':
      return { ...base, data: { reason: operation.status } }
    case 'running':
    case 'waiting_for_async_tool':
      throw new Error(`"${operation.status}" ends no stream.`)
    default:
      operation satisfies never
      throw new Error('unreachable')
  }
}
