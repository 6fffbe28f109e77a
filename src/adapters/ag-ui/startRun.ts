import { GatewayError } from '../../gateway/GatewayError.ts'
import { findCall } from '../../model/conversation.ts'
import type { OperationId } from '../../model/ids.ts'
import { decided } from '../../backend/ledger.ts'
import type { ResumeRequest } from '../../model/resume.ts'
import type { AgUiOptions } from './AgUiOptions.ts'
import type { AgUiProducer, AgUiResume } from './AgUiProducer.ts'
import type { AgUiThread } from './AgUiThread.ts'
import { endRun } from './endRun.ts'
import type { Refusal } from './refusal.ts'
import { takeRun } from './takeRun.ts'

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
