'use client'
import type { ReceiptView } from '../hooks/useReceipts.ts'
import { Part } from '../internal/Part.tsx'
import { visibleText } from '../internal/visibleText.ts'
import type { Decision } from '../model/decision.ts'
import { useMessages } from './useMessages.ts'

/** What became of a call, in one line, until it is dismissed. Renders a `<div>`. */
export function Receipt({ receipt }: { readonly receipt: ReceiptView }): React.ReactElement {
  const { card, own, notStarted, dismiss } = receipt
  const words = useMessages()
  const { name, title } = card.tool
  const text = notStarted
    ? words.notStarted(card.status as Decision)
    : words.receipt(card, visibleText(title ?? name), own)
  return (
    <Part partName="receipt" as="div" state={{ status: notStarted ? 'not_started' : card.status }}>
      <p>{text}</p>
      <button type="button" data-part="dismiss" onClick={dismiss}>
        {words.dismiss}
      </button>
    </Part>
  )
}
