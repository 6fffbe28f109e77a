/** A rectangle in the window, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function overlapOf(one: Box, other: Box): Box | null {
  const left = Math.max(one.left, other.left)
  const top = Math.max(one.top, other.top)
  const right = Math.min(one.right, other.right)
  const bottom = Math.min(one.bottom, other.bottom)
  // Less than a pixel is the rounding of two neighbours.
  return right - left < 1 || bottom - top < 1 ? null : { left, top, right, bottom }
}

export function viewport(): Box {
  return { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }
}

export function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

// The outer box without the inner one.
export function ring(outer: Box, inner: Box): readonly Box[] {
  const hole = overlapOf(outer, inner)
  if (!hole) return [outer]
  // The sides of a `DOMRect` are not its own, so that a spread loses them.
  const { left, top, right, bottom } = outer
  return [
    { left, top, right, bottom: hole.top },
    { left, top: hole.bottom, right, bottom },
    { left, top, right: hole.left, bottom },
    { left: hole.right, top, right, bottom },
  ].filter((box) => overlapOf(box, box))
}
