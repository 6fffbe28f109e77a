import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import type { ConversationId } from '../../model/ids.ts'
import { conversationOf } from '../../model/ledger.ts'
import { createKeptAnswers } from '../keptAnswers.ts'
import { createListeners } from '../listeners.ts'
import type { LobeHubOptions } from './LobeHubOptions.ts'
import { openTrpc } from './openTrpc.ts'
import { type KnownRuns, readTopic, type ReadTopic } from './readTopic.ts'
import { resumeTopic } from './resumeTopic.ts'
import { stopTopic } from './stopTopic.ts'

/**
 * A LobeHub server, for topics that run in Gateway mode. The conversation's id is the topic's. The messages are the truth:
 * they outlive pages and servers.
 *
 * Calls are answered one by one or together. A rejection tells the agent and lets it go on; ending the run is a stop, which
 * takes the whole batch. Questions and plans have answers of their own: here they can only be turned down. A new message
 * withdraws nothing. Throws `unsupported` for a server of another kind, with what was expected.
 *
 * @example
 * const gateway = createLobeHubGateway({
 *   url: 'https://lobe.example.com',
 *   gatewayUrl: 'https://gateway.example.com',
 *   agentId: 'agt_1',
 *   headers: () => ({ authorization: `Bearer ${token}` }),
 *   offers: ['stop'],
 * })
 */
export function createLobeHubGateway(options: LobeHubOptions): GatewayClient {
  const { id: own = options.url, offers = [] } = options
  const { subscribe, notify } = createListeners()
  const answers = createKeptAnswers(true)
  const known = new Map<ConversationId, KnownRuns>()

  function runsOf(id: ConversationId): KnownRuns {
    const runs: KnownRuns = known.get(id) ?? new Map()
    known.set(id, runs)
    return runs
  }
  const reader = (id: ConversationId, signal: AbortSignal) => (): Promise<ReadTopic> =>
    readTopic(options, openTrpc(options, signal), id, runsOf(id))

  return {
    id: own,
    readConversation: async (id, { signal }) => conversationOf(await reader(id, signal)(), id),
    followConversation: async function* (topicId, { signal }) {
      const { followTopic } = await import('./followTopic.ts')
      const trpc = openTrpc(options, signal)
      yield* followTopic(options, { topicId, trpc, runs: runsOf(topicId), subscribe, signal })
    },

    resume: (request, { signal }) =>
      answers.once(request, async () => {
        const { conversationId: id, operationId: resumes } = request
        const answer = await resumeTopic(options, openTrpc(options, signal), request, reader(id, signal))
        const next = answer.outcome === 'accepted' ? answer.operationId : null
        const runs = runsOf(id)
        if (next !== null && !runs.has(next)) {
          runs.set(next, { id: next, status: 'running', startedAt: Date.now(), resumes })
        }
        notify()
        return answer
      }),

    ...(offers.includes('stop') && {
      stop: async (request, { signal }) => {
        const answer = await stopTopic(
          openTrpc(options, signal),
          request,
          reader(request.conversationId, signal),
        )
        notify()
        return answer
      },
    }),
  }
}
