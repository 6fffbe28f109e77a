'use client'
import { useId, useState } from 'react'
import { type ReceiptView, tellsOfFailure } from '../../hooks/cardView.ts'
import { useLeavingReceipts } from '../../hooks/useLeavingReceipts.ts'
import { ReceiptLine } from '../card/Receipt.tsx'
import { Icon } from '../icons.tsx'
import type { PartComponent } from '../part.tsx'
import { useMessages } from '../words.ts'
import { alone, defineStrip, type StripProps } from './strip.tsx'

/**
 * The outcomes of the last decisions, one line each; several are one line that opens. They disappear after a
 * while; those of failures stay. A bar has them. Renders a `<div>`, or nothing.
 */
export const Receipts: PartComponent<StripProps, 'div'> = /* @__PURE__ */ alone(
  /* @__PURE__ */ defineStrip('receipts', ({ view, scope }) => {
    const { receipts, attending } = useLeavingReceipts(view, scope)
    return receipts.length === 0 ? null : { ...attending, children: <ReceiptLines receipts={receipts} /> }
  }),
)

/** Receipts of failures stay in view. Of the others, several are one line that opens. */
export function ReceiptLines({
  receipts,
}: {
  readonly receipts: readonly ReceiptView[]
}): React.ReactElement {
  const words = useMessages()
  const summaryId = useId()
  const [isOpen, setOpen] = useState(false)
  const others = receipts.filter((receipt) => !tellsOfFailure(receipt))
  const isSeveral = others.length > 1
  return (
    <>
      {isSeveral && (
        <div data-part="receipts_summary">
          <Icon of="list" />
          <p id={summaryId}>{words.decided(others.map(({ card }) => card.status))}</p>
          {/* They appear in the place of a button, so the second of two clicks on that one is not meant for them. */}
          <button
            type="button"
            data-part="receipts_toggle"
            aria-expanded={isOpen}
            aria-describedby={summaryId}
            onClick={({ detail }) => detail <= 1 && setOpen(!isOpen)}
          >
            {isOpen ? words.showLess : words.show}
          </button>
          <button
            type="button"
            data-part="dismiss"
            onClick={({ detail }) => detail <= 1 && others.forEach(({ dismiss }) => dismiss())}
          >
            {words.dismissAll}
          </button>
        </div>
      )}
      {receipts.map((receipt) => (
        <ReceiptLine
          key={receipt.card.toolCallId}
          receipt={receipt}
          hidden={isSeveral && !isOpen && !tellsOfFailure(receipt)}
        />
      ))}
    </>
  )
}
