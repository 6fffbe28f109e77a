'use client'
import type { ReceiptView } from '../hooks/receiptOf.ts'
import { definePart } from '../internal/definePart.tsx'
import { toolName } from './toolName.ts'
import { useMessages } from './useMessages.ts'

/** What became of a call, in one line, until it is dismissed. Renders a `<div>`. */
export const Receipt: React.ComponentType<{ readonly receipt: ReceiptView }> = definePart(
  'div',
  'receipt',
  ({ receipt }: { readonly receipt: ReceiptView }) => {
    const { card, own, notStarted, dismiss } = receipt
    const words = useMessages()
    // It comes where a button was: the second of two clicks on that one is not meant for it.
    const children = (
      <>
        <p>{notStarted ? words.notStarted(notStarted) : words.receipt(card, toolName(card.tool), own)}</p>
        <button type="button" data-part="dismiss" onClick={({ detail }) => detail <= 1 && dismiss()}>
          {words.dismiss}
        </button>
      </>
    )
    return {
      state: { status: notStarted ? 'not_started' : card.status },
      children,
      fixed: { receipt: undefined },
    }
  },
)
