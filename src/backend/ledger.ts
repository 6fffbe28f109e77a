import { type Conversation, findCall } from '../model/conversation.ts'
import type { ConversationId, OperationId, RequestId, ToolCallId } from '../model/ids.ts'
import { type InterventionCall, type Resolution, settle } from '../model/intervention.ts'
import { chainOf, hasEnded, type Operation, type OperationEnd, withEnd } from '../model/operation.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/resume.ts'

/**
 * What a backend keeps of a conversation: plain data, written as JSON and read again after a restart. For backends
 * that have no such thing of their own: an agent in the page, a stateless route.
 */
export interface Ledger {
  readonly operations: readonly Operation[]
  readonly interventions: readonly InterventionCall[]
  /** What was answered to each request id, newest last. */
  readonly answers: readonly KeptAnswer[]
}

/** The answer to one request id, and what was asked under it. */
export interface KeptAnswer {
  readonly requestId: RequestId
  readonly payload: string
  /** That of a stop too: `accepted` with the operation it stopped, or `gone`. */
  readonly answer: ResumeAnswer
  /** Milliseconds since the epoch: when it was given. */
  readonly at: number
}

/** What has a request id: a resume, or a stop, which decides on no call. */
export type KeyedRequest = Pick<ResumeRequest, 'requestId' | 'operationId'> & {
  readonly decisions?: ResumeRequest['decisions']
}

/** A conversation nobody has said anything in. */
export const emptyLedger: Ledger = { operations: [], interventions: [], answers: [] }

const keep = 100
/** Of the answers more: the contract asks for 24 h, and nobody decides on more in a day. */
const keepAnswers = 1_000
const day = 24 * 60 * 60 * 1_000

/** Begins an operation, or says anew what is known of it: they stay in the order they began in. */
export function withOperation(ledger: Ledger, operation: Operation): Ledger {
  const { operations } = ledger
  const at = operations.findIndex((one) => one.id === operation.id)
  const next = at < 0 ? [...operations, operation].slice(-keep) : operations.with(at, operation)
  return { ...ledger, operations: next }
}

/** Ends or parks an operation, unless it has ended. */
export function withEndOf(ledger: Ledger, id: OperationId, end: OperationEnd): Ledger {
  const operation = ledger.operations.find((one) => one.id === id)
  return operation && !hasEnded(operation) ? withOperation(ledger, withEnd(operation, end)) : ledger
}

/** Asks for calls, or changes what is known of them. What waits is kept, however much of it there is. */
export function withCalls(ledger: Ledger, calls: readonly InterventionCall[]): Ledger {
  const others = ledger.interventions.filter((one) => !findCall(calls, one.toolCallId))
  const all = [...others, ...calls]
  const isKept = ({ status }: InterventionCall, index: number): boolean =>
    status === 'pending' || index >= all.length - keep
  return { ...ledger, interventions: all.filter(isKept) }
}

/** Withdraws what waits in these operations, but for some calls. */
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

/** Notes what running an approved call came to. */
export function withExecution(
  ledger: Ledger,
  toolCallId: ToolCallId,
  execution: NonNullable<Resolution['execution']>,
): Ledger {
  const card = findCall(ledger.interventions, toolCallId)
  if (!card || card.status === 'pending') return ledger
  return withCalls(ledger, [settle(card, card.status, { ...card.resolution, execution })])
}

/** Gives the calls of a request their decisions, and keeps the answer under its request id. */
export function withDecisions(
  ledger: Ledger,
  request: ResumeRequest,
  answer: ResumeAnswer,
  resolution: Pick<Resolution, 'at' | 'by'>,
): Ledger {
  const interventions = decided(ledger.interventions, request, resolution)
  return withAnswer({ ...ledger, interventions }, request, answer, resolution.at)
}

/** The same calls; those of the request with their decisions. */
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

/**
 * Keeps the first answer to a request, so that the same one is given again: for a day, unless it is among too many.
 *
 * @param at Milliseconds since the epoch.
 */
export function withAnswer<Kept extends Pick<Ledger, 'answers'>>(
  ledger: Kept,
  request: KeyedRequest,
  answer: ResumeAnswer,
  at: number,
): Kept {
  const { requestId } = request
  if (ledger.answers.some((one) => one.requestId === requestId)) return ledger
  const others = ledger.answers.filter((one) => one.at > at - day)
  const answers = [...others, { requestId, payload: payloadOf(request), answer, at }].slice(-keepAnswers)
  return { ...ledger, answers }
}

/** What exactly a request asks for: another payload under the same request id is another intent. */
export function payloadOf({ operationId, decisions }: Omit<KeyedRequest, 'requestId'>): string {
  return JSON.stringify([operationId, decisions])
}

/** The operations of one turn, oldest first: whatever carries on the same beginning. */
export function turnOf({ operations }: Pick<Ledger, 'operations'>, id: OperationId): readonly Operation[] {
  const rootOf = (one: OperationId): OperationId => chainOf(operations, one).at(-1)?.id ?? one
  const root = rootOf(id)
  return operations.filter((one) => rootOf(one.id) === root)
}

/** What a conversation answers when it is asked. */
export function conversationOf(
  { operations, interventions }: Pick<Ledger, 'operations' | 'interventions'>,
  id: ConversationId,
): Conversation {
  return { id, epoch: '', cursor: null, now: Date.now(), operations, interventions }
}

/** The calls as they are at a time: what was to be decided before then has expired. */
export function expired(interventions: readonly InterventionCall[], at: number): readonly InterventionCall[] {
  return interventions.map((card) =>
    card.status === 'pending' && (card.expiresAt ?? at) < at ? settle(card, 'expired', { at }) : card,
  )
}
