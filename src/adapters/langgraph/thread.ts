import { getJson, readJson, sendJson } from '../../backend/http.ts'
import { sourceOfField } from '../../backend/exactJson.ts'
import { type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { type HttpAccess, httpFailure } from '../../gateway/send.ts'
import type { Asker, InterventionCall } from '../../model/intervention.ts'
import type { ResumeRequest } from '../../model/decision.ts'
import { askersIn } from './asker.ts'
import type { Question } from './questions.ts'
import { type ReadThread, readThread } from './read.ts'
import type { HitlBatch } from '../../backend/hitl.ts'

export interface ThreadMemory {
  calls: readonly InterventionCall[]
  questions: readonly Question[]
  accepted: readonly ResumeRequest[]
}

export class ThreadBusy extends GatewayError {
  constructor() {
    super({ code: 'unavailable', applied: 'no' }, 'Another run of the thread goes on.')
  }
}

async function isBusy(response: Response): Promise<boolean> {
  // Python answers 409. JavaScript answers 422, as for a body that it cannot read.
  if (response.status === 409) return true
  return response.status === 422 && /running|busy/i.test(await response.text())
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
  const post: Thread['post'] = async (path, body) => {
    const response = await sendJson(options, url + path, body, { signal })
    if (response.ok) return response
    throw (await isBusy(response)) ? new ThreadBusy() : httpFailure(response)
  }
  const get = (path: string): Promise<unknown> => getJson(options, url + path, signal)
  const runs: Thread['runs'] = async () => readRuns(await get('/runs?limit=10'))
  return {
    memory,
    post,
    runs,
    read: async () => {
      const { state, runs: all } = await readTogether(
        async () => readState(await get('/state?subgraphs=true')),
        runs,
      )
      // The memory is read last: another read may have ended in between.
      const now = readThread(state, all, memory, options.read)
      memory.calls = now.interventions
      memory.questions = now.questions
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

// Each of them is read with three requests.
export const threadsPerPart = 10

/** The threads that wait for a person, those that changed last first, as far as the server lets this person see them. */
export async function interruptedThreads(
  options: LangGraphOptions,
  { offset, signal }: { readonly offset: number; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const body = {
    status: 'interrupted',
    limit: threadsPerPart,
    offset,
    sort_by: 'updated_at',
    sort_order: 'desc',
  }
  const url = `${options.url.replace(/\/+$/, '')}/threads/search`
  const response = await sendJson(options, url, body, { signal })
  if (!response.ok) throw httpFailure(response, 'no')
  return itemsOf(await readJson(response)).flatMap((one) => textOf(fieldsOf(one)['thread_id']) ?? [])
}

const maxLooks = 5

async function readTogether(
  readNow: () => Promise<ThreadState>,
  listRuns: Thread['runs'],
): Promise<{ readonly state: ThreadState; readonly runs: readonly ThreadRun[] }> {
  let before = await listRuns()
  for (let looks = 1; ; looks += 1) {
    const state = await readNow()
    const runs = await listRuns()
    // The state belongs to the runs if they were the same before and after it.
    if (looks === maxLooks || JSON.stringify(runs) === JSON.stringify(before)) return { state, runs }
    before = runs
  }
}

export interface ThreadInterrupt {
  /** Empty: an old server gives none. */
  readonly id: string
  readonly value: unknown
  readonly valueText: string
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
export function readState(input: unknown): ThreadState {
  const { tasks, next, values, created_at: createdAt } = fieldsOf(input)
  if (!Array.isArray(tasks) || !Array.isArray(next)) {
    const message = 'Expected a LangGraph server with API 1.x.'
    throw new GatewayError({ code: 'unsupported', applied: 'no' }, message)
  }
  const askedAt = timeOf(createdAt)
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
        node: String(name),
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

export function readRuns(input: unknown): readonly ThreadRun[] {
  return itemsOf(input)
    .map(fieldsOf)
    .map((run): ThreadRun => ({
      id: String(run['run_id']),
      status: String(run['status']),
      createdAt: timeOf(run['created_at']),
      requestId: textOf(fieldsOf(run['metadata'])['intervention_request_id']),
      operationId: textOf(fieldsOf(run['metadata'])['intervention_operation_id']),
      resume: fieldsOf(fieldsOf(run['kwargs'])['command'])['resume'],
    }))
    .toSorted((a, b) => a.createdAt - b.createdAt)
}

function timeOf(value: unknown): number {
  return Date.parse(String(value)) || Date.now()
}

function hasOutput(result: unknown): boolean {
  // In Python a task has an empty object before its end.
  if (typeof result !== 'object') return result !== undefined
  return result !== null && Object.keys(result).length > 0
}

/** Options of `createLangGraphGateway`. */
export interface LangGraphOptions extends HttpAccess {
  /** The server, such as `http://localhost:2024`. */
  readonly url: string
  /** The assistant, or graph, that runs on the thread. */
  readonly assistantId: string
  /** The interval of polling, in milliseconds: the server has no stream of a thread. @default 2000 */
  readonly pollMs?: number
  /** Reads interrupts that are not from `humanInTheLoopMiddleware`, such as `agentInbox`. */
  readonly read?: (value: unknown) => HitlBatch | undefined
  /** Added to the input of the run that a resume starts, such as `{ config: { configurable: … } }`. */
  readonly run?: Readonly<Record<string, unknown>>
}
