import { judgeTurn } from '../backend/judge.ts'
import { turnOf } from '../backend/ledger.ts'
import { settle } from '../model/intervention.ts'
import { isRunning } from '../model/operation.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'
import type { MockConversation } from './mockConversation.ts'
import type { MockClock } from './world.ts'

/** A person who decides through the mock gateway. */
export interface MockPerson {
  /** Written into the decisions of this person. */
  readonly id: string
  /** Shown in receipts. */
  readonly name?: string
}

/**
 * The server's half of exactly once: one answer per request id, and no decision before the run it belongs to has parked.
 * Decisions are judged as the kit's own route judges them.
 */
export function answerResume(
  conversation: MockConversation,
  request: ResumeRequest,
  { clock, by }: { readonly clock: MockClock; readonly by: MockPerson },
): Promise<ResumeAnswer> {
  const { operationId, requestId, decisions } = request
  return conversation.once(request, async () => {
    await conversation.parked(operationId)
    for (;;) {
      const now = conversation.read()
      const verdict = judgeTurn(now, request)
      if ('answer' in verdict) return verdict.answer
      const running = turnOf(now, operationId).find((one) => isRunning(one))
      if (!running) {
        const settled = decisions.map(
          ({ toolCallId: _call, revision: _revision, decision, ...words }, index) =>
            settle(verdict.calls[index]!, decision, { at: clock.now(), requestId, by, ...words }),
        )
        return { outcome: 'accepted', ...conversation.resume(operationId, settled) }
      }
      await conversation.parked(running.id)
    }
  })
}
