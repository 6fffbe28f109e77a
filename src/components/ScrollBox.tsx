'use client'
import { useEffect, useRef, useState } from 'react'

/** A box that can be scrolled by keyboard, but is a stop on the way only while there is something to scroll. */
export function ScrollBox({
  label,
  children,
}: {
  readonly label: string
  readonly children: React.ReactNode
}): React.ReactElement {
  const ref = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const measure = (): void => setScrolls(box.scrollHeight > box.clientHeight + 1)
    measure()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  })
  const reachable = scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {}
  return (
    <div ref={ref} data-part="scroll_box" {...reachable}>
      {children}
    </div>
  )
}
