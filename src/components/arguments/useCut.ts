'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'

/** Less than a line of text. */
const slack = 4

/** True if a box cannot show all of its one element. While more is below, its parent has `data-more`. */
export function useCut(box: RefObject<HTMLElement | null>): boolean {
  const [isCut, setCut] = useState(false)
  const wasCut = useRef(false)
  useEffect(() => {
    const element = box.current
    // Without layout, as in jsdom, there is nothing to measure.
    if (!element?.firstElementChild || typeof ResizeObserver === 'undefined') return
    const hidden = (): number => (element ? element.scrollHeight - element.clientHeight : 0)
    function mark(): void {
      element?.parentElement?.toggleAttribute('data-more', hidden() - element.scrollTop > slack)
    }
    function look(): void {
      const button = element?.nextElementSibling
      let over = hidden()
      // The button that shows the rest takes room itself: the text may fit as soon as it is gone.
      if (button instanceof HTMLElement && over > slack && over <= button.offsetHeight + slack) {
        const { display } = button.style
        button.style.display = 'none'
        over = hidden()
        button.style.display = display
      }
      // React draws once more to find that nothing changed.
      if (over > slack !== wasCut.current) setCut(over > slack)
      wasCut.current = over > slack
      mark()
    }
    let frame = 0
    // Marking inside the observer may resize the box again, which the browser reports to the page as an error.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    observer.observe(element)
    observer.observe(element.firstElementChild)
    element.addEventListener('scroll', mark, { passive: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', mark)
    }
  }, [box])
  return isCut
}
