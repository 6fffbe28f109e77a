import { reasonOf } from '../../backend/cards.ts'
import { readExact, writeExact } from '../../backend/exactJson.ts'
import { fieldsOf, parsed, textOf } from '../../backend/json.ts'
import { judge } from '../../backend/judge.ts'
import { schemaCheckFor } from '../../backend/schemaCheckFor.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from '../../model/decision.ts'
import type { OperationId } from '../../model/ids.ts'
import { approvalModeOf } from './approvalMode.ts'
import type { LobeHubOptions, LobeHubRun, LobeHubSubmit } from './options.ts'
import { isOwnFailure } from './overHttp.ts'
import type { ToolRow } from './read.ts'
import { markerOf, orAbsent, type ReadTopic, takesSeveral, type Topic, unsupported } from './topic.ts'

export async function resumeTopic(
  options: LobeHubOptions,
  topic: Topic,
  request: ResumeRequest,
  isRepeated = false,
): Promise<ResumeAnswer> {
  const { decisions } = request
  checkLimits(decisions)
  const checkSchemas = await schemaCheckFor(request)
  const before = await topic.read()
  const rows = decisions.flatMap((made) => before.rows.get(made.toolCallId) ?? [])
  if (decisions[1] && !takesSeveral(options, rows)) throw unsupported('resumeApprovals')
  const claims = claimsOf(decisions, rows)
  // The server refuses unlike decisions in one request, or drops all reasons where they differ.
  const isUnlike = claims.length > 1 && rows.some((row) => row.batchId !== undefined)
  if (isUnlike || (decisions[1] && decisions.some(isAnswer))) {
    throw new GatewayError({ code: 'unsupported', applied: 'no' }, unlike)
  }
  const verdict = judge(before, request)
  if ('answer' in verdict) return ownOr(verdict.answer, request, before)
  checkSchemas(request, verdict.calls)
  const submit = await submitOf(decisions[0], rows[0])
  const { requestId } = request
  const note = (isFailed: boolean): void =>
    decisions.forEach(({ decision: status }, index) =>
      topic.sent.set(rows[index]!.id, { requestId, status, isFailed }),
    )
  note(false)
  const sent = await send(options, topic, { request, rows, before, claims, submit }).catch(
    (thrown: unknown) => ({
      thrown,
    }),
  )
  if (typeof sent === 'string') return { outcome: 'accepted', operationId: sent }
  if (!sent || isRefusal(sent.thrown)) rows.forEach((row) => topic.sent.delete(row.id))
  else note(isOwnFailure(sent.thrown))
  const after = await topic.read().catch(() => before)
  const now = judge(after, request)
  if ('answer' in now) return ownOr(now.answer, request, after)
  // A run that carried on meanwhile asks for the calls again, in a batch of its own.
  const isMoved = rows.some((row) => after.rows.get(row.card.toolCallId)?.batchId !== row.batchId)
  if (isMoved && !isRepeated) return resumeTopic(options, topic, request, true)
  if (sent) throw sent.thrown
  return { outcome: 'already_resolved', interventions: now.calls }
}

function ownOr(answer: ResumeAnswer, request: ResumeRequest, { stored }: ReadTopic): ResumeAnswer {
  if (answer.outcome !== 'already_resolved') return answer
  const isOwn = answer.interventions.every(
    (card) => card.status !== 'pending' && card.resolution.requestId === request.requestId,
  )
  if (!isOwn) return answer
  return { outcome: 'accepted', operationId: markerOf(stored) ?? null }
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof GatewayError && thrown.applied === 'no'
}

const claimsOfOne = 'durable claims'
const unlike = 'LobeHub takes one decision for several calls: decide differently one by one.'

interface Sending {
  readonly request: ResumeRequest
  readonly rows: readonly ToolRow[]
  readonly before: ReadTopic
  readonly claims: readonly object[]
  /** The submission of a card of LobeHub's own. */
  readonly submit: LobeHubSubmit | undefined
}

/** Resolves with the operation that carries on; undefined: somebody was first. */
async function send(
  options: LobeHubOptions,
  topic: Topic,
  { request, rows, before, claims, submit }: Sending,
): Promise<OperationId | undefined> {
  const { requestId, decisions } = request
  const call = (procedure: string, input: object): Promise<unknown> => topic.call(procedure, input, requestId)
  // A run that carried on since may have asked for the call again, in another operation than the request names.
  const { id: parentMessageId, batchId, callId: toolCallId, card } = rows[0]!
  const { operationId } = card
  const base = { operationId, resolutionRequestId: requestId }
  const isChoice = rows[0]!.choice !== undefined && isAnswer(decisions[0])
  if (!isChoice && rows.some((row) => row.asks === 'producer')) {
    if (rows[1]) throw unsupported(claimsOfOne)
    // The agent waits in its own process, which continues the same operation.
    const [made] = decisions
    const said = isAnswer(made)
      ? { result: answersOf(made) }
      : { cancelled: true, cancelReason: 'user_cancelled' }
    await call('aiAgent.submitHeteroIntervention', { ...base, toolCallId, ...said })
    return operationId
  }
  if (batchId && claims.length === 1 && (!submit || submit.claim)) {
    const claim = submit ? { batchId, action: { type: 'submit_custom', result: submit.claim } } : claims[0]
    const targets = rows.map((row) => ({ toolCallId: row.callId, toolMessageId: row.id }))
    const claimed = fieldsOf(
      await orAbsent(call('aiAgent.resolveAgentInterventionBySource', { ...base, ...claim, targets })),
    )
    if (claimed['state'] === 'already_resolved') return undefined
    // The agent that takes an option continues the same operation.
    if (claimed['state']) return isChoice ? operationId : startedBy(claimed['execution'])
  }
  if (isChoice) throw unsupported(claimsOfOne)
  if (decisions.some((made) => 'argsText' in made || 'remember' in made)) {
    throw unsupported(claimsOfOne)
  }
  const approvals = decisions.map((made, index) => ({
    decision: made.decision,
    parentMessageId: rows[index]!.id,
    toolCallId: rows[index]!.callId,
    rejectionReason: reasonOf(made),
  }))
  const run = isAsked(options.run) ? await options.run() : options.run
  const start = {
    ...run,
    userInterventionConfig: await approvalModeOf(topic, before.stored, run),
    agentId: options.agentId,
    appContext: { ...options.appContext, topicId: topic.id },
    prompt: '',
    parentMessageId,
    ...(isAnswer(decisions[0])
      ? { resumeToolResult: resultOf(decisions[0], { parentMessageId, toolCallId }, submit) }
      : approvals[1]
        ? { resumeApprovals: approvals }
        : { resumeApproval: approvals[0] }),
  }
  const started = await call('aiAgent.execAgent', start)
  return fieldsOf(started)['state'] === 'already_resolved' ? undefined : startedBy(started)
}

