import { endEventOf } from '../backend/events.ts'
import type { EventDraft } from '../model/event.ts'
import type { OperationId } from '../model/ids.ts'
import { isRunning, type Operation } from '../model/operation.ts'

export interface CoordinatorPorts {
  load(id: OperationId): Operation | undefined
  save(operation: Operation): void
  publish(event: EventDraft): void
}

export interface Coordinator {
  /**
   * Saves the operation, publishes what belongs to the step, then the end if the stream ends here (rule S1): never before
   * the state is saved, never left out because something before it failed. A stream that has ended ends no second time: a
   * parked operation that is stopped has left it already.
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
      const hasLeft = before !== undefined && !isRunning(before)
      const end = hasLeft ? undefined : endEventOf(operation)
      if (end) tryPublish(end)
    },
  }
}
