import { createAnswerMemory } from '../../backend/answers.ts'
import { createListeners, followChanges } from '../../backend/changes.ts'
import { conversationOf } from '../../backend/ledger.ts'
import { createServerClock } from '../../backend/serverClock.ts'
import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { AgUiOptions } from './options.ts'
import { agUi } from './producers.ts'
import { type AgUiThread, decidable, newThread, readEvent } from './read.ts'
import { resumeThread } from './resume.ts'

/** A gateway that also gets the events of your chat's own runs. */
export interface AgUiGateway extends GatewayClient {
  readonly followConversation: NonNullable<GatewayClient['followConversation']>
  /**
   * Call it with every event of the runs that your chat starts. On a page that did not see the last run, call it with
   * the stored events of that run, because AG-UI cannot be asked for them.
   */
  observe(conversationId: ConversationId, event: unknown): void
}

/**
 * Makes a gateway for an agent behind AG-UI 1.0. Your chat starts runs and reports their events (`observe`). A
 * decision starts the run that carries on, in the same thread, and reports its events back (`onEvent`). The id of the
 * conversation is that of the thread.
 *
 * All calls of a pause are answered together, as the standard requires. There is no reject and stop. The request
 * carries the request id as `Idempotency-Key`, so that a route in front of a producer that runs a tool twice can
 * claim it. Throws `unsupported` if the server does not speak AG-UI, `invalid` if the producer refuses an answer.
 *
 * @example
 * const gateway = createAgUiGateway({
 *   id: '/api/agent',
 *   run: agUiOverHttp({ url: '/api/agent' }),
 *   producer: tanStackAi,
 *   input: () => ({ messages }),
 *   onEvent: (threadId, event) => apply(event),
 * })
 * agent.subscribe({ onEvent: ({ event }) => gateway.observe(threadId, event) })
 */
export function createAgUiGateway(options: AgUiOptions): AgUiGateway {
  const { producer = agUi } = options
  const { subscribe, notify } = createListeners()
  const answers = createAnswerMemory({ repeatable: producer.repeatable })
  const clock = createServerClock()
  const threads = new Map<ConversationId, AgUiThread>()

  function threadOf(id: ConversationId): AgUiThread {
    const thread = threads.get(id) ?? newThread(clock)
    threads.set(id, thread)
    return thread
  }
  function observe(id: ConversationId, event: unknown): void {
    readEvent(threadOf(id), producer, event)
    notify()
  }

  return {
    id: options.id,
    observe,
    readConversation: async (id) => conversationOf(decidable(threadOf(id)), id, clock.now()),
    followConversation: (_id, { signal }): AsyncGenerator<FollowSignal, void> =>
      followChanges(subscribe, signal),
    resume: (request, { signal }) =>
      answers.once(request, async () => {
        const { conversationId: id } = request
        const onEvent = (event: unknown): void => {
          observe(id, event)
          options.onEvent?.(id, event)
        }
        const answer = await resumeThread(threadOf(id), request, { ...options, producer, signal, onEvent })
        if (answer.outcome === 'gone') notify()
        return answer
      }),
  }
}
