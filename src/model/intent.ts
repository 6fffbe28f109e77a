import { findCall } from './conversation.ts'
import type { DecisionRequest, Failure, ResumeAnswer, ResumeRequest } from './decision.ts'
import type { InterventionCall } from './intervention.ts'

/** The life of one decision, from the press to its end. `settled` (by its `answer`) and `failed` are final; both keep the `request`. */
export type Intent =
  | (Live & {
      /** `waiting`: between two tries. `checking`: no try is left, one completed read decides. */
      readonly status: 'sending' | 'waiting' | 'checking'
    })
  | { readonly status: 'settled'; readonly request: ResumeRequest; readonly answer: ResumeAnswer }
  | { readonly status: 'failed'; readonly request: ResumeRequest; readonly failure: Failure }

interface Live {
  /** The request, the same for every try. */
  readonly request: ResumeRequest
  /** Our clock at the press, in milliseconds. */
  readonly pressedAt: number
  /** 1 to 3. */
  readonly attempt: number
  /** The time of the next send or read (our clock, ms); `Infinity` while one is in progress. */
  readonly until: number
  /** The last failure after which the decision may have taken effect. */
  readonly doubt: Failure | null
  /** The outcome that the conversation showed meanwhile. It becomes the answer at `until`. */
  readonly seen: { readonly answer: ResumeAnswer; readonly until: number } | null
}

/** An input of the machine. `at` is our clock in milliseconds, `random` lies in [0, 1), `answer` is the gateway's, `interventions` are the calls as they are now. */
export type IntentInput = { readonly at: number } & (
  | { readonly type: 'answered'; readonly answer: ResumeAnswer }
  | { readonly type: 'refused'; readonly failure: Failure; readonly random: number }
  /** The conversation changed, by event or read. */
  | { readonly type: 'observed'; readonly interventions: readonly InterventionCall[] }
  /** A read that was asked for by the `read` effect. */
  | { readonly type: 'read'; readonly interventions: readonly InterventionCall[] }
  | { readonly type: 'read_failed'; readonly random: number }
  | { readonly type: 'woke' }
)

/** An effect to carry out. `wake` asks for a `woke` input `at` that time on our clock (ms). */
export type IntentEffect = { readonly type: 'send' | 'read' } | { readonly type: 'wake'; readonly at: number }

/** An intent and what has to be done for it. */
export type IntentStep = readonly [Intent, readonly IntentEffect[]]

const maxAttempts = 3
const firstBackoffMs = 500
const maxBackoffMs = 4_000
const maxRetryAfterMs = 20_000
const lastTryAfterMs = 30_000
const lastWordAfterMs = 60_000
// An outstanding answer is worth this wait, because it names the new operation.
const graceMs = 1_000

/**
 * Begins a decision. It is sent at once and ends at most 60 s after the press. `doubt`: it continues a decision that
 * may have taken effect, and a refusal of a later try does not undo that.
 *
 * @example
 * const [intent, effects] = begin(request, Date.now())
 * console.log(intent.status, effects[0]?.type) // sending send
 */
export function begin(request: ResumeRequest, pressedAt: number, doubt: Failure | null = null): IntentStep {
  const live = { request, pressedAt, attempt: 1, until: Infinity, doubt, seen: null }
  return [
    { ...live, status: 'sending' },
    [{ type: 'send' }, { type: 'wake', at: pressedAt + lastWordAfterMs }],
  ]
}

/**
 * The transition function of a decision. Inputs that come too late, or twice, change nothing.
 *
 * @example
 * const [sent] = begin(request, Date.now())
 * const [intent] = step(sent, { type: 'answered', at: Date.now(), answer })
 * console.log(intent.status) // settled
 */
