import { reasonOf } from '../../backend/cards.ts'
import { fieldsOf, parsed, textOf } from '../../backend/json.ts'
import { judge } from '../../backend/judge.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { ResumeAnswer, ResumeRequest } from '../../model/resume.ts'
import type { LobeHubOptions } from './options.ts'
import type { ToolRow } from './read.ts'
import { orAbsent, type Topic, unsupported } from './topic.ts'

export async function resumeTopic(
  options: LobeHubOptions,
  topic: Topic,
  request: ResumeRequest,
): Promise<ResumeAnswer> {
  const before = await topic.read()
  const verdict = judge(before, request)
  if ('answer' in verdict) return verdict.answer
  const own = request.decisions.map((made) => before.rows.get(made.toolCallId)!)
  const sent = await send(options, topic, request, own).catch((thrown: unknown) => ({ thrown }))
  if (typeof sent === 'string') return { outcome: 'accepted', operationId: sent }
  const after = await topic.read().then(
    (now) => judge(now, request),
    () => verdict,
  )
  if ('answer' in after) return after.answer
  if (sent) throw sent.thrown
  return { outcome: 'already_resolved', interventions: after.calls }
}

const claimsOfOne = 'durable claims'

/** Resolves with the operation that carries on; undefined: somebody was first. */
async function send(
  options: LobeHubOptions,
  { id: topicId, call }: Topic,
  { requestId, decisions }: ResumeRequest,
  rows: readonly ToolRow[],
): Promise<string | undefined> {
  // A run that carried on since may have asked for the call again, in another operation than the request names.
  const { id: parentMessageId, batchId, callId: toolCallId, card } = rows[0]!
  const { operationId } = card
  const base = { operationId, resolutionRequestId: requestId }
  if (rows.some((row) => row.asks === 'producer')) {
    if (rows[1]) throw unsupported(claimsOfOne)
    // The agent waits in its own process, which continues the same operation.
    const refusal = { ...base, toolCallId, cancelled: true, cancelReason: 'user_cancelled' }
    await call('aiAgent.submitHeteroIntervention', refusal)
    return operationId
  }
  const claims = new Set(decisions.map((made, index) => claimOf(made, rows[index]!)))
  if (batchId && claims.size === 1) {
    const targets = rows.map((row) => ({ toolCallId: row.callId, toolMessageId: row.id }))
    const claim = { ...base, ...fieldsOf(parsed([...claims].join(''))), targets }
    const claimed = fieldsOf(await orAbsent(call('aiAgent.resolveAgentInterventionBySource', claim)))
    if (claimed['state'] === 'already_resolved') return undefined
    if (claimed['state']) return startedBy(claimed['execution'])
  }
  if (decisions.some((made) => 'argsText' in made || 'remember' in made)) {
    throw unsupported(claimsOfOne)
  }
  const approvals = decisions.map((made, index) => ({
    decision: made.decision,
    parentMessageId: rows[index]!.id,
    toolCallId: rows[index]!.callId,
    rejectionReason: reasonOf(made),
  }))
  const start = {
    ...options.run,
    agentId: options.agentId,
    appContext: { ...options.appContext, topicId },
    prompt: '',
    parentMessageId,
    ...(approvals[1] ? { resumeApprovals: approvals } : { resumeApproval: approvals[0] }),
  }
  return startedBy(await call('aiAgent.execAgent', start))
}

function startedBy(answer: unknown): string {
  const { operationId, success } = fieldsOf(answer)
  const id = textOf(operationId)
  if (id && success !== false) return id
  throw new GatewayError({ code: 'unavailable', applied: 'unknown' })
}

function claimOf(made: DecisionRequest, { id, asks, batchId }: ToolRow): string {
  const isApproved = made.decision === 'approved'
  const edits = isApproved && made.argsText ? { [id]: parsed(made.argsText) } : undefined
  const scope = isApproved && made.remember ? 'remember' : 'once'
  const action =
    asks === 'form'
      ? { type: 'skip_interaction' }
      : isApproved
        ? { type: 'approve_tool', scope, edits }
        : { type: 'reject_continue', reason: reasonOf(made) }
  return JSON.stringify({ action, batchId })
}
