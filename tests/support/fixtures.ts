import type {
  Conversation,
  ConversationState,
  GatewayEvent,
  InterventionCall,
  Operation,
  PendingIntervention,
  ResumeRequest,
} from 'intervention-bar/core'
import { merge } from 'intervention-bar/core'

/** A pending call of `op_1`, decidable in every way. */
export function aCard(change: Partial<PendingIntervention> = {}): PendingIntervention {
  return {
    status: 'pending',
    toolCallId: 'call_1',
    operationId: 'op_1',
    revision: 'rev_1',
    tool: { name: 'send_mail' },
    argsText: '{"to":"ana@example.com"}',
    decisions: ['approved', 'rejected', 'rejected_continue'],
    editable: false,
    reason: 'optional',
    remember: [],
    requestedAt: 1_000,
    ...change,
    // SAFETY: a test that takes the tool away gives a question.
  } as PendingIntervention
}

export const running = (id = 'op_1', resumes?: string): Operation => ({
  id,
  status: 'running',
  startedAt: Number(id.replace(/\D/g, '')) || 0,
  ...(resumes === undefined ? {} : { resumes }),
})

export const parked = (id = 'op_1', resumes?: string): Operation => ({
  ...running(id, resumes),
  status: 'waiting_for_human',
  pause: { answering: 'any', siblings: 'independent' },
})

export function aConversation(change: Partial<Conversation> = {}): Conversation {
  return { id: 'demo', epoch: 'e1', cursor: '10', now: 0, operations: [], interventions: [], ...change }
}

/** The state right after a first read. */
export function aState(change: Partial<Conversation> = {}): ConversationState {
  return merge(undefined, { conversation: aConversation(change), version: 0, at: 0 })
}

/** `op_1` parked with these cards. */
export function parkedState(...cards: readonly InterventionCall[]): ConversationState {
  return aState({ operations: [parked()], interventions: cards.length > 0 ? cards : [aCard()] })
}

type Body<Type extends GatewayEvent['type']> = Extract<GatewayEvent, { type: Type }>['data']

/** An event; without a cursor, so that order is the test's own. */
export function anEvent<Type extends GatewayEvent['type']>(
  type: Type,
  operationId: string,
  data: Body<Type>,
  cursor: string | null = null,
): GatewayEvent {
  return { type, operationId, data, cursor, timestamp: 5_000 } as GatewayEvent
}

export const initOf = (operation: Operation, cursor: string | null = null): GatewayEvent =>
  anEvent('agent_runtime_init', operation.id, { operation }, cursor)

export const endOf = (
  id: string,
  reason: Body<'agent_runtime_end'>['reason'] = 'done',
  cursor: string | null = null,
): GatewayEvent => anEvent('agent_runtime_end', id, { reason }, cursor)

export const requestOf = (card: InterventionCall, cursor: string | null = null): GatewayEvent =>
  anEvent('agent_intervention_request', card.operationId, { intervention: card }, cursor)

/** A resume that approves the given card. */
export function approval(card: InterventionCall = aCard(), requestId = 'req_1'): ResumeRequest {
  return {
    conversationId: 'demo',
    operationId: card.operationId,
    requestId,
    decisions: [{ toolCallId: card.toolCallId, revision: card.revision, decision: 'approved' }],
  }
}
