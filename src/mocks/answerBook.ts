import { answeredIn } from '../backend/judge.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { RequestId } from '../model/ids.ts'
import { type KeyedRequest, type Ledger, payloadOf, withAnswer } from '../backend/ledger.ts'
import type { ResumeAnswer } from '../model/resume.ts'

/** One answer per request id. */
export interface AnswerBook {
  /**
   * The answer that was given before, or that of the work. What the work throws is not kept. Throws `key_reused` where the
   * request id asked for something else, `in_progress` while its own work is under way.
   */
  once(request: KeyedRequest, work: () => Promise<ResumeAnswer> | ResumeAnswer): Promise<ResumeAnswer>
}

/** Creates an empty book. */
export function createAnswerBook(now: () => number): AnswerBook {
  const working = new Map<RequestId, string>()
  let kept: Pick<Ledger, 'answers'> = { answers: [] }
  return {
    once: async (request, work) => {
      const { requestId } = request
      const before = answeredIn(kept, request)
      if (before) return before
      const payload = payloadOf(request)
      const other = working.get(requestId)
      if (other === payload) throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
      if (other !== undefined) throw new GatewayError({ code: 'key_reused', applied: 'no' })
      working.set(requestId, payload)
      try {
        const answer = await work()
        kept = withAnswer(kept, request, answer, now())
        return answer
      } finally {
        working.delete(requestId)
      }
    },
  }
}
