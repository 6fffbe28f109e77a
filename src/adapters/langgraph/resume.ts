import { judge } from '../../backend/judge.ts'
import { decided } from '../../backend/ledger.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { findCall } from '../../model/conversation.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/resume.ts'
import { endPause } from './stop.ts'
import type { Thread } from './thread.ts'

const acceptedKept = 100

export async function resumeThread(thread: Thread, request: ResumeRequest): Promise<ResumeAnswer> {
  const { requestId, decisions } = request
  const { memory } = thread
  const before = await thread.read()
  // The server stores the request id with the run, so any page can find an accepted request.
  const own = before.runs.find((run) => run.requestId === requestId)
  if (own) return { outcome: 'accepted', operationId: own.id }
  const verdict = judge(before, request)
  if ('answer' in verdict) return verdict.answer
  const pause = before.pauses.find((one) => one.id === verdict.calls[0]?.operationId)!
  if (decisions[0].decision === 'rejected') {
    await endPause(pause, thread, decisions[0].reason)
    memory.calls = decided(memory.calls, request, { at: Date.now() })
    return { outcome: 'accepted', operationId: null }
  }
  const inOrder = pause.calls.flatMap((call) => findCall(decisions, call.toolCallId) ?? [])
  try {
    const operationId = await thread.start({
      command: { resume: { [pause.interruptId]: pause.batch?.answer(inOrder) } },
      metadata: { intervention_request_id: requestId, intervention_operation_id: pause.id },
    })
    memory.accepted = [...memory.accepted, request].slice(-acceptedKept)
    return { outcome: 'accepted', operationId }
  } catch (thrown) {
    if (!(thrown instanceof GatewayError) || thrown.code !== 'invalid') throw thrown
  }
  // 422: the thread is busy. If it is with this interrupt, another decision was first, and the runs say which.
  const after = judge(await thread.read(), request)
  if ('answer' in after) return after.answer
  throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
}
