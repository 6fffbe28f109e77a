import { pendingCard } from '../../backend/cards.ts'
import { decisionsOf, type HitlBatch, readHitl } from '../../backend/hitl.ts'
import { sourceOf } from '../../backend/exactJson.ts'
import { argsTextOf, fieldsOf, definedFields, itemsOf, textOf } from '../../backend/json.ts'
import type { Decidable } from '../../backend/judge.ts'
import { type InterventionCall, type PendingIntervention, settle } from '../../model/intervention.ts'
import type { Operation } from '../../model/operation.ts'
import type { LangGraphOptions } from './options.ts'
import type { ThreadInterrupt, ThreadRun, ThreadState } from './thread.ts'

export interface ThreadPause extends ThreadInterrupt {
  /** Undefined: it asks for something else, and nobody here knows the answer. */
  readonly batch: HitlBatch | undefined
  readonly calls: readonly PendingIntervention[]
}

export interface ReadThread extends Decidable {
  readonly pauses: readonly ThreadPause[]
  readonly runs: readonly ThreadRun[]
}

const listedCalls = 100
const advice = 'The graph kept an answer it cannot take. Only a new message goes on.'
const statuses: Readonly<Record<string, 'running' | 'done' | 'interrupted'>> = {
  pending: 'running',
  running: 'running',
  success: 'done',
  interrupted: 'interrupted',
}

export function readThread(
  state: ThreadState,
  runs: readonly ThreadRun[],
  known: readonly InterventionCall[],
  read: LangGraphOptions['read'],
): ReadThread {
  const settled = known.filter((card) => card.status !== 'pending')
  const pauses = state.interrupts
    .filter(
      ({ id, error }) => !error && !settled.some((card) => card.operationId === id) && !answering(runs, id),
    )
    .map((interrupt) => pauseOf(interrupt, state, read))
  const waiting = pauses.flatMap((pause) => pause.calls)
  const newest = known.map((card) => (card.status === 'pending' ? settledBy(runs, card, known) : card))
  // Waiting calls replace their older entries.
  const calls = new Map([...newest, ...waiting].map((card) => [card.toolCallId, card]))
  const parked = pauses.map(({ id }): Operation => ({
    id,
    startedAt: state.createdAt,
    ...definedFields({ resumes: runs.at(-1)?.id }),
    status: 'waiting_for_human',
    pause: { answering: 'together', siblings: 'reject_voids_approvals' },
  }))
  return {
    pauses,
    runs,
    interventions: [...calls.values()].slice(-listedCalls),
    operations: [...runs.map((run) => operationOf(run, state)), ...parked],
  }
}

function pauseOf(
  interrupt: ThreadInterrupt,
  state: ThreadState,
  read: LangGraphOptions['read'],
): ThreadPause {
  const left = new Set(state.toolCalls)
  const { id: operationId, node, value } = interrupt
  const batch = readHitl(value) ?? read?.(value)
  // An interrupt of unknown shape is shown as raw data.
  const actions = batch?.actions ?? [
    { name: node, argsText: sourceOf(value) ?? null, why: undefined, allowed: [] },
  ]
  const calls = actions.map(({ name, argsText, why, allowed }, index) => {
    const call = [...left].find((one) => one['name'] === name && argsTextOf(one['args']) === argsText)
    if (call) left.delete(call)
    return pendingCard({
      operationId,
      toolCallId: textOf(call?.['id']) ?? `${operationId}:${index}`,
      tool: { name },
      argsText,
      decisions: ['rejected', ...decisionsOf(allowed)],
      editable: allowed.includes('edit'),
      requestedAt: state.createdAt,
      ...definedFields({ why }),
    })
  })
  return { ...interrupt, batch, calls }
}

function settledBy(
  runs: readonly ThreadRun[],
  card: InterventionCall,
  all: readonly InterventionCall[],
): InterventionCall {
  const { operationId } = card
  const run = answering(runs, operationId)
  if (!run) return settle(card, 'withdrawn', { at: Date.now() })
  const index = all.filter((one) => one.operationId === operationId).indexOf(card)
  const answer = run.resume[operationId]
  const { type, message } = fieldsOf(itemsOf(fieldsOf(answer)['decisions'] ?? answer)[index])
  const isApproval = ['approve', 'edit', 'accept'].includes(String(type))
  return settle(card, isApproval ? 'approved' : 'rejected_continue', {
    at: run.createdAt,
    ...definedFields({ reason: textOf(message), requestId: run.requestId }),
  })
}

function operationOf({ id, status, createdAt, resume }: ThreadRun, state: ThreadState): Operation {
  const base = {
    id,
    startedAt: createdAt,
    endedAt: createdAt,
    ...definedFields({ resumes: Object.keys(resume)[0] }),
  }
  const known = statuses[status]
  if (known) return { ...base, status: known }
  const spoilt = state.interrupts.find((one) => one.id in resume)?.error
  const error = { code: spoilt ? 'poisoned' : status, message: spoilt ? `${advice} ${spoilt}` : '' }
  return { ...base, status: 'error', error }
}

function answering(runs: readonly ThreadRun[], id: string): ThreadRun | undefined {
  return runs.find(({ resume, status }) => id in resume && !/error|timeout/.test(status))
}
