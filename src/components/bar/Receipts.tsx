'use client'
import { useState } from 'react'
import { type ReceiptView, tellsOfFailure } from '../../hooks/cardView.ts'
import type { Attending } from '../../hooks/useLeavingReceipts.ts'
import { ReceiptLine } from '../card/Receipt.tsx'
import { useMessages } from '../words.ts'

/** Receipts of failures stay in view. Of the others, several are one line that opens. */
export function Receipts({
  receipts,
  attending,
}: {
  readonly receipts: readonly ReceiptView[]
  readonly attending: Attending
}): React.ReactElement | null {
  const words = useMessages()
  const [isOpen, setOpen] = useState(false)
  const others = receipts.filter((receipt) => !tellsOfFailure(receipt))
  const isCollapsed = others.length > 1 && !isOpen
  if (receipts.length === 0) return null
  return (
    <div data-part="receipts" {...attending}>
      {others.length > 1 && (
        <div data-part="receipts_summary">
          {/* They appear in the place of a button, so the second of two clicks on that one is not meant for them. */}
          <button
            type="button"
            data-part="receipts_toggle"
            aria-expanded={isOpen}
            onClick={({ detail }) => detail <= 1 && setOpen(!isOpen)}
          >
            {words.decided(others.map(({ card }) => card.status))}
          </button>
          <button
            type="button"
            data-part="dismiss"
            onClick={({ detail }) => detail <= 1 && others.forEach(({ dismiss }) => dismiss())}
          >
            {words.dismiss}
          </button>
        </div>
      )}
      {receipts.map((receipt) => (
        <ReceiptLine
          key={receipt.card.toolCallId}
          receipt={receipt}
          hidden={isCollapsed && !tellsOfFailure(receipt)}
        />
      ))}
    </div>
  )
}
