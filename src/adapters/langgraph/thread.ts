import { getJson, readJson, sendJson } from '../../backend/http.ts'
import { fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import { clocked } from '../../backend/serverClock.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { httpFailure } from '../../gateway/send.ts'
import type { LangGraphOptions } from './options.ts'
import { type ReadThread, readThread, type ThreadMemory } from './read.ts'
import { readRuns, readState, type ThreadRun, type ThreadState, timeOf } from './threadState.ts'

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
  const { clock } = memory
  const access = clocked(options, clock)
  const post: Thread['post'] = async (path, body) => {
    const response = await sendJson(access, url + path, body, { signal })
    if (response.ok) return response
    throw (await isBusy(response)) ? new ThreadBusy() : httpFailure(response)
  }
  const get = (path: string): Promise<unknown> => getJson(access, url + path, signal)
  const runs: Thread['runs'] = async () => readRuns(await get('/runs?limit=10'), clock)
  return {
    memory,
    post,
    runs,
    read: async () => {
      const { state, runs: all } = await readTogether(
        async () => readState(await get('/state?subgraphs=true'), clock),
        runs,
      )
      // The memory is read last: another read may have ended in between.
      const now = readThread(state, all, memory, options.read)
      memory.calls = now.interventions
      memory.questions = now.questions
      return now
    },
    start: async (body) => {
      const sentAt = Date.now()
      const response = await post('/runs', {
        assistant_id: options.assistantId,
        multitask_strategy: 'reject',
        ...options.run,
        ...body,
      })
      const { run_id: runId, created_at: createdAt } = fieldsOf(await readJson(response))
      const at = timeOf(createdAt)
      if (at !== undefined) clock.heard(at, sentAt)
      return String(runId)
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
