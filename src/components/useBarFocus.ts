'use client'
import { type FocusEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { swallowKeys } from './swallowKeys.ts'

/** Handlers for the element of the bar. */
export interface BarFocusProps {
  readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void
  readonly onBlurCapture: (event: FocusEvent<HTMLElement>) => void
  readonly onPointerDownCapture: (event: PointerEvent<HTMLElement>) => void
}

/**
 * Keeps focus from falling to the page when what had it goes away: to the next card's question, never one of its
 * buttons; with no card left, back to where it was before the bar, but by touch nowhere, so that no keyboard pops up.
 *
 * @param heading The heading of the bar, null while it is not drawn.
 */
export function useBarFocus(heading: RefObject<HTMLElement | null>): BarFocusProps {
  const isInside = useRef(false)
  const cameFrom = useRef<HTMLElement | null>(null)
  const byTouch = useRef(false)

  // After every render: any may take away what has focus, a press of Try again as well as a permission that is lost.
  useLayoutEffect(() => {
    const active = document.activeElement
    if (!isInside.current || (active !== null && active !== document.body)) return
    isInside.current = false
    const bar = heading.current?.closest('[data-part="bar"]')
    const question = bar?.querySelector<HTMLElement>('[data-part="question"]')
    if (question) return question.focus({ preventScroll: true })
    if (byTouch.current) return
    const back = cameFrom.current
    const target = back?.isConnected ? back : heading.current
    target?.focus({ preventScroll: true })
    if (target && target === back) swallowKeys(target)
  })

  return {
    onFocusCapture: ({ relatedTarget, currentTarget }) => {
      if (
        !isInside.current &&
        relatedTarget instanceof HTMLElement &&
        !currentTarget.contains(relatedTarget)
      ) {
        cameFrom.current = relatedTarget
      }
      isInside.current = true
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
