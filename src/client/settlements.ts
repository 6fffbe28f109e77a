import { type ConversationState, settledOf } from '../model/conversation.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import type { SettledIntervention } from '../model/intervention.ts'
import { maskedCall } from '../model/maskedCall.ts'
import { partsOfScope } from './cache.ts'
import { cardsOf } from './cards.ts'
import { callHost } from './press.ts'

/**
 * Called once for each call that is settled while the page follows its conversation: by a press here, by another person, by a
 * rule, or because it lapsed; also if a read tells of it. Never for a call that was settled before the conversation was first
 * read. Hidden values are not in it. The result of the tool often comes later, and is not waited for.
 */
export type OnSettled = (
  call: SettledIntervention,
  details: { readonly conversationId: ConversationId },
) => void

export interface SettledListener {
  readonly onSettled: OnSettled
  readonly secretKeys: readonly string[]
  hasGateway(gatewayId: string): boolean
}

const listeners = new Set<SettledListener>()
const toldIn = new Map<string, ReadonlySet<ToolCallId>>()

export function watchSettled(listener: SettledListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Like cards, what was told outlives a bar and its cache entry.
export function newlySettled(
  scope: string,
  before: ConversationState | undefined,
  after: ConversationState,
): readonly SettledIntervention[] {
  const told = toldIn.get(scope) ?? settledAtFirst(scope, before ?? after)
  const settled = settledOf(after)
  // A call that is asked for again is reported again.
  toldIn.set(scope, new Set(settled.map(({ toolCallId }) => toolCallId)))
  return settled.filter((one) => !told.has(one.toolCallId))
}

// A decision from before a reload is news, even if the first read tells of it.
function settledAtFirst(scope: string, state: ConversationState): Set<ToolCallId> {
  const cards = cardsOf(scope)
  const isOpen = (id: ToolCallId): boolean => (cards.get(id)?.memory?.status ?? 'settled') !== 'settled'
  return new Set(settledOf(state).flatMap(({ toolCallId }) => (isOpen(toolCallId) ? [] : toolCallId)))
}

export function tellSettled(scope: string, calls: readonly SettledIntervention[]): void {
  if (calls.length === 0 || listeners.size === 0) return
  const [gatewayId, conversationId] = partsOfScope(scope)
  for (const call of calls) {
    // Two providers with the same callback call it once.
    const called = new Set<OnSettled>()
    for (const { onSettled, secretKeys, hasGateway } of [...listeners]) {
      if (called.has(onSettled) || !hasGateway(gatewayId)) continue
      called.add(onSettled)
      const shown = maskedCall(call, secretKeys)
      if (shown.status !== 'pending') callHost(() => onSettled(shown, { conversationId }))
    }
  }
}
