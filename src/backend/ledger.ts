import { type Conversation, findCall, type UnreadableCall } from '../model/conversation.ts'
import type { ConversationId, OperationId, ToolCallId } from '../model/ids.ts'
import { type InterventionCall, type Resolution, settle } from '../model/intervention.ts'
import { chainOf, hasEnded, type Operation, type OperationEnd, withEnd } from '../model/operation.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import { type KeptAnswers, withAnswer } from './answers.ts'

export interface Ledger extends KeptAnswers {
  readonly operations: readonly Operation[]
  readonly interventions: readonly InterventionCall[]
  /** The calls of the newest turn that could not be read. */
  readonly unreadable?: readonly UnreadableCall[]
}

export const emptyLedger: Ledger = { operations: [], interventions: [], answers: [] }

const keep = 100

/** Begins an operation, or updates a known one. They stay in the order in which they began. */
export function withOperation(ledger: Ledger, operation: Operation): Ledger {
  const { operations } = ledger
  const at = operations.findIndex((one) => one.id === operation.id)
  const next = at < 0 ? [...operations, operation].slice(-keep) : operations.with(at, operation)
  return { ...ledger, operations: next }
}

export function withEndOf(ledger: Ledger, id: OperationId, end: OperationEnd): Ledger {
  const operation = ledger.operations.find((one) => one.id === id)
  return operation && !hasEnded(operation) ? withOperation(ledger, withEnd(operation, end)) : ledger
}

/** Asks for calls, or changes what is known of them. Waiting calls are kept, however many there are. */
export function withCalls(ledger: Ledger, calls: readonly InterventionCall[]): Ledger {
  const others = ledger.interventions.filter((one) => !findCall(calls, one.toolCallId))
  return { ...ledger, interventions: keptCalls([...others, ...calls]) }
}

/** The newest calls, and all that wait: one that is left out could not be decided. */
export function keptCalls(all: readonly InterventionCall[]): readonly InterventionCall[] {
  return all.filter(({ status }, index) => status === 'pending' || index >= all.length - keep)
}

export function withWithdrawn(
  ledger: Ledger,
  operations: readonly OperationId[],
  at: number,
  except: readonly InterventionCall[] = [],
): Ledger {
  const interventions = ledger.interventions.map((card) =>
    card.status === 'pending' && operations.includes(card.operationId) && !except.includes(card)
      ? settle(card, 'withdrawn', { at })
      : card,
  )
  return { ...ledger, interventions }
}

export function withExecution(
  ledger: Ledger,
  toolCallId: ToolCallId,
  execution: NonNullable<Resolution['execution']>,
): Ledger {
  const card = findCall(ledger.interventions, toolCallId)
  if (!card || card.status === 'pending') return ledger
  return withCalls(ledger, [settle(card, card.status, { ...card.resolution, execution })])
}

export function withDecisions(
  ledger: Ledger,
  request: ResumeRequest,
  answer: ResumeAnswer,
  resolution: Pick<Resolution, 'at' | 'by'>,
): Ledger {
  const interventions = decided(ledger.interventions, request, resolution)
  return withAnswer({ ...ledger, interventions }, request, answer, resolution.at)
}

export function withInterrupted(ledger: Ledger, ids: readonly OperationId[], at: number): Ledger {
  const end = { status: 'interrupted', endedAt: at } as const
  return ids.reduce<Ledger>((all, id) => withEndOf(all, id, end), {
    ...withWithdrawn(ledger, ids, at),
    unreadable: [],
  })
}

export interface Resumed extends Pick<Resolution, 'at' | 'by'> {
  /** The operation that carries on; null: the run ends here. */
  readonly operationId: OperationId | null
  readonly isAtWork?: (id: OperationId) => boolean
}

export function withResume(
  ledger: Ledger,
  request: ResumeRequest,
  { operationId, isAtWork = () => false, ...resolution }: Resumed,
): Ledger {
  const { at } = resolution
  const ids = turnOf(ledger, request.operationId).map((one) => one.id)
  const taken = withDecisions(ledger, request, { outcome: 'accepted', operationId }, resolution)
  const retired = ids
    .filter((id) => !isAtWork(id))
    .reduce((all, id) => withEndOf(all, id, { status: 'done', endedAt: at }), taken)
  if (operationId === null) return withInterrupted(retired, ids, at)
  // The rest of a run that stops cannot be decided.
  const isHalt = request.decisions.some((made) => made.decision === 'rejected')
  const left = isHalt ? withWithdrawn(retired, ids, at) : retired
  const resumes = ids.at(-1) ?? request.operationId
  const isOpened = request.decisions.some(
    ({ toolCallId, decision }) =>
      decision === 'answered' && findCall(ledger.interventions, toolCallId)?.question?.kind === 'url',
  )
  // The person is in another tab now, and the run waits for the result there.
  const status = isOpened ? 'waiting_for_async_tool' : 'running'
  return withOperation(left, { id: operationId, status, startedAt: at, resumes })
}

export function decided(
  interventions: readonly InterventionCall[],
  { decisions, requestId }: ResumeRequest,
  resolution: Pick<Resolution, 'at' | 'by'>,
): readonly InterventionCall[] {
  return interventions.map((card) => {
    const made = findCall(decisions, card.toolCallId)
    if (!made) return card
    const { toolCallId: _call, revision: _revision, decision, ...words } = made
    return settle(card, decision, { ...resolution, requestId, ...words })
  })
}

/** The operations of one turn, oldest first: all that carry on the same beginning. */
export function turnOf({ operations }: Pick<Ledger, 'operations'>, id: OperationId): readonly Operation[] {
  const rootOf = (one: OperationId): OperationId => chainOf(operations, one).at(-1)?.id ?? one
  const root = rootOf(id)
  return operations.filter((one) => rootOf(one.id) === root)
}

export function conversationOf(
  { operations, interventions, unreadable = [] }: Pick<Ledger, 'operations' | 'interventions' | 'unreadable'>,
  id: ConversationId,
  now: number = Date.now(),
): Conversation {
  const left = unreadable.length > 0 && { unreadable }
  return { id, epoch: '', cursor: null, now, operations, interventions, ...left }
}

export function expired(interventions: readonly InterventionCall[], at: number): readonly InterventionCall[] {
  return interventions.map((card) =>
    card.status === 'pending' && (card.expiresAt ?? at) < at ? settle(card, 'expired', { at }) : card,
  )
}
