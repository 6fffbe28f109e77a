import { judge } from '../../backend/judge.ts'
import { decided } from '../../backend/ledger.ts'
import { wordOf } from '../../backend/json.ts'
import type { ServerClock } from '../../backend/serverClock.ts'
import { schemaCheckFor } from '../../backend/schemaCheckFor.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { createRequestId } from '../../gateway/requestId.ts'
import { findCall } from '../../model/conversation.ts'
import { settle } from '../../model/intervention.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/decision.ts'
import { demandSendable } from './overHttp.ts'
import type { AgUiOptions, AgUiProducer, AgUiResume } from './options.ts'
import { type AgUiThread, decidable, endRun, type Refusal, timeIn } from './read.ts'
import { takeRun } from './takeRun.ts'

interface Resuming extends Pick<AgUiOptions, 'run' | 'input'> {
  readonly producer: AgUiProducer
  readonly signal: AbortSignal
  readonly onEvent: (event: unknown) => void
}

const untakenMs = 300_000

/** Starts the run that carries on. Resolves once it is known whether it was taken. */
export async function resumeThread(
  thread: AgUiThread,
  request: ResumeRequest,
  { run, input, producer, signal, onEvent }: Resuming,
): Promise<ResumeAnswer> {
  const checkSchemas = await schemaCheckFor(request)
  const verdict = judge(decidable(thread), request)
  if ('answer' in verdict) return verdict.answer
  const { calls } = verdict
  const { clock } = thread
  checkSchemas(request, calls)
  demandSendable(run, request.decisions, calls)
  const { conversationId: threadId, requestId, operationId: parentRunId, decisions } = request
  const runId = `run_${createRequestId()}`
  const resume = thread.waiting.map(({ interrupt, isKnown, calls: ids }): AgUiResume => {
    const made = ids.flatMap((id) => findCall(decisions, id) ?? [])
    const answer = isKnown ? producer.answer(interrupt, made) : ({ status: 'cancelled' } as const)
    return { interruptId: wordOf(interrupt['id']), ...answer }
  })
  const defaults = { state: {}, tools: [], context: [], forwardedProps: {} }
  const started = { ...defaults, ...(await input(threadId)), threadId, runId, parentRunId, resume }
  // The press has already timed out: no run starts after that.
  if (signal.aborted) throw new GatewayError({ code: 'timeout', applied: 'no' })
  // A press that times out does not end a run that may be at work: the next try of the same request waits on.
  const givenUp = new AbortController()
  const timer = setTimeout(() => givenUp.abort(), untakenMs)
  const start = (onAnswer: () => void): AsyncIterable<unknown> =>
    timed(run(started, { signal: givenUp.signal, requestId, onAnswer }), clock)
  const taking = takeRun(start, {
    onTaken: () => {
      const at = clock.now()
      thread.interventions = decided(thread.interventions, request, { at })
      thread.run = { id: runId, status: 'running', startedAt: at, resumes: parentRunId }
    },
    onEvent,
    onEnd: () => {
      const error = { code: 'stream_broken', message: '' }
      endRun(thread, { status: 'error', endedAt: clock.now(), error })
    },
  })
  const refusal = await taking.finally(() => clearTimeout(timer))
  if (!refusal) return { outcome: 'accepted', operationId: runId }
  const reason = lapseOf(refusal)
  thread.interventions = thread.interventions.map((card) =>
    calls.includes(card) ? settle(card, reason, { at: clock.now() }) : card,
  )
  return { outcome: 'gone', reason, interventions: thread.interventions }
}

/** The same events. Those of a run that begins now tell the clock of its server. */
async function* timed(events: AsyncIterable<unknown>, clock: ServerClock): AsyncGenerator<unknown, void> {
  const sentAt = Date.now()
  for await (const event of events) {
    const timestamp = timeIn(event)
    if (timestamp !== undefined) clock.heard(timestamp, sentAt)
    yield event
  }
}

// Such as that of another sub-agent. A server refuses this one before anything of it runs.
const busy =
  /\balready (?:running|in progress|has an active run)\b|\b(?:thread|agent|session)[ _](?:is[ _])?busy\b/i

/** A refused run can mean that its calls are gone. Throws for anything else that a producer may say. */
function lapseOf({ code, message }: Refusal): 'expired' | 'withdrawn' {
  if (/^expired$/i.test(code)) return 'expired'
  if (/^(unknown.interrupt|stale|conflict)$/i.test(code)) return 'withdrawn'
  if (busy.test(code) || busy.test(message)) {
    throw new GatewayError({ code: 'unavailable', applied: 'no' }, 'Another run of the thread goes on.')
  }
  const isInvalid = /invalid|incomplete/i.test(code)
  throw new GatewayError(
    isInvalid ? { code: 'invalid', applied: 'no' } : { code: 'unavailable', applied: 'unknown' },
    `${code}: ${message}`,
  )
}
