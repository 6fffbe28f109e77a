import { type Decidable, judge } from '../../backend/judge.ts'
import { settle } from '../../model/intervention.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/resume.ts'
import { createRequestId } from '../../gateway/requestId.ts'
import type { AgUiOptions, AgUiProducer, AgUiResume } from './options.ts'
import { type AgUiThread, endRun, type Refusal } from './read.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { findCall } from '../../model/conversation.ts'
import type { OperationId } from '../../model/ids.ts'
import { decided } from '../../backend/ledger.ts'
import { takeRun } from './takeRun.ts'

/** Who hears of a run that carries decisions, and that its calls are gone where it was refused. */
export interface DecisionListener {
  onEvent(event: unknown): void
  onLapse(): void
}

/**
 * Judges a request and starts the run that carries on. Resolves once it is known whether it was taken.
 *
 * @param ledger The thread as it is now.
 */
export async function decideInRun(
  options: AgUiOptions,
  thread: AgUiThread,
  ledger: Decidable,
  run: Omit<DecidedRun, 'runId'>,
  { onEvent, onLapse }: DecisionListener,
): Promise<ResumeAnswer> {
  const verdict = judge(ledger, run.request)
  if ('answer' in verdict) return verdict.answer
  const { calls } = verdict
  const runId = `run_${createRequestId()}`
  const refusal = await startRun(options, thread, { ...run, runId }, onEvent)
  if (!refusal) return { outcome: 'accepted', operationId: runId }
  const reason = lapseOf(refusal)
  thread.interventions = thread.interventions.map((card) =>
    calls.includes(card) ? settle(card, reason, { at: Date.now() }) : card,
  )
  onLapse()
  return { outcome: 'gone', reason, interventions: thread.interventions }
}

/** A run that carries decisions. */
export interface DecidedRun {
  readonly request: ResumeRequest
  readonly runId: OperationId
  readonly producer: AgUiProducer
  /** Ends the request until the run is taken; the run itself outlives it. */
  readonly signal: AbortSignal
}

/** Starts the run that carries on, and notes the decisions once it is taken. Resolves with why it was not. */
export async function startRun(
  options: AgUiOptions,
  thread: AgUiThread,
  { request, runId, producer, signal }: DecidedRun,
  onEvent: (event: unknown) => void,
): Promise<Refusal | null> {
  const { conversationId: threadId, requestId, operationId: parentRunId, decisions } = request
  const resume = thread.waiting.map(({ interrupt, isKnown, calls }): AgUiResume => {
    const made = calls.flatMap((id) => findCall(decisions, id) ?? [])
    return {
      interruptId: String(interrupt['id']),
      ...(isKnown ? producer.answer(interrupt, made) : { status: 'cancelled' }),
    }
  })
  const defaults = { state: {}, tools: [], context: [], forwardedProps: {} }
  const input = { ...defaults, ...(await options.input(threadId)), threadId, runId, parentRunId, resume }
  // Whoever pressed has been told that it timed out: a run does not start after that.
  if (signal.aborted) throw new GatewayError({ code: 'timeout', applied: 'no' })
  const untilTaken = new AbortController()
  const abort = (): void => untilTaken.abort(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await takeRun(options.run(input, { signal: untilTaken.signal, requestId }), {
      onTaken: () => {
        const at = Date.now()
        thread.interventions = decided(thread.interventions, request, { at })
        thread.run = { id: runId, status: 'running', startedAt: at, resumes: parentRunId }
      },
      onEvent,
      onEnd: () => {
        const error = { code: 'stream_broken', message: '' }
        endRun(thread, { status: 'error', endedAt: Date.now(), error })
      },
    })
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** What a refused run means for its calls: they are gone. Throws for anything else a producer may say. */
export function lapseOf({ code, message }: Refusal): 'expired' | 'withdrawn' {
  if (/^expired$/i.test(code)) return 'expired'
  if (/^(unknown.interrupt|stale|conflict)$/i.test(code)) return 'withdrawn'
  const isInvalid = /invalid|incomplete/i.test(code)
  throw new GatewayError(
    isInvalid ? { code: 'invalid', applied: 'no' } : { code: 'unavailable', applied: 'unknown' },
    `${code}: ${message}`,
  )
}
