import { judge } from '../../backend/judge.ts'
import { decided } from '../../backend/ledger.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { defaultTimeoutMs, type ResumeOptions } from '../../gateway/GatewayClient.ts'
import { pause, withTimeLimit } from '../../gateway/timeLimit.ts'
import { findCall } from '../../model/conversation.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/decision.ts'
import type { ThreadPause } from './read.ts'
import { endPause } from './stop.ts'
import { type Thread, ThreadBusy } from './thread.ts'

// The port gives up at this time, and cannot know then whether the last try was taken.
export const resumeTimeoutMs = 30_000
const lastTryAfterMs = 28_000
const nextTryAfterMs = 1_000
const acceptedKept = 100

export async function resumeThread(
  open: (signal: AbortSignal) => Thread,
  request: ResumeRequest,
  { signal, onNotTaken }: ResumeOptions,
): Promise<ResumeAnswer> {
  const lastTryAt = Date.now() + lastTryAfterMs
  for (;;) {
    // The thread may ask something else under the same id by now, so every try looks first.
    const lookMs = Math.min(defaultTimeoutMs, lastTryAt + nextTryAfterMs - Date.now())
    const before = await withTimeLimit(lookMs, { signal, applied: 'no' }, (inTime) => open(inTime).read())
    // The server stores the request id with the run, so any page can find an accepted request.
    const own = before.runs.find((run) => run.requestId === request.requestId)
    if (own) return { outcome: 'accepted', operationId: own.id }
    const verdict = judge(before, request)
    if ('answer' in verdict) return verdict.answer
    const paused = before.pauses.find((one) => one.id === verdict.calls[0]!.operationId)!
    try {
      return await withTimeLimit(defaultTimeoutMs, { signal, applied: 'unknown' }, (inTime) =>
        decideOn(paused, open(inTime), request),
      )
    } catch (thrown) {
      if (!(thrown instanceof ThreadBusy) || Date.now() + nextTryAfterMs > lastTryAt) throw thrown
    }
    // Another run goes on, such as that of another sub-agent.
    onNotTaken?.()
    await pause(nextTryAfterMs, signal)
    signal.throwIfAborted()
  }
}

async function decideOn(paused: ThreadPause, thread: Thread, request: ResumeRequest): Promise<ResumeAnswer> {
  const { requestId, decisions } = request
  const { memory } = thread
  if (decisions[0].decision === 'rejected') {
    await endPause(paused, thread, decisions[0].reason)
    memory.calls = decided(memory.calls, request, { at: Date.now() })
    return { outcome: 'accepted', operationId: null }
  }
  decisions.forEach((made, index) => {
    // The graph would keep an edit that it cannot take, and never take another.
    if (made.decision !== 'approved' || !made.argsText || /^\s*\{/.test(made.argsText)) return
    const fields = [{ path: `/decisions/${index}/argsText`, message: 'Not an object.' }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields })
  })
  const inOrder = paused.calls.flatMap((call) => findCall(decisions, call.toolCallId) ?? [])
  const answer = paused.batch?.answer(inOrder)
  const operationId = await thread.start({
    command: { resume: paused.interruptId ? { [paused.interruptId]: answer } : answer },
    metadata: { intervention_request_id: requestId, intervention_operation_id: paused.id },
  })
  memory.accepted = [...memory.accepted, request].slice(-acceptedKept)
  return { outcome: 'accepted', operationId }
}
