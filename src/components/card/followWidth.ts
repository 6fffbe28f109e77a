let widths: ResizeObserver | undefined

/**
 * Tells a button its width, which it keeps while another label says that it is on its way, or that it failed. Returns a
 * function that ends it.
 */
export function followWidth(button: Element): () => void {
  if (typeof ResizeObserver === 'undefined') return () => undefined
  const observer = (widths ??= new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const [box] = borderBoxSize
      if (!box || target.matches('[data-busy], [data-again]')) continue
      ;(target as HTMLElement).style.setProperty('--_own-width', `${box.inlineSize}px`)
    }
  }))
  observer.observe(button)
  return () => observer.unobserve(button)
}
