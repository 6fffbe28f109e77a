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
    // A mark made in the observer may change the size again, which the page is told as an error.
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
