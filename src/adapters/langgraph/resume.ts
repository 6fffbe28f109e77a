import { exactValueOf } from '../../backend/exactJson.ts'
import { judge } from '../../backend/judge.ts'
import { decided } from '../../backend/ledger.ts'
import { schemaCheckFor } from '../../backend/schemaCheckFor.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { defaultTimeoutMs, type ResumeOptions, type StopAnswer } from '../../gateway/GatewayClient.ts'
import { pause, withTimeLimit } from '../../gateway/timeLimit.ts'
import { findCall } from '../../model/conversation.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/decision.ts'
import type { ThreadPause } from './read.ts'
import { type Thread, ThreadBusy } from './thread.ts'
import type { OperationId } from '../../model/ids.ts'

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
  const checkSchemas = await schemaCheckFor(request)
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
    checkSchemas(request, verdict.calls)
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
    memory.calls = decided(memory.calls, request, { at: memory.clock.now() })
    return { outcome: 'accepted', operationId: null }
  }
  decisions.forEach((made, index) => {
    // The graph would keep an edit that it cannot take, and never take another.
    if (made.decision !== 'approved' || !made.argsText || /^\s*\{/.test(made.argsText)) return
    const fields = [{ path: `/decisions/${index}/argsText`, message: 'Not an object.' }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields })
  })
  const inOrder = paused.calls.flatMap((call) => findCall(decisions, call.toolCallId) ?? [])
  const [made] = inOrder
  const answer =
    paused.batch?.answer(inOrder) ?? (made?.decision === 'answered' ? writtenFor(paused, made) : undefined)
  const operationId = await thread.start({
    command: { resume: paused.interruptId ? { [paused.interruptId]: answer } : answer },
    metadata: { intervention_request_id: requestId, intervention_operation_id: paused.id },
  })
  memory.accepted = [...memory.accepted, request].slice(-acceptedKept)
  return { outcome: 'accepted', operationId }
}

function writtenFor({ calls }: ThreadPause, { answerText = '' }: { readonly answerText?: string }): unknown {
  return calls[0]?.question?.kind === 'form' ? exactValueOf(answerText) : answerText
}

/** Ends a run that is under way, or what a parked one waits for: nothing of it runs. */
export async function stopThread(thread: Thread, operationId: OperationId): Promise<StopAnswer> {
  const { pauses, operations } = await thread.read()
  const paused = pauses.find((one) => one.id === operationId)
  const operation = operations.find((one) => one.id === operationId)
  const isLive = operation?.status === 'running'
  if (isLive) await thread.post(`/runs/${operationId}/cancel`, {})
  if (paused) await endPause(paused, thread)
  return { outcome: paused || isLive ? 'stopped' : 'already_ended' }
}

async function endPause(
  { node, batch, calls, idsInMessages }: ThreadPause,
  thread: Thread,
  content = 'Rejected.',
): Promise<void> {
  const messages = calls.flatMap(({ tool }, index) => {
    const id = idsInMessages[index]
    // A model refuses a result of a call that no message has.
    return id === undefined
      ? []
      : [{ type: 'tool', status: 'error', tool_call_id: id, name: tool?.name, content }]
  })
  const isTold = batch !== undefined && messages.length > 0
  if (isTold) await thread.post('/state', { values: { messages }, as_node: node })
  try {
    await thread.post('/state', { values: null, as_node: '__end__' })
  } catch (thrown) {
    if (!isTold) throw thrown
    // The calls of the batch are rejected by now.
    throw new GatewayError({ code: GatewayError.from(thrown, 'unknown').code, applied: 'unknown' })
  }
  // The thread stays "interrupted" until another run, even an empty one.
  await thread.start({ input: null }).catch(() => undefined)
}
