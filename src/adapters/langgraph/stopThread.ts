import type { StopAnswer } from '../../gateway/GatewayClient.ts'
import type { OperationId } from '../../model/ids.ts'
import type { Thread } from './openThread.ts'
import { stopHold } from './stopHold.ts'

/** Ends a run that is under way, or what a parked one waits for: nothing of it runs. */
export async function stopThread(thread: Thread, operationId: OperationId): Promise<StopAnswer> {
  const { holds, operations } = await thread.read()
  const hold = holds.find((one) => one.id === operationId)
  const operation = operations.find((one) => one.id === operationId)
  const isLive = operation?.status === 'running'
  if (isLive) await thread.post(`/runs/${operationId}/cancel`, {})
  if (hold) await stopHold(hold, thread)
  return { outcome: hold || isLive ? 'stopped' : 'already_ended' }
}
