/** A run as `GET /threads/{id}/runs` lists it. */
export interface StandInRun {
  run_id: string
  status: string
  created_at: string
  metadata?: Record<string, unknown>
  kwargs?: { command?: { resume?: unknown } }
}

/** A task of the state. `interrupts`: the JSON text of each. */
export interface StandInTask {
  readonly name: string
  readonly interrupts: readonly string[]
  readonly error?: string
  readonly result?: unknown
  /** The state of the graph that the task runs. */
  readonly state?: object
}

/** One thread of a LangGraph server: a test says what its state is, and sees what is posted. */
export interface StandInThread {
  tasks: readonly StandInTask[]
  next: readonly string[]
  /** The JSON text of the tool calls of the last message. */
  toolCalls: string
  /** More of the values. */
  values: object
  runs: StandInRun[]
  /** Answers a post in another way than with a new run that ends at once. */
  onPost: (path: string, body: string) => Response | undefined
  readonly posts: { readonly path: string; readonly body: string }[]
  readonly fetch: typeof globalThis.fetch
}

const startedAt = Date.parse('2026-09-01T00:00:00.000Z')

export function createStandInThread(change: Partial<StandInThread> = {}): StandInThread {
  const posts: { path: string; body: string }[] = []
  const thread: StandInThread = {
    tasks: [],
    next: [],
    toolCalls: '[]',
    values: {},
    runs: [],
    onPost: () => undefined,
    posts,
    ...change,
    fetch: async (input, { method = 'GET', body, signal } = {}) => {
      signal?.throwIfAborted()
      const path = new URL(input instanceof Request ? input.url : input).pathname.replace(
        /^\/threads\/[^/]+/,
        '',
      )
      if (method === 'POST') {
        const text = typeof body === 'string' ? body : ''
        posts.push({ path, body: text })
        return thread.onPost(path, text) ?? accept(path, text)
      }
      return new Response(path === '/state' ? stateOf(thread) : JSON.stringify(thread.runs.toReversed()))
    },
  }
  function accept(path: string, body: string): Response {
    if (path !== '/runs') return new Response('{}')
    const { metadata, command } = JSON.parse(body) as Pick<StandInRun, 'metadata'> & { command?: object }
    const run_id = `run_${thread.runs.length + 1}`
    const created_at = new Date(startedAt + thread.runs.length + 1).toISOString()
    thread.runs.push({
      run_id,
      status: 'success',
      created_at,
      metadata: metadata ?? {},
      kwargs: { command: command ?? {} },
    })
    return new Response(JSON.stringify({ run_id }))
  }
  return thread
}

function stateOf({ tasks, next, toolCalls, values }: StandInThread): string {
  const all = tasks.map(
    ({ name, interrupts, error = null, result = null, state = null }) =>
      `{"id":"task_${name}","name":${JSON.stringify(name)},"error":${JSON.stringify(error)},` +
      `"interrupts":[${interrupts.join()}],"result":${JSON.stringify(result)},"state":${JSON.stringify(state)}}`,
  )
  const more = JSON.stringify(values).slice(1, -1)
  return (
    `{"values":{${more && `${more},`}"messages":[{"type":"ai","tool_calls":${toolCalls}}]},"next":${JSON.stringify(next)},` +
    `"tasks":[${all.join()}],"created_at":"${new Date(startedAt).toISOString()}"}`
  )
}
