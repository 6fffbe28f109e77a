import { GatewayError } from '../gateway/GatewayError.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import { payloadOf } from '../model/ledger.ts'

/** What was answered here, for backends that keep no such memory. */
export interface KeptAnswers {
  /**
   * Does it once per request id: the same request joins the one under way, or gets its answer. What failed may be tried
   * again. Throws `key_reused` for other decisions under the same id.
   */
  once(request: ResumeRequest, work: () => Promise<ResumeAnswer>): Promise<ResumeAnswer>
}

const keep = 100

/** Creates a memory of answers. */
export function createKeptAnswers(): KeptAnswers {
  const kept = new Map<string, { readonly payload: string; readonly answer: Promise<ResumeAnswer> }>()
  return {
    once: (request, work) => {
      const { requestId } = request
      const payload = payloadOf(request)
      const known = kept.get(requestId)
      if (known && known.payload !== payload) throw new GatewayError({ code: 'key_reused', applied: 'no' })
      if (known) return known.answer
      const answer = work()
      kept.set(requestId, { payload, answer })
      const forget = (): boolean => kept.delete(requestId)
      // What would be answered differently once the call has changed is not kept.
      answer.then(({ outcome }) => outcome === 'changed' && forget(), forget)
      for (const oldest of [...kept.keys()].slice(0, -keep)) kept.delete(oldest)
      return answer
    },
  }
}
