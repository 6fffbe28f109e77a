import { useCallback, useRef } from 'react'

let widths: ResizeObserver | undefined

/** Tells a button its width, which it keeps while another label says that it is on its way, or that it failed. */
export function useOwnWidth(watch: (element: Element | null) => void): (element: Element | null) => void {
  const last = useRef<Element>(null)
  return useCallback(
    (element: Element | null) => {
      if (typeof ResizeObserver !== 'undefined') {
        widths ??= new ResizeObserver((entries) => {
          for (const { target, borderBoxSize } of entries) {
            const [box] = borderBoxSize
            if (!box || target.matches('[data-busy], [data-again]')) continue
            ;(target as HTMLElement).style.setProperty('--_own-width', `${box.inlineSize}px`)
          }
        })
        if (last.current) widths.unobserve(last.current)
        if (element) widths.observe(element)
      }
      last.current = element
      watch(element)
    },
    [watch],
  )
}
