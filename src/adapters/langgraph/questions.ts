import { digest } from '../../model/digest.ts'
import type { OperationId } from '../../model/ids.ts'
import type { ThreadInterrupt, ThreadRun } from './threadState.ts'
import { type Fields, fieldsOf } from '../../backend/json.ts'

/** One question. A node that asks twice may ask under one id, even in the same words. */
export interface Question {
  readonly id: OperationId
  readonly interruptId: string
  readonly askedAt: number
  readonly previousRunId: string | undefined
}

export interface OpenQuestion {
  readonly question: Question
  readonly interrupt: ThreadInterrupt
}

/**
 * The questions that wait. A task lists its interrupts also after they were answered, until the whole step ends; and
 * after an answer that it could not take.
 */
export function openQuestions(
  interrupts: readonly ThreadInterrupt[],
  runs: readonly ThreadRun[],
): readonly OpenQuestion[] {
  const listed = interrupts.flatMap((interrupt): readonly (OpenQuestion & { isSure: boolean })[] => {
    const { id, valueText, askedAt, isLater, hasEnded, error } = interrupt
    if (hasEnded || error !== undefined) return []
    const asked = { interruptId: id, askedAt }
    const last = runs.findLast((run) => !hasFailed(run) && answers(run, asked))
    if (last && isLive(last)) return []
    const base = `${id}:${digest(valueText)}`
    const words = last?.operationId
    const isAnother = words !== undefined && words !== base && !words.startsWith(`${base}:`)
    const question = { ...asked, id: last ? `${base}:${last.id}` : base, previousRunId: last?.id }
    return [{ question, interrupt, isSure: isAnother || (!last && (!isLater || hasAnswer(runs, askedAt))) }]
  })
  // A task without output may have ended. While no other waits, the step would have ended with it: so it asks again.
  const sure = listed.filter(({ isSure }) => isSure)
  return sure.length > 0 ? sure : listed
}

export function answerTo(question: Question, runs: readonly ThreadRun[]): ThreadRun | undefined {
  const later = runs
    .slice(runs.findIndex(({ id }) => id === question.previousRunId) + 1)
    .filter((run) => answers(run, question))
  const own = later.filter(({ operationId = question.id }) => operationId === question.id)
  return own.find((run) => !hasFailed(run)) ?? own.at(-1)
}

export function isLive({ status }: ThreadRun): boolean {
  return status === 'pending' || status === 'running'
}

function hasAnswer(runs: readonly ThreadRun[], since: number): boolean {
  return runs.some(({ resume, createdAt }) => resume !== undefined && createdAt >= since)
}

function hasFailed({ status }: ThreadRun): boolean {
  return /error|timeout/.test(status)
}

function answers(
  { resume, createdAt }: ThreadRun,
  { interruptId, askedAt }: Pick<Question, 'interruptId' | 'askedAt'>,
): boolean {
  if (resume === undefined || resume === null) return false
  const fields = fieldsOf(resume)
  if (Object.hasOwn(fields, interruptId)) return true
  // A resume of another client may be the answer itself.
  return !isById(fields) && createdAt >= askedAt
}

// As the graph itself tells answers by the ids of interrupts from one answer that is an object.
function isById(resume: Fields): boolean {
  const keys = Object.keys(resume)
  return !Array.isArray(resume) && keys.length > 0 && keys.every((key) => /^[0-9a-f]{32}$/.test(key))
}
