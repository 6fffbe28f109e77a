'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReceiptView } from '../../hooks/cardView.ts'
import type { ToolCallId } from '../../model/ids.ts'
import { createFocusKeeper, type FocusKeeper } from '../card/focusKeeper.ts'

// React 18 warns of layout effects on a server.
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * Moves lost focus to the heading of the next card, never to one of its buttons. Without another card it goes back to
 * where it was before the bar; by touch nowhere, so that no keyboard opens. If the call was settled elsewhere, it goes
 * to the heading of the bar, because keys that were meant for the card would send what is written in a composer.
 */
export function useBarFocus(
  heading: RefObject<HTMLElement | null>,
  shown: ToolCallId | undefined,
  receipts: readonly ReceiptView[],
): FocusKeeper {
  const [keeper] = useState(createFocusKeeper)
  const lastShown = useRef(shown)
  // After every render, because any render may remove the focused element.
  useBrowserLayoutEffect(() => {
    if (shown !== undefined) lastShown.current = shown
    keeper.restore(({ wasInCard, cameFrom, byTouch }) => {
      if (byTouch) return
      const isOwn = receipts.some(({ card, own }) => own && card.toolCallId === lastShown.current)
      const back = cameFrom?.isConnected ? cameFrom : null
      const target = wasInCard && !isOwn ? (heading.current ?? back) : (back ?? heading.current)
      target?.focus({ preventScroll: true })
      if (target && target === back) swallowKeys(target)
    })
  })
  return keeper
}

const secondPressMs = 1_000

/**
 * Swallows keys that were meant for a removed button: a held key, and an Enter right behind the first one, which in a
 * composer would send the message. Ends with any other key.
 */
function swallowKeys(focused: HTMLElement): void {
  const until = performance.now() + secondPressMs
  const off = new AbortController()
  const swallow = (event: KeyboardEvent): void => {
    // The focused element may contain the whole page, and the key may be meant for a button in it.
    const { activeElement } = focused.getRootNode() as Document | ShadowRoot
    const isHere = activeElement === focused && event.composedPath().includes(focused)
    if (isHere && (event.repeat || (event.key === 'Enter' && performance.now() < until))) {
      event.preventDefault()
      event.stopImmediatePropagation()
    } else off.abort()
  }
  window.addEventListener('keydown', swallow, { capture: true, signal: off.signal })
}
