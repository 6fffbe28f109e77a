import { createAnswerMemory } from '../../backend/answers.ts'
import { createListeners } from '../../backend/changes.ts'
import { conversationOf } from '../../backend/ledger.ts'
import { createServerClock } from '../../backend/serverClock.ts'
import { waitingIn } from '../../backend/waiting.ts'
import type { GatewayClient, StopAnswer } from '../../gateway/GatewayClient.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { InterventionCall } from '../../model/intervention.ts'
import { followTopic } from './follow.ts'
import type { LobeHubOptions } from './options.ts'
import { resumeTopic } from './resume.ts'
import { lobeHubSettings } from './settings.ts'
import { type KnownTopic, openTopic, type Topic, unsupported, waitingTopics } from './topic.ts'
import { fieldsOf } from '../../backend/json.ts'
import { isRunning } from '../../model/operation.ts'

/**
 * Makes a gateway for a LobeHub server, for topics in Gateway mode. The id of the conversation is that of the topic.
 * The messages are stored on the server, so they survive pages and restarts.
 *
 * Calls are answered one by one or together. After a rejection the agent continues. To end the run, stop it: that
 * withdraws the whole batch. Questions can be answered, and so can LobeHub's own cards that `cards` names. A new message withdraws nothing. Throws
 * `unsupported` for other servers, with the procedure that was expected.
 *
 * @example
 * const gateway = createLobeHubGateway({
 *   call: lobeHubOverHttp({ url: 'https://lobe.example.com', headers: () => ({ 'Oidc-Auth': token }) }),
 *   gatewayUrl: 'https://gateway.example.com',
 *   agentId: 'agt_1',
 *   offers: ['stop'],
 * })
 */
export function createLobeHubGateway(options: LobeHubOptions): GatewayClient {
  const clock = createServerClock()
  const decided = createListeners()
  const topics = new Map<ConversationId, KnownTopic>()
  const answers = createAnswerMemory()

  function open(id: ConversationId, signal: AbortSignal): Topic {
    const known: KnownTopic = topics.get(id) ?? { clock, runs: new Map(), sent: new Map(), isListed: false }
    topics.set(id, known)
    return openTopic(options, id, known, signal)
  }

  return {
    id: options.id ?? options.gatewayUrl,
    readConversation: async (id, { signal }) =>
      conversationOf(await open(id, signal).read(), id, clock.now()),
    followConversation: (id, { signal }) => followTopic(options, open(id, signal), decided.subscribe, signal),

    listWaiting: async ({ after, signal }) => {
      const { ids, next } = await waitingTopics(options, after, signal)
      const calls = async (id: ConversationId): Promise<readonly InterventionCall[]> =>
        (await open(id, signal).read()).interventions
      const { items } = await waitingIn(ids, undefined, calls, Infinity)
      return { items, ...(next !== undefined && { next }) }
    },

    resume: (request, { signal }) =>
      answers.once(request, async () => {
        const topic = open(request.conversationId, signal)
        const answer = await resumeTopic(options, topic, request)
        if (answer.outcome === 'accepted' && answer.operationId) {
          topic.note(answer.operationId, clock.now(), request.operationId)
        }
        decided.notify()
        return answer
      }),

    settings: lobeHubSettings(options),

    ...(options.offers?.includes('stop') && {
      stop: async ({ conversationId, operationId }, { signal }) =>
        stopTopic(open(conversationId, signal), operationId),
    }),
  }
}

/** Ends a run that is under way, or the whole batch that a parked one waits for: nothing of it runs. */
async function stopTopic(topic: Topic, operationId: OperationId): Promise<StopAnswer> {
  const { id: topicId, call, read } = topic
  const { rows, operations } = await read()
  if (operations.some((one) => one.id === operationId && isRunning(one))) {
    await call('aiAgent.interruptTask', { operationId, topicId })
    return { outcome: 'stopped' }
  }
  const waiting = [...rows.values()].filter(
    ({ card }) => card.operationId === operationId && card.status === 'pending',
  )
  if (waiting.length === 0) return { outcome: 'already_ended' }
  const [batchId, ...others] = new Set(waiting.map((row) => row.batchId))
  if (!batchId || others.length > 0) throw unsupported('sealed batches')
  const toolMessageIds = waiting.map((row) => row.id)
  try {
    const answer = await call('aiAgent.stopPendingApproval', {
      batchId,
      operationId,
      toolMessageIds,
      topicId,
    })
    return { outcome: fieldsOf(answer)['state'] === 'already_resolved' ? 'already_ended' : 'stopped' }
  } catch (thrown) {
    // A second stop is refused by the server. It has ended if no call waits.
    const { rows: now } = await read()
    if (waiting.some(({ card }) => now.get(card.toolCallId)?.card.status === 'pending')) throw thrown
    return { outcome: 'already_ended' }
  }
}
