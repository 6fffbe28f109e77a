import { GatewayError } from '../../gateway/GatewayError.ts'
import type { OperationId } from '../../model/ids.ts'
import type { AgUiAgent } from './AgUiAgent.ts'
import type { StartRun } from './AgUiOptions.ts'

/** Who hears the events of a run: by its id. */
export type Hearers = Map<OperationId, (event: unknown) => void>

/** Starts runs through the agent of the chat, so that its messages and its state move on by themselves. */
export function runThroughAgent(agent: AgUiAgent, hearers: Hearers): StartRun {
  return async function* ({ threadId, runId, resume }, { signal }) {
    if (agent.threadId !== threadId) {
      throw new GatewayError({ code: 'not_found', applied: 'no' }, `The agent is on another thread.`)
    }
    const heard: unknown[] = []
    let isOver = false
    let wake = (): void => {}
    const abort = (): void => wake()
    signal.addEventListener('abort', abort)
    hearers.set(runId, (event) => {
      heard.push(event)
      wake()
    })
    const failed: Promise<unknown> = agent
      .runAgent({ runId, resume: [...resume] })
      .then(
        () => undefined,
        (thrown: unknown) => GatewayError.from(thrown, 'unknown'),
      )
      .finally(() => {
        isOver = true
        wake()
      })
    try {
      for (;;) {
        yield* heard.splice(0)
        if (signal.aborted) throw signal.reason
        if (heard.length > 0) continue
        if (isOver) break
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    } finally {
      signal.removeEventListener('abort', abort)
      hearers.delete(runId)
    }
    const failure = await failed
    if (failure) throw failure
  }
}
