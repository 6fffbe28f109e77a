import { drawnPath } from './flatTree.ts'
import { faint } from './paint.ts'

export function isInView(button: HTMLElement): boolean {
  if (!hasLayout(button)) return true
  if (button.checkVisibility?.(visible) === false || isFaded(button)) return false
  const root = button.getRootNode() as Document | ShadowRoot
  const { left, top, width, height } = button.getBoundingClientRect()
  return [0.1, 0.5, 0.9].some((share) =>
    button.contains(root.elementFromPoint(left + width * share, top + height * share)),
  )
}

// The elements around it may make it too faint to be seen.
function isFaded(button: Element): boolean {
  const opacities = drawnPath(button).map((one) => Number(getComputedStyle(one).opacity || 1))
  return opacities.reduce((all, one) => all * one) < faint
}

/** Without layout, as in jsdom, everything counts as visible. */
export function hasLayout({ ownerDocument }: Element): boolean {
  return ownerDocument.documentElement.clientWidth > 0
}

export const visible: CheckVisibilityOptions = { opacityProperty: true, visibilityProperty: true }
