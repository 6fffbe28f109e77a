import type { Thread } from './openThread.ts'
import type { Hold } from './readThread.ts'

/** Tells the model that nothing ran, and ends what the graph was about to do. */
export async function stopHold(
  { node, batch, calls }: Hold,
  thread: Thread,
  content = 'Rejected.',
): Promise<void> {
  const messages = calls.map(({ toolCallId, tool: { name } }) => ({
    type: 'tool',
    status: 'error',
    tool_call_id: toolCallId,
    name,
    content,
  }))
  if (batch) await thread.post('/state', { values: { messages }, as_node: node })
  await thread.post('/state', { values: null, as_node: '__end__' })
  // The status of the thread stays "interrupted" until a run, even one that has nothing to do.
  await thread.start({ input: null }).catch(() => undefined)
}
