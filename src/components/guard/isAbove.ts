import { drawnPath } from './flatTree.ts'

/** True if the browser draws the element later than the card: roughly, for what no hit test finds. */
export function isAbove(element: Element, card: Element): boolean {
  const ours = drawnPath(card)
  const theirs = drawnPath(element)
  const at = theirs.findIndex((one, index) => one !== ours[index])
  const [branch, other] = [ours[at], theirs[at]]
  if (!branch || !other) return false
  const above = layerOf(theirs.slice(at)) - layerOf(ours.slice(at))
  // NaN: both are above the whole page.
  if (above) return above > 0
  return (branch.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

// The z-index at which a branch of the page is drawn.
function layerOf(branch: readonly Element[]): number {
  let layer = -0.5
  for (const one of branch) {
    if (isInTopLayer(one)) return Infinity
    const { position, zIndex, opacity, transform } = getComputedStyle(one)
    if (position !== 'static' && zIndex !== 'auto') return Number(zIndex)
    if (position !== 'static') layer = 0
    if (opacity !== '1' || (transform || 'none') !== 'none') return 0
  }
  return layer
}

/** True for a modal dialog, an open popover and what is in full screen. */
export function isInTopLayer(element: Element): boolean {
  return (
    element === document.fullscreenElement ||
    (element.localName === 'dialog' && element.matches(':modal')) ||
    (element.hasAttribute('popover') && element.matches(':popover-open'))
  )
}
