import type {
  Conversation,
  DecisionRequest,
  GatewayClient,
  InterventionCall,
  PendingIntervention,
  RememberScope,
  ResumeAnswer,
  ResumeRequest,
} from 'intervention-bar/core'
import { expect } from 'vitest'
import type { Room } from './Backend.ts'

const never = new AbortController().signal

/** Reads a page that shows a conversation, and acts in it as a person does. */
export interface Page {
  readonly gateway: GatewayClient
  read(): Promise<Conversation>
  /** The calls that wait, once there are that many. */
  waiting(count: number): Promise<readonly PendingIntervention[]>
  /** The calls with these ids once the agent has come to rest. */
  settled(cards: readonly PendingIntervention[]): Promise<readonly (InterventionCall | undefined)[]>
  resume(
    cards: readonly PendingIntervention[],
    decisions: readonly Made[],
    requestId?: string,
  ): Promise<ResumeAnswer>
}

/** A decision, without the card it is made on. */
export type Made = Readonly<{
  decision: DecisionRequest['decision']
  reason?: string
  argsText?: string
  answerText?: string
  remember?: RememberScope
  revision?: string
}>

/** Opens a page on a conversation. */
export async function openPage(room: Room): Promise<Page> {
  const gateway = await room.client()
  const { conversationId } = room
  const read = (): Promise<Conversation> => gateway.readConversation(conversationId, { signal: never })
  const pending = async (): Promise<readonly PendingIntervention[]> =>
    (await read()).interventions.filter((one): one is PendingIntervention => one.status === 'pending')

  return {
    gateway,
    read,
    waiting: async (count) => {
      await expect.poll(async () => (await pending()).length).toBe(count)
      return pending()
    },
    settled: async (cards) => {
      await expect.poll(async () => isAtRest(await read())).toBe(true)
      const { interventions } = await read()
      return cards.map((card) => interventions.find((one) => one.toolCallId === card.toolCallId))
    },
    resume: (cards, decisions, requestId = crypto.randomUUID()) =>
      gateway.resume(requestOf(room, cards, decisions, requestId), { signal: never }),
  }
}

function requestOf(
  { conversationId }: Room,
  cards: readonly PendingIntervention[],
  decisions: readonly Made[],
  requestId: string,
): ResumeRequest {
  const made = cards.map(({ toolCallId, revision }, index): DecisionRequest => ({
    toolCallId,
    revision,
    ...(decisions[index] ?? { decision: 'approved' }),
  }))
  // SAFETY: a request has at least one decision, and no test sends none.
  const decided = made as [DecisionRequest, ...DecisionRequest[]]
  return { conversationId, operationId: cards[0]!.operationId, requestId, decisions: decided }
}

function isAtRest({ operations }: Conversation): boolean {
  return operations.every(({ status }) => status !== 'running' && status !== 'waiting_for_async_tool')
}
