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
const wayOut = 'The graph keeps an answer that it cannot take. Only a new message goes on from here.'

/** Makes a conversation of what the server says. What was seen before and does not wait any more is settled. */
export function readThread(
  state: ThreadState,
  runs: readonly ThreadRun[],
  calls: ThreadMemory,
  read: (value: unknown) => HitlBatch | undefined,
): ReadThread {
  const isOver = (id: string): boolean =>
    runs.some((run) => id in run.resume && !isFailed(run)) ||
    [...calls.values()].some((card) => card.operationId === id && card.status !== 'pending')
  const holds = state.interrupts
    .filter(({ id, isNext, error }) => isNext && error === undefined && !isOver(id))
    .map((interrupt) => holdOf(interrupt, state, read(interrupt.value)))
  const waiting = holds.flatMap((hold) => hold.calls)
  for (const card of calls.values()) {
    if (card.status !== 'pending' || findCall(waiting, card.toolCallId)) continue
    calls.set(card.toolCallId, settledBy(runs, card, [...calls.values()]))
  }
  for (const card of waiting) calls.set(card.toolCallId, card)
  for (const oldest of [...calls.keys()].slice(0, -listedCalls)) calls.delete(oldest)
  return {
    holds,
    runs,
    calls,
    interventions: [...calls.values()],
    operations: [...runs.map((run) => operationOf(run, state)), ...holds.map((hold) => parkOf(hold, runs))],
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
  const run = runs.find((one) => operationId in one.resume && !isFailed(one))
  if (!run) return settle(card, 'withdrawn', { at: Date.now() })
  const index = all.filter((one) => one.operationId === operationId).indexOf(card)
  const answer = run.resume[operationId]
  const { type, message } = fieldsOf(itemsOf(fieldsOf(answer)['decisions'] ?? answer)[index])
  return settle(card, /^(approve|edit|accept)$/.test(String(type)) ? 'approved' : 'rejected_continue', {
    at: run.createdAt,
    ...given({ requestId: run.requestId, reason: textOf(message) }),
  })
}

function operationOf({ id, status, createdAt, resume }: ThreadRun, state: ThreadState): Operation {
  const base = { id, startedAt: createdAt, endedAt: createdAt, ...given({ resumes: Object.keys(resume)[0] }) }
  if (status === 'pending' || status === 'running') return { ...base, status: 'running' }
  if (status === 'success') return { ...base, status: 'done' }
  if (status === 'interrupted') return { ...base, status }
  const spoilt = state.interrupts.find((one) => one.id in resume)?.error
  const error = spoilt ? { code: 'poisoned', message: wayOut + spoilt } : { code: status, message: '' }
  return { ...base, status: 'error', error }
}

function parkOf({ interrupt, calls }: Hold, runs: readonly ThreadRun[]): Operation {
  return {
    id: interrupt.id,
    startedAt: calls[0]?.requestedAt ?? 0,
    ...given({ resumes: runs.at(-1)?.id }),
    status: 'waiting_for_human',
    pause: { answering: 'together', siblings: 'reject_voids_approvals' },
  }
}

function isFailed({ status }: ThreadRun): boolean {
  return status === 'error' || status === 'timeout'
}
