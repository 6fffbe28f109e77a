import type { EventDraft, GatewayEvent } from '../model/event.ts'
import type { Operation } from '../model/operation.ts'

export function endEventOf(operation: Operation): EventDraft | undefined {
  const event = { type: 'agent_runtime_end', operationId: operation.id } as const
  switch (operation.status) {
    case 'running':
    case 'waiting_for_async_tool':
      return undefined
    case 'waiting_for_human':
      return { ...event, data: { reason: operation.status, pause: operation.pause } }
    case 'error':
      return { ...event, data: { reason: operation.status, error: operation.error } }
    case 'done':
    case 'interrupted':
      return { ...event, data: { reason: operation.status } }
    default:
      return operation satisfies never
  }
}

export function frameOf({ cursor, ...event }: GatewayEvent): string {
  return `id: ${cursor}\ndata: ${JSON.stringify(event)}\n\n`
}

export function eventStreamResponse(body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
