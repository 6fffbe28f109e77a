'use client'
import { type RefObject, useRef } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { placeAt } from '../placement.ts'
import { ownAnswers } from './isCovered.ts'
import { hasLayout } from './isInView.ts'

/**
 * The answer to a press, at its button and above everything else, so that nothing moves to make room for it and nothing
 * cuts it off.
 */
export function PressAnswer({
  id,
  text,
  button,
}: {
  readonly id: string
  readonly text: string
  readonly button: RefObject<Element | null>
}): React.ReactElement {
  const ref = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box || !hasLayout(box)) return
    ownAnswers.add(box)
    // StrictMode runs this twice.
    if (box.showPopover && !box.matches(':popover-open')) box.showPopover()
    let frame: number
    // A page may move the button at any time.
    function follow(): void {
      const pressed = button.current
      if (box && pressed) {
        // The other decisions stay legible.
        const row = pressed.closest('[data-part="decisions"]')
        placeAt(box, pressed.getBoundingClientRect(), row?.getBoundingClientRect())
      }
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [text, button])
  return (
    <span ref={ref} id={id} data-part="press_answer" popover="manual">
      {text}
    </span>
  )
}
