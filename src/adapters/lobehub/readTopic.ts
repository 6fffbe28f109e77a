import { GatewayError } from '../../gateway/GatewayError.ts'
import type { Decidable } from '../../gateway/judge.ts'
import type { ConversationId, OperationId, ToolCallId } from '../../model/ids.ts'
import { expired } from '../../model/ledger.ts'
import { defaultPause, isRunning, type Operation, withEnd } from '../../model/operation.ts'
import { type Fields, fieldsOf, textOf } from '../json.ts'
import type { LobeHubOptions } from './LobeHubOptions.ts'
import { orAbsent, type Trpc, unsupported } from './openTrpc.ts'
import { readRow, type ToolRow } from './toolRows.ts'

/** A topic as the kit reads it, and the messages behind its calls. */
export interface ReadTopic extends Decidable {
  readonly rows: ReadonlyMap<ToolCallId, ToolRow>
}

/** The runs that this page knows of, with what was last said of them: the server lists only the one that is under way. */
export type KnownRuns = Map<OperationId, Operation>

const listed = 100

/** The topic itself, as stored. Throws `not_found` where there is none. */
export async function readMarker(trpc: Trpc, id: ConversationId): Promise<Fields> {
  const topic = await trpc.query('topic.getTopicDetail', { id })
  if (topic === null) throw new GatewayError({ code: 'not_found', applied: 'no' })
  return fieldsOf(topic)
}

/** The operation that a topic bears the marker of. */
export function runningIn(topic: Fields): OperationId | undefined {
  return textOf(fieldsOf(fieldsOf(topic['metadata'])['runningOperation'])['operationId'])
}

/** Reads the marker, the messages, and how each run stands that may have come to an end. */
export async function readTopic(
  { agentId, appContext, offers = [] }: LobeHubOptions,
  trpc: Trpc,
  topicId: ConversationId,
  runs: KnownRuns,
): Promise<ReadTopic> {
  const marked = runningIn(await readMarker(trpc, topicId))
  if (marked && !runs.has(marked)) runs.set(marked, { id: marked, status: 'running', startedAt: Date.now() })
  const messages = await trpc.query('message.getMessages', { ...appContext, agentId, topicId })
  if (!Array.isArray(messages)) throw unsupported('list of messages')
  const rows = new Map<ToolCallId, ToolRow>()
  for (const message of messages) {
    const row = readRow(message, offers)
    if (!row) continue
    // A model may use an id again; the id of a message never comes again.
    const toolCallId = rows.has(row.callId) ? row.id : row.callId
    rows.set(toolCallId, { ...row, card: { ...row.card, toolCallId } })
  }
  const all = [...rows.values()].map((row) => row.card).slice(-listed)
  const interventions = expired(all, Date.now())
  for (const run of runs.values()) {
    if (isRunning(run)) runs.set(run.id, await readRun(trpc, run))
  }
  const waiting = interventions.filter((card) => card.status === 'pending')
  for (const { operationId: id, requestedAt } of waiting) {
    const run = runs.get(id) ?? { id, startedAt: requestedAt, status: 'running' }
    if (!runs.has(id) || !isRunning(run)) {
      runs.set(id, withEnd(run, { status: 'waiting_for_human', pause: defaultPause }))
    }
  }
  for (const run of runs.values()) {
    const isLeft = run.status === 'waiting_for_human' && waiting.length === 0
    if (isLeft) runs.set(run.id, withEnd(run, { status: 'done', endedAt: Date.now() }))
  }
  for (const oldest of [...runs.keys()].slice(0, -listed)) runs.delete(oldest)
  return { rows, interventions, operations: [...runs.values()] }
}

/** How a run stands that was under way: only the server knows, and what it does not know is over. */
async function readRun(trpc: Trpc, run: Operation): Promise<Operation> {
  const answer = await orAbsent(trpc.query('aiAgent.getOperationStatus', { operationId: run.id }))
  const { status, error } = fieldsOf(fieldsOf(answer)['currentState'])
  const endedAt = Date.now()
  if (/^(idle|running|waiting_for_async_tool)$/.test(String(status))) return run
  if (status === 'waiting_for_human') return withEnd(run, { status, pause: defaultPause })
  if (status === 'error') return withEnd(run, { status, endedAt, error: errorOf(error) })
  return withEnd(run, { status: status === 'interrupted' ? status : 'done', endedAt })
}

/** What a server says went wrong. */
export function errorOf(error: unknown): { readonly code: string; readonly message: string } {
  const { type, message } = fieldsOf(error)
  return { code: textOf(type) ?? 'error', message: textOf(message) ?? '' }
}
