import { GatewayError } from '../../gateway/GatewayError.ts'
import { type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'

/** An interrupt that the graph waits at, or that was answered in vain. */
export interface OpenInterrupt {
  readonly id: string
  readonly value: unknown
  /** The node that asked. */
  readonly node: string
  /** What went wrong when it was answered, as JSON; undefined: it waits. */
  readonly error: string | undefined
}

/** What the server says of a thread, as far as it is read. */
export interface ThreadState {
  readonly interrupts: readonly OpenInterrupt[]
  /** The tool calls of the last message. */
  readonly toolCalls: readonly Fields[]
  readonly createdAt: number
}

/** One run of a thread. */
export interface ThreadRun {
  readonly id: string
  /** `pending`, `running`, `success`, `error`, `timeout` or `interrupted`. */
  readonly status: string
  readonly createdAt: number
  /** The request id that a gateway gave it. */
  readonly requestId: string | undefined
  /** The interrupts it answers, by id. */
  readonly resume: Fields
}

/** Reads `GET /threads/{id}/state`. Throws `unsupported` for what is no such answer. */
export function readState(input: unknown): ThreadState {
  const { tasks, next, values, created_at: createdAt } = fieldsOf(input)
  if (!Array.isArray(tasks) || !Array.isArray(next)) {
    const message = 'Expected a LangGraph server with API 1.x.'
    throw new GatewayError({ code: 'unsupported', applied: 'no' }, message)
  }
  const interrupts = tasks
    .map(fieldsOf)
    .filter(({ name, error }) => error || next.includes(name))
    .flatMap(({ name, error, interrupts: all }) =>
      itemsOf(all)
        .map(fieldsOf)
        .map(({ id, value }): OpenInterrupt => ({
          id: String(id),
          value,
          node: String(name),
          error: error ? JSON.stringify(error) : undefined,
        })),
    )
  const last = fieldsOf(itemsOf(fieldsOf(values)['messages']).at(-1))
  const toolCalls = itemsOf(last['tool_calls']).map(fieldsOf)
  return { interrupts, toolCalls, createdAt: timeOf(createdAt) }
}

/** Reads `GET /threads/{id}/runs`, oldest first. */
export function readRuns(input: unknown): readonly ThreadRun[] {
  return itemsOf(input)
    .map(fieldsOf)
    .map((run): ThreadRun => ({
      id: String(run['run_id']),
      status: String(run['status']),
      createdAt: timeOf(run['created_at']),
      requestId: textOf(fieldsOf(run['metadata'])['intervention_request_id']),
      resume: fieldsOf(fieldsOf(fieldsOf(run['kwargs'])['command'])['resume']),
    }))
    .toSorted((a, b) => a.createdAt - b.createdAt)
}

function timeOf(value: unknown): number {
  return Date.parse(String(value)) || Date.now()
}
