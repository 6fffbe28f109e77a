import type { StopAnswer } from '../../gateway/GatewayClient.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { OperationId } from '../../model/ids.ts'
import type { ThreadPause } from './read.ts'
import type { Thread } from './thread.ts'

/** Ends a run that is under way, or what a parked one waits for: nothing of it runs. */
export async function stopThread(thread: Thread, operationId: OperationId): Promise<StopAnswer> {
  const { pauses, operations } = await thread.read()
  const pause = pauses.find((one) => one.id === operationId)
  const operation = operations.find((one) => one.id === operationId)
  const isLive = operation?.status === 'running'
  if (isLive) await thread.post(`/runs/${operationId}/cancel`, {})
  if (pause) await endPause(pause, thread)
  return { outcome: pause || isLive ? 'stopped' : 'already_ended' }
}

export async function endPause(
  { node, batch, calls, idsInMessages }: ThreadPause,
  thread: Thread,
  content = 'Rejected.',
): Promise<void> {
  const messages = calls.map(({ tool: { name } }, index) => ({
    type: 'tool',
    status: 'error',
    tool_call_id: idsInMessages[index],
    name,
    content,
  }))
  if (batch) await thread.post('/state', { values: { messages }, as_node: node })
  try {
    await thread.post('/state', { values: null, as_node: '__end__' })
  } catch (thrown) {
    // The calls of a batch are rejected by now.
    const { code, applied } = GatewayError.from(thrown, 'unknown')
    throw new GatewayError({ code, applied: batch ? 'unknown' : applied })
  }
  // The thread stays "interrupted" until another run, even an empty one.
  await thread.start({ input: null }).catch(() => undefined)
}
