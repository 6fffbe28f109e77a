import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { judge } from '../../gateway/judge.ts'
import { findCall } from '../../model/conversation.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { Intervention } from '../../model/intervention.ts'
import { conversationOf, decided, payloadOf } from '../../model/ledger.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/resume.ts'
import { followThread } from './followThread.ts'
import type { LangGraphOptions } from './LangGraphOptions.ts'
import { openThread, type Thread } from './openThread.ts'
import { type ReadThread, readThread } from './readThread.ts'
import { stopHold } from './stopHold.ts'

const keptRequests = 100

/**
 * A LangGraph server, for graphs with `humanInTheLoopMiddleware`. The conversation's id is the thread's. The thread is the
 * truth: it outlives pages and servers.
 *
 * All calls of an interrupt are answered together, checked here first: the graph keeps the first answer it gets, and a
 * wrong one cannot be taken back. One rejection voids the approvals of its batch (LangGraph JS). _Reject and stop_ writes
 * the rejections into the state and ends the run there. Throws `unsupported` for a server of another kind.
 *
 * @example
 * const gateway = createLangGraphGateway({ url: 'http://localhost:2024', assistantId: 'agent' })
 */
export function createLangGraphGateway(options: LangGraphOptions): GatewayClient {
  /** Every call that this page saw, in its newest form: the server tells only of what waits. */
  const memories = new Map<ConversationId, readonly Intervention[]>()
  /** The last requests: another payload under the id of one of them is another intent. */
  let requests: readonly ResumeRequest[] = []

  async function read(id: ConversationId, thread: Thread): Promise<ReadThread> {
    // What was seen before is asked for last: another read may have ended in between.
    const now = readThread(await thread.state(), await thread.runs(), memories.get(id) ?? [], options.read)
    memories.set(id, now.interventions)
    return now
  }

  async function resume(request: ResumeRequest, thread: Thread): Promise<ResumeAnswer> {
    const { conversationId: id, requestId, decisions } = request
    const earlier = requests.find((one) => one.requestId === requestId)
    if (earlier && payloadOf(earlier) !== payloadOf(request)) {
      throw new GatewayError({ code: 'key_reused', applied: 'no' })
    }
    if (!earlier) requests = [...requests, request].slice(-keptRequests)
    const before = await read(id, thread)
    // The server keeps the request id with the run: a request that was taken is found there, by any page.
    const own = before.runs.find((run) => run.requestId === requestId)
    if (own) return { outcome: 'accepted', operationId: own.id }
    const verdict = judge(before, request)
    if ('answer' in verdict) return verdict.answer
    const hold = before.holds.find((one) => one.id === verdict.calls[0]?.operationId)!
    if (decisions[0].decision === 'rejected') {
      await stopHold(hold, thread, decisions[0].reason)
      memories.set(id, decided(memories.get(id) ?? [], request, { at: Date.now() }))
      return { outcome: 'accepted', operationId: null }
    }
    const inOrder = hold.calls.flatMap((call) => findCall(decisions, call.toolCallId) ?? [])
    try {
      const operationId = await thread.start({
        command: { resume: { [hold.id]: hold.batch?.answer(inOrder) } },
        metadata: { intervention_request_id: requestId },
      })
      return { outcome: 'accepted', operationId }
    } catch (thrown) {
      if (!(thrown instanceof GatewayError) || thrown.code !== 'invalid') throw thrown
    }
    // 422: the thread is busy. Where it is with this very interrupt somebody was first, and the runs say who.
    const after = judge(await read(id, thread), request)
    if ('answer' in after) return after.answer
    throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
  }

  return {
    id: options.url,
    readConversation: async (id, { signal }) =>
      conversationOf(await read(id, openThread(options, id, signal)), id),
    followConversation: (id, { signal }): AsyncGenerator<FollowSignal, void> =>
      followThread(openThread(options, id, signal), signal, options.pollMs),
    resume: (request, { signal }) => resume(request, openThread(options, request.conversationId, signal)),

    stop: async ({ conversationId: id, operationId }, { signal }) => {
      const thread = openThread(options, id, signal)
      const { holds, operations } = await read(id, thread)
      const hold = holds.find((one) => one.id === operationId)
      const operation = operations.find((one) => one.id === operationId)
      const isLive = operation?.status === 'running'
      if (isLive) await thread.post(`/runs/${operationId}/cancel`, {})
      if (hold) await stopHold(hold, thread)
      return { outcome: hold || isLive ? 'stopped' : 'already_ended' }
    },
  }
}
