import { unreadableReason } from '../../backend/askedCalls.ts'
import { definedFields } from '../../backend/json.ts'
import { withExecution } from '../../backend/ledger.ts'
import { findCall } from '../../model/conversation.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { InterventionCall, Resolution, SettledIntervention } from '../../model/intervention.ts'
import type { OperationEnd, Pause } from '../../model/operation.ts'
import type { PageAgent, Turn } from './options.ts'
import { type LedgerPorts, ownIdOf, type PageRuns } from './runs.ts'

export interface Decided {
  readonly conversationId: ConversationId
  readonly operationId: OperationId
  readonly decisions: readonly DecisionRequest[]
  readonly resumes: OperationId
  readonly pause: Pause
}

/**
 * Runs what was approved, after the tools of the same turn that still run; the agent goes on once, after the last call
 * of its question (rule S9).
 */
export async function carryOn(
  agent: Pick<PageAgent, 'runTool'>,
  runs: Pick<PageRuns, 'over' | 'park' | 'takeTurn'>,
  { read, write }: LedgerPorts,
  { conversationId, operationId, decisions, resumes, pause }: Decided,
  signal: AbortSignal,
): Promise<OperationEnd> {
  // Tools run one after the other, whenever they were approved.
  await runs.over(resumes)
  for (const made of decisions) {
    if (signal.aborted) break
    const card = findCall(read(conversationId).interventions, made.toolCallId)
    if (made.decision !== 'approved' || !card?.tool) continue
    const argsText = made.argsText ?? card.argsText ?? ''
    const call = { toolCallId: ownIdOf(card), tool: card.tool.name, argsText }
    const execution = await execute(agent, call, signal)
    write(conversationId, withExecution(read(conversationId), card.toolCallId, execution))
  }
  if (signal.aborted || decisions.some((made) => made.decision === 'rejected')) {
    return { status: 'interrupted', endedAt: Date.now() }
  }
  const ledger = read(conversationId)
  // A decision that came meanwhile carries on.
  if (ledger.operations.some((one) => one.resumes === operationId)) {
    return { status: 'done', endedAt: Date.now() }
  }
  const asking = decisions[0] && findCall(ledger.interventions, decisions[0].toolCallId)?.operationId
  const siblings = ledger.interventions.filter((one) => one.operationId === asking)
  if (siblings.some((one) => one.status === 'pending')) {
    return runs.park(conversationId, operationId, pause)
  }
  const { rejected, ...told } = toldOf(siblings)
  const left = (ledger.unreadable ?? []).flatMap((one) =>
    one.operationId === asking && one.toolCallId !== undefined
      ? { toolCallId: one.toolCallId, reason: unreadableReason }
      : [],
  )
  return runs.takeTurn(conversationId, operationId, { ...told, rejected: [...rejected, ...left], signal })
}

function toldOf(calls: readonly InterventionCall[]): Pick<Turn, 'text' | 'results' | 'answers' | 'rejected'> {
  const settled = calls.filter((one): one is SettledIntervention => one.status !== 'pending')
  const rejected = settled
    .filter((one) => one.status === 'rejected_continue')
    .map((card) => ({
      toolCallId: ownIdOf(card),
      ...definedFields({ reason: card.resolution.reason }),
    }))
  const text = rejected.flatMap((one) => one.reason ?? []).join('\n')
  const results = settled
    .filter((one) => one.status === 'approved')
    .map((card) => ({
      toolCallId: ownIdOf(card),
      tool: card.tool?.name ?? '',
      ok: card.resolution.execution?.ok ?? false,
      output: card.resolution.execution?.message ?? '',
    }))
  const answers = settled
    .filter((one) => one.status === 'answered')
    .map((card) => ({
      toolCallId: ownIdOf(card),
      ...definedFields({ answerText: card.resolution.answerText }),
    }))
  return { ...(text ? { text } : {}), results, answers, rejected }
}

/** Runs a call once. An error of the tool is a result too, and so is one that cannot be written as JSON. */
export async function execute(
  agent: Pick<PageAgent, 'runTool'>,
  call: Parameters<PageAgent['runTool']>[0],
  signal: AbortSignal,
): Promise<NonNullable<Resolution['execution']>> {
  let output: unknown
  try {
    output = await agent.runTool(call, { signal })
  } catch (thrown) {
    return { ok: false, message: String(thrown) }
  }
  return { ok: true, ...definedFields({ message: written(output) }) }
}

function written(output: unknown): string | undefined {
  if (typeof output === 'string') return output
  try {
    return JSON.stringify(output, (_name, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  } catch {
    return 'It ran. Its result cannot be written as JSON.'
  }
}
