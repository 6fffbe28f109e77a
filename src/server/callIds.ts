import { type Ledger, turnOf } from '../backend/ledger.ts'
import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { RouteCall } from './RouteAgent.ts'

export interface QualifiedCall {
  readonly toolCallId: ToolCallId
  readonly ownId: ToolCallId
}

export interface QualifiedLedger extends Ledger {
  readonly qualified?: readonly QualifiedCall[]
}

export function ownDecisions(
  ledger: QualifiedLedger,
  decisions: readonly DecisionRequest[],
): readonly DecisionRequest[] {
  return decisions.map((made) => ({ ...made, toolCallId: ownIdOf(ledger, made.toolCallId) }))
}

/** The card of a call that the agent still waits for; undefined: it asks for another one. */
export function waitingCard(
  ledger: QualifiedLedger,
  { toolCallId, expiresAt }: RouteCall,
  operationId: OperationId,
): InterventionCall | undefined {
  const card = cardsOf(ledger, toolCallId).at(-1)
  if (!card || !turnOf(ledger, operationId).some((one) => one.id === card.operationId)) return undefined
  // An agent without a clock still lists expired calls.
  const isOver = card.status === 'expired' && card.expiresAt === expiresAt
  return card.status === 'pending' || isOver ? card : undefined
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

export function freshId(ledger: QualifiedLedger, ownId: ToolCallId, operationId: OperationId): ToolCallId {
  const isUsed = findCall(ledger.interventions, ownId) ?? cardsOf(ledger, ownId)[0]
  return isUsed ? `${ownId}@${operationId}` : ownId
}

export function withQualified<Kept extends QualifiedLedger>(
  ledger: Kept,
  some: readonly QualifiedCall[],
): Kept {
  const { qualified = [], interventions } = ledger
  const isNews = ({ toolCallId, ownId }: QualifiedCall): boolean =>
    toolCallId !== ownId && !findCall(qualified, toolCallId)
  const all = [...qualified, ...some.filter(isNews)]
  return { ...ledger, qualified: all.filter((one) => findCall(interventions, one.toolCallId)) }
}

function ownIdOf({ qualified }: QualifiedLedger, toolCallId: ToolCallId): ToolCallId {
  return findCall(qualified, toolCallId)?.ownId ?? toolCallId
}

function cardsOf(ledger: QualifiedLedger, ownId: ToolCallId): readonly InterventionCall[] {
  return ledger.interventions.filter((card) => ownIdOf(ledger, card.toolCallId) === ownId)
}
