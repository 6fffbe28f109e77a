import { createAnswerMemory } from '../../backend/answers.ts'
import { conversationOf } from '../../backend/ledger.ts'
import { createServerClock } from '../../backend/serverClock.ts'
import { waitingIn } from '../../backend/waiting.ts'
import { defaultTimeoutMs, type GatewayClient } from '../../gateway/GatewayClient.ts'
import { pause, withTimeLimit } from '../../gateway/timeLimit.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { InterventionCall } from '../../model/intervention.ts'
import type { LangGraphOptions } from './options.ts'
import type { ThreadMemory } from './read.ts'
import { interruptedThreads, openThread, type Thread, threadsPerPart } from './thread.ts'
import { resumeThread, resumeTimeoutMs, stopThread } from './resume.ts'

/**
 * Makes a gateway for a LangGraph server, for graphs with `humanInTheLoopMiddleware`. The id of the conversation is
 * that of the thread. The thread is stored on the server, so it survives pages and restarts.
 *
 * All calls of an interrupt are answered together, and the answer is checked before it is sent, because the graph
 * keeps the first answer it gets. One rejection voids the approvals of its batch (LangGraph JS). _Reject and stop_
 * writes the rejections into the state and ends the run there. While another run of the thread goes on, a decision is
 * sent again for up to 30 s. Throws `unsupported` for other servers.
 *
 * @example
 * const gateway = createLangGraphGateway({ url: 'http://localhost:2024', assistantId: 'agent' })
 */
export function createLangGraphGateway(options: LangGraphOptions): GatewayClient {
  const clock = createServerClock()
  const memories = new Map<ConversationId, ThreadMemory>()
  const answers = createAnswerMemory()

  function open(id: ConversationId, signal: AbortSignal): Thread {
    const memory = memories.get(id) ?? { clock, calls: [], questions: [], accepted: [] }
    memories.set(id, memory)
    return openThread(options, id, memory, signal)
  }

  return {
    id: options.url,
    resumeTimeoutMs,
    readConversation: (id, within) =>
      withTimeLimit(defaultTimeoutMs, { ...within, applied: 'no' }, async (signal) =>
        conversationOf(await open(id, signal).read(), id, clock.now()),
      ),
    followConversation: (id, { signal }): AsyncGenerator<FollowSignal, void> =>
      followThread(open(id, signal), signal, options.pollMs),

    resume: (request, within) =>
      answers.once(request, () =>
        resumeThread((signal) => open(request.conversationId, signal), request, within),
      ),

    listWaiting: ({ after, signal: given }) =>
      withTimeLimit(defaultTimeoutMs, { signal: given, applied: 'no' }, async (signal) => {
        const offset = Number(after ?? 0)
        const ids = await interruptedThreads(options, { offset, signal })
        const calls = async (id: ConversationId): Promise<readonly InterventionCall[]> =>
          (await open(id, signal).read()).interventions
        const { items } = await waitingIn(ids, undefined, calls, Infinity)
        return { items, ...(ids.length === threadsPerPart && { next: String(offset + ids.length) }) }
      }),

    stop: ({ conversationId, operationId }, within) =>
      withTimeLimit(defaultTimeoutMs, { ...within, applied: 'unknown' }, (signal) =>
        stopThread(open(conversationId, signal), operationId),
      ),
  }
}

/** Looks at the runs of a thread every so often, and says `gap` when it sees something else than before. */
async function* followThread(
  thread: Thread,
  signal: AbortSignal,
  pollMs = 2_000,
): AsyncGenerator<FollowSignal, void> {
  let told: 'live' | 'connecting' = 'live'
  yield { type: 'connection', status: told }
  for (let seen: string | undefined; !signal.aborted;) {
    const now = await thread.runs().then(JSON.stringify, () => undefined)
    const status = now ? 'live' : 'connecting'
    if (status !== told) yield { type: 'connection', status }
    told = status
    if (now && seen && now !== seen) yield { type: 'gap' }
    seen = now ?? seen
    await pause(pollMs, signal)
  }
}
