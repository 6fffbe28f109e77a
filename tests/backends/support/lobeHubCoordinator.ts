import type { LobeHubStore, OperationStatus, StoredOperation } from './lobeHubStore.ts'

/** One event of an operation's stream, with its place in it. */
export interface StreamEvent {
  readonly id: string
  readonly type: string
  readonly operationId: string
  readonly stepIndex: number
  readonly timestamp: number
  readonly data: unknown
}

/** Saves how operations stand, and streams what happens in them. What was streamed is gone with the process. */
export interface LobeHubCoordinator {
  begin(topicId: string, approvalMode: string): StoredOperation
  publish(operation: StoredOperation, type: string, data: unknown): void
  /** Saves a status. Entering the end of a stream from outside of it is published, once per entry. */
  enter(operation: StoredOperation, status: OperationStatus): void
  /** The events streamed after this one; all events if there is no such event. */
  replay(operationId: string, lastEventId: string): readonly StreamEvent[]
  listen(operationId: string, listener: (event: StreamEvent) => void): () => void
}

/** A park ends a stream like any end; waiting for a tool elsewhere does not. */
function endsStream(status: OperationStatus): boolean {
  return status !== 'running' && status !== 'waiting_for_async_tool'
}

/** Creates the coordinator of one process. */
export function createLobeHubCoordinator(store: LobeHubStore): LobeHubCoordinator {
  const streams = new Map<string, StreamEvent[]>()
  const listeners = new Map<string, Set<(event: StreamEvent) => void>>()

  function publish(operation: StoredOperation, type: string, data: unknown): void {
    const stream = streams.get(operation.id) ?? []
    streams.set(operation.id, stream)
    const event = {
      id: `${stream.length + 1}-0`,
      type,
      operationId: operation.id,
      stepIndex: operation.stepCount,
      timestamp: Date.now(),
      data,
    }
    stream.push(event)
    for (const listener of listeners.get(operation.id) ?? []) listener(event)
  }
  function mark(operation: StoredOperation, isEnded: boolean): void {
    const topic = store.topics[operation.topicId]!
    const { runningOperation: _marker, ...metadata } = topic.metadata
    const isMarked = topic.metadata.runningOperation?.operationId === operation.id
    if (isEnded && !isMarked) return
    topic.metadata = isEnded ? metadata : { ...metadata, runningOperation: { operationId: operation.id } }
    const isParked = operation.status === 'waiting_for_human'
    topic.status = isParked ? 'waitingForHuman' : isEnded ? 'active' : 'running'
    topic.updatedAt = new Date().toISOString()
  }

  return {
    publish,
    begin: (topicId, approvalMode) => {
      const id = store.mint('op')
      const operation: StoredOperation = { id, topicId, approvalMode, status: 'running', stepCount: 0 }
      store.operations[operation.id] = operation
      mark(operation, false)
      store.save()
      publish(operation, 'agent_runtime_init', { topicId })
      return operation
    },
    enter: (operation, status) => {
      const wasEnded = endsStream(operation.status)
      operation.status = status
      operation.stepCount += 1
      if (endsStream(status)) mark(operation, true)
      store.save()
      if (wasEnded || !endsStream(status)) return
      publish(operation, 'visible_output_end', { reason: status })
      const { error } = operation
      publish(operation, 'agent_runtime_end', { reason: status, finalState: { status, error } })
    },
    replay: (operationId, lastEventId) => {
      const stream = streams.get(operationId) ?? []
      return stream.slice(stream.findIndex((event) => event.id === lastEventId) + 1)
    },
    listen: (operationId, listener) => {
      const own = listeners.get(operationId) ?? new Set()
      listeners.set(operationId, own.add(listener))
      return () => own.delete(listener)
    },
  }
}
