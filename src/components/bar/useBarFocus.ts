'use client'
import { type FocusEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { ReceiptView } from '../../hooks/receiptOf.ts'
import type { ToolCallId } from '../../model/ids.ts'
import { swallowKeys } from './swallowKeys.ts'

/** Handlers for the element of the bar. */
export interface BarFocusProps {
  readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void
  readonly onBlurCapture: (event: FocusEvent<HTMLElement>) => void
  readonly onPointerDownCapture: (event: PointerEvent<HTMLElement>) => void
}

/**
 * Keeps focus from falling to the page when what had it goes away: to the next card's question, never one of its
 * buttons; with no card left, back to where it was before the bar, but by touch nowhere, so that no keyboard pops up. A
 * card that somebody else settled leaves its keys behind, and a composer would send what is written in it: then it goes
 * to the heading.
 *
 * @param heading The heading of the bar, null while it is not drawn.
 * @param shown The call that the bar shows.
 */
export function useBarFocus(
  heading: RefObject<HTMLElement | null>,
  shown: ToolCallId | undefined,
  receipts: readonly ReceiptView[],
): BarFocusProps {
  const isInside = useRef(false)
  const isInCard = useRef(false)
  const lastShown = useRef(shown)
  const cameFrom = useRef<HTMLElement | null>(null)
  const byTouch = useRef(false)

  // After every render: any may take away what has focus, a press of Try again as well as a permission that is lost.
  useLayoutEffect(() => {
    if (shown !== undefined) lastShown.current = shown
    const active = document.activeElement
    if (!isInside.current || (active !== null && active !== document.body)) return
    isInside.current = false
    const bar = heading.current?.closest('[data-part="bar"]')
    const question = bar?.querySelector<HTMLElement>('[data-part="question"]')
    if (question) return question.focus({ preventScroll: true })
    if (byTouch.current) return
    const isOwn = receipts.some(({ card, own }) => own && card.toolCallId === lastShown.current)
    const back = cameFrom.current?.isConnected ? cameFrom.current : null
    const target = isInCard.current && !isOwn ? (heading.current ?? back) : (back ?? heading.current)
    target?.focus({ preventScroll: true })
    if (target && target === back) swallowKeys(target)
  })

  return {
    onFocusCapture: ({ relatedTarget, currentTarget, target }) => {
      if (
        !isInside.current &&
        relatedTarget instanceof HTMLElement &&
        !currentTarget.contains(relatedTarget)
      ) {
        cameFrom.current = relatedTarget
      }
      isInside.current = true
      isInCard.current = target.closest('[data-part="intervention"]') !== null
    },
    onBlurCapture: ({ relatedTarget, currentTarget, target }) => {
      const staysInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
      // What is taken out of the page has lost focus by no choice of the person's.
      if (!staysInside && target.isConnected) isInside.current = false
    },
    onPointerDownCapture: ({ pointerType }) => {
      byTouch.current = pointerType === 'touch'
    },
  }
}