export function step(intent: Intent, input: IntentInput): IntentStep {
  if (intent.status === 'settled' || intent.status === 'failed') return [intent, []]
  const { status, request, pressedAt, attempt, until, doubt, seen } = intent
  const { at } = input

  const settle = (answer: ResumeAnswer): IntentStep => [{ status: 'settled', request, answer }, []]
  const fail = (failure: Failure): IntentStep => [{ status: 'failed', request, failure }, []]
  const failUnknown = (): IntentStep => fail({ ...(doubt ?? { code: 'timeout' }), applied: 'unknown' })
  const go = (change: Partial<Live>, type: 'send' | 'read'): IntentStep => [
    { ...intent, until: Infinity, ...change, status: type === 'send' ? 'sending' : 'checking' },
    [{ type }],
  ]
  const wait = (change: Partial<Live & Pick<typeof intent, 'status'>>, wakeAt: number): IntentStep => [
    { ...intent, ...change },
    [{ type: 'wake', at: wakeAt }],
  ]

  switch (input.type) {
    case 'answered':
      if (status === 'sending') return settle(input.answer)
      break
    case 'refused': {
      if (status !== 'sending') break
      if (seen) return settle(seen.answer)
      const unknown = input.failure.applied === 'unknown' ? input.failure : doubt
      const next = at + nextTryAfterMs(attempt, input.failure, input.random)
      if (next <= pressedAt + lastTryAfterMs)
        return wait({ status: 'waiting', until: next, doubt: unknown }, next)
      return unknown ? go({ doubt: unknown }, 'read') : fail(input.failure)
    }
    case 'observed': {
      const answer = answerIn(request, input.interventions)
      if (!answer || seen) break
      if (status !== 'sending') return settle(answer)
      return wait({ seen: { answer, until: at + graceMs } }, at + graceMs)
    }
    case 'read': {
      if (status !== 'checking') break
      const { interventions } = input
      const answer = answerIn(request, interventions)
      const isShown = (made: DecisionRequest): boolean =>
        findCall(interventions, made.toolCallId)?.revision === made.revision
      if (answer) return settle(answer)
      return request.decisions.every(isShown) ? failUnknown() : settle({ outcome: 'changed', interventions })
    }
    case 'read_failed': {
      if (status !== 'checking') break
      const next = at + backoffMs(maxAttempts, input.random)
      return wait({ until: next }, next)
    }
    case 'woke':
      if (seen && at >= seen.until) return settle(seen.answer)
      if (at >= pressedAt + lastWordAfterMs) return failUnknown()
      if (at < until) break
      // A page that slept must not send later than it would have awake.
      if (status === 'waiting' && at > pressedAt + lastTryAfterMs) {
        return doubt ? go({}, 'read') : fail({ code: 'timeout', applied: 'no' })
      }
      return status === 'checking' ? go({}, 'read') : go({ attempt: attempt + 1 }, 'send')
    default:
      input satisfies never
  }
  return [intent, []]
}

export function isChecking(intent: Intent): boolean {
  return 'doubt' in intent && intent.doubt !== null
}

// The time to the next try under the same request id, in ms; `Infinity`: there is none.
function nextTryAfterMs(attempt: number, { applied, code, retryAfterMs }: Failure, random: number): number {
  if (attempt >= maxAttempts || (retryAfterMs ?? 0) > maxRetryAfterMs) return Infinity
  if (applied === 'unknown') return retryAfterMs ?? backoffMs(attempt, random)
  return code === 'rate_limited' ? (retryAfterMs ?? Infinity) : Infinity
}

function backoffMs(attempt: number, random: number): number {
  return random * Math.min(maxBackoffMs, firstBackoffMs * 2 ** (attempt - 1))
}

// Derives the outcome of a request from its calls, once none of them is pending.
function answerIn({ decisions }: ResumeRequest, all: readonly InterventionCall[]): ResumeAnswer | null {
  const decided = new Set(decisions.map(({ toolCallId }) => toolCallId))
  const interventions: InterventionCall[] = []
  for (const card of all)
    if (card.status !== 'pending' && decided.has(card.toolCallId)) interventions.push(card)
  if (interventions.length < decisions.length) return null
  const lapsed = interventions.find(({ status }) => status === 'expired' || status === 'withdrawn')
  if (!lapsed) return { outcome: 'already_resolved', interventions }
  return { outcome: 'gone', reason: lapsed.status === 'expired' ? 'expired' : 'withdrawn', interventions }
}
