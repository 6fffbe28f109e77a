import { fieldsOf } from '../json.ts'
import { getJson, postJson } from '../send.ts'
import type { LangGraphOptions } from './LangGraphOptions.ts'
import { readRuns, readState, type ThreadRun, type ThreadState } from './ThreadState.ts'

/** One thread of a server, as far as the gateway uses it. */
export interface Thread {
  state(): Promise<ThreadState>
  /** The last runs, oldest first. */
  runs(): Promise<readonly ThreadRun[]>
  post(path: string, body: object): Promise<Response>
  /** Starts a run unless one is under way (422). Resolves with its id. */
  start(body: object): Promise<string>
}

/** The thread with this id; its requests end with the signal. */
export function openThread(options: LangGraphOptions, id: string, signal: AbortSignal): Thread {
  const url = `${options.url.replace(/\/+$/, '')}/threads/${encodeURIComponent(id)}`
  const post = (path: string, body: object): Promise<Response> =>
    postJson(options, url + path, body, { signal })
  const get = (path: string): Promise<unknown> => getJson(options, url + path, signal)
  return {
    post,
    state: async () => readState(await get('/state')),
    runs: async () => readRuns(await get('/runs?limit=10')),
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
