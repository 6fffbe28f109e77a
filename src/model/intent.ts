import { findIntervention } from './conversation.ts'
import type { ResumeAnswer, ResumeRequest } from './decision.ts'
import type { Failure } from './failure.ts'
import type { Intervention } from './intervention.ts'

/** The life of one decision, from the press to its end. `settled` and `failed` are final. */
export type Intent =
  | (Live & { readonly status: 'sending' })
  /** Between two tries, until `until` on our clock (ms). */
  | (Live & { readonly status: 'waiting'; readonly until: number })
  /** No try is left: one completed read decides. `until`: when to read again after a read that failed. */
  | (Live & { readonly status: 'checking'; readonly until: number | null })
  | { readonly status: 'settled'; readonly request: ResumeRequest; readonly answer: ResumeAnswer }
  | { readonly status: 'failed'; readonly request: ResumeRequest; readonly failure: Failure }

interface Live {
  readonly request: ResumeRequest
  /** Our clock at the press, in milliseconds. */
  readonly pressedAt: number
  /** 1 to 3. */
  readonly attempt: number
  /** The last failure after which the decision may have taken effect. */
  readonly doubt: Failure | null
  /** What the conversation showed meanwhile, and when. */
  readonly observed: { readonly answer: ResumeAnswer; readonly at: number } | null
}

/** What can happen to a decision. `at` is our clock in milliseconds, `random` lies in [0, 1). */
export type IntentInput = { readonly at: number } & (
  | { readonly type: 'answered'; readonly answer: ResumeAnswer }
  | { readonly type: 'refused'; readonly failure: Failure; readonly random: number }
  /** The conversation changed, by event or read. */
  | { readonly type: 'observed'; readonly interventions: readonly Intervention[] }
  /** A read that was asked for by the `read` effect. */
  | { readonly type: 'read'; readonly interventions: readonly Intervention[] }
  | { readonly type: 'read_failed'; readonly random: number }
  | { readonly type: 'woke' }
)

/** What has to be done next. `wake` asks for a `woke` input at that time on our clock (ms). */
export type IntentEffect =
  | { readonly type: 'send' }
  | { readonly type: 'read' }
  | { readonly type: 'wake'; readonly at: number }

/** An intent and what has to be done for it. */
export type IntentStep = readonly [Intent, readonly IntentEffect[]]

const maxAttempts = 3
const firstBackoffMs = 500
const maxBackoffMs = 4_000
const maxRetryAfterMs = 20_000
const lastTryAfterMs = 30_000
const lastWordAfterMs = 60_000
/** An answer on its way is worth this wait: it names the operation that carries on. */
const graceMs = 1_000

/** Begins a decision: it is sent at once, and it is over 60 s after the press at the latest. */
export function begin(request: ResumeRequest, pressedAt: number): IntentStep {
  return [
    { status: 'sending', request, pressedAt, attempt: 1, doubt: null, observed: null },
    [{ type: 'send' }, { type: 'wake', at: pressedAt + lastWordAfterMs }],
  ]
}

/** The one transition function of a decision. What comes too late, or twice, changes nothing. */
export function step(intent: Intent, input: IntentInput): IntentStep {
  if (intent.status === 'settled' || intent.status === 'failed') return [intent, []]
  switch (input.type) {
    case 'answered':
      return intent.status === 'sending' ? settled(intent, input.answer) : [intent, []]
    case 'refused':
      return intent.status === 'sending' ? refused(intent, input) : [intent, []]
    case 'observed':
      return observed(intent, input)
    case 'read':
      return intent.status === 'checking' ? read(intent, input.interventions) : [intent, []]
    case 'read_failed':
      return intent.status === 'checking' ? wait(intent, input.at + backoff(input.random, 3)) : [intent, []]
    case 'woke':
      return woke(intent, input.at)
    default:
      input satisfies never
      return [intent, []]
  }
}

/** True while nobody knows whether the decision took effect and the kit is finding out. */
export function isChecking(intent: Intent): boolean {
  return intent.status === 'checking' || ('doubt' in intent && intent.doubt !== null)
}

