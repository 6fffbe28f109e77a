import { GatewayError } from '../gateway/GatewayError.ts'
import type { RequestId, ToolCallId } from '../model/ids.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'

export interface KeptAnswer {
  readonly requestId: RequestId
  readonly payload: string
  /** The answer to a stop too: `accepted` with the operation it stopped, or `gone`. */
  readonly answer: ResumeAnswer
  readonly at: number
}

export interface KeptAnswers {
  readonly answers: readonly KeptAnswer[]
}

export type KeyedRequest = Pick<ResumeRequest, 'requestId' | 'operationId'> & {
  readonly decisions?: ResumeRequest['decisions']
}

// The contract asks for 24 h, and nobody decides on more than these in a day.
const maxAnswers = 1_000
const day = 24 * 60 * 60 * 1_000

function payloadOf({ operationId, decisions }: KeyedRequest): string {
  return JSON.stringify([operationId, decisions])
}

/** The answer that this request id got before. Throws `key_reused` where it asked for something else. */
export function answeredIn({ answers }: KeptAnswers, request: KeyedRequest): ResumeAnswer | undefined {
  const kept = answers.find((one) => one.requestId === request.requestId)
  if (kept) demandSame(kept.payload, request)
  return kept?.answer
}

/** Keeps the first answer to a request. `at`: milliseconds since the epoch. */
export function withAnswer<Kept extends KeptAnswers>(
  kept: Kept,
  request: KeyedRequest,
  answer: ResumeAnswer,
  at: number,
): Kept {
  const { requestId } = request
  if (kept.answers.some((one) => one.requestId === requestId)) return kept
  const others = kept.answers.filter((one) => one.at > at - day)
  const answers = [...others, { requestId, payload: payloadOf(request), answer, at }].slice(-maxAnswers)
  return { ...kept, answers }
}

function demandSame(payload: string, request: KeyedRequest): void {
  if (payload !== payloadOf(request)) throw new GatewayError({ code: 'key_reused', applied: 'no' })
}

export interface AnswerMemory {
  once(request: KeyedRequest, work: () => Promise<ResumeAnswer> | ResumeAnswer): Promise<ResumeAnswer>
}

export interface AnswerMemoryOptions {
  /**
   * The backend takes each decision once, so that one whose fate is unknown may be sent again. Where it would take it
   * twice, the same failure is all there is from then on. @default true
   */
  readonly repeatable?: boolean
  /**
   * A server refuses a request whose own work is under way, and keeps every answer. A page joins the work, and asks again
   * what would be answered differently once the call has changed. @default false
   */
  readonly isServer?: boolean
}

export function createAnswerMemory({
  repeatable = true,
  isServer = false,
}: AnswerMemoryOptions = {}): AnswerMemory {
  const kept = new Map<RequestId, { payload: string; answer: Promise<ResumeAnswer>; isGiven: boolean }>()
  const doubtful = new Map<ToolCallId, GatewayError>()
  return {
    once: async (request, work) => {
      const { requestId, decisions = [] } = request
      const known = kept.get(requestId)
      if (known) {
        demandSame(known.payload, request)
        if (isServer && !known.isGiven) throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
        return known.answer
      }
      const doubt = decisions.map((made) => doubtful.get(made.toolCallId)).find(Boolean)
      if (doubt) throw doubt
      const own = { payload: payloadOf(request), answer: (async () => work())(), isGiven: false }
      kept.set(requestId, own)
      for (const oldest of [...kept.keys()].slice(0, -maxAnswers)) kept.delete(oldest)
      try {
        const { outcome } = await own.answer
        own.isGiven = true
        if (outcome === 'changed' && !isServer) kept.delete(requestId)
      } catch (thrown) {
        kept.delete(requestId)
        const failure = GatewayError.from(thrown, 'unknown')
        if (failure.applied === 'unknown' && !repeatable) {
          for (const made of decisions) doubtful.set(made.toolCallId, failure)
        }
      }
      return own.answer
    },
  }
}
