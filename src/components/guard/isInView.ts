export function isInView(button: HTMLElement): boolean {
  if (!hasLayout(button)) return true
  if (button.checkVisibility?.(visible) === false) return false
  const root = button.getRootNode() as Document | ShadowRoot
  const { left, top, width, height } = button.getBoundingClientRect()
  return [0.1, 0.5, 0.9].some((share) =>
    button.contains(root.elementFromPoint(left + width * share, top + height * share)),
  )
}

/** Without layout, as in jsdom, everything counts as visible. */
export function hasLayout({ ownerDocument }: Element): boolean {
  return ownerDocument.documentElement.clientWidth > 0
}

export const visible: CheckVisibilityOptions = { opacityProperty: true, visibilityProperty: true }
