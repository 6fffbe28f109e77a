'use client'
import { type RefObject, useEffect, useState } from 'react'

// Rows above and below what is in view.
const spare = 3
// Without layout, as in jsdom, this many rows are drawn.
const unknownPx = 640
const usualRowPx = 68
// As many as are usually in view. The others follow once these are painted, and the press has come to rest.
const firstRows = 5
const restMs = 200

export interface DrawnRows {
  readonly start: number
  readonly end: number
  readonly rowPx: number
  readonly onScroll: () => void
}

interface Measured {
  readonly first: number
  readonly visible: number
  readonly rowPx: number
}

function measure(list: HTMLElement): Measured {
  const rowPx = list.querySelector<HTMLElement>('[data-part="list_item"]')?.offsetHeight || usualRowPx
  const visible = Math.ceil((list.clientHeight || unknownPx) / rowPx)
  return { first: Math.floor(list.scrollTop / rowPx), visible, rowPx }
}

export function useWindow(box: RefObject<HTMLElement | null>, count: number): DrawnRows {
  const [seen, setSeen] = useState<Measured>({
    first: 0,
    visible: firstRows - spare,
    rowPx: usualRowPx,
  })
  function take(next: Measured): void {
    setSeen((last) => {
      const isSame = last.first === next.first && last.visible === next.visible && last.rowPx === next.rowPx
      return isSame ? last : next
    })
  }
  useEffect(() => {
    const list = box.current
    if (!list) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(timer)
      const now = measure(list)
      if (now.visible > firstRows) take(now)
      else timer = setTimeout(() => take(measure(list)), restMs)
    }
    if (typeof ResizeObserver === 'undefined') {
      const frame = requestAnimationFrame(() => take(measure(list)))
      return () => cancelAnimationFrame(frame)
    }
    const observer = new ResizeObserver(look)
    observer.observe(list)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [box])
  const { first, visible, rowPx } = seen
  return {
    start: Math.max(0, Math.min(first, count - visible) - spare),
    end: Math.min(count, first + visible + spare),
    rowPx,
    onScroll: () => box.current && take(measure(box.current)),
  }
}
