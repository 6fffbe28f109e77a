import { GatewayError } from '../gateway/GatewayError.ts'
import type { ToolCallId } from '../model/ids.ts'
import { payloadOf } from './ledger.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'

/** What was answered here, for backends that keep no such memory. */
export interface KeptAnswers {
  /**
   * Does it once per request id: the same request joins the one under way, or gets its answer. Throws `key_reused` for
   * other decisions under the same id. What failed may be tried again; but where nobody knows whether it was taken, and
   * the backend would take it again, the same failure is all there is from then on.
   */
  once(request: ResumeRequest, work: () => Promise<ResumeAnswer>): Promise<ResumeAnswer>
}

const keep = 100

/**
 * Creates a memory of answers.
 *
 * @param repeatable The backend takes each decision once, so that one whose fate is unknown may be sent again.
 */
export function createKeptAnswers(repeatable: boolean): KeptAnswers {
  const kept = new Map<string, { readonly payload: string; readonly answer: Promise<ResumeAnswer> }>()
  const doubtful = new Map<ToolCallId, GatewayError>()
  return {
    once: async (request, work) => {
      const { requestId, decisions } = request
      const payload = payloadOf(request)
      const known = kept.get(requestId)
      if (known && known.payload !== payload) throw new GatewayError({ code: 'key_reused', applied: 'no' })
      if (known) return known.answer
      const doubt = decisions.map((made) => doubtful.get(made.toolCallId)).find(Boolean)
      if (doubt) throw doubt
      const answer = work()
      kept.set(requestId, { payload, answer })
      for (const oldest of [...kept.keys()].slice(0, -keep)) kept.delete(oldest)
      try {
        const { outcome } = await answer
        // What would be answered differently once the call has changed is not kept.
        if (outcome === 'changed') kept.delete(requestId)
      } catch (thrown) {
        kept.delete(requestId)
        const failure = GatewayError.from(thrown, 'unknown')
        if (failure.applied === 'unknown' && !repeatable) {
          for (const made of decisions) doubtful.set(made.toolCallId, failure)
        }
        throw failure
      }
      return answer
    },
  }
}