type Answered = Extract<DecisionRequest, { decision: 'answered' }>

function isAnswer(made: DecisionRequest): made is Answered {
  return made.decision === 'answered'
}

function answersOf({ answerText = '{}' }: Answered): unknown {
  return readExact(answerText)
}

// The result for the agent, with the answers for LobeHub's own form.
function resultOf(made: Answered, place: object, submit: LobeHubSubmit | undefined): object {
  const { answerText = '{}' } = made
  const { content, pluginState } = submit ?? {
    content: answerText,
    pluginState: { askUserAnswers: answersOf(made) },
  }
  return { ...place, content, outcome: 'submitted', pluginState }
}

async function submitOf(made: DecisionRequest, row: ToolRow | undefined): Promise<LobeHubSubmit | undefined> {
  if (!row?.custom || !isAnswer(made)) return undefined
  try {
    return await row.custom.submit(made.answerText ?? '', row.card.argsText ?? '')
  } catch (thrown) {
    if (thrown instanceof GatewayError) throw thrown
    throw new GatewayError({ code: 'unavailable', applied: 'no' }, String(thrown))
  }
}

function isAsked(run: unknown): run is () => LobeHubRun | Promise<LobeHubRun> {
  return typeof run === 'function'
}

function startedBy(answer: unknown): OperationId {
  const { operationId, success } = fieldsOf(answer)
  const id = textOf(operationId)
  if (id && success !== false) return id
  throw new GatewayError({ code: 'unavailable', applied: 'unknown' })
}

/** One claim for all decisions that are alike. */
function claimsOf(decisions: readonly DecisionRequest[], rows: readonly ToolRow[]): readonly object[] {
  const claims = decisions.flatMap((made, index) => (rows[index] ? claimOf(made, rows[index]) : []))
  return [...new Map(claims.map((claim) => [writeExact(claim), claim])).values()]
}

function claimOf(made: DecisionRequest, { id, asks, choice, batchId }: ToolRow): object {
  const isApproved = made.decision === 'approved'
  const edits = isApproved && made.argsText ? { [id]: readExact(made.argsText) } : undefined
  const scope = isApproved && made.remember ? 'remember' : 'once'
  const action = isAnswer(made)
    ? choice
      ? { type: 'select_provider_option', optionId: choice.optionOf(made.answerText ?? '') }
      : { type: 'submit_answers', result: answersOf(made) }
    : asks === 'form'
      ? { type: 'skip_interaction' }
      : isApproved
        ? { type: 'approve_tool', scope, edits }
        : { type: 'reject_continue', reason: reasonOf(made) }
  return { action, batchId }
}

const maxReason = 2_000
const maxArguments = 100
const maxNameLength = 500
const maxBytes = 64 * 1_024
// The id of the message stands before the arguments.
const envelope = 100

/** Throws `invalid` for what a server of LobeHub refuses, or takes in part, before anything is sent. */
function checkLimits(decisions: readonly DecisionRequest[]): void {
  const fields = decisions.flatMap((made, index) => {
    const at = `/decisions/${index}`
    if (made.decision !== 'approved') {
      const isLong = (reasonOf(made)?.trim().length ?? 0) > maxReason
      return isLong ? [{ path: `${at}/reason`, message: 'At most 2,000 characters.' }] : []
    }
    const message = made.argsText === undefined ? undefined : faultOf(made.argsText)
    return message === undefined ? [] : [{ path: `${at}/argsText`, message }]
  })
  const [first] = fields
  if (first) throw new GatewayError({ code: 'invalid', applied: 'no', fields }, first.message)
}

function faultOf(argsText: string): string | undefined {
  const args = parsed(argsText)
  if (args === undefined) return 'Not JSON.'
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return 'Not an object.'
  const names = Object.keys(args)
  if (names.length > maxArguments) return 'At most 100 arguments.'
  if (names.some((name) => name === '' || name.length > maxNameLength)) {
    return 'The name of an argument has 1 to 500 characters.'
  }
  const bytes = new TextEncoder().encode(JSON.stringify(args)).byteLength + envelope
  return bytes > maxBytes ? 'At most 64 kB.' : undefined
}
