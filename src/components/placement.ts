const gapPx = 6

/**
 * Puts a box above the button, or below where there is no room. `clear`: what it leaves legible, such as the row of the
 * button. `isWhole`: it stays in the window, and may cover that.
 */
export function placeAt(box: HTMLElement, button: DOMRect, clear: DOMRect = button, isWhole = false): void {
  const page = box.ownerDocument.documentElement
  const isRtl = getComputedStyle(box).direction === 'rtl'
  const { width, height, left, top } = box.getBoundingClientRect()
  const start = isRtl ? button.left : button.right - width
  const toLeft = Math.max(gapPx, Math.min(start, page.clientWidth - width - gapPx))
  const above = clear.top - height - gapPx
  const lowest = isWhole ? Math.max(gapPx, page.clientHeight - height - gapPx) : Infinity
  const toTop = above >= 0 ? above : Math.min(clear.bottom + gapPx, lowest)
  box.toggleAttribute('data-below', above < 0)
  if (Math.abs(left - toLeft) + Math.abs(top - toTop) < 1) return
  // Added to where it is: without popovers an ancestor may be what it is placed in.
  const { style } = box
  style.left = `${(Number.parseFloat(style.left) || 0) + toLeft - left}px`
  style.top = `${(Number.parseFloat(style.top) || 0) + toTop - top}px`
}
