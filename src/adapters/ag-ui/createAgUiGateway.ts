import { createAnswerMemory } from '../../backend/answers.ts'
import { createListeners, followChanges } from '../../backend/changes.ts'
import { conversationOf } from '../../backend/ledger.ts'
import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { AgUiOptions } from './options.ts'
import { agUi } from './producers.ts'
import { type AgUiThread, decidable, newThread, readEvent } from './read.ts'
import { resumeThread } from './resume.ts'

/** A gateway that is told what your chat's own runs say. */
export interface AgUiGateway extends GatewayClient {
  readonly followConversation: NonNullable<GatewayClient['followConversation']>
  /**
   * Hand over every event of the runs that your chat starts; and, on a page that did not see it, the events of the last
   * run as you stored them: AG-UI has no way to ask.
   */
  observe(conversationId: ConversationId, event: unknown): void
}

/**
 * An agent behind AG-UI 1.0. Your chat starts runs and hands their events over (`observe`); a decision starts the run that
 * carries on, on the same thread, and hands its events back (`onEvent`). The conversation's id is the thread's.
 *
 * All calls of a pause are answered together, as the standard asks. There is no reject and stop. The request carries the
 * request id as `Idempotency-Key`, so that a route in front of a producer that runs a tool twice can claim it. Throws
 * `unsupported` when what answers is no AG-UI, `invalid` when the producer refuses an answer.
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
  const threads = new Map<ConversationId, AgUiThread>()

  function threadOf(id: ConversationId): AgUiThread {
    const thread = threads.get(id) ?? newThread()
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
    readConversation: async (id) => conversationOf(decidable(threadOf(id)), id),
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
