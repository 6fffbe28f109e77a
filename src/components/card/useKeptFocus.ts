'use client'
import { useCallback, useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { createFocusKeeper, type FocusKeeper, type LostFocus } from './focusKeeper.ts'

/**
 * Keeps focus when the element that has it is removed from a part, or goes with it. `placeOf`: where focus goes, as the
 * part is now. Returns the `ref` of the part.
 */
export function useKeptFocus(
  placeOf: (part: Element | null, lost: LostFocus) => HTMLElement | null | undefined,
): FocusKeeper['watch'] {
  const [keeper] = useState(createFocusKeeper)
  const part = useRef<Element | null>(null)
  // After every render, because any render may remove the focused element.
  useLayoutEffect(() => {
    keeper.restore((lost) => placeOf(part.current, lost)?.focus({ preventScroll: true }))
  })
  return useCallback(
    (element) => {
      part.current = element
      keeper.watch(element)
    },
    [keeper],
  )
}
