import type { ReceiptView } from '../../hooks/receiptOf.ts'
import type { Messages } from '../../locales/messages.ts'
import { shortName } from '../toolName.ts'

/** What is said aloud of what became of a call. `left`: how many calls still wait. */
export function spokenReceipt({ card, own, notStarted }: ReceiptView, words: Messages, left: number): string {
  if (notStarted) return words.notStarted(notStarted)
  const hasFailed = card.resolution.execution?.ok === false
  return own && !hasFailed ? words.settled(card.status, left) : words.receipt(card, shortName(card.tool), own)
}

/** One for each thing that is said of it. */
export function keyOfReceipt({ card, notStarted }: ReceiptView): string {
  const { toolCallId, status, resolution } = card
  return [toolCallId, status, resolution.execution?.ok === false, notStarted].join(' ')
}
