import { fieldsOf } from '../../backend/json.ts'
import type { StopAnswer } from '../../gateway/GatewayClient.ts'
import type { OperationId } from '../../model/ids.ts'
import { isRunning } from '../../model/operation.ts'
import { type Topic, unsupported } from './topic.ts'

/** Ends a run that is under way, or the whole batch that a parked one waits for: nothing of it runs. */
export async function stopTopic(topic: Topic, operationId: OperationId): Promise<StopAnswer> {
  const { id: topicId, call, read } = topic
  const { rows, operations } = await read()
  if (operations.some((one) => one.id === operationId && isRunning(one))) {
    await call('aiAgent.interruptTask', { operationId, topicId })
    return { outcome: 'stopped' }
  }
  const waiting = [...rows.values()].filter(
    ({ card }) => card.operationId === operationId && card.status === 'pending',
  )
  if (waiting.length === 0) return { outcome: 'already_ended' }
  const [batchId, ...others] = new Set(waiting.map((row) => row.batchId))
  if (!batchId || others.length > 0) throw unsupported('sealed batches')
  const toolMessageIds = waiting.map((row) => row.id)
  try {
    const answer = await call('aiAgent.stopPendingApproval', {
      batchId,
      operationId,
      toolMessageIds,
      topicId,
    })
    return { outcome: fieldsOf(answer)['state'] === 'already_resolved' ? 'already_ended' : 'stopped' }
  } catch (thrown) {
    // A second stop is refused by the server. It has ended if no call waits.
    const { rows: now } = await read()
    if (waiting.some(({ card }) => now.get(card.toolCallId)?.card.status === 'pending')) throw thrown
    return { outcome: 'already_ended' }
  }
}
