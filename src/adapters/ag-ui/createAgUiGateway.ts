import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import type { Decidable } from '../../backend/judge.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { ConversationId } from '../../model/ids.ts'
import { conversationOf, expired } from '../../backend/ledger.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/resume.ts'
import { createListeners, followChanges } from '../../backend/changes.ts'
import { createAnswerMemory } from '../../backend/answers.ts'
import type { AgUiOptions } from './options.ts'
import { agUi } from './producers.ts'
import { type AgUiThread, readEvent } from './read.ts'
import { decideInRun } from './resume.ts'

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
    const thread = threads.get(id) ?? {
      run: undefined,
      interventions: [],
      seen: new Map(),
      waiting: [],
      answers: [],
    }
    threads.set(id, thread)
    return thread
  }
  /** The thread as the kit reads it. */
  function decidable(id: ConversationId): Decidable {
    const thread = threadOf(id)
    thread.interventions = expired(thread.interventions, Date.now())
    return { operations: thread.run ? [thread.run] : [], interventions: thread.interventions }
  }
  function observe(id: ConversationId, event: unknown): void {
    readEvent(threadOf(id), producer, event)
    notify()
  }

  async function decide(request: ResumeRequest, signal: AbortSignal): Promise<ResumeAnswer> {
    const { conversationId: id } = request
    const listener = {
      onEvent: (event: unknown) => {
        observe(id, event)
        options.onEvent?.(id, event)
      },
      onLapse: notify,
    }
    return decideInRun(options, threadOf(id), decidable(id), { request, producer, signal }, listener)
  }

  return {
    id: options.id,
    observe,
    readConversation: async (id) => conversationOf(decidable(id), id),
    followConversation: (_id, { signal }): AsyncGenerator<FollowSignal, void> =>
      followChanges(subscribe, signal),
    resume: (request, { signal }) => answers.once(request, () => decide(request, signal)),
  }
}
