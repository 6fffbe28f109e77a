'use client'
import { type RefObject, useEffect, useState } from 'react'

/** Less than a line of text. */
const slack = 4

/** True if a box does not show all of its one element. While more is below, its parent has `data-more`. */
export function useCut(box: RefObject<HTMLElement | null>): boolean {
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    const element = box.current
    // Without layout, as in jsdom, there is nothing to measure.
    if (!element?.firstElementChild || typeof ResizeObserver === 'undefined') return
    function look(): void {
      if (!element) return
      const { scrollHeight, clientHeight, scrollTop } = element
      setCut(scrollHeight - clientHeight > slack)
      element.parentElement?.toggleAttribute('data-more', scrollHeight - clientHeight - scrollTop > slack)
    }
    let frame = 0
    // Marking inside the observer may resize the box again, which the browser reports to the page as an error.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    observer.observe(element)
    observer.observe(element.firstElementChild)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return isCut
}
