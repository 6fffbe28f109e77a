import { drawnParent } from './flatTree.ts'

/** A point in the window, in CSS pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Where a button was over the last while, without the person's own scrolling. */
export interface PlaceHistory {
  /** Reads where it is. True if it is elsewhere than at the last reading. */
  readonly read: (seen: Reading) => boolean
  /** The longest way from where it was since then to where it is, in pixels. */
  readonly movedSince: (at: number) => number
  /** True if the place was on the button all the time since then. */
  readonly wasAlwaysAt: (place: Place, since: number) => boolean
  /** True if the place was on the button at any time since then. */
  readonly wasEverAt: (place: Place, since: number) => boolean
  /** True if the button came to the place while the pointer rested there. */
  readonly cameUnder: (place: Place, since: number) => boolean
  readonly isNear: (place: Place) => boolean
}

interface Reading {
  readonly at: number
  readonly pointer: Place | null
  readonly hasScrolled: boolean
}

interface Stay {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly from: number
  /** The pointer just before it came here, and just after. */
  readonly pointers: readonly [before: Place | null, after: Place | null]
}

/** A page that moves by a line or two moves a button by so much, in pixels: a hand follows that. */
export const nearPx = 64
// A hand that rests moves by so much.
const restPx = 5
const most = 200

export function createPlaceHistory(button: HTMLElement): PlaceHistory {
  const stays: Stay[] = []
  let rect = new DOMRectReadOnly()
  let scroll: Place = { x: 0, y: 0 }
  let pointer: Place | null = null

  const inside = ({ left, top, width, height }: Stay, { x, y }: Place): boolean =>
    x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + height + 1
  // The stays since then, the last one first.
  const recent = (since: number): readonly Stay[] => {
    const last = stays.findLastIndex(({ from }) => from <= since)
    return stays.slice(Math.max(last, 0)).toReversed()
  }
  // Where a place in the window would be, had nobody scrolled.
  const unscrolled = ({ x, y }: Place): Place => {
    const last = stays.at(-1)
    return last ? { x: x - rect.left + last.left, y: y - rect.top + last.top } : { x, y }
  }

  return {
    read: (seen) => {
      const [lastRect, lastScroll, lastPointer, last] = [rect, scroll, pointer, stays.at(-1)]
      rect = button.getBoundingClientRect()
      scroll = scrollOf(button)
      pointer = seen.pointer
      const { width, height } = rect
      const pointers = [lastPointer, pointer] as const
      if (!last) {
        stays.push({ left: rect.left, top: rect.top, width, height, from: seen.at, pointers })
        return false
      }
      const own = seen.hasScrolled
        ? { x: lastScroll.x - scroll.x, y: lastScroll.y - scroll.y }
        : { x: 0, y: 0 }
      const left = last.left + withoutOwn(rect.left - lastRect.left, own.x)
      const top = last.top + withoutOwn(rect.top - lastRect.top, own.y)
      if (left === last.left && top === last.top && width === last.width && height === last.height)
        return false
      stays.push({ left, top, width, height, from: seen.at, pointers })
      if (stays.length > most) stays.shift()
      return true
    },
    movedSince: (at) => {
      const last = stays.at(-1)
      return last ? Math.max(...recent(at).map((stay) => distance(stay, last))) : 0
    },
    wasAlwaysAt: (place, since) => recent(since).every((stay) => inside(stay, unscrolled(place))),
    wasEverAt: (place, since) => recent(since).some((stay) => inside(stay, unscrolled(place))),
    cameUnder: (place, since) => {
      const all = recent(since)
      const before = all.findIndex((stay) => !inside(stay, unscrolled(place)))
      const arrival = all[before - 1]
      if (!arrival) return false
      const [first, then] = arrival.pointers
      return isAtRest(first, then) && isAtRest(then, place)
    },
    isNear: ({ x, y }) => {
      const { left, top, right, bottom } = rect
      return x > left - nearPx && x < right + nearPx && y > top - nearPx && y < bottom + nearPx
    },
  }
}

function distance(one: Stay, other: Stay): number {
  return Math.abs(one.left - other.left) + Math.abs(one.top - other.top)
}

function isAtRest(before: Place | null, after: Place | null): boolean {
  return !!before && !!after && Math.hypot(before.x - after.x, before.y - after.y) <= restPx
}

// A button that sticks follows its person's scrolling in part.
function withoutOwn(move: number, own: number): number {
  return move - Math.min(Math.max(move, Math.min(own, 0)), Math.max(own, 0))
}

function scrollOf(button: Element): Place {
  let x = 0
  let y = 0
  for (let box = drawnParent(button); box; box = drawnParent(box)) {
    x += box.scrollLeft
    y += box.scrollTop
  }
  return { x, y }
}
