import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { judge } from '../../gateway/judge.ts'
import { findCall } from '../../model/conversation.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { ConversationId } from '../../model/ids.ts'
import { settle } from '../../model/intervention.ts'
import { conversationOf, payloadOf } from '../../model/ledger.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/resume.ts'
import { given } from '../given.ts'
import { type HitlBatch, readHitl } from '../hitl.ts'
import { reasonOf } from '../reasonOf.ts'
import { followThread } from './followThread.ts'
import type { LangGraphOptions } from './LangGraphOptions.ts'
import { openThread, type Thread } from './openThread.ts'
import { type ReadThread, readThread, type ThreadMemory } from './readThread.ts'
import { stopHold } from './stopHold.ts'

const keptPayloads = 100

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
  const { url, pollMs = 2_000 } = options
  const memories = new Map<ConversationId, ThreadMemory>()
  const payloads = new Map<string, string>()
  const readValue = (value: unknown): HitlBatch | undefined => readHitl(value) ?? options.read?.(value)

  async function read(id: ConversationId, thread: Thread): Promise<ReadThread> {
    const calls: ThreadMemory = memories.get(id) ?? new Map()
    memories.set(id, calls)
    return readThread(await thread.state(), await thread.runs(), calls, readValue)
  }

  async function resume(request: ResumeRequest, thread: Thread): Promise<ResumeAnswer> {
    const { conversationId: id, requestId, decisions } = request
    const payload = payloadOf(request)
    if ((payloads.get(requestId) ?? payload) !== payload) {
      throw new GatewayError({ code: 'key_reused', applied: 'no' })
    }
    payloads.set(requestId, payload)
    for (const oldest of [...payloads.keys()].slice(0, -keptPayloads)) payloads.delete(oldest)
    const before = await read(id, thread)
    // The server keeps the request id with the run: a request that was taken is found there, by any page.
    const own = before.runs.find((run) => run.requestId === requestId)
    if (own) return { outcome: 'accepted', operationId: own.id }
    const verdict = judge(before, request)
    if ('answer' in verdict) return verdict.answer
    const hold = before.holds.find((one) => one.interrupt.id === verdict.calls[0]?.operationId)!
    const [first] = decisions
    if (first.decision === 'rejected') {
      await stopHold(hold, thread, first.reason)
      verdict.calls.forEach((card, index) => {
        const words = given({ reason: reasonOf(decisions[index]) })
        before.calls.set(card.toolCallId, settle(card, 'rejected', { at: Date.now(), requestId, ...words }))
      })
      return { outcome: 'accepted', operationId: null }
    }
    const inOrder = hold.calls.flatMap((call) => findCall(decisions, call.toolCallId) ?? [])
    const command = { resume: { [hold.interrupt.id]: hold.batch?.answer(inOrder) } }
    const metadata = { intervention_request_id: requestId }
    const operationId = await thread.start({ command, metadata }).catch((thrown: unknown) => {
      if (!(thrown instanceof GatewayError) || thrown.code !== 'invalid') throw thrown
    })
    if (operationId) return { outcome: 'accepted', operationId }
    // 422: the thread is busy. Where it is with this very interrupt somebody was first, and the runs say who.
    const after = judge(await read(id, thread), request)
    if ('answer' in after) return after.answer
    throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
  }

  return {
    id: url,
    readConversation: async (id, { signal }) =>
      conversationOf(await read(id, openThread(options, id, signal)), id),
    followConversation: (id, { signal }): AsyncGenerator<FollowSignal, void> =>
      followThread(openThread(options, id, signal), pollMs, signal),
    resume: (request, { signal }) => resume(request, openThread(options, request.conversationId, signal)),

    stop: async ({ conversationId: id, operationId }, { signal }) => {
      const thread = openThread(options, id, signal)
      const { holds, runs } = await read(id, thread)
      const hold = holds.find((one) => one.interrupt.id === operationId)
      const isLive = runs.some((run) => run.id === operationId && /pending|running/.test(run.status))
      if (isLive) await thread.post(`/runs/${operationId}/cancel`, {})
      if (hold) await stopHold(hold, thread)
      return { outcome: hold || isLive ? 'stopped' : 'already_ended' }
    },
  }
}
