import type { ReceiptView } from '../../hooks/receiptOf.ts'
import type { Messages } from '../../locales/messages.ts'
import { toolName } from '../toolName.ts'

/** What is written of what became of a call, and its status: `not_started` where what should carry on did not show. */
export function writtenReceipt(
  { card, own, notStarted }: ReceiptView,
  words: Messages,
): { readonly status: string; readonly text: string } {
  return notStarted
    ? { status: 'not_started', text: words.notStarted(notStarted) }
    : { status: card.status, text: words.receipt(card, toolName(card.tool), own) }
}
