'use client'
import type { ReceiptView } from '../../hooks/receiptOf.ts'
import { definePart } from '../part.tsx'
import { useMessages } from '../useMessages.ts'
import { writtenReceipt } from './writtenReceipt.ts'

/** What became of a call, in one line, until it is dismissed. Renders a `<div>`. */
export const Receipt: React.ComponentType<{ readonly receipt: ReceiptView }> = definePart(
  'div',
  'receipt',
  ({ receipt }: { readonly receipt: ReceiptView }) => {
    const words = useMessages()
    const { status, text } = writtenReceipt(receipt, words)
    // It comes where a button was: the second of two clicks on that one is not meant for it.
    const children = (
      <>
        <p>{text}</p>
        <button type="button" data-part="dismiss" onClick={({ detail }) => detail <= 1 && receipt.dismiss()}>
          {words.dismiss}
        </button>
      </>
    )
    return { state: { status }, children, fixed: { receipt: undefined } }
  },
)
