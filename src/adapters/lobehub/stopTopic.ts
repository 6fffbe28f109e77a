import type { StopAnswer, StopRequest } from '../../gateway/GatewayClient.ts'
import { isRunning } from '../../model/operation.ts'
import { type Trpc, unsupported } from './openTrpc.ts'
import type { ReadTopic } from './readTopic.ts'

/** Ends a run that is under way, or the whole batch that a parked one waits for: nothing of it runs. */
export async function stopTopic(
  trpc: Trpc,
  { conversationId: topicId, operationId }: StopRequest,
  read: () => Promise<ReadTopic>,
): Promise<StopAnswer> {
  const { rows, operations } = await read()
  if (operations.some((one) => one.id === operationId && isRunning(one))) {
    await trpc.mutate('aiAgent.interruptTask', { operationId, topicId })
    return { outcome: 'stopped' }
  }
  const waiting = [...rows.values()].filter(
    ({ card }) => card.operationId === operationId && card.status === 'pending',
  )
  const [first] = waiting
  if (!first) return { outcome: 'already_ended' }
  const { batchId } = first
  if (!batchId || waiting.some((row) => row.batchId !== batchId))
    throw unsupported('sealed batches (2026-08)')
  const toolMessageIds = waiting.map((row) => row.id)
  try {
    await trpc.mutate('aiAgent.stopPendingApproval', { batchId, operationId, toolMessageIds, topicId })
    return { outcome: 'stopped' }
  } catch (thrown) {
    // A second stop is refused there: what counts is whether anything waits.
    const after = await read().catch(() => undefined)
    const isOver =
      after && waiting.every(({ card }) => after.rows.get(card.toolCallId)?.card.status !== 'pending')
    if (isOver) return { outcome: 'already_ended' }
    throw thrown
  }
}
