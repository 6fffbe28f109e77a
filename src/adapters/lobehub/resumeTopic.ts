import { GatewayError } from '../../gateway/GatewayError.ts'
import { judge } from '../../gateway/judge.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from '../../model/decision.ts'
import { given } from '../given.ts'
import { fieldsOf, parsed, textOf } from '../json.ts'
import type { LobeHubOptions } from './LobeHubOptions.ts'
import { orAbsent, type Trpc, unsupported } from './openTrpc.ts'
import type { ReadTopic } from './readTopic.ts'
import type { ToolRow } from './toolRows.ts'

type Made = readonly [DecisionRequest, ToolRow]

/**
 * Carries decisions to the server, in one request: as a durable claim under the request id where the calls are sealed and
 * the server keeps claims, else with the call that starts the next run. Whatever goes wrong, the messages say who was
 * first.
 */
export async function resumeTopic(
  options: LobeHubOptions,
  trpc: Trpc,
  request: ResumeRequest,
  read: () => Promise<ReadTopic>,
): Promise<ResumeAnswer> {
  const before = await read()
  const verdict = judge(before, request)
  if ('answer' in verdict) return verdict.answer
  const made = request.decisions.map((one): Made => [one, before.rows.get(one.toolCallId)!])
  const settledBy = async (): Promise<ResumeAnswer | undefined> => {
    const after = judge(await read(), request)
    return 'answer' in after ? after.answer : undefined
  }
  try {
    const operationId = await send(options, trpc, request, made)
    if (operationId !== undefined) return { outcome: 'accepted', operationId }
  } catch (thrown) {
    const answer = await settledBy().catch(() => undefined)
    if (answer) return answer
    throw thrown
  }
  return (await settledBy()) ?? { outcome: 'already_resolved', interventions: verdict.calls }
}

/** Resolves with the operation that carries on; undefined: somebody was first. */
async function send(
  options: LobeHubOptions,
  trpc: Trpc,
  { conversationId: topicId, requestId, operationId }: ResumeRequest,
  made: readonly Made[],
): Promise<string | undefined> {
  const [[, first]] = made as [Made]
  const [action, ...others] = made.map(([decision, row]) => JSON.stringify(actionOf(decision, row)))
  const { batchId, callId: toolCallId } = first
  if (first.asks === 'producer') {
    // It waits in a process of its own, which goes on under the same operation.
    const refusal = { operationId, toolCallId, cancelled: true, cancelReason: 'user_cancelled' }
    await trpc.mutate('aiAgent.submitHeteroIntervention', { ...refusal, resolutionRequestId: requestId })
    return operationId
  }
  if (batchId && others.every((one) => one === action) && made.every(([, row]) => row.batchId === batchId)) {
    const targets = made.map(([, row]) => ({ toolCallId: row.callId, toolMessageId: row.id }))
    const claim = { action: parsed(action!), batchId, operationId, targets, resolutionRequestId: requestId }
    const { state, execution } = fieldsOf(
      await orAbsent(trpc.mutate('aiAgent.resolveAgentInterventionBySource', claim)),
    )
    if (state === 'already_resolved') return undefined
    if (state !== undefined) return startedBy(execution)
  }
  const isMore = made.some(([one]) => one.decision === 'approved' && (one.argsText ?? one.remember))
  if (isMore) throw unsupported('durable claims (2026-08), for one decision at a time')
  const approvals = made.map(([decision, { id, callId }]) => ({
    decision: decision.decision,
    parentMessageId: id,
    toolCallId: callId,
    ...(decision.decision === 'approved' ? {} : given({ rejectionReason: decision.reason })),
  }))
  const { agentId, appContext, run } = options
  return startedBy(
    await trpc.mutate('aiAgent.execAgent', {
      ...run,
      agentId,
      appContext: { ...appContext, topicId },
      prompt: '',
      parentMessageId: made.at(-1)![1].id,
      ...(approvals.length > 1 ? { resumeApprovals: approvals } : { resumeApproval: approvals[0] }),
    }),
  )
}

/** The run that an answer says was started. */
function startedBy(answer: unknown): string {
  const { operationId, success } = fieldsOf(answer)
  const id = textOf(operationId)
  if (id && success !== false) return id
  throw new GatewayError({ code: 'unavailable', applied: 'unknown' }, 'No run was started.')
}

function actionOf(made: DecisionRequest, { id, asks }: ToolRow): object {
  if (asks === 'form') return { type: 'skip_interaction' }
  if (made.decision !== 'approved') return { type: 'reject_continue', ...given({ reason: made.reason }) }
  const edits = made.argsText === undefined ? undefined : { [id]: parsed(made.argsText) }
  return { type: 'approve_tool', scope: made.remember ? 'remember' : 'once', ...given({ edits }) }
}
