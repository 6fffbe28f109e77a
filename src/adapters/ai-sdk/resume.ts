import { type AiSdkChat, type ToolPart, toolPartsOf } from '../../backend/aiSdk.ts'
import { reasonOf } from '../../backend/cards.ts'
import { type Subscribe, until } from '../../backend/changes.ts'
import { definedFields } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { ResumeRequest } from '../../model/resume.ts'
import type { ChatMemory } from './read.ts'
import { reopenInChat } from './rewrite.ts'

export interface LiveChat {
  readonly memory: ChatMemory
  readonly subscribe: Subscribe
  readonly now: () => AiSdkChat
}

/**
 * Answers every call of the request, and waits until the chat's own request is taken: its stream has begun, or the calls
 * have moved on. Throws `unavailable` when it failed before that.
 */
export async function decideInChat(
  { memory, subscribe, now }: LiveChat,
  { requestId, decisions }: ResumeRequest,
  parts: readonly ToolPart[],
  signal: AbortSignal,
): Promise<void> {
  const ids = parts.map((part) => part.approvalId)
  const before = now().error
  const answered = parts.filter((part) => part.state !== 'approval-requested')
  if (answered.length > 0) {
    reopenInChat(now(), answered)
  }
  for (const [index, id] of ids.entries()) {
    const made = decisions[index]!
    memory.requests.set(id, requestId)
    memory.untaken.add(id)
    await now().addToolApprovalResponse({
      id,
      approved: made.decision === 'approved',
      ...definedFields({ reason: reasonOf(made) }),
      options: { headers: { 'idempotency-key': requestId } },
    })
  }
  const isTaken = (): boolean => {
    const { status, error, messages } = now()
    if (status === 'error' && error !== before) throw failureOf(error)
    const left = toolPartsOf(messages).filter((part) => ids.includes(part.approvalId))
    const moved = left.every(({ state }) => state !== 'approval-requested' && state !== 'approval-responded')
    return status === 'streaming' || moved
  }
  await until(subscribe, isTaken, signal)
  for (const id of ids) memory.untaken.delete(id)
}

/** An HTTP error comes before anything runs; a request that broke may have been taken. */
function failureOf(error: Error | undefined): GatewayError {
  const applied = error instanceof TypeError ? 'unknown' : 'no'
  return new GatewayError({ code: 'unavailable', applied }, error?.message || undefined, { cause: error })
}
