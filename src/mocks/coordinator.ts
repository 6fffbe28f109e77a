import { endEventOf } from '../backend/events.ts'
import type { EventDraft } from '../model/event.ts'
import type { OperationId } from '../model/ids.ts'
import type { Operation } from '../model/operation.ts'

export interface CoordinatorPorts {
  load(id: OperationId): Operation | undefined
  save(operation: Operation): void
  publish(event: EventDraft): void
}

export interface Coordinator {
  /**
   * Saves the operation, publishes what belongs to the step, then the end where the new status ends the stream
   * (rule S1): once per entry, never before the state is saved, never left out because something before it failed.
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
      const end = before?.status === operation.status ? undefined : endEventOf(operation)
      if (end) tryPublish(end)
    },
  }
}