function refused(
  intent: Extract<Intent, { status: 'sending' }>,
  { failure, at, random }: Extract<IntentInput, { type: 'refused' }>,
): IntentStep {
  if (intent.observed) return settled(intent, intent.observed.answer)
  const doubt = failure.applied === 'unknown' ? failure : intent.doubt
  const delay = nextTryAfter(intent, failure, random)
  if (delay !== null && at + delay - intent.pressedAt <= lastTryAfterMs) {
    const until = at + delay
    return [{ ...intent, status: 'waiting', until, doubt }, [{ type: 'wake', at: until }]]
  }
  if (!doubt) return failed(intent, failure)
  return [{ ...intent, status: 'checking', until: null, doubt }, [{ type: 'read' }]]
}

/** Milliseconds to the next try under the same request id, or null when there is none. */
function nextTryAfter(intent: Live, failure: Failure, random: number): number | null {
  const { applied, code, retryAfterMs } = failure
  if (intent.attempt >= maxAttempts) return null
  if (retryAfterMs !== undefined && retryAfterMs > maxRetryAfterMs) return null
  if (applied === 'no') return code === 'rate_limited' ? (retryAfterMs ?? null) : null
  return retryAfterMs ?? backoff(random, intent.attempt)
}

function backoff(random: number, attempt: number): number {
  return random * Math.min(maxBackoffMs, firstBackoffMs * 2 ** (attempt - 1))
}

function observed(
  intent: Exclude<Intent, { status: 'settled' | 'failed' }>,
  { interventions, at }: Extract<IntentInput, { type: 'observed' }>,
): IntentStep {
  const answer = answerIn(intent.request, interventions)
  if (!answer) return [intent, []]
  if (intent.status !== 'sending') return settled(intent, answer)
  if (intent.observed) return [intent, []]
  return [{ ...intent, observed: { answer, at } }, [{ type: 'wake', at: at + graceMs }]]
}

function woke(intent: Exclude<Intent, { status: 'settled' | 'failed' }>, at: number): IntentStep {
  if (intent.observed && at >= intent.observed.at + graceMs) return settled(intent, intent.observed.answer)
  if (at >= intent.pressedAt + lastWordAfterMs) {
    return failed(intent, { ...(intent.doubt ?? { code: 'timeout' }), applied: 'unknown' })
  }
  switch (intent.status) {
    case 'sending':
      return [intent, []]
    case 'waiting': {
      if (at < intent.until) return [intent, []]
      const { until: _over, ...live } = intent
      return [{ ...live, status: 'sending', attempt: intent.attempt + 1 }, [{ type: 'send' }]]
    }
    case 'checking':
      if (intent.until === null || at < intent.until) return [intent, []]
      return [{ ...intent, until: null }, [{ type: 'read' }]]
    default:
      intent satisfies never
      return [intent, []]
  }
}

function read(
  intent: Extract<Intent, { status: 'checking' }>,
  interventions: readonly Intervention[],
): IntentStep {
  const answer = answerIn(intent.request, interventions)
  if (answer) return settled(intent, answer)
  const changed = intent.request.decisions.some(
    (made) => findIntervention({ interventions }, made.toolCallId)?.revision !== made.revision,
  )
  if (changed) return settled(intent, { outcome: 'changed', interventions })
  return failed(intent, { ...(intent.doubt ?? { code: 'timeout' }), applied: 'unknown' })
}

/** What the calls of a request say of it once none of them waits any more. */
function answerIn(request: ResumeRequest, all: readonly Intervention[]): ResumeAnswer | null {
  const interventions = request.decisions.flatMap(
    (made) => findIntervention({ interventions: all }, made.toolCallId) ?? [],
  )
  if (interventions.length < request.decisions.length) return null
  if (interventions.some((one) => one.status === 'pending')) return null
  const lapsed = interventions.find((one) => one.status === 'expired' || one.status === 'withdrawn')
  if (!lapsed) return { outcome: 'already_resolved', interventions }
  return { outcome: 'gone', reason: lapsed.status === 'expired' ? 'expired' : 'withdrawn', interventions }
}

function wait(intent: Extract<Intent, { status: 'checking' }>, until: number): IntentStep {
  return [{ ...intent, until }, [{ type: 'wake', at: until }]]
}

function settled(intent: Live, answer: ResumeAnswer): IntentStep {
  return [{ status: 'settled', request: intent.request, answer }, []]
}

function failed(intent: Live, failure: Failure): IntentStep {
  return [{ status: 'failed', request: intent.request, failure }, []]
}
