import { getJson, postJson, readJson } from '../../backend/http.ts'
import { type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { InterventionCall } from '../../model/intervention.ts'
import type { LangGraphOptions } from './options.ts'
import { type ReadThread, readThread } from './read.ts'

export interface ThreadMemory {
  calls: readonly InterventionCall[]
}

export interface Thread {
  readonly memory: ThreadMemory
  read(): Promise<ReadThread>
  runs(): Promise<readonly ThreadRun[]>
  post(path: string, body: object): Promise<Response>
  start(body: object): Promise<string>
}

export function openThread(
  options: LangGraphOptions,
  id: string,
  memory: ThreadMemory,
  signal: AbortSignal,
): Thread {
  const url = `${options.url.replace(/\/+$/, '')}/threads/${encodeURIComponent(id)}`
  const post = (path: string, body: object): Promise<Response> =>
    postJson(options, url + path, body, { signal })
  const get = (path: string): Promise<unknown> => getJson(options, url + path, signal)
  const runs: Thread['runs'] = async () => readRuns(await get('/runs?limit=10'))
  return {
    memory,
    post,
    runs,
    read: async () => {
      const state = readState(await get('/state'))
      // The memory is read last: another read may have ended in between.
      const now = readThread(state, await runs(), memory.calls, options.read)
      memory.calls = now.interventions
      return now
    },
    start: async (body) => {
      const response = await post('/runs', {
        assistant_id: options.assistantId,
        multitask_strategy: 'reject',
        ...options.run,
        ...body,
      })
      return String(fieldsOf(await readJson(response))['run_id'])
    },
  }
}

export interface ThreadInterrupt {
  readonly id: string
  readonly value: unknown
  readonly node: string
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
        .map(({ id, value }): ThreadInterrupt => ({
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
