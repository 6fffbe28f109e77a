import { endEventOf } from '../backend/events.ts'
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
      const end = before?.status === operation.status ? undefined : endEventOf(operation)
      if (end) tryPublish(end)
    },
  }
}
