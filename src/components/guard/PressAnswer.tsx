'use client'
import { type RefObject, useLayoutEffect, useRef } from 'react'
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
      if (box && button.current) place(box, button.current)
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

const gapPx = 6

function place(box: HTMLElement, pressed: Element): void {
  const button = pressed.getBoundingClientRect()
  // The other decisions stay legible.
  const row = pressed.closest('[data-part="decisions"]')?.getBoundingClientRect() ?? button
  const page = box.ownerDocument.documentElement
  const isRtl = getComputedStyle(box).direction === 'rtl'
  const { width, height, left, top } = box.getBoundingClientRect()
  const start = isRtl ? button.left : button.right - width
  const toLeft = Math.max(gapPx, Math.min(start, page.clientWidth - width - gapPx))
  const above = row.top - height - gapPx
  const toTop = above >= 0 ? above : row.bottom + gapPx
  if (Math.abs(left - toLeft) + Math.abs(top - toTop) < 1) return
  // Added to where it is: without popovers an ancestor may be what it is placed in.
  const { style } = box
  style.left = `${(Number.parseFloat(style.left) || 0) + toLeft - left}px`
  style.top = `${(Number.parseFloat(style.top) || 0) + toTop - top}px`
}
