import { type Decidable, judge } from '../../backend/judge.ts'
import { settle } from '../../model/intervention.ts'
import type { ResumeAnswer } from '../../model/resume.ts'
import { newId } from '../../backend/newId.ts'
import type { AgUiOptions } from './AgUiOptions.ts'
import type { AgUiThread } from './AgUiThread.ts'
import { lapseOf } from './lapseOf.ts'
import { type DecidedRun, startRun } from './startRun.ts'

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
  decided: Omit<DecidedRun, 'runId'>,
  { onEvent, onLapse }: DecisionListener,
): Promise<ResumeAnswer> {
  const verdict = judge(ledger, decided.request)
  if ('answer' in verdict) return verdict.answer
  const { calls } = verdict
  const runId = newId('run')
  const refusal = await startRun(options, thread, { ...decided, runId }, onEvent)
  if (!refusal) return { outcome: 'accepted', operationId: runId }
  const reason = lapseOf(refusal)
  thread.interventions = thread.interventions.map((card) =>
    calls.includes(card) ? settle(card, reason, { at: Date.now() }) : card,
  )
  onLapse()
  return { outcome: 'gone', reason, interventions: thread.interventions }
}
