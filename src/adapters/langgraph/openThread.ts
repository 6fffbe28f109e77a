import type { InterventionCall } from '../../model/intervention.ts'
import { fieldsOf } from '../../backend/json.ts'
import { getJson, postJson } from '../../backend/send.ts'
import type { LangGraphOptions } from './LangGraphOptions.ts'
import { type ReadThread, readThread } from './readThread.ts'
import { readRuns, readState, type ThreadRun } from './ThreadState.ts'

/** What this page saw of a thread: the server tells only of what waits. */
export interface ThreadMemory {
  /** Every call, in its newest form. */
  calls: readonly InterventionCall[]
}

/** One thread of a server, as far as the gateway uses it. */
export interface Thread {
  readonly memory: ThreadMemory
  /** The thread as it is now; what is seen is kept in mind. */
  read(): Promise<ReadThread>
  /** The last runs, oldest first. */
  runs(): Promise<readonly ThreadRun[]>
  post(path: string, body: object): Promise<Response>
  /** Starts a run unless one is under way (422). Resolves with its id. */
  start(body: object): Promise<string>
}

/** The thread with this id; its requests end with the signal. */
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
      // What was seen before is asked for last: another read may have ended in between.
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
      return String(fieldsOf(await response.json())['run_id'])
    },
  }
}
