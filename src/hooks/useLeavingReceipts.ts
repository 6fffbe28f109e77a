'use client'
import { useEffect, useState } from 'react'
import { type ReceiptView, tellsOfFailure } from './cardView.ts'
import { type BarView, useDelayed } from './useBarView.ts'

/** Handlers for the element of the receipts. */
export type Attending = Pick<
  React.DOMAttributes<Element>,
  'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'
>

const idleMs = 30_000

/**
 * The receipts to show. They leave when a later run ends, or after half a minute in which nothing runs and nothing waits;
 * not while a person is at them, nor those of failures.
 */
export function useLeavingReceipts(
  { receipts: known, stage, pending }: BarView,
  scope: string,
): {
  readonly receipts: readonly ReceiptView[]
  readonly attending: Attending
} {
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  // Those that a person is at.
  const [last, setLast] = useState<{ readonly scope: string; readonly receipts: readonly ReceiptView[] }>({
    scope,
    receipts: [],
  })
  const isAttended = isHovered || isFocused
  const ids = new Set(known.map(({ card }) => card.toolCallId))
  const isSame = last.scope === scope
  const kept = isAttended && isSame ? last.receipts.filter(({ card }) => !ids.has(card.toolCallId)) : []
  const receipts = [...kept, ...known.filter(({ dismissed }) => !dismissed)]
  if (isAttended && (!isSame || keysOf(receipts) !== keysOf(last.receipts))) setLast({ scope, receipts })
  // An element that is removed under the pointer fires no leave event.
  if (receipts.length === 0 && isHovered) setHovered(false)
  if (receipts.length === 0 && isFocused) setFocused(false)

  const isDue = useDelayed(stage === null && pending.length === 0 && receipts.length > 0, idleMs)
  useEffect(() => {
    if (!isDue || isAttended) return
    for (const receipt of receipts) if (!tellsOfFailure(receipt)) receipt.dismiss()
  })
  return {
    receipts,
    attending: {
      onPointerEnter: () => {
        setLast({ scope, receipts })
        setHovered(true)
      },
      onPointerLeave: () => setHovered(false),
      onFocus: () => {
        setLast({ scope, receipts })
        setFocused(true)
      },
      onBlur: ({ currentTarget, relatedTarget }) =>
        setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    },
  }
}

function keysOf(receipts: readonly ReceiptView[]): string {
  return receipts.map(({ card, settledAt, notStarted }) => [card.toolCallId, settledAt, notStarted]).join()
}
