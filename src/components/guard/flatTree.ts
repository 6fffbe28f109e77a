/** The parent in the tree that the browser draws: slots and open shadow roots included. */
export function drawnParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/** From the root of the page down to the element. */
export function drawnPath(element: Element): readonly Element[] {
  const path: Element[] = []
  for (let one: Element | null = element; one; one = drawnParent(one)) path.push(one)
  return path.toReversed()
}
