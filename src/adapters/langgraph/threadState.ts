import { sourceOfField } from '../../backend/exactJson.ts'
import { type Fields, fieldsOf, itemsOf, textOf, wordOf } from '../../backend/json.ts'
import type { ServerClock } from '../../backend/serverClock.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { Asker, JsonSchema } from '../../model/intervention.ts'
import { askersIn } from './asker.ts'

export interface ThreadInterrupt {
  /** Empty: an old server gives none. */
  readonly id: string
  readonly value: unknown
  readonly valueText: string
  /** The JSON Schema of its answer; empty: the graph gave none. */
  readonly answerSchema: JsonSchema
  readonly node: string
  readonly agent: Asker | undefined
  readonly askedAt: number
  /** Its task took an answer before, or has ended. */
  readonly isLater: boolean
  readonly hasEnded: boolean
  /** The error that its answer led to, as JSON; undefined: it waits. */
  readonly error: string | undefined
}

export interface ThreadState {
  readonly interrupts: readonly ThreadInterrupt[]
  readonly toolCalls: readonly Fields[]
  readonly createdAt: number
}

export interface ThreadRun {
  readonly id: string
  /** `pending`, `running`, `success`, `error`, `timeout` or `interrupted`. */
  readonly status: string
  readonly createdAt: number
  readonly requestId: string | undefined
  readonly operationId: string | undefined
  /** The answer by the ids of interrupts, or the answer itself. Undefined: it answers nothing. */
  readonly resume: unknown
}

/** Reads `GET /threads/{id}/state`. Throws `unsupported` for what is no such answer. */
export function readState(input: unknown, clock: ServerClock): ThreadState {
  const { tasks, next, values, created_at: createdAt } = fieldsOf(input)
  if (!Array.isArray(tasks) || !Array.isArray(next)) {
    const message = 'Expected a LangGraph server with API 1.x.'
    throw new GatewayError({ code: 'unsupported', applied: 'no' }, message)
  }
  const askedAt = seenTimeOf(createdAt, clock)
  const askerOf = askersIn(fieldsOf(input))
  const interrupts = tasks.map(fieldsOf).flatMap((task, index) => {
    const { name, error, result, interrupts: all } = task
    return itemsOf(all)
      .map(fieldsOf)
      .map((one): ThreadInterrupt => ({
        id: textOf(one['id']) ?? textOf(one['interrupt_id']) ?? '',
        agent: askerOf(task, index, textOf(one['id']) ?? ''),
        value: one['value'],
        valueText: sourceOfField(one, 'value') ?? 'null',
        answerSchema: schemaIn(one['response_schema'] ?? one['responseSchema']),
        node: wordOf(name),
        askedAt,
        isLater: !next.includes(name),
        hasEnded: hasOutput(result),
        error: error ? JSON.stringify(error) : undefined,
      }))
  })
  const last = fieldsOf(itemsOf(fieldsOf(values)['messages']).at(-1))
  const toolCalls = itemsOf(last['tool_calls']).map(fieldsOf)
  return { interrupts, toolCalls, createdAt: askedAt }
}

function schemaIn(told: unknown): JsonSchema {
  return Array.isArray(told) ? {} : fieldsOf(told)
}

export function readRuns(input: unknown, clock: ServerClock): readonly ThreadRun[] {
  return itemsOf(input)
    .map(fieldsOf)
    .map((run): ThreadRun => ({
      id: wordOf(run['run_id']),
      status: wordOf(run['status']),
      createdAt: seenTimeOf(run['created_at'], clock),
      requestId: textOf(fieldsOf(run['metadata'])['intervention_request_id']),
      operationId: textOf(fieldsOf(run['metadata'])['intervention_operation_id']),
      resume: fieldsOf(fieldsOf(run['kwargs'])['command'])['resume'],
    }))
    .toSorted((a, b) => a.createdAt - b.createdAt)
}

/** Undefined: it is no time. */
export function timeOf(value: unknown): number | undefined {
  return Date.parse(wordOf(value)) || undefined
}

function seenTimeOf(value: unknown, clock: ServerClock): number {
  const at = timeOf(value)
  if (at !== undefined) clock.saw(at)
  return at ?? clock.now()
}

function hasOutput(result: unknown): boolean {
  // In Python a task has an empty object before its end.
  if (typeof result !== 'object') return result !== undefined
  return result !== null && Object.keys(result).length > 0
}
