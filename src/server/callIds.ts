import { revisionOf } from '../backend/cards.ts'
import { fieldsOf, wordOf } from '../backend/json.ts'
import { type Ledger, turnOf } from '../backend/ledger.ts'
import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { RouteCall, RouteDecision } from './RouteAgent.ts'

export interface QualifiedCall {
  readonly toolCallId: ToolCallId
  readonly ownId: ToolCallId
  readonly occurrence: number
}

export interface QualifiedLedger extends Ledger {
  readonly qualified?: readonly QualifiedCall[]
}

export function ownDecisions(
  ledger: QualifiedLedger,
  decisions: readonly DecisionRequest[],
): readonly RouteDecision[] {
  return decisions.map((made) => {
    const { ownId, occurrence = 0 } = findCall(ledger.qualified ?? [], made.toolCallId) ?? {}
    return { ...made, toolCallId: ownId ?? made.toolCallId, ...(occurrence > 0 ? { occurrence } : {}) }
  })
}

/** The decision on each of the items, which are in the order in which the last step listed them. */
export function decisionsOn<Item>(
  items: readonly Item[],
  idOf: (item: Item) => ToolCallId,
  decisions: readonly RouteDecision[],
): readonly (RouteDecision | undefined)[] {
  return withOccurrences(items.map(idOf)).map(({ ownId, occurrence }) =>
    decisions.find((made) => made.toolCallId === ownId && (made.occurrence ?? 0) === occurrence),
  )
}

function withOccurrences(ids: readonly ToolCallId[]): readonly Omit<QualifiedCall, 'toolCallId'>[] {
  return ids.map((ownId, index) => ({
    ownId,
    occurrence: ids.slice(0, index).filter((one) => one === ownId).length,
  }))
}

interface Identified {
  readonly call: RouteCall
  /** The card of a call that the agent still waits for; undefined: it asks for another one. */
  readonly before: InterventionCall | undefined
  readonly id: QualifiedCall
}

/** Gives each call of the `listed` ones that could be read its card, or an id that no other call has. An id may be used again, also at the same time. */
export function identify(
  ledger: QualifiedLedger,
  calls: readonly RouteCall[],
  operationId: OperationId,
  listed: readonly RouteCall[],
): readonly Identified[] {
  const turn = turnOf(ledger, operationId)
  const isWaiting = (card: InterventionCall, { expiresAt }: RouteCall): boolean => {
    if (!turn.some((one) => one.id === card.operationId)) return false
    // An agent without a clock still lists expired calls.
    return card.status === 'pending' || (card.status === 'expired' && card.expiresAt === expiresAt)
  }
  const cards = new Map<RouteCall, InterventionCall>()
  const take = (call: RouteCall, isSame: (card: InterventionCall) => boolean): void => {
    const taken = new Set(cards.values())
    const known = cardsOf(ledger, call.toolCallId)
    const card = known.findLast((one) => !taken.has(one) && isWaiting(one, call) && isSame(one))
    if (card && !cards.has(call)) cards.set(call, card)
  }
  for (const call of calls.toReversed()) take(call, (card) => card.revision === revisionIn(call))
  // A call with the same id and other arguments is a new revision of the card, unless another call is that card.
  for (const call of calls.toReversed()) take(call, () => true)
  // An agent counts those that could not be read, too.
  const places = withOccurrences(listed.map((call) => wordOf(fieldsOf(call)['toolCallId'])))
  const ids = new Set<ToolCallId>()
  return calls.map((call) => {
    const before = cards.get(call)
    const toolCallId = before?.toolCallId ?? freshId(ledger, call.toolCallId, operationId, ids)
    ids.add(toolCallId)
    return { call, before, id: { toolCallId, ...places[listed.indexOf(call)]! } }
  })
}

export function revisionIn(call: RouteCall): string {
  return call.revision ?? revisionOf(call)
}

export function settledCard(
  ledger: QualifiedLedger,
  ownId: ToolCallId,
  operationId: OperationId,
): InterventionCall | undefined {
  const turn = turnOf(ledger, operationId)
  const settled = cardsOf(ledger, ownId).filter((card) => card.status !== 'pending')
  return settled.findLast((card) => turn.some((one) => one.id === card.operationId)) ?? settled.at(-1)
}

function freshId(
  ledger: QualifiedLedger,
  ownId: ToolCallId,
  operationId: OperationId,
  taken: ReadonlySet<ToolCallId>,
): ToolCallId {
  const isUsed = (id: ToolCallId): boolean =>
    taken.has(id) || findCall(ledger.interventions, id) !== undefined
  if (!isUsed(ownId) && cardsOf(ledger, ownId).length === 0) return ownId
  const qualified = `${ownId}@${operationId}`
  let id = qualified
  for (let count = 2; isUsed(id); count += 1) id = `${qualified}.${count}`
  return id
}

export function withQualified<Kept extends QualifiedLedger>(
  ledger: Kept,
  some: readonly QualifiedCall[],
): Kept {
  const { qualified = [], interventions } = ledger
  const others = qualified.filter((one) => !findCall(some, one.toolCallId))
  const own = some.filter(({ toolCallId, ownId, occurrence }) => toolCallId !== ownId || occurrence > 0)
  return {
    ...ledger,
    qualified: [...others, ...own].filter((one) => findCall(interventions, one.toolCallId)),
  }
}

function cardsOf({ qualified = [], interventions }: QualifiedLedger, ownId: ToolCallId) {
  return interventions.filter(
    ({ toolCallId }) => (findCall(qualified, toolCallId)?.ownId ?? toolCallId) === ownId,
  )
}
