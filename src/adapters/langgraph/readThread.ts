import type { Decidable } from '../../gateway/judge.ts'
import { findCall } from '../../model/conversation.ts'
import { type Intervention, type PendingIntervention, settle } from '../../model/intervention.ts'
import type { Operation } from '../../model/operation.ts'
import { given } from '../given.ts'
import { decisionsOf, type HitlAction, type HitlBatch } from '../hitl.ts'
import { argsTextOf, fieldsOf, itemsOf, textOf } from '../json.ts'
import { pendingCard } from '../pendingCard.ts'
import type { OpenInterrupt, ThreadRun, ThreadState } from './ThreadState.ts'

/** A pause of a thread: one interrupt, and the batch of calls it asks for. */
export interface Hold {
  readonly interrupt: OpenInterrupt
  /** Undefined: it asks for something else, and nobody here knows the answer. */
  readonly batch: HitlBatch | undefined
  readonly calls: readonly PendingIntervention[]
}

/** A thread as the kit reads it, and the pauses behind its calls. */
export interface ReadThread extends Decidable {
  readonly holds: readonly Hold[]
  readonly runs: readonly ThreadRun[]
  readonly calls: ThreadMemory
}

/** Every call that this page saw, in its newest form: the server tells only of what waits. */
export type ThreadMemory = Map<string, Intervention>

const listedCalls = 100
const wayOut = 'The graph kept an answer it cannot take. Only a new message goes on.'
const statuses: Readonly<Record<string, 'running' | 'done' | 'interrupted'>> = {
  pending: 'running',
  running: 'running',
  success: 'done',
  interrupted: 'interrupted',
}

/** Makes a conversation of what the server says. What was seen before and does not wait any more is settled. */
export function readThread(
  state: ThreadState,
  runs: readonly ThreadRun[],
  calls: ThreadMemory,
  read: (value: unknown) => HitlBatch | undefined,
): ReadThread {
  const known = [...calls.values()]
  const isOver = (id: string): boolean =>
    answering(runs, id) !== undefined ||
    known.some((card) => card.operationId === id && card.status !== 'pending')
  const holds = state.interrupts
    .filter(({ id, isOpen }) => isOpen && !isOver(id))
    .map((interrupt) => holdOf(interrupt, state, read(interrupt.value)))
  const waiting = holds.flatMap((hold) => hold.calls)
  for (const card of known) {
    if (card.status !== 'pending' || findCall(waiting, card.toolCallId)) continue
    calls.set(card.toolCallId, settledBy(runs, card, known))
  }
  for (const card of waiting) calls.set(card.toolCallId, card)
  for (const oldest of [...calls.keys()].slice(0, -listedCalls)) calls.delete(oldest)
  const parks = holds.map(({ interrupt: { id } }): Operation => ({
    id,
    startedAt: state.createdAt,
    ...given({ resumes: runs.at(-1)?.id }),
    status: 'waiting_for_human',
    pause: { answering: 'together', siblings: 'reject_voids_approvals' },
  }))
  return {
    holds,
    runs,
    calls,
    interventions: [...calls.values()],
    operations: [...runs.map((run) => operationOf(run, state)), ...parks],
  }
}

function holdOf(interrupt: OpenInterrupt, state: ThreadState, batch: HitlBatch | undefined): Hold {
  const left = [...state.toolCalls]
  const { id: operationId, node, value } = interrupt
  const unknown: HitlAction = { name: node, argsText: argsTextOf(value), why: undefined, allowed: [] }
  const calls = (batch?.actions ?? [unknown]).map(({ name, argsText, why, allowed }, index) => {
    const same = left.findIndex((call) => call['name'] === name && argsTextOf(call['args']) === argsText)
    const [call] = same < 0 ? [] : left.splice(same, 1)
    return pendingCard({
      operationId,
      toolCallId: textOf(call?.['id']) ?? `${operationId}:${index}`,
      tool: { name },
      argsText,
      decisions: ['rejected', ...decisionsOf(allowed)],
      editable: allowed.includes('edit'),
      requestedAt: state.createdAt,
      ...given({ why }),
    })
  })
  return { interrupt, batch, calls }
}

/** What became of a call that does not wait any more: as the run says that answers it, whoever started it. */
function settledBy(
  runs: readonly ThreadRun[],
  card: PendingIntervention,
  all: readonly Intervention[],
): Intervention {
  const { operationId } = card
  const run = answering(runs, operationId)
  if (!run) return settle(card, 'withdrawn', { at: Date.now() })
  const index = all.filter((one) => one.operationId === operationId).indexOf(card)
  const answer = run.resume[operationId]
  const { type, message } = fieldsOf(itemsOf(fieldsOf(answer)['decisions'] ?? answer)[index])
  const words = given({ requestId: run.requestId, reason: textOf(message) })
  const isApproval = /^(approve|edit|accept)$/.test(String(type))
  return settle(card, isApproval ? 'approved' : 'rejected_continue', { at: run.createdAt, ...words })
}

function operationOf({ id, status, createdAt, resume }: ThreadRun, state: ThreadState): Operation {
  const base = { id, startedAt: createdAt, endedAt: createdAt, ...given({ resumes: Object.keys(resume)[0] }) }
  const known = statuses[status]
  if (known) return { ...base, status: known }
  const spoilt = state.interrupts.find((one) => one.id in resume)?.error
  const error = spoilt ? { code: 'poisoned', message: `${wayOut} ${spoilt}` } : { code: status, message: '' }
  return { ...base, status: 'error', error }
}

/** The run that answered an interrupt, and did not fail. */
function answering(runs: readonly ThreadRun[], id: string): ThreadRun | undefined {
  return runs.find(({ resume, status }) => id in resume && !/error|timeout/.test(status))
}
