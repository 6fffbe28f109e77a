import { visibleText } from '../model/visibleText.ts'
import { findCall } from '../model/conversation.ts'
import type { Decision } from '../model/decision.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { SettledIntervention } from '../model/intervention.ts'
import { updateCards } from '../client/cards.ts'
import type { Followed } from './useFollowed.ts'

export interface ReceiptView {
  /** Hidden characters of its texts are escaped. */
  readonly card: SettledIntervention
  readonly own: boolean
  /** The decision that was accepted and whose operation did not start (rule S13). */
  readonly notStarted: Decision | null
  readonly settledAt: number
  readonly dismissed: boolean
  readonly dismiss: () => void
}

export function receiptOf({ state, cards, scope }: Followed, toolCallId: ToolCallId): ReceiptView | null {
  const card = findCall(state?.interventions, toolCallId)
  const memory = cards.get(toolCallId)?.memory
  if (memory?.status !== 'settled' || !card || card.status === 'pending') return null
  const missing = state?.expected.find((one) => one.missing && one.requestId === memory.request?.requestId)
  const { by, reason, execution } = card.resolution
  const resolution = {
    ...card.resolution,
    ...(by?.name !== undefined && { by: { ...by, name: visibleText(by.name) } }),
    ...(reason !== undefined && { reason: visibleText(reason) }),
    ...(execution?.message !== undefined && {
      execution: { ...execution, message: visibleText(execution.message) },
    }),
  }
  return {
    card: { ...card, resolution },
    own: memory.request !== null,
    notStarted: findCall(missing?.decisions, toolCallId)?.decision ?? null,
    settledAt: memory.settledAt,
    dismissed: memory.dismissed,
    dismiss: () => updateCards(scope, [toolCallId], () => ({ memory: { ...memory, dismissed: true } })),
  }
}
