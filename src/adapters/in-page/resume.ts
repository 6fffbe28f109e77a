import { definedFields, wordsOfThrown } from '../../backend/json.ts'
import { failureIn } from '../../backend/mcpResult.ts'
import { withExecution } from '../../backend/ledger.ts'
import { findCall } from '../../model/conversation.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { Resolution } from '../../model/intervention.ts'
import type { OperationEnd, Pause } from '../../model/operation.ts'
import type { PageAgent } from './options.ts'
import type { LedgerPorts, PageRuns } from './runs.ts'
import { ownIdOf, toldIn } from './told.ts'

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
    const now = read(conversationId)
    write(conversationId, { ...now, ...withExecution(now, card.toolCallId, execution) })
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
  const told = toldIn({ ...ledger, untold: asking })
  write(conversationId, { ...ledger, untold: undefined })
  return runs.takeTurn(conversationId, operationId, { ...told, signal })
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
    return { ok: false, message: wordsOfThrown(thrown) }
  }
  return { ok: failureIn(output) === undefined, ...definedFields({ message: written(output) }) }
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
