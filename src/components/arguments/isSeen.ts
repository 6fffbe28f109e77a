import { overlapOf } from '../guard/boxes.ts'

const replaced = /^(?:img|svg|canvas|video|iframe|object|input|textarea|select)$|-/i

// Nobody reads more than this.
const mostNodes = 500

// True if an element shows something: a text, a picture, or an element of its own kind.
export function isSeen(box: HTMLElement): boolean {
  const nodes = document.createTreeWalker(box, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let count = 0; count < mostNodes && nodes.nextNode(); count += 1) {
    const { currentNode: node } = nodes
    const isText = node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== ''
    if (isText && node.parentElement && isDrawn(node.parentElement, box, node)) return true
    if (node instanceof Element && replaced.test(node.localName) && isDrawn(node, box, null)) return true
  }
  return false
}

function isDrawn(element: Element, box: HTMLElement, text: Node | null): boolean {
  const { color } = getComputedStyle(element)
  if (text && /^rgba\(0, 0, 0, 0\)$|\/ 0\)$/.test(color)) return false
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { display, visibility, opacity } = getComputedStyle(one)
    if (display === 'none' || (one === element && visibility !== 'visible') || opacity === '0') return false
    if (one === box) break
  }
  // Without layout, as in jsdom, there is nothing to measure.
  if (typeof ResizeObserver === 'undefined') return true
  const range = document.createRange()
  if (text) range.selectNodeContents(text)
  else range.selectNode(element)
  return overlapOf(range.getBoundingClientRect(), box.getBoundingClientRect()) !== null
}
